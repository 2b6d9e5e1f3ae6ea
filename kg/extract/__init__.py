"""From an article to what it says: a pure function, without state, order or network."""

from kg.extract.citations import citations
from kg.extract.events import events
from kg.extract.links import links
from kg.extract.page import lay_open
from kg.extract.people import people
from kg.extract.places import Places
from kg.extract.posts import posts
from kg.extract.registry import Registry
from kg.extract.scan import scan
from kg.model import Article, Reading

__all__ = ["extract"]


def extract(article: Article) -> Reading:
    """All that an article says, each fact with the sentence and the rule it was read by."""
    page = lay_open(article)
    told = people(page, scan(page))
    places = Places(page, told.rows)
    registry = Registry(page, places, told.rows)
    cited = citations(page, told.rows, registry)
    memberships = posts(page, told.rows, cited, registry)
    return Reading(
        article=article,
        persons=told.persons,
        bodies=tuple(registry.bodies.values()),
        memberships=memberships,
        directives=cited.directives,
        links=links(page, told.rows, cited, registry),
        events=events(page, told.rows, registry),
    )
