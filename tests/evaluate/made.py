"""Hand-made facts in the shape of gold, and items of one kind."""

from typing import Any

from kg.evaluate import Facts, Item, facts_of

Raw = dict[str, Any]


def raw(name: str = "a", **lists: Any) -> Raw:
    """The JSON of an article that says only what is given."""
    empty: Raw = {"article": name, "published": None, "persons": [], "organizations": []}
    empty |= {"positions": [], "directives": [], "links": [], "events": []}
    return empty | lists


def facts(**lists: Any) -> Facts:
    """The facts of that article."""
    return facts_of(raw(**lists))


def post(person: str, role: str, organization: str | None, **more: Any) -> Raw:
    """A position that is current."""
    rest = {"status": "current", "since": None, "until": None}
    return {"person": person, "role": role, "organization": organization, **rest, **more}


def directive(id_: str, type_: str, number: str | None = None, **more: Any) -> Raw:
    """A directive that is named by type and number."""
    rest = {"date": None, "issuer": None, "subject": None, "name": f"{type_} {number or ''}"}
    return {"id": id_, "type": type_, "number": number, **rest, **more}


def link(source: str, type_: str, target: str, **more: Any) -> Raw:
    """A link between two ends."""
    return {"from": source, "type": type_, "to": target, **more}


def event(**people: str) -> Raw:
    """An event with persons, named by one word, in their parts."""
    shares = [{"person": person, "as": part} for person, part in people.items()]
    rest = {"date": None, "place": None, "organizer": None}
    return {"type": "hội nghị", **rest, "participants": shares}


def item(**fields: str) -> Item:
    """One item."""
    return Item(fields)
