"""From paths to a graph: what is new is read, all is resolved, what has changed is written."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from pyoxigraph import NamedNode, Quad

from kg.errors import UsageError
from kg.graph import BASE, Entry, Store, Writer, describe, journal, writing
from kg.graph.journal import Line
from kg.graph.names import article_path, digest
from kg.graph.ontology import ontology_quads
from kg.model import Identity
from kg.pipeline.choose import choose, hashes
from kg.pipeline.steps import (
    Progress,
    Skipped,
    ontology,
    ontology_version,
    reading_version,
    silent,
    writing_version,
)
from kg.pipeline.work import read_article, read_files
from kg.resolve import resolve


@dataclass(frozen=True, slots=True)
class Report:
    """What a build did: numbers of articles, files that were left out and why.

    `missing` are articles of the graph whose files are gone; they stay until a build prunes.
    """

    path: Path
    articles: int
    added: int
    changed: int
    removed: int
    skipped: tuple[Skipped, ...] = ()
    missing: tuple[str, ...] = ()

    def open(self) -> Store:
        """The graph that was built."""
        return Store.open(self.path)


def build(
    paths: Iterable[Path | str],
    target: Path | str = "news.kg",
    *,
    base: str = BASE,
    progress: Progress = silent,
    prune: bool = False,
    workers: int | None = None,
) -> Report:
    """Build the graph `target` from article files and folders, or bring it up to date.

    Articles of the graph that are not among `paths` stay, unless `prune` is set. Files that
    cannot be read are left out and named in the report; a path that does not exist is, too,
    but with `prune` it is an error, since a slip would drop articles. The same articles give
    the same graph, in whatever order and in however many builds they come.
    """
    from kg.read import find

    _need_iri(base)
    given = [Path(path) for path in paths]
    files = list(find(given))
    missing = [path for path in given if not path.exists()]
    if not any(path.exists() for path in files):
        why = f"{missing[0]} does not exist" if missing else "no article files found (*.txt)"
        raise UsageError(f"{why}; name files, or folders that hold some")
    if prune and missing:
        raise UsageError(f"{missing[0]} does not exist; nothing is dropped, and nothing built")
    with writing(target, base) as writer:
        return _Build(writer, progress).run(files, prune, workers)


def _need_iri(base: str) -> None:
    try:
        NamedNode(base)
    except ValueError as error:
        raise UsageError(f"the base {base!r} is no absolute IRI ({error}); one is {BASE}") from None


class _Build:
    """One run: the writer it has, and whom it tells of its progress."""

    def __init__(self, writer: Writer, tell: Progress) -> None:
        self.writer = writer
        self.old = writer.manifest
        self.tell = tell

    def run(self, files: Sequence[Path], prune: bool, workers: int | None) -> Report:
        chosen, skipped = choose(files, self.old.articles)
        found, unreadable = hashes(chosen)
        old = self.old.articles.keys()
        keep = found.keys() | (old & chosen.keys() if prune else old)
        sources = {name: entry.source for name, entry in self.old.articles.items()}
        sources |= {name: str(path) for name, path in chosen.items()}
        failed: list[Skipped] = []
        if not self._is_current(found, keep):
            lines, failed = self._lines({n: chosen[n] for n in found}, found, keep, workers)
            self._write(lines, sources)
        return self._report(chosen, (*skipped, *unreadable, *failed))

    def _is_current(self, found: Mapping[str, str], keep: Iterable[str]) -> bool:
        """Whether the graph already holds just what it shall."""
        old = self.old
        there = {name: entry.sha256 for name, entry in old.articles.items()}
        wanted = {name: found.get(name) or there[name] for name in keep}
        versions = (reading_version(), writing_version(), ontology_version())
        return wanted == there and (old.reading, old.writing, old.ontology) == versions

    def _lines(
        self,
        chosen: Mapping[str, Path],
        found: Mapping[str, str],
        keep: Iterable[str],
        workers: int | None,
    ) -> tuple[dict[str, Line], list[Skipped]]:
        """A line for every article that the graph shall hold, reading what is new."""
        version, folder = reading_version(), self.writer.folder
        lines = {line.reading.article.id: line for line in journal.load(folder)}
        new = sorted(n for n in found if n not in lines or _is_stale(lines[n], found[n], version))
        failed: list[Skipped] = []
        with journal.appending(folder) as write:
            outcomes = read_files([chosen[name] for name in new], workers)
            for done, (name, outcome) in enumerate(zip(new, outcomes, strict=True), 1):
                if isinstance(outcome, str):
                    failed.append((chosen[name], outcome))
                else:
                    lines[name] = Line(found[name], version, outcome)
                    write(lines[name])
                self.tell("reading", done, len(new))
            kept = {name: lines[name] for name in sorted(keep) if name in lines}
            for name, line in kept.items():
                if line.version != version:
                    # Its file is not at hand: what it says is extracted from the kept text.
                    reading = read_article(line.reading.article)
                    kept[name] = replace(line, version=version, reading=reading)
                    write(kept[name])
        return kept, failed

    def _write(self, lines: Mapping[str, Line], sources: Mapping[str, str]) -> None:
        """Decide who is who, and bring the graph to what the lines say."""
        old = self.old
        self.tell("resolving", 0, 1)
        identity = resolve(line.reading for line in lines.values())
        self.tell("resolving", 1, 1)
        entries = _entries(lines, sources, identity)
        digests = {name: entry.digest for name, entry in old.articles.items()}
        changed = [name for name, entry in entries.items() if digests.get(name) != entry.digest]
        gone = [name for name in old.articles if name not in entries]
        store = old.store
        if old.ontology != ontology_version() or 2 * len(changed) > len(entries):
            store = self.writer.rebuild(self._all(lines, identity))
        elif changed or gone:
            store = self.writer.update(self._some(lines, identity, changed, gone))
        self.writer.publish(
            replace(
                old,
                store=store,
                reading=reading_version(),
                writing=writing_version(),
                ontology=ontology_version(),
                articles=entries,
            )
        )
        journal.rewrite(self.writer.folder, lines.values())

    def _all(self, lines: Mapping[str, Line], identity: Identity) -> Iterator[Quad]:
        yield from ontology_quads(ontology())
        for done, line in enumerate(lines.values(), 1):
            yield from describe(line.reading, identity, self.old.base)
            self.tell("writing", done, len(lines))

    def _some(
        self,
        lines: Mapping[str, Line],
        identity: Identity,
        changed: Sequence[str],
        gone: Sequence[str],
    ) -> Iterator[tuple[NamedNode, Iterable[Quad]]]:
        base = self.old.base
        for done, name in enumerate((*gone, *changed), 1):
            graph = NamedNode(base + article_path(name))
            yield graph, describe(lines[name].reading, identity, base) if name in lines else ()
            self.tell("writing", done, len(gone) + len(changed))

    def _report(self, chosen: Mapping[str, Path], skipped: Sequence[Skipped]) -> Report:
        old, new = self.old.articles, self.writer.manifest.articles
        rest = sorted(new.keys() - chosen.keys())
        return Report(
            path=self.writer.folder,
            articles=len(new),
            added=len(new.keys() - old.keys()),
            changed=sum(new[name].sha256 != old[name].sha256 for name in new.keys() & old.keys()),
            removed=len(old.keys() - new.keys()),
            skipped=tuple(sorted(skipped)),
            missing=tuple(name for name in rest if not Path(new[name].source).exists()),
        )


def _is_stale(line: Line, sha256: str, version: str) -> bool:
    return line.sha256 != sha256 or line.version != version


def _entries(
    lines: Mapping[str, Line], sources: Mapping[str, str], identity: Identity
) -> dict[str, Entry]:
    """What the manifest says of every article, with a digest of all that its quads depend on."""
    decided: dict[str, list[tuple[str, str, str]]] = {name: [] for name in lines}
    for mention, path in identity.items():
        decided[mention.article].append((mention.kind, mention.name, path))
    return {
        name: Entry(
            sources[name],
            line.sha256,
            digest(line.sha256, reading_version(), writing_version(), sorted(decided[name])),
        )
        for name, line in lines.items()
    }
