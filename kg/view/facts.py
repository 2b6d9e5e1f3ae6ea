"""The nouns of the page, and how they are collected from a graph.

All collections come out sorted, so that the same graph gives the same page.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from kg.view.select import Graph, rows

KINDS = ("person", "body", "directive", "event")


@dataclass(frozen=True, slots=True, order=True)
class Value:
    """A value of a detail: plain text, or the IRI of a thing or term that has a label itself."""

    text: str
    iri: bool = False


Details = tuple[tuple[str, Value], ...]


@dataclass(frozen=True, slots=True, order=True)
class Quote:
    """A sentence that something was read from: article IRI, span, words, rule, confidence."""

    article: str
    start: int
    end: int
    exact: str
    rule: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Node:
    """A person, body, directive or event."""

    iri: str
    kind: str
    label: str
    also: tuple[str, ...] = ()
    details: Details = ()
    quotes: tuple[Quote, ...] = ()


@dataclass(frozen=True, slots=True)
class Fact:
    """A relation of two nodes, or of one alone (a post of no body: "Chủ tịch nước")."""

    relation: str
    source: str
    target: str | None
    details: Details = ()
    quotes: tuple[Quote, ...] = ()


@dataclass(frozen=True, slots=True)
class Content:
    """All that one page shows; articles and terms by IRI, nodes and facts in a fixed order."""

    nodes: tuple[Node, ...]
    facts: tuple[Fact, ...]
    articles: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    terms: Mapping[str, tuple[str, str]] = field(default_factory=dict)


def collect(graph: Graph) -> Content:
    """Read the whole page's content from a graph."""
    details, quotes = _details(graph), _quotes(graph)
    nodes = _nodes(graph, details, quotes)
    known = {node.iri for node in nodes}
    return Content(nodes, _facts(graph, known, details, quotes), _articles(graph), _terms(graph))


def _details(graph: Graph) -> dict[str, set[tuple[str, Value]]]:
    """Collect the details of every thing and fact by IRI."""
    from pyoxigraph import NamedNode

    found: dict[str, set[tuple[str, Value]]] = defaultdict(set)
    for about, key, value in rows(graph, "details"):
        found[_key(about)].add((key.value, Value(value.value, isinstance(value, NamedNode))))
    return found


def _quotes(graph: Graph) -> dict[str, set[Quote]]:
    """Collect the evidence of every thing and fact by IRI."""
    found: dict[str, set[Quote]] = defaultdict(set)
    for about, article, start, end, exact, rule, sure in rows(graph, "evidence"):
        quote = Quote(
            article.value,
            int(start.value),
            int(end.value),
            exact.value,
            rule.value if rule else "",
            float(sure.value) if sure else 1.0,
        )
        found[_key(about)].add(quote)
    return found


def _nodes(
    graph: Graph, details: Mapping[str, set[tuple[str, Value]]], quotes: Mapping[str, set[Quote]]
) -> tuple[Node, ...]:
    """Make the nodes; of several labels the longest leads, the others are further names."""
    labels: dict[str, set[str]] = defaultdict(set)
    kinds: dict[str, str] = {}
    for node, kind, label in rows(graph, "nodes"):
        labels[_key(node)].add(label.value)
        kinds[_key(node)] = kind.value
    return tuple(
        _node(iri, kinds[iri], labels[iri], details.get(iri, ()), quotes.get(iri, ()))
        for iri in sorted(kinds)
    )


def _node(
    iri: str,
    kind: str,
    labels: Iterable[str],
    details: Iterable[tuple[str, Value]],
    quotes: Iterable[Quote],
) -> Node:
    """Make one node, its further names apart from its other details."""
    ranked = sorted(labels, key=lambda label: (-len(label), label))
    names = {value.text for key, value in details if key == "also"} | set(ranked)
    also = tuple(sorted(names - {ranked[0]}))
    rest = tuple(sorted(pair for pair in details if pair[0] != "also"))
    return Node(iri, kind, ranked[0], also, rest, tuple(sorted(quotes)))


def _facts(
    graph: Graph,
    known: set[str],
    details: Mapping[str, set[tuple[str, Value]]],
    quotes: Mapping[str, set[Quote]],
) -> tuple[Fact, ...]:
    """Make the facts whose ends are known; one without a fact node has no evidence of its own."""
    found: dict[tuple[str, str, str, str], Fact] = {}
    for fact, source, relation, target in rows(graph, "facts"):
        iri, start, end = _key(fact), _key(source), _key(target)
        if start not in known or (end and end not in known):
            continue
        found[relation.value, start, end, iri] = Fact(
            relation.value,
            start,
            end or None,
            tuple(sorted(details.get(iri, ()))),
            tuple(sorted(quotes.get(iri, ()))),
        )
    return tuple(found[key] for key in sorted(found))


def _articles(graph: Graph) -> dict[str, dict[str, str]]:
    """Collect what is known of every article; of several values the first in order."""
    found: dict[str, dict[str, str]] = defaultdict(dict)
    for article, key, value in rows(graph, "articles"):
        told = found[article.value]
        told[key.value] = min(told.get(key.value, value.value), value.value)
    return {iri: dict(sorted(found[iri].items())) for iri in sorted(found)}


def _terms(graph: Graph) -> dict[str, tuple[str, str]]:
    """Collect the labels of terms as (Vietnamese, English), one standing in for the other."""
    found: dict[str, dict[str, str]] = defaultdict(dict)
    for term, label in rows(graph, "terms"):
        told = found[_key(term)]
        language = label.language or "vi"
        told[language] = min(told.get(language, label.value), label.value)
    return {
        iri: (told.get("vi") or told["en"], told.get("en") or told["vi"])
        for iri, told in sorted(found.items())
    }


def _key(term: Any) -> str:
    """Give a term's IRI (or a blank node's name), and "" for an unbound one."""
    return str(term.value) if term is not None else ""
