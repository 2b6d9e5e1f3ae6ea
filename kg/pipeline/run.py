"""From paths to a graph: what is new is read, what that opens is decided, and all is published."""

import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from pyoxigraph import NamedNode

from kg.errors import UsageError
from kg.graph import BASE, Entry, Records, Store, Writer, writing
from kg.pipeline.choose import Choice, Chosen
from kg.pipeline.publish import publish
from kg.pipeline.steps import Progress, ReadingProgress, reading_version, resolving_version, silent
from kg.pipeline.work import Read, read_article, read_documents
from kg.read import STDIN, Columns, Document, Refused, columns_of, find, outermost, unpack
from kg.resolve import candidates
from kg.resolve.texts import bands

_EVERY = 1.0  # seconds after which what was read is kept for good


@dataclass(frozen=True, slots=True)
class Report:
    """What a build did: numbers of articles, and what was left out and why.

    `skipped` could not be read, `passed` are files in folders that are of no kind that is read.
    `missing` are articles of the folders given whose files are gone; they stay until a build
    prunes.
    """

    path: Path
    articles: int
    added: int = 0
    changed: int = 0
    removed: int = 0
    skipped: tuple[Refused, ...] = ()
    passed: tuple[Refused, ...] = ()
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
    columns: Mapping[str, str] | None = None,
    documents: Iterable[Document | Refused] = (),
) -> Report:
    """Build the graph `target` from files and folders of articles, or bring it up to date.

    Archives and tables hold many articles each; `columns` names those of tables by the fields of
    an article ({"title": "tieu_de"}), for names that are not known. A path "-" is standard input,
    and `documents` come from elsewhere, such as those that `kg.read.pages` fetches.
    Articles of the graph that are not among `paths` stay, unless `prune` is set. What cannot be
    read is left out and named in the report; a path that does not exist is, too, but with `prune`
    it is an error, since a slip would drop articles. Without paths an existing graph is brought to
    the present state of the software and of its rulings. The same articles give the same graph, in
    whatever order, in however many builds and by however many workers they come.
    """
    _need_iri(BASE if base is None else base)
    given = [Path(path) for path in paths]
    named = columns_of(f"{field}={column}" for field, column in (columns or {}).items())
    more = _Ahead(documents)
    if not given and not more and not (Path(target).is_dir() and any(Path(target).iterdir())):
        raise UsageError(f"{target} does not exist, and no articles are named to make it of")
    files = sorted(find(given), key=str)
    missing = [path for path in given if not _is_there(path)]
    if given and not any(map(_is_there, files)):
        why = f"{missing[0]} does not exist" if missing else "no article files found"
        raise UsageError(f"{why}; name files, or folders that hold some")
    if prune and (missing or not (given or more)):
        what = f"{missing[0]} does not exist" if missing else "no articles are named"
        raise UsageError(f"{what}; nothing is dropped, and nothing built")
    with writing(target, base, candidates) as writer:
        run = _Build(writer, progress)
        run.read(files, named, more, workers)
        removed = run.prune() if prune else 0
        publish(writer, progress, workers)
        folders = [path for path in given if path.is_dir()]
        gone = {n for f in folders for n, s in writer.records.inside(f).items() if _is_gone(s)}
        explicit = {str(path) for path in given}
        refused = sorted(run.refused, key=lambda item: (item.source, item.reason))
        passed = [r for r in refused if r.foreign and r.source not in explicit]
        return Report(
            path=writer.folder,
            articles=writer.records.count(),
            added=run.added,
            changed=run.changed,
            removed=removed,
            skipped=tuple(item for item in refused if item not in passed),
            passed=tuple(passed),
            missing=tuple(sorted(gone)),
        )


def _is_there(path: Path) -> bool:
    return str(path) == STDIN or path.exists()


def _is_gone(source: str) -> bool:
    return not outermost(source).exists()


def _need_iri(base: str) -> None:
    try:
        NamedNode(base)
    except ValueError as error:
        raise UsageError(f"the base {base!r} is no absolute IRI ({error}); one is {BASE}") from None


