"""Graphs made from graphs: one without some articles, one of several."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from kg.errors import StoreError, UsageError
from kg.graph import Entry, Records, Store, writing
from kg.graph.writing import RULINGS, Writer
from kg.pipeline.choose import plain_name, suffixed
from kg.pipeline.publish import publish, read_rulings
from kg.pipeline.run import Report, drop
from kg.pipeline.steps import Progress, resolving_version, silent
from kg.pipeline.work import renamed
from kg.read import outermost
from kg.resolve import candidates
from kg.resolve.rulings import written

_AT_ONCE = 500  # articles that are taken over together


def forget(target: Path | str, names: Iterable[str], *, progress: Progress = silent) -> Report:
    """Drop articles from a graph by their ids; UsageError if it has one of them not.

    The next build of their files brings them back.
    """
    listed = list(dict.fromkeys(names))
    if not Path(target).exists():
        raise StoreError(f"{target} does not exist")
    with writing(target, None, candidates) as writer:
        known = writer.records.entries(listed)
        if missing := [name for name in listed if name not in known]:
            raise UsageError(f"{target} has no article {missing[0]!r}; nothing is dropped")
        removed = drop(writer.records, listed)
        publish(writer, progress)
        return Report(writer.folder, writer.records.count(), removed=removed)


def merge(
    sources: Sequence[Path | str], target: Path | str, *, progress: Progress = silent
) -> Report:
    """Make the graph `target` of the articles and rulings of several graphs.

    It is the graph that a build of all their files would give, their names included. UsageError
    if the graphs have different bases, or if `target` holds a graph already.
    """
    stores = [Store.open(source) for source in sources]
    bases = {store.base for store in stores}
    if len(bases) != 1:
        raise UsageError(f"the graphs have different bases: {', '.join(sorted(bases))}")
    if Path(target).exists() and any(Path(target).iterdir()):
        raise UsageError(f"{target} is there already; name a new folder for the graph")
    with writing(target, bases.pop(), candidates) as writer:
        _take_over(writer, [store.path for store in stores], progress)
        writer.records.set({"resolving": resolving_version()})
        _take_rulings(writer, [store.path for store in stores])
        publish(writer, progress)
        count = writer.records.count()
        return Report(writer.folder, count, added=count)


def _take_over(writer: Writer, sources: Sequence[Path], tell: Progress) -> None:
    """Put the articles of all graphs into the writer's records."""
    wanted = _wanted(sources)
    done, total = 0, sum(map(len, wanted.values()))
    for source, articles in wanted.items():
        with Records.reading(source) as records:
            for start in range(0, total, _AT_ONCE):
                with writer.records.transaction():
                    for old, new, entry in articles[start : start + _AT_ONCE]:
                        reading = renamed(records.reading_of(old), new)
                        writer.records.put(entry, reading, candidates(reading))
                        done += 1
                tell("merging", done, total)


def _wanted(sources: Sequence[Path]) -> Mapping[Path, list[tuple[str, str, Entry]]]:
    """From each graph the articles with the names that they have and that they get."""
    alike: dict[str, dict[str, tuple[str, str, Path, Entry]]] = {}
    for source in sources:
        with Store.open(source).records() as records:
            for name, entry in records.entries().items():
                contents = alike.setdefault(plain_name(name, entry.sha256), {})
                found = (entry.source, name, source, entry)
                contents[entry.sha256] = min(contents.get(entry.sha256, found), found, key=_first)
    wanted: dict[Path, list[tuple[str, str, Entry]]] = {source: [] for source in sources}
    for plain, contents in alike.items():
        for i, (_, name, source, entry) in enumerate(sorted(contents.values(), key=_first)):
            new = suffixed(plain, entry.sha256) if i else plain
            wanted[source].append((name, new, entry))
    return wanted


def _first(found: tuple[str, str, Path, Entry]) -> tuple[str, str]:
    """What articles of one name are ordered by: their files' paths."""
    return str(outermost(found[0])), found[0]


def _take_rulings(writer: Writer, sources: Sequence[Path]) -> None:
    """Keep the rulings of all graphs; of two on one pair the later made counts."""
    made = [r for source in sources for r in read_rulings(source)]
    latest = {ruling.pair: ruling for ruling in sorted(made, key=lambda r: (r.when, r))}
    if latest:
        (writer.folder / RULINGS).write_text(written(latest.values()), "utf-8")
