"""What describing an article needs: names for its nodes, dates, labels, and its evidence."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TypeAlias

from pyoxigraph import Literal, NamedNode

from kg.graph.names import article_path, digest
from kg.graph.namespaces import VOCABULARIES, iri
from kg.model import Directive, EntityKind, Evidence, Identity, Mention, Reading, Unit

Value: TypeAlias = NamedNode | Literal | str | None
Triple: TypeAlias = tuple[NamedNode, str, Value]
"""Subject, prefixed name of the property, value; a str is a plain literal, None is left out."""

_DATES = {4: "xsd:gYear", 7: "xsd:gYearMonth", 10: "xsd:date"}


@dataclass(frozen=True)
class Page:
    """A reading with the means to name its nodes."""

    reading: Reading
    identity: Identity
    base: str

    def node(self, path: str) -> NamedNode:
        """The node at a path under the base."""
        return NamedNode(self.base + path)

    @cached_property
    def article(self) -> NamedNode:
        """The article's node."""
        return self.node(article_path(self.reading.article.id))

    @cached_property
    def directive_labels(self) -> dict[str, str]:
        """What directives are called in short, by their ids."""
        return {d.id: directive_label(d) for d in self.reading.directives}

    @cached_property
    def people(self) -> frozenset[str]:
        """The names of all persons."""
        return frozenset(p.name for p in self.reading.persons)

    def entity(self, kind: EntityKind, name: str) -> NamedNode:
        """The node that identity gives a mention; KeyError if it is not told of."""
        return self.node(self.identity[Mention(self.reading.article.id, kind, name)])

    def person(self, name: str) -> NamedNode:
        """The node of a person."""
        return self.entity("person", name)

    def body(self, name: str | None) -> NamedNode | None:
        """The node of a body, if there is one."""
        return None if name is None else self.entity("body", name)

    def unit(self, unit: Unit | None) -> NamedNode | None:
        """The node of an administrative unit, if there is one."""
        return None if unit is None else self.entity("unit", unit.path)

    def end(self, name: str) -> tuple[NamedNode, str]:
        """One end of a link, by a directive's id, a person's or a body's name; with its label."""
        if name in self.directive_labels:
            return self.entity("directive", name), self.directive_labels[name]
        return self.entity("person" if name in self.people else "body", name), name


def partial_date(text: str | None) -> Literal | None:
    """An ISO date of any precision as xsd:gYear, xsd:gYearMonth or xsd:date."""
    if text is None:
        return None
    return Literal(text, datatype=iri(_DATES[len(text)])) if len(text) in _DATES else Literal(text)


def directive_label(directive: Directive) -> str:
    """How a directive is called in short: "Nghị quyết 21-NQ/TW", else its name."""
    return f"{directive.type} {directive.number}" if directive.number else directive.name


def concept(name: str | None) -> NamedNode | None:
    """The node of a concept of the ontology by its local name."""
    return NamedNode(VOCABULARIES["vnkg"] + name) if name else None


def evidence(page: Page, node: NamedNode, seen: Iterable[Evidence]) -> Iterator[Triple]:
    """The article that tells of a node, and each sentence that does with its place."""
    yield node, "prov:wasDerivedFrom", page.article
    text = page.reading.article.text
    for item in seen:
        start, end = item.span.start, item.span.end
        path = digest(page.article.value, start, end, item.rule, item.confidence)
        proof = page.node(f"evidence/{path}")
        selector = NamedNode(f"{page.article.value}#char={start},{end}")
        yield node, "vnkg:evidence", proof
        yield proof, "rdf:type", iri("vnkg:Evidence")
        yield proof, "oa:hasSource", page.article
        yield proof, "oa:hasSelector", selector
        yield proof, "vnkg:rule", item.rule
        yield proof, "vnkg:confidence", _typed(f"{item.confidence:.2f}", "xsd:decimal")
        yield selector, "rdf:type", iri("oa:TextPositionSelector")
        yield selector, "rdf:type", iri("oa:TextQuoteSelector")
        yield selector, "oa:start", _typed(str(start), "xsd:integer")
        yield selector, "oa:end", _typed(str(end), "xsd:integer")
        yield selector, "oa:exact", text[start:end]


def _typed(value: str, datatype: str) -> Literal:
    return Literal(value, datatype=iri(datatype))
