"""What is known of one thing: what is told of itself, its facts, and the sentences that say so."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from pyoxigraph import Literal, NamedNode

from kg.graph import Store
from kg.graph.questions import bound
from kg.query.files import text
from kg.query.names import Thing, solutions
from kg.query.shorten import shorten
from kg.query.witnesses import independent


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with its article (IRI, id, title, day), its place there, rule and confidence.

    `first` is the IRI of the first article that has the text of this one; mostly its own.
    """

    text: str
    article: str
    id: str
    title: str
    published: str | None
    first: str
    start: int
    end: int
    rule: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Value:
    """What is told of a thing by a predicate: a text, or another thing with its IRI."""

    predicate: str
    text: str
    iri: str | None = None


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact that a thing takes part in, or a thing that names it by `predicate`.

    Status, days and term are None where they are not told; `ends` are the things that the fact
    is about, by predicate.
    """

    iri: str
    predicate: str
    label: str
    is_fact: bool
    status: str | None
    since: str | None
    until: str | None
    term: str | None
    sentences: tuple[Sentence, ...]
    ends: tuple[Value, ...] = ()

    @property
    def seen(self) -> tuple[str, ...]:
        """The days of the articles that tell it, in their order."""
        return tuple(sorted({s.published for s in self.sentences if s.published}))

    @property
    def articles(self) -> int:
        """How many articles tell it."""
        return len({sentence.article for sentence in self.sentences})

    @property
    def witnesses(self) -> int:
        """How many of these do so in words of their own."""
        return independent((s.first, s.text) for s in self.sentences)


@dataclass(frozen=True, slots=True)
class Known:
    """All that is known of a thing: its own values, its facts, the sentences that name it."""

    thing: Thing
    values: tuple[Value, ...]
    facts: tuple[Fact, ...]
    sentences: tuple[Sentence, ...]


def known(store: Store, thing: Thing) -> Known:
    """All that the graph knows of a thing."""
    node = NamedNode(thing.iri)
    return Known(
        thing,
        _values(store, node),
        _facts(store, node, thing.kind == "article"),
        _quotes(store, node),
    )


def _values(store: Store, node: NamedNode) -> tuple[Value, ...]:
    return tuple(
        Value(
            shorten(row["property"].value, store.prefixes),
            row["value"].value,
            row["told"].value if isinstance(row["told"], NamedNode) else None,
        )
        for row in _ask(store, "own", node)
    )


def _facts(store: Store, node: NamedNode, is_article: bool) -> tuple[Fact, ...]:
    rows: dict[str, list[Any]] = {}
    for row in _ask(store, "article" if is_article else "facts", node):
        rows.setdefault(row["fact"].value, []).append(row)
    ends: dict[str, list[Value]] = {}
    for row in _ask(store, "ends-of-article" if is_article else "ends", node):
        end = Value(
            shorten(row["property"].value, store.prefixes), row["label"].value, row["end"].value
        )
        ends.setdefault(row["fact"].value, []).append(end)
    return tuple(_fact(store, iri, told, ends.get(iri, ())) for iri, told in rows.items())


def _fact(store: Store, iri: str, rows: list[Any], ends: Iterable[Value]) -> Fact:
    first = rows[0]
    status, since, until, term = (_text(first[n]) for n in ("state", "since", "until", "term"))
    return Fact(
        iri,
        shorten(first["property"].value, store.prefixes),
        first["label"].value,
        first["kind"].value == "fact",
        status,
        since,
        until,
        term,
        tuple(dict.fromkeys(map(_sentence, rows))),
        tuple(ends),
    )


def _quotes(store: Store, node: NamedNode) -> tuple[Sentence, ...]:
    return tuple(dict.fromkeys(map(_sentence, _ask(store, "quotes", node))))


def _sentence(row: Any) -> Sentence:
    return Sentence(
        " ".join(row["sentence"].value.split()),
        row["article"].value,
        row["id"].value,
        row["title"].value,
        _text(row["published"]),
        (row["first"] or row["article"]).value,
        int(row["start"].value),
        int(row["end"].value),
        row["rule"].value,
        float(row["confidence"].value),
    )


def _text(term: Any) -> str | None:
    return None if term is None else str(term.value)


def _ask(store: Store, name: str, node: NamedNode) -> list[Any]:
    values: Mapping[str, NamedNode | Literal] = {"thing": node}
    return list(solutions(store, bound(text("thing", name), values)))
