"""From gold and articles to a comparison: the articles are read as a build reads them."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kg.errors import ReadError, UsageError
from kg.evaluate.compare import Comparison, compare
from kg.evaluate.facts import Facts, facts_of
from kg.evaluate.gold import read_gold
from kg.evaluate.scores import Scores, scores
from kg.graph import Store, describe
from kg.graph.codec import decode
from kg.graph.facts import facts
from kg.model import Reading
from kg.pipeline.work import read_documents
from kg.read import Document, documents
from kg.resolve import resolve
from kg.text import normalise


@dataclass(frozen=True, slots=True)
class Evaluation:
    """Articles compared with their gold, and what was read of each."""

    comparisons: tuple[Comparison, ...]
    readings: Mapping[str, Reading]

    @property
    def scores(self) -> Scores:
        """The figures over all articles."""
        return scores(self.comparisons)


def evaluate(gold: Path | str, articles: Iterable[Path | str]) -> Evaluation:
    """Read articles and compare what the graph of them says with a folder of gold files.

    Every article needs its gold and every gold file its article: UsageError names those alone.
    """
    wanted = read_gold(Path(gold))
    files = _by_name(Path(path) for path in articles)
    _need(
        "has no gold in",
        Path(gold),
        {n: Path(d.source) for n, d in files.items() if n not in wanted},
    )
    alone = {name: Path(f"{name}.json") for name in wanted if name not in files}
    _need("has no article; give its file, or take it out of", Path(gold), alone)
    return against(wanted, readings(files))


def against(gold: Mapping[str, Facts], read: Mapping[str, Reading]) -> Evaluation:
    """Compare readings with the gold of the same articles."""
    told = {raw["article"]: facts_of(raw) for raw in graph_facts(read.values())}
    return Evaluation(tuple(compare(gold[name], told[name]) for name in sorted(gold)), read)


def read_articles(paths: Iterable[Path | str]) -> list[Reading]:
    """What the articles in files and folders say, in their order; ReadError for a bad one."""
    found = _some({d.source: d for d in documents(Path(path) for path in paths)})
    return list(readings(found).values())


def readings(named: Mapping[str, Document]) -> dict[str, Reading]:
    """What each document says; ReadError at the first that cannot be read."""
    found: dict[str, Reading] = {}
    outcomes = read_documents(named.values())
    for name, (document, outcome) in zip(named, outcomes, strict=True):
        if isinstance(outcome, str):
            raise ReadError(f"{document.source}: {outcome}")
        found[name] = decode(outcome.reading)
    return found


def graph_facts(read: Iterable[Reading]) -> Iterator[dict[str, Any]]:
    """What a graph of these readings says of each article, as `kg export --format facts`."""
    all_read = list(read)
    identity = resolve(all_read)
    yield from facts(Store.memory(q for one in all_read for q in describe(one, identity)))


def _by_name(paths: Iterable[Path]) -> dict[str, Document]:
    """The documents in files and folders by their names; UsageError if two of one name differ."""
    given = list(paths)
    if missing := [path for path in given if not path.exists()]:
        raise UsageError(f"{missing[0]} does not exist; name files, or folders that hold some")
    found: dict[str, Document] = {}
    for document in documents(given):
        other = found.setdefault(normalise(document.name), document)
        if other.sha256 != document.sha256:
            raise UsageError(f"{document.source}: another article has its name: {other.source}")
    return _some(found)


def _some(found: dict[str, Document]) -> dict[str, Document]:
    if not found:
        raise UsageError("no article files found; name files, or folders that hold some")
    return found


def _need(what: str, gold: Path, alone: Mapping[str, Path]) -> None:
    if alone:
        first, *others = sorted(map(str, alone.values()))
        more = f" (and {len(others)} more)" if others else ""
        raise UsageError(f"{first} {what} {gold}{more}")
