"""The nouns of the page: nodes and the facts between them, each with the sentences behind it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

KINDS = ("person", "body", "directive", "event")


@dataclass(frozen=True, slots=True, order=True)
class Value:
    """A value of a detail: plain text, or the IRI of a thing or term that has a label itself."""

    text: str
    iri: bool = False


Details = tuple[tuple[str, Value], ...]
Span = tuple[str, str]
"""The first and last day, month or year of a time, in ISO 8601."""


@dataclass(frozen=True, slots=True, order=True)
class Sentence:
    """A sentence of an article (its IRI), and the character of the article it begins with."""

    article: str
    start: int
    text: str


@dataclass(frozen=True, slots=True, order=True)
class Quote:
    """A sentence that something was read from, by which rule, and how sure that is (0 to 1)."""

    sentence: Sentence
    rule: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Node:
    """A person, body, directive or event, or a "thing" that only a query named.

    `quotes` are some of the sentences that name it, `mentions` the number of all, `articles` the
    IRIs of all articles that name it.
    """

    iri: str
    kind: str
    label: str
    also: tuple[str, ...] = ()
    details: Details = ()
    quotes: tuple[Quote, ...] = ()
    mentions: int = 0
    articles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Fact:
    """A relation of two nodes, or of one alone (a post of no body: "Chủ tịch nước").

    `iri` is the fact's own node, "" where the graph has only the direct edge.
    """

    iri: str
    relation: str
    source: str
    target: str | None
    details: Details = ()
    quotes: tuple[Quote, ...] = ()

    @property
    def ends(self) -> tuple[str, ...]:
        """The IRIs of the nodes that the fact is about."""
        return (self.source,) if self.target is None else (self.source, self.target)


@dataclass(frozen=True, slots=True)
class Content:
    """What one page shows; nodes and facts in a fixed order, articles and terms by IRI.

    `levels` gives units and kinds of bodies their administrative level and the unit above;
    `left` is the number of nodes that did not fit.
    """

    nodes: tuple[Node, ...]
    facts: tuple[Fact, ...]
    articles: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    terms: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    levels: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    left: int = 0


def when(details: Details) -> Span | None:
    """The first and last day (or month, or year) that details tell of, None if they tell none.

    A post is held from `since` to `until`; where one is missing, from the first or to the last
    day on which an article saw it.
    """
    told = [(key, value.text) for key, value in details]
    seen = sorted(text for key, text in told if key in ("observedOn", "date"))
    since = sorted(text for key, text in told if key == "since")
    until = sorted(text for key, text in told if key == "until")
    days = [*since, *seen, *until]
    if not days:
        return None
    last = until[-1] if until else max(days)
    first = since[0] if since else min([*seen, last])
    return first, last


def dated(nodes: Iterable[Node]) -> dict[str, Span]:
    """The times of the nodes that have one, directives and events, by IRI."""
    return {node.iri: span for node in nodes if (span := when(node.details))}


def time_of(fact: Fact, days: Mapping[str, Span]) -> Span | None:
    """The time that a fact is of: its own, or else that of an end among `days`."""
    return when(fact.details) or next((days[iri] for iri in fact.ends if iri in days), None)
