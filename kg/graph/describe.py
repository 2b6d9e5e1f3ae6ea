"""From what one article says to quads in its named graph."""

from collections.abc import Iterator

from pyoxigraph import Literal, Quad

from kg.graph import entities, statements
from kg.graph.names import event_name
from kg.graph.namespaces import BASE, iri
from kg.graph.page import Page, Triple
from kg.model import Identity, Reading


def describe(reading: Reading, identity: Identity, base: str = BASE) -> Iterator[Quad]:
    """The quads of one article, all in the graph named by the article's IRI, none twice."""
    page = Page(reading, identity, base)
    seen: dict[Quad, None] = {}
    for subject, predicate, value in _triples(page):
        if value is not None:
            thing = Literal(value) if isinstance(value, str) else value
            seen[Quad(subject, iri(predicate), thing, page.article)] = None
    return iter(seen)


def _triples(page: Page) -> Iterator[Triple]:
    reading = page.reading
    yield from entities.article_triples(page)
    for person in reading.persons:
        yield from entities.person_triples(page, person)
    for body in reading.bodies:
        yield from entities.body_triples(page, body)
    for membership in reading.memberships:
        yield from statements.membership_triples(page, membership)
    for directive in reading.directives:
        yield from entities.directive_triples(page, directive)
    for link in reading.links:
        yield from statements.link_triples(page, link)
    for index, event in enumerate(reading.events):
        yield from statements.event_triples(page, event_name(index), event)
