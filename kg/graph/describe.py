"""From what one article says to quads in its named graph.

Entities stand under the paths that identity gives them; facts under a hash of their content,
so that the same fact of two articles is one node with two pieces of evidence. When a fact
was seen, where, and how it was spelt are no part of that content.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TypeAlias

from pyoxigraph import Literal, NamedNode, Quad

from kg.graph.names import article_path, digest, event_name
from kg.graph.namespaces import BASE, VOCABULARIES, iri
from kg.model import (
    Body,
    Directive,
    EntityKind,
    Event,
    Evidence,
    Identity,
    Link,
    LinkType,
    Membership,
    Mention,
    Person,
    Reading,
    Unit,
)
from kg.text import slug, unaccent

Value: TypeAlias = NamedNode | Literal | str | None
Triple: TypeAlias = tuple[NamedNode, str, Value]

RELATIONS: dict[LinkType, str] = {
    "implements": "vnkg:implements",
    "guides": "vnkg:guides",
    "amends": "vnkg:amends",
    "carries_out": "vnkg:carriesOut",
    "presents": "vnkg:presents",
}
HOLDING = frozenset(("current", "starts", "acting"))
_DATES = {4: "xsd:gYear", 7: "xsd:gYearMonth", 10: "xsd:date"}


def describe(reading: Reading, identity: Identity, base: str = BASE) -> Iterator[Quad]:
    """The quads of one article, all in the graph named by the article's IRI, none twice."""
    page = _Page(reading, identity, base)
    seen: dict[Quad, None] = {}
    for subject, predicate, value in _triples(page):
        if value is not None:
            thing = Literal(value) if isinstance(value, str) else value
            seen[Quad(subject, iri(predicate), thing, page.article)] = None
    return iter(seen)


@dataclass(frozen=True)
class _Page:
    """A reading with the means to name its nodes."""

    reading: Reading
    identity: Identity
    base: str

    def node(self, path: str) -> NamedNode:
        return NamedNode(self.base + path)

    @cached_property
    def article(self) -> NamedNode:
        return self.node(article_path(self.reading.article.id))

    @cached_property
    def directive_labels(self) -> dict[str, str]:
        return {d.id: directive_label(d) for d in self.reading.directives}

    @cached_property
    def people(self) -> frozenset[str]:
        return frozenset(p.name for p in self.reading.persons)

    def entity(self, kind: EntityKind, name: str) -> NamedNode:
        return self.node(self.identity[Mention(self.reading.article.id, kind, name)])

    def person(self, name: str) -> NamedNode:
        return self.entity("person", name)

    def body(self, name: str | None) -> NamedNode | None:
        return None if name is None else self.entity("body", name)

    def unit(self, unit: Unit | None) -> NamedNode | None:
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


def _triples(page: _Page) -> Iterator[Triple]:
    reading = page.reading
    yield from _article(page)
    for person in reading.persons:
        yield from _person(page, person)
    for body in reading.bodies:
        yield from _body(page, body)
    for membership in reading.memberships:
        yield from _membership(page, membership)
    for directive in reading.directives:
        yield from _directive(page, directive)
    for link in reading.links:
        yield from _link(page, link)
    for index, event in enumerate(reading.events):
        yield from _event(page, event_name(index), event)


def _article(page: _Page) -> Iterator[Triple]:
    node, article = page.article, page.reading.article
    title = article.title or article.id
    yield node, "rdf:type", iri("schema:NewsArticle")
    yield node, "dcterms:identifier", article.id
    yield node, "rdfs:label", title
    yield node, "schema:headline", title
    yield node, "schema:datePublished", partial_date(article.published)
    yield node, "schema:publisher", article.publisher
    yield node, "schema:url", article.url
    yield node, "schema:inLanguage", "vi"
    yield node, "vnkg:dateline", article.dateline
    yield node, "vnkg:byline", article.byline


def _person(page: _Page, person: Person) -> Iterator[Triple]:
    node = page.person(person.name)
    yield node, "rdf:type", iri("foaf:Person")
    yield node, "rdfs:label", person.name
    yield node, "foaf:name", person.name
    yield node, "skos:hiddenLabel", unaccent(person.name)
    for alias in person.aliases:
        if alias != person.name:
            yield node, "skos:altLabel", alias
    yield from _evidence(page, node, person.evidence)


def _body(page: _Page, body: Body) -> Iterator[Triple]:
    node = page.entity("body", body.name)
    yield node, "rdf:type", iri("org:Organization")
    yield node, "rdfs:label", body.name
    yield node, "skos:prefLabel", body.name
    yield node, "skos:hiddenLabel", unaccent(body.name)
    yield node, "org:classification", _concept(body.kind)
    yield node, "org:subOrganizationOf", page.body(body.within)
    yield node, "vnkg:serves", page.unit(body.unit)
    yield from _evidence(page, node, body.evidence)
    if body.unit is not None:
        yield from _unit(page, body.unit)


def _unit(page: _Page, unit: Unit) -> Iterator[Triple]:
    node = page.entity("unit", unit.path)
    yield node, "rdf:type", iri("vnkg:AdministrativeUnit")
    yield node, "rdfs:label", unit.path
    yield node, "skos:prefLabel", unit.path
    yield node, "skos:hiddenLabel", unaccent(unit.path)
    yield node, "vnkg:level", iri(f"vnkg:level-{unit.level}")
    yield node, "vnkg:code", unit.code
    yield node, "vnkg:partOf", page.unit(unit.parent)
    yield node, "prov:wasDerivedFrom", page.article
    if unit.parent is not None:
        yield from _unit(page, unit.parent)


