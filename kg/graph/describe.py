"""From what one article says to quads in its named graph."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain

from pyoxigraph import Literal, Quad

from kg.graph import entities, statements
from kg.graph.names import article_path, event_name
from kg.graph.namespaces import BASE, iri
from kg.graph.page import Page, Triple, concept
from kg.model import Identity, Mention, Reading, Succession


def describe(
    reading: Reading,
    identity: Identity,
    base: str = BASE,
    own: Mapping[Mention, str] | None = None,
    successions: Iterable[Succession] = (),
    first: str | None = None,
) -> Iterator[Quad]:
    """The quads of one article, all in the graph named by the article's IRI, none twice.

    `own` are the paths that mentions have of their own; where another one stands for the
    entity, the own one points to it, so that no IRI that was once given is lost. Bodies and
    units point to those that followed them, and an article to the first that has its text.
    """
    page = Page(reading, identity, base)
    seen: dict[Quad, None] = {}
    for subject, predicate, value in chain(
        _triples(page), _others(page, own or {}), _followers(page, successions), _first(page, first)
    ):
        if value is not None:
            thing = Literal(value) if isinstance(value, str) else value
            seen[Quad(subject, iri(predicate), thing, page.article)] = None
    return iter(seen)


def _first(page: Page, first: str | None) -> Iterator[Triple]:
    """The article whose text this one has, if it is another one."""
    if first not in (None, page.reading.article.id):
        yield page.article, "vnkg:retells", page.node(article_path(str(first)))


def _others(page: Page, own: Mapping[Mention, str]) -> Iterator[Triple]:
    """Other IRIs of the entities that the article tells of."""
    for mention, path in own.items():
        if path != page.identity[mention]:
            yield page.node(path), "owl:sameAs", page.node(page.identity[mention])


def _followers(page: Page, successions: Iterable[Succession]) -> Iterator[Triple]:
    """What the article's bodies and units were followed by, which need not be told of itself."""
    for succession in successions:
        old, new = page.node(page.identity[succession.mention]), page.node(succession.path)
        yield old, "dcterms:isReplacedBy", new
        yield old, "vnkg:replacedIn", concept(succession.concept)
        yield new, "rdfs:label", succession.name


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
