"""A reading in which every person and body that a fact names is listed as well."""

from collections.abc import Iterator
from dataclasses import replace

from kg.model import Body, Evidence, Person, Reading


def complete(reading: Reading) -> Reading:
    """Add the persons and bodies that only facts name; drop links to what is nowhere told.

    A body so added is of this article alone, since nothing is known of it but its name.
    """
    people = {person.name for person in reading.persons}
    persons = [
        Person(n, (), e) for n, e in dict(_named_persons(reading)).items() if n not in people
    ]
    known = {body.name for body in reading.bodies}
    bodies = [
        Body(n, "", local=True, evidence=e)
        for n, e in dict(_named_bodies(reading)).items()
        if n not in known
    ]
    ids = {item.id for item in reading.directives}
    ends = ids | people | known | {p.name for p in persons} | {b.name for b in bodies}
    links = tuple(link for link in reading.links if {link.source, link.target} <= ends)
    if not persons and not bodies and len(links) == len(reading.links):
        return reading
    return replace(
        reading,
        persons=reading.persons + tuple(persons),
        bodies=reading.bodies + tuple(bodies),
        links=links,
    )


def _named_persons(reading: Reading) -> Iterator[tuple[str, tuple[Evidence, ...]]]:
    for membership in reading.memberships:
        yield membership.person, membership.evidence
    for event in reading.events:
        for share in event.participants:
            yield share.person, share.evidence


def _named_bodies(reading: Reading) -> Iterator[tuple[str, tuple[Evidence, ...]]]:
    for body in reading.bodies:
        if body.within:
            yield body.within, body.evidence
    for membership in reading.memberships:
        for name in (membership.body, membership.decided_by):
            if name:
                yield name, membership.evidence
    for directive in reading.directives:
        if directive.issuer:
            yield directive.issuer, directive.evidence
    for event in reading.events:
        if event.organizer:
            yield event.organizer, event.evidence
