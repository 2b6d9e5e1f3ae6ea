"""Deciding who is who where that is open, and bringing the store to what the records hold."""

import os
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from pyoxigraph import NamedNode, Quad

from kg.errors import UsageError
from kg.graph import Records, Writer
from kg.graph.loading import written_out
from kg.graph.names import article_path
from kg.graph.ontology import ontology_quads
from kg.graph.writing import RULINGS
from kg.pipeline.describing import Batch, describe_all
from kg.pipeline.retelling import compare_texts
from kg.pipeline.steps import (
    Progress,
    ontology,
    ontology_version,
    resolving_version,
    writing_version,
)
from kg.pipeline.work import MANY
from kg.resolve import Ruling, candidates, decide, pointing, tied
from kg.resolve.rulings import parse, written

_AT_ONCE = 16  # articles that are described together
_MOST_LOADING = 2  # threads that load; more would wait for each other


def publish(writer: Writer, tell: Progress, workers: int | None = None) -> None:
    """Let the graph show all that the records hold, and nothing else, from now on.

    Where all is written anew, `workers` share it.
    """
    records = writer.records
    rulings = read_rulings(writer.folder)
    ruled = written(rulings)
    anew = (records.get("writing"), records.get("ontology")) != (
        writing_version(),
        ontology_version(),
    )
    compared = records.get("resolving") == resolving_version()
    if compared and not (anew or records.get("rulings") != ruled or records.pending()):
        return
    with writer.publication():
        if not compared:
            _compare_again(records)
        _decide(records, rulings, tell)
        compare_texts(records, tell)
        records.set({"rulings": ruled})
        names, gone = records.to_write(), records.gone()
        store = records.get("store")
        if anew or 2 * len(names) > records.count():
            records.write_all()
            crew = _crew(len(names), workers)
            store = writer.rebuild(_all(writer, tell, crew), min(crew, _MOST_LOADING))
        elif names or gone:
            store = writer.update(_some(writer, [*gone, *names], tell))
        records.all_written()
        writer.name(store, writing_version(), ontology_version())


def _compare_again(records: Records) -> None:
    """Let all be compared by the present code and words."""
    records.texts.forget_all()
    for name in records.entries():
        records.compare(name, candidates(records.reading_of(name)))
    records.set({"resolving": resolving_version()})


def read_rulings(folder: Path) -> tuple[Ruling, ...]:
    """The rulings that stand in a graph's folder."""
    path = folder / RULINGS
    try:
        return parse(path.read_text("utf-8-sig"), str(path))
    except FileNotFoundError:
        return ()
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"{path} cannot be read: {error}") from None


def _decide(records: Records, rulings: Sequence[Ruling], tell: Progress) -> None:
    """Decide all open blocks, and those of which rulings speak, or spoke before."""
    homes: dict[str, dict[str, str]] = {}
    for ruling in (*rulings, *parse(records.get("rulings"), "records")):
        for path in ruling.pair:
            if home := records.home(path):
                homes.setdefault(home[0], {})[path] = home[1]
    for kind, places in homes.items():
        records.open_blocks((kind, block) for block in places.values())
    ties = {kind: tied(places, rulings) for kind, places in homes.items()}
    opened = records.opened()
    seen: set[tuple[str, str]] = set()
    tell("resolving", 0, len(opened))
    for done, (kind, block) in enumerate(opened, 1):
        if (kind, block) not in seen:
            together = ties.get(kind, {}).get(block, (block,))
            seen.update((kind, part) for part in together)
            _decide_blocks(records, kind, together, rulings)
        if done % 100 == 0 or done == len(opened):
            tell("resolving", done, len(opened))
    records.close_blocks()


def _decide_blocks(
    records: Records, kind: str, blocks: Iterable[str], rulings: Sequence[Ruling]
) -> None:
    found = [decided for block in blocks for decided in records.block(kind, block)]
    given = [decided.candidate for decided in found]
    paths = decide(given, rulings)
    pointers = pointing(given, paths)
    for decided in found:
        mention = decided.candidate.mention
        fresh = paths[mention], mention in pointers
        if fresh != (decided.path, decided.points):
            records.decide(mention, decided.candidate.block, *fresh)


def _all(writer: Writer, tell: Progress, crew: int) -> Iterator[bytes]:
    """The ontology and all articles as N-Quads, described by so many processes."""
    yield written_out(ontology_quads(ontology()))
    names = writer.records.to_write()
    batches = (names[start : start + _AT_ONCE] for start in range(0, len(names), _AT_ONCE))
    tasks = (Batch.of(writer, batch) for batch in batches)
    for done, data in enumerate(describe_all(tasks, crew), 1):
        yield data
        tell("writing", min(done * _AT_ONCE, len(names)), len(names))


def _crew(count: int, workers: int | None) -> int:
    """How many processes share the writing of so many articles; 0 for none but this one."""
    wanted = os.cpu_count() or 1 if workers is None else workers
    return 0 if count < MANY or wanted == 1 else wanted


def _some(
    writer: Writer, names: Sequence[str], tell: Progress
) -> Iterator[tuple[NamedNode, Iterable[Quad]]]:
    gone = set(writer.records.gone())
    for done, name in enumerate(names, 1):
        graph = NamedNode(writer.manifest.base + article_path(name))
        yield graph, () if name in gone else Batch.of(writer, [name]).quads()
        tell("writing", done, len(names))
