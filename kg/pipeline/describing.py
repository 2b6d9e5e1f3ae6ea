"""From readings and decisions to quads, in several processes where there are many."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pyoxigraph import Quad

from kg.errors import StoreError
from kg.graph import Writer, describe
from kg.graph.codec import decode
from kg.graph.loading import written_out
from kg.graph.records import Decided
from kg.model import Mention
from kg.pipeline.crew import Crew, Died
from kg.resolve import fixed, successions


@dataclass(frozen=True, slots=True)
class Batch:
    """Some articles as the records have them.

    Each with what was read, who was decided to be who, and the first of those that are one text.
    """

    base: str
    articles: tuple[tuple[str, tuple[Decided, ...], str | None], ...]

    @classmethod
    def of(cls, writer: Writer, names: Iterable[str]) -> "Batch":
        """These articles of a graph's records."""
        records = writer.records
        told = (
            (records.encoded(name), tuple(records.of_article(name)), records.texts.first(name))
            for name in names
        )
        return cls(writer.manifest.base, tuple(told))

    def quads(self) -> Iterator[Quad]:
        """What their graphs hold."""
        for reading, decisions, first in self.articles:
            yield from _quads(self.base, reading, decisions, first)


def _quads(
    base: str, encoded: str, decisions: Iterable[Decided], first: str | None
) -> Iterator[Quad]:
    reading = decode(encoded)
    identity = dict(fixed(reading))
    own: dict[Mention, str] = {}
    for decided in decisions:
        mention = decided.candidate.mention
        if decided.points:
            own[mention] = decided.candidate.own
        identity[mention] = decided.path or decided.candidate.own
    return describe(reading, identity, base, own, successions(reading), first)


def describe_all(batches: Iterable[Batch], workers: int) -> Iterator[bytes]:
    """The quads of each batch as N-Quads, in their order; in this process if `workers` is 0."""
    if not workers:
        yield from map(_described, batches)
        return
    with Crew(workers, _described) as crew:
        for _, data in crew.map(batches):
            if isinstance(data, Died):
                raise StoreError("a process that wrote the graph was stopped; build again")
            yield data


def _described(batch: Batch) -> bytes:
    return written_out(batch.quads())