def _membership(page: _Page, fact: Membership) -> Iterator[Triple]:
    person, body = page.person(fact.person), page.body(fact.body)
    decider = page.body(fact.decided_by)
    path = digest(
        person.value,
        fact.role,
        body and body.value,
        fact.status,
        fact.since,
        fact.until,
        fact.term,
        decider and decider.value,
    )
    node = page.node(f"membership/{path}")
    role = f"{fact.role} {fact.body}" if fact.body else fact.role
    yield node, "rdf:type", iri("org:Membership")
    yield node, "rdfs:label", f"{fact.person}: {role}"
    yield node, "org:member", person
    yield node, "org:organization", body
    yield node, "org:role", _concept(fact.concept)
    yield node, "vnkg:roleLabel", fact.role
    yield node, "vnkg:status", iri(f"vnkg:status-{fact.status}")
    yield node, "vnkg:since", partial_date(fact.since)
    yield node, "vnkg:until", partial_date(fact.until)
    yield node, "vnkg:term", fact.term
    yield node, "vnkg:decidedBy", decider
    yield node, "vnkg:observedOn", partial_date(page.reading.article.published)
    yield from _evidence(page, node, fact.evidence)
    post = _post_node(page, fact, body)
    yield node, "vnkg:post", post
    if fact.status in HOLDING:
        yield person, "org:holds", post
    yield from _post(page, post, fact, body, role)


def _post_node(page: _Page, fact: Membership, body: NamedNode | None) -> NamedNode:
    of = "" if body is None else "-" + body.value.rpartition("/")[2]
    return page.node(f"post/{slug(fact.role)}{of}")


def _post(
    page: _Page, post: NamedNode, fact: Membership, body: NamedNode | None, label: str
) -> Iterator[Triple]:
    yield post, "rdf:type", iri("org:Post")
    yield post, "rdfs:label", label
    yield post, "org:role", _concept(fact.concept)
    yield post, "vnkg:roleLabel", fact.role
    yield post, "org:postIn", body
    yield post, "prov:wasDerivedFrom", page.article


def _directive(page: _Page, directive: Directive) -> Iterator[Triple]:
    node = page.entity("directive", directive.id)
    label = directive_label(directive)
    yield node, "rdf:type", iri("vnkg:Directive")
    yield node, "rdfs:label", label
    yield node, "skos:prefLabel", label
    yield node, "skos:hiddenLabel", unaccent(label)
    if directive.name != label:
        yield node, "skos:altLabel", directive.name
    yield node, "vnkg:name", directive.name
    yield node, "vnkg:typeLabel", directive.type
    yield node, "eli:type_document", _concept(directive.concept)
    yield node, "eli:id_local", directive.number
    yield node, "eli:date_document", partial_date(directive.date)
    yield node, "eli:passed_by", page.body(directive.issuer)
    yield node, "dcterms:title", directive.subject
    yield node, "vnkg:term", directive.term
    yield from _evidence(page, node, directive.evidence)


def _link(page: _Page, link: Link) -> Iterator[Triple]:
    source, source_label = page.end(link.source)
    target, target_label = page.end(link.target)
    relation = RELATIONS[link.type]
    node = page.node(f"link/{digest(source.value, link.type, target.value)}")
    yield source, relation, target
    yield node, "rdf:type", iri("vnkg:Link")
    yield node, "rdfs:label", f"{source_label} → {target_label}"
    yield node, "rdf:subject", source
    yield node, "rdf:predicate", iri(relation)
    yield node, "rdf:object", target
    yield from _evidence(page, node, link.evidence)


def _event(page: _Page, name: str, event: Event) -> Iterator[Triple]:
    node = page.entity("event", name)
    label = f"{event.type}, {event.date}" if event.date else event.type
    yield node, "rdf:type", iri("schema:Event")
    yield node, "rdfs:label", label
    yield node, "vnkg:eventKind", event.type
    yield node, "schema:startDate", partial_date(event.date)
    yield node, "vnkg:place", event.place
    yield node, "schema:organizer", page.body(event.organizer)
    yield from _evidence(page, node, event.evidence)
    for share in event.participants:
        person = page.person(share.person)
        part = page.node(f"participation/{digest(node.value, person.value, share.part)}")
        yield node, "schema:attendee", person
        yield part, "rdf:type", iri("vnkg:Participation")
        yield part, "rdfs:label", f"{share.person}: {label}"
        yield part, "vnkg:event", node
        yield part, "vnkg:participant", person
        yield part, "vnkg:part", iri(f"vnkg:part-{share.part}")
        yield from _evidence(page, part, share.evidence)


def _evidence(page: _Page, node: NamedNode, evidence: Iterable[Evidence]) -> Iterator[Triple]:
    yield node, "prov:wasDerivedFrom", page.article
    text = page.reading.article.text
    for item in evidence:
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


def _concept(name: str | None) -> NamedNode | None:
    return NamedNode(VOCABULARIES["vnkg"] + name) if name else None
