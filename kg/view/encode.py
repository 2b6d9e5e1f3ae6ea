"""Content as the page's JSON: tables that refer to each other by number, short names for IRIs.

The shape (every optional key is left out when empty):

    nodes      {id, kind, label, also?, when?, details?, quotes?, mentions?, articles?}
    facts      {id?, relation, source, target?, when?, details?, quotes?}   ends: node numbers
    quotes     [sentence, rule, confidence]                          two numbers of tables
    sentences  [article, start, text]                                a number of the table, …
               mentions counts all sentences where quotes are not all; articles: where these are
    articles   {id, title, date?, publisher?, url?, …}
    when       [first, last]   days, months or years
    details    [key, value]    value: text, {n: node number} or {t: term}
    terms      {term: [Vietnamese, English]}
    levels     {term: [level, unit above or ""]}                     of units and kinds of bodies
"""

import json
import re
import zlib
from base64 import b64encode
from collections.abc import Iterable, Mapping
from typing import Any

from kg.view.content import Content, Fact, Node, Quote, Span, Value, dated, time_of

_TAIL = re.compile(
    r"(?<=/)(?:person|body|directive|event|article|unit|post|membership|link|participation)/[^/\s]+$"
)


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


def pack(data: Any) -> str:
    """Write data as JSON, and that small."""
    return small(json.dumps(data, ensure_ascii=False, separators=(",", ":")))


def small(text: str) -> str:
    """Make a text small (RFC 1951), in letters that end no element (base64)."""
    made = zlib.compressobj(level=9, wbits=-zlib.MAX_WBITS)
    return b64encode(made.compress(text.encode()) + made.flush()).decode()


def encode(content: Content, short: Mapping[str, str]) -> dict[str, Any]:
    """Encode the whole content; articles that nothing comes from are left out."""
    tables = _Tables(content, short)
    nodes = [_node(node, tables) for node in content.nodes]
    facts = [_fact(fact, tables) for fact in content.facts]
    return {
        "nodes": nodes,
        "facts": facts,
        "articles": [
            {"id": short.get(iri, iri), **content.articles.get(iri, {})}
            for iri in tables.articles.numbers
        ],
        "quotes": tables.quotes.values(),
        "sentences": [
            [tables.articles.number(sentence.article), sentence.start, sentence.text]
            for sentence in tables.sentences.numbers
        ],
        "rules": tables.rules.values(),
        "terms": {
            _local(iri, short): content.terms[iri]
            for iri in sorted(tables.terms & content.terms.keys())
        },
        "levels": {
            _local(iri, short): (level, above and _local(above, short))
            for iri, (level, above) in content.levels.items()
            if iri in tables.terms
        },
    }


class _Tables:
    """The tables that fill while nodes and facts are encoded.

    Sentences are numbered in the order of their articles, so that neighbours look alike and the
    page gets smaller.
    """

    def __init__(self, content: Content, short: Mapping[str, str]) -> None:
        """Start with the numbers of the nodes and of the sentences."""
        self.short, self.levels = short, content.levels
        self.nodes = {node.iri: number for number, node in enumerate(content.nodes)}
        self.days = dated(content.nodes)
        self.articles, self.sentences, self.rules, self.quotes = (Table() for _ in range(4))
        self.terms: set[str] = set()
        told = {quote.sentence for node in content.nodes for quote in node.quotes}
        told |= {quote.sentence for fact in content.facts for quote in fact.quotes}
        for sentence in sorted(told):
            self.articles.number(sentence.article)
            self.sentences.number(sentence)

    def quote(self, quote: Quote) -> int:
        """Number a quote, and what it is made of."""
        sentence, rule = self.sentences.number(quote.sentence), self.rules.number(quote.rule)
        return self.quotes.number((sentence, rule, round(quote.confidence, 3)))

    def value(self, value: Value) -> Any:
        """Encode a value: a node by its number, a term by its local name, text as itself."""
        if not value.iri:
            return value.text
        if value.text in self.nodes:
            return {"n": self.nodes[value.text]}
        self._need(value.text)
        return {"t": _local(value.text, self.short)}

    def _need(self, term: str) -> None:
        """Take a term into the page, and the units above it."""
        while term and term not in self.terms:
            self.terms.add(term)
            term = self.levels.get(term, ("", ""))[1]

    def common(self, item: Node | Fact, when: Span | None) -> dict[str, Any]:
        """Encode what nodes and facts have in common."""
        return {
            "when": when,
            "details": [[key, self.value(value)] for key, value in item.details],
            "quotes": [self.quote(quote) for quote in item.quotes],
        }


def _node(node: Node, tables: _Tables) -> dict[str, Any]:
    """Encode a node."""
    told = {"id": tables.short[node.iri], "kind": node.kind, "label": node.label}
    more = {
        "mentions": node.mentions,
        "articles": [tables.articles.number(iri) for iri in node.articles],
    }
    is_whole = node.mentions <= len(node.quotes)
    named = {**told, "also": list(node.also), **tables.common(node, tables.days.get(node.iri))}
    return _lean(named if is_whole else {**named, **more})


def _fact(fact: Fact, tables: _Tables) -> dict[str, Any]:
    """Encode a fact."""
    target = None if fact.target is None else tables.nodes[fact.target]
    ends = {"relation": fact.relation, "source": tables.nodes[fact.source], "target": target}
    told = tables.common(fact, time_of(fact, tables.days))
    return _lean({"id": fact.iri and tables.short[fact.iri], **ends, **told})


def _local(iri: str, short: Mapping[str, str]) -> str:
    """Give an ontology term's local name, or a data term's short name."""
    return iri.rpartition("#")[2] if "#" in iri else short.get(iri, iri)


def _lean(item: dict[str, Any]) -> dict[str, Any]:
    """Leave out what is empty."""
    return {key: value for key, value in item.items() if value not in (None, [], "")}
