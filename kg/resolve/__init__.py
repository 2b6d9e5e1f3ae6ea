"""Identity: which persons, bodies, units, directives and events of all articles are the same.

Decided in one pass over all readings, from their contents alone: the order in which they
come changes nothing. A wrong merge is worse than a missed one.
"""

from collections.abc import Iterable

from kg.model import Identity, Mention, Reading
from kg.resolve.bodies import bodies, units
from kg.resolve.complete import complete
from kg.resolve.directives import directives
from kg.resolve.events import events
from kg.resolve.persons import persons

__all__ = ["complete", "resolve"]


def resolve(readings: Iterable[Reading]) -> Identity:
    """The path of every mention's entity under the base, for all mentions of all readings."""
    ordered = sorted(readings, key=lambda reading: reading.article.id)
    identity: dict[Mention, str] = {}
    identity.update(units(ordered))
    identity.update(bodies(ordered))
    identity.update(persons(ordered, identity))
    identity.update(directives(ordered, identity))
    identity.update(events(ordered, identity))
    return identity