class _Ahead:
    """An iterable of which it can be told whether anything is in it."""

    def __init__(self, items: Iterable[Document | Refused]) -> None:
        self._items = iter(items)
        self._first = next(self._items, None)

    def __bool__(self) -> bool:
        return self._first is not None

    def __iter__(self) -> Iterator[Document | Refused]:
        if self._first is not None:
            yield self._first
            yield from self._items


class _Build:
    """One run: the writer it has, and whom it tells of its progress."""

    def __init__(self, writer: Writer, tell: Progress) -> None:
        self.writer = writer
        self.records = writer.records
        self.tell = tell
        self.choice = Choice(writer.records)
        self.refused: list[Refused] = []
        self.added = self.changed = 0

    def read(
        self,
        files: Sequence[Path],
        columns: Columns,
        more: Iterable[Document | Refused],
        workers: int | None,
    ) -> None:
        """Read what is new in these files, and in more documents, into the records."""
        if not self.records.get("resolving"):
            self.records.set({"resolving": resolving_version()})
        self._read(self._documents(files, columns, more), workers)
        self._read_again(reading_version())

    def prune(self) -> int:
        """Let go of the articles that were not met, nor lie in what could not be read; how many."""
        kept = set(self.choice.taken)
        for refused in self.refused:
            kept.update(self.records.at(refused.source), self.records.inside(refused.source))
        return drop(self.records, self.records.entries().keys() - kept)

    def _read(self, documents: Iterable[Document | Refused], workers: int | None) -> None:
        """Read these documents; what is read is kept as it comes."""
        chosen: dict[str, Chosen] = {}
        outcomes = read_documents(self._stale(documents, chosen), workers)
        done = False
        while not done:
            done = True
            end = time.monotonic() + _EVERY
            with self.records.transaction():
                for document, outcome in outcomes:
                    self._keep(chosen.pop(document.name), outcome)
                    if time.monotonic() > end:
                        done = False
                        break

    def _documents(
        self, files: Sequence[Path], columns: Columns, more: Iterable[Document | Refused]
    ) -> Iterator[Document | Refused]:
        """All documents, in files and elsewhere; how many there are is told as they come."""
        shown = ReadingProgress(files, self.tell)
        for path in files:
            for item in unpack(path, columns, shown.at):
                yield item
                shown.article()
            shown.done(path)
        for item in more:
            yield item
            shown.article()

    def _stale(
        self, documents: Iterable[Document | Refused], chosen: dict[str, Chosen]
    ) -> Iterator[Document]:
        """The documents that the records do not hold as they are, noted in `chosen`."""
        version = reading_version()
        for item in documents:
            if isinstance(item, Refused):
                self.refused.append(item)
            elif (choice := self.choice.choose(item)) is None:
                continue
            elif _is_stale(choice, version):
                chosen[choice.document.name] = choice
                yield choice.document
            else:
                self._move(choice)

    def _move(self, choice: Chosen) -> None:
        """Note where the file of an article lies now, if it no longer lies where it did."""
        document, known = choice.document, choice.known
        if known and known.source != document.source and not outermost(known.source).exists():
            self.records.move(document.name, document.source)

    def _keep(self, choice: Chosen, outcome: Read | str) -> None:
        """Put what was read of a document into the records, or why it could not be."""
        document, known = choice.document, choice.known
        if isinstance(outcome, str):
            self.refused.append(Refused(document.source, outcome))
            return
        entry = Entry(document.source, choice.sha256, reading_version())
        name, signed = outcome.name, outcome.signature
        self.records.put_encoded(entry, name, outcome.reading, outcome.candidates)
        self.records.texts.sign(name, outcome.published, signed, bands(signed))
        self.added += known is None
        self.changed += known is not None and known.sha256 != choice.sha256

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


def drop(records: Records, names: Iterable[str]) -> int:
    """Let go of articles; how many."""
    listed = sorted(names)
    with records.transaction():
        for name in listed:
            records.drop(name)
    return len(listed)


def _is_stale(choice: Chosen, version: str) -> bool:
    known = choice.known
    return known is None or (known.sha256, known.version) != (choice.sha256, version)
