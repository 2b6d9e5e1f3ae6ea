"""Entities as triples: the article itself, persons, bodies, units and directives."""

from collections.abc import Iterator

from kg.graph.namespaces import iri
from kg.graph.page import Page, Triple, concept, directive_label, evidence, partial_date
from kg.model import Body, Directive, Person, Unit
from kg.text import unaccent


def article_triples(page: Page) -> Iterator[Triple]:
    """The article, whose node also names the graph."""
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


def person_triples(page: Page, person: Person) -> Iterator[Triple]:
    """A person, with names that a search finds without accents."""
    node = page.person(person.name)
    yield node, "rdf:type", iri("foaf:Person")
    yield node, "rdfs:label", person.name
    yield node, "foaf:name", person.name
    yield node, "skos:hiddenLabel", unaccent(person.name)
    for alias in person.aliases:
        if alias != person.name:
            yield node, "skos:altLabel", alias
    yield from evidence(page, node, person.evidence)


def body_triples(page: Page, body: Body) -> Iterator[Triple]:
    """A body, what it is part of, and the unit it serves with all units above that."""
    node = page.entity("body", body.name)
    yield node, "rdf:type", iri("org:Organization")
    yield node, "rdfs:label", body.name
    yield node, "skos:prefLabel", body.name
    yield node, "skos:hiddenLabel", unaccent(body.name)
    yield node, "org:classification", concept(body.kind)
    yield node, "org:subOrganizationOf", page.body(body.within)
    yield node, "vnkg:serves", page.unit(body.unit)
    yield from evidence(page, node, body.evidence)
    if body.unit is not None:
        yield from unit_triples(page, body.unit)


def unit_triples(page: Page, unit: Unit) -> Iterator[Triple]:
    """An administrative unit, and what it lies in."""
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
        yield from unit_triples(page, unit.parent)


def directive_triples(page: Page, directive: Directive) -> Iterator[Triple]:
    """A directive as the article tells of it."""
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
    yield node, "eli:type_document", concept(directive.concept)
    yield node, "eli:id_local", directive.number
    yield node, "eli:date_document", partial_date(directive.date)
    yield node, "eli:passed_by", page.body(directive.issuer)
    yield node, "dcterms:title", directive.subject
    yield node, "vnkg:term", directive.term
    yield from evidence(page, node, directive.evidence)
