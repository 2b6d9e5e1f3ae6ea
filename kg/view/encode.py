"""Content as the page's JSON: tables that refer to each other by number, short names for IRIs.

The shape (every optional key is left out when empty):

    nodes      {id, kind, label, also?, details?, quotes?, x, y}
    facts      {relation, source, target?, details?, quotes?}     source and target: node numbers
    quotes     [article, start, end, sentence, rule, confidence]   three numbers of tables
    articles   {id, title, date?, publisher?, url?, …}
    details    [key, value]    value: text, {n: node number} or {t: term}
"""

import re
from collections.abc import Iterable, Mapping
from typing import Any

from kg.view.facts import Content, Fact, Node, Quote, Value

_TAIL = re.compile(r"(?<=/)(?:person|body|directive|event|article|unit)/[^/\s]+$")


class Table:
    """Distinct values in order of arrival, each known by its number."""

    def __init__(self) -> None:
        """Start empty."""
        self.numbers: dict[Any, int] = {}

    def number(self, value: Any) -> int:
        """Give a value's number, a new one the first time."""
        return self.numbers.setdefault(value, len(self.numbers))

    def values(self) -> list[Any]:
        """Give all values by number."""
        return list(self.numbers)


def names(iris: Iterable[str]) -> dict[str, str]:
    """Give every IRI a short name, "person/…" where that is still free, else itself."""
    found: dict[str, str] = {}
    for iri in sorted(set(iris)):
        tail = _TAIL.search(iri)
        found.setdefault(tail.group() if tail else iri, iri)
    short = {iri: name for name, iri in found.items()}
    return {iri: short.get(iri, iri) for iri in sorted(set(iris))}


def encode(
    content: Content, short: Mapping[str, str], places: Mapping[str, tuple[int, int]]
) -> dict[str, Any]:
    """Encode the whole content; articles that no quote comes from are left out."""
    tables = _Tables({node.iri: number for number, node in enumerate(content.nodes)})
    nodes = [_node(node, short[node.iri], places[node.iri], tables) for node in content.nodes]
    facts = [_fact(fact, tables) for fact in content.facts]
    articles = [
        {"id": short.get(iri, iri), **content.articles.get(iri, {})}
        for iri in tables.articles.values()
    ]
    return {
        "nodes": nodes,
        "facts": facts,
        "articles": articles,
        "quotes": tables.quotes.values(),
        "sentences": tables.sentences.values(),
        "rules": tables.rules.values(),
        "terms": {
            _local(iri): content.terms[iri] for iri in sorted(tables.terms & content.terms.keys())
        },
    }


class _Tables:
    """The tables that fill while nodes and facts are encoded."""

    def __init__(self, nodes: Mapping[str, int]) -> None:
        """Start with the numbers of the nodes."""
        self.nodes = nodes
        self.articles, self.sentences, self.rules, self.quotes = (Table() for _ in range(4))
        self.terms: set[str] = set()

    def quote(self, quote: Quote) -> int:
        """Number a quote, and what it is made of."""
        article = self.articles.number(quote.article)
        sentence, rule = self.sentences.number(quote.exact), self.rules.number(quote.rule)
        confidence = round(quote.confidence, 3)
        return self.quotes.number((article, quote.start, quote.end, sentence, rule, confidence))

    def value(self, value: Value) -> Any:
        """Encode a value: a node by its number, a term by its local name, text as itself."""
        if not value.iri:
            return value.text
        if value.text in self.nodes:
            return {"n": self.nodes[value.text]}
        self.terms.add(value.text)
        return {"t": _local(value.text)}

    def common(self, item: Node | Fact) -> dict[str, Any]:
        """Encode what nodes and facts have in common."""
        return {
            "details": [[key, self.value(value)] for key, value in item.details],
            "quotes": [self.quote(quote) for quote in item.quotes],
        }


def _node(node: Node, name: str, place: tuple[int, int], tables: _Tables) -> dict[str, Any]:
    """Encode a node."""
    told = {"id": name, "kind": node.kind, "label": node.label, "also": list(node.also)}
    return _lean({**told, **tables.common(node), "x": place[0], "y": place[1]})


def _fact(fact: Fact, tables: _Tables) -> dict[str, Any]:
    """Encode a fact."""
    target = None if fact.target is None else tables.nodes[fact.target]
    ends = {"relation": fact.relation, "source": tables.nodes[fact.source], "target": target}
    return _lean({**ends, **tables.common(fact)})


def _local(iri: str) -> str:
    """Give an ontology term's local name, or a data term's path."""
    return iri.rpartition("#")[2] if "#" in iri else iri


def _lean(item: dict[str, Any]) -> dict[str, Any]:
    """Leave out what is empty."""
    return {key: value for key, value in item.items() if value not in (None, [], "")}
