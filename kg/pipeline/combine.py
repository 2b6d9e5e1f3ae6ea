"""Graphs made from graphs: one without some articles, one of several."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from kg.errors import StoreError, UsageError
from kg.graph import Entry, Records, Store, writing
from kg.graph.writing import RULINGS, Writer
from kg.pipeline.publish import publish, read_rulings
from kg.pipeline.run import Report, drop
from kg.pipeline.steps import Progress, Skipped, resolving_version, silent
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

    It is the graph that a build of all their files would give. Of two articles of one id the
    one whose file comes first by path counts, and the other is named in the report. UsageError
    if the graphs have different bases, or if `target` holds a graph already.
    """
    stores = [Store.open(source) for source in sources]
    bases = {store.base for store in stores}
    if len(bases) != 1:
        raise UsageError(f"the graphs have different bases: {', '.join(sorted(bases))}")
    if Path(target).exists() and any(Path(target).iterdir()):
        raise UsageError(f"{target} is there already; name a new folder for the graph")
    with writing(target, bases.pop(), candidates) as writer:
        skipped = _take_over(writer, [store.path for store in stores], progress)
        writer.records.set({"resolving": resolving_version()})
        _take_rulings(writer, [store.path for store in stores])
        publish(writer, progress)
        count = writer.records.count()
        return Report(writer.folder, count, added=count, skipped=tuple(sorted(skipped)))


def _take_over(writer: Writer, sources: Sequence[Path], tell: Progress) -> list[Skipped]:
    """Put the articles of all graphs into the writer's records."""
    listed: dict[str, list[tuple[str, Entry, Path]]] = {}
    for source in sources:
        with Records.reading(source) as records:
            for name, entry in records.entries().items():
                listed.setdefault(name, []).append((entry.source, entry, source))
    skipped: list[Skipped] = []
    wanted: dict[Path, list[tuple[str, Entry]]] = {source: [] for source in sources}
    for name, found in listed.items():
        first = min(found, key=lambda item: item[0])
        wanted[first[2]].append((name, first[1]))
        others = {entry.source for _, entry, _ in found if entry.sha256 != first[1].sha256}
        why = f"another article has its name: {first[1].source}"
        skipped += [(Path(other), why) for other in others]
    done = 0
    for source, entries in wanted.items():
        with Records.reading(source) as records:
            for start in range(0, len(entries), _AT_ONCE):
                with writer.records.transaction():
                    for name, entry in entries[start : start + _AT_ONCE]:
                        reading = records.reading_of(name)
                        writer.records.put(entry, reading, candidates(reading))
                        done += 1
                tell("merging", done, len(listed))
    return skipped


def _take_rulings(writer: Writer, sources: Sequence[Path]) -> None:
    """Keep the rulings of all graphs; of two on one pair the later made counts."""
    made = [r for source in sources for r in read_rulings(source)]
    latest = {ruling.pair: ruling for ruling in sorted(made, key=lambda r: (r.when, r))}
    if latest:
        (writer.folder / RULINGS).write_text(written(latest.values()), "utf-8")
