"""From paths to a graph: what is new is read, what that opens is decided, and all is published."""

import time
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from pyoxigraph import NamedNode

from kg.errors import UsageError
from kg.graph import BASE, Entry, Records, Store, Writer, writing
from kg.pipeline.choose import choose, hashes, stem
from kg.pipeline.publish import publish
from kg.pipeline.steps import Progress, Skipped, reading_version, resolving_version, silent
from kg.pipeline.work import read_article, read_files
from kg.resolve import candidates

_EVERY = 1.0  # seconds after which what was read is kept for good


@dataclass(frozen=True, slots=True)
class Report:
    """What a build did: numbers of articles, files that were left out and why.

    `missing` are articles of the folders given whose files are gone; they stay until a build
    prunes.
    """

    path: Path
    articles: int
    added: int = 0
    changed: int = 0
    removed: int = 0
    skipped: tuple[Skipped, ...] = ()
    missing: tuple[str, ...] = ()

    def open(self) -> Store:
        """The graph that was built."""
        return Store.open(self.path)


def build(
    paths: Iterable[Path | str],
    target: Path | str = "news.kg",
    *,
    base: str | None = None,
    progress: Progress = silent,
    prune: bool = False,
    workers: int | None = None,
) -> Report:
    """Build the graph `target` from article files and folders, or bring it up to date.

    Articles of the graph that are not among `paths` stay, unless `prune` is set. Files that
    cannot be read are left out and named in the report; a path that does not exist is, too,
    but with `prune` it is an error, since a slip would drop articles. Without paths an existing
    graph is brought to the present state of the software and of its rulings. The same articles
    give the same graph, in whatever order and in however many builds they come.
    """
    from kg.read import find

    _need_iri(BASE if base is None else base)
    given = [Path(path) for path in paths]
    if not given and not (Path(target).is_dir() and any(Path(target).iterdir())):
        raise UsageError(f"{target} does not exist, and no articles are named to make it of")
    files = list(find(given))
    missing = [path for path in given if not path.exists()]
    if given and not any(path.exists() for path in files):
        why = f"{missing[0]} does not exist" if missing else "no article files found (*.txt)"
        raise UsageError(f"{why}; name files, or folders that hold some")
    if prune and (missing or not given):
        what = f"{missing[0]} does not exist" if missing else "no articles are named"
        raise UsageError(f"{what}; nothing is dropped, and nothing built")
    with writing(target, base, candidates) as writer:
        report = _Build(writer, progress).run(files, prune, workers)
        folders = [path for path in given if path.is_dir()]
        gone = {n for f in folders for n, s in writer.records.sources_in(f).items() if _is_gone(s)}
    return replace(report, missing=tuple(sorted(gone)))


def _is_gone(source: str) -> bool:
    return not Path(source).exists()


def _is_unicode(path: Path) -> bool:
    try:
        path.stem.encode()
    except UnicodeEncodeError:
        return False
    return True


def _need_iri(base: str) -> None:
    try:
        NamedNode(base)
    except ValueError as error:
        raise UsageError(f"the base {base!r} is no absolute IRI ({error}); one is {BASE}") from None


class _Build:
    """One run: the writer it has, and whom it tells of its progress."""

    def __init__(self, writer: Writer, tell: Progress) -> None:
        self.writer = writer
        self.records = writer.records
        self.tell = tell

    def run(self, files: Sequence[Path], prune: bool, workers: int | None) -> Report:
        if not self.records.get("resolving"):
            self.records.set({"resolving": resolving_version()})
        known = self.records.entries({stem(path) for path in files if _is_unicode(path)})
        chosen, skipped = choose(files, known)
        found, unreadable = hashes(chosen)
        version = reading_version()
        new = [n for n in sorted(found) if _is_stale(known.get(n), found[n], version)]
        failed = self._read(new, chosen, found, workers)
        self._read_again(version)
        removed = self._drop(chosen) if prune else 0
        moved = [n for n in known if n in found and known[n].source != str(chosen[n])]
        for name in moved:
            self.records.move(name, str(chosen[name]))
        publish(self.writer, self.tell)
        bad = {path for path, _ in failed}
        read = [name for name in new if chosen[name] not in bad]
        return Report(
            path=self.writer.folder,
            articles=self.records.count(),
            added=sum(name not in known for name in read),
            changed=sum(name in known and known[name].sha256 != found[name] for name in read),
            removed=removed,
            skipped=tuple(sorted((*skipped, *unreadable, *failed))),
        )

    def _read(
        self,
        new: Sequence[str],
        chosen: Mapping[str, Path],
        found: Mapping[str, str],
        workers: int | None,
    ) -> list[Skipped]:
        """Read these articles; what is read is kept as it comes."""
        failed: list[Skipped] = []
        outcomes = zip(new, read_files([chosen[n] for n in new], workers), strict=True)
        done, version = 0, reading_version()
        while done < len(new):
            end = time.monotonic() + _EVERY
            with self.records.transaction():
                for name, outcome in outcomes:
                    done += 1
                    if isinstance(outcome, str):
                        failed.append((chosen[name], outcome))
                    else:
                        entry = Entry(str(chosen[name]), found[name], version)
                        self.records.put(entry, outcome, candidates(outcome))
                    self.tell("reading", done, len(new))
                    if time.monotonic() > end:
                        break
        return failed

    def _read_again(self, version: str) -> None:
        """Extract anew, from the kept text, what other code or words read from files not given."""
        stale = self.records.stale(version)
        for done, name in enumerate(stale, 1):
            entry = self.records.entries([name])[name]
            reading = read_article(self.records.reading_of(name).article)
            with self.records.transaction():
                again = Entry(entry.source, entry.sha256, version)
                self.records.put(again, reading, candidates(reading))
            self.tell("reading again", done, len(stale))

    def _drop(self, chosen: Mapping[str, Path]) -> int:
        """Let go of the articles that are not among those chosen; how many."""
        return drop(self.records, self.records.entries().keys() - chosen.keys())


def drop(records: Records, names: Iterable[str]) -> int:
    """Let go of articles; how many."""
    listed = sorted(names)
    with records.transaction():
        for name in listed:
            records.drop(name)
    return len(listed)


def _is_stale(entry: Entry | None, sha256: str, version: str) -> bool:
    return entry is None or (entry.sha256, entry.version) != (sha256, version)
