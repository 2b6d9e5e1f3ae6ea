"""Popolo JSON: people, organizations, posts, memberships, events and areas, http://popoloproject.com.

Popolo has no place for directives, and none for how a membership stands: `status` is added, as
the specification allows, since a former or only proposed one must not be taken for another.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import IO, Any, TypeAlias
from urllib.parse import quote

from kg.graph.exports.answers import Told, answers, beside, named, proven
from kg.graph.store import Store

Item: TypeAlias = dict[str, Any]
Articles: TypeAlias = Mapping[str, Item]
"""What stands for each article, by its IRI, among the sources of an item."""

_URI = "!#$%&'()*+,/:;=?@[]~"  # kept as they are beside letters and digits of ASCII, "-._"


def write_popolo(store: Store, output: IO[bytes]) -> None:
    """Write one JSON object with a list for each class, one item a line."""
    articles = {row["id"] or "": _source(row) for row in answers(store, "articles")}
    start = b"{"
    for name, items in SECTIONS.items():
        output.write(start + b"\n" + json.dumps(name).encode() + b": [")
        comma = b"\n"
        for item in items(store, articles):
            output.write(comma + json.dumps(item, ensure_ascii=False).encode())
            comma = b",\n"
        output.write(b"\n]")
        start = b","
    output.write(b"\n}\n")


def _source(row: Mapping[str, str | None]) -> Item:
    url = row["url"] or ""
    address = url if url.startswith(("http://", "https://")) else row["id"]
    return _item(url=quote(address or "", safe=_URI), note=row["title"])


def _item(**told: object) -> Item:
    """An item with what is known."""
    return {name: value for name, value in told.items() if value not in (None, [])}


def _sources(articles: Articles, row: Told) -> list[Item]:
    return [articles[article] for article in row["sources"] if article in articles]


def _others(row: Told) -> list[Item]:
    return [{"name": name} for name in row["names"]]


def _firsts(
    rows: Iterable[Mapping[str, str | None]], key: str, value: str
) -> dict[str | None, Any]:
    """The first value of each key: Popolo has room for one."""
    firsts: dict[str | None, Any] = {}
    for row in rows:
        firsts.setdefault(row[key], row[value])
    return firsts


def _persons(store: Store, articles: Articles) -> Iterator[Item]:
    rows = named(store, answers(store, "people"), "foaf:Person")
    for row in proven(store, rows, "foaf:Person"):
        yield _item(
            id=row["id"],
            name=row["name"],
            other_names=_others(row),
            sources=_sources(articles, row),
        )


def _organizations(store: Store, articles: Articles) -> Iterator[Item]:
    parents = _firsts(answers(store, "body_parts"), "body", "part_of")
    areas = _firsts(answers(store, "body_units"), "body", "unit")
    rows = named(store, answers(store, "bodies"), "org:Organization")
    for row in proven(store, rows, "org:Organization"):
        yield _item(
            id=row["id"],
            name=row["name"],
            other_names=_others(row),
            classification=row["kind_label"],
            parent_id=parents.get(row["id"]),
            area_id=areas.get(row["id"]),
            sources=_sources(articles, row),
        )


def _posts(store: Store, articles: Articles) -> Iterator[Item]:
    for row in proven(store, answers(store, "posts"), "org:Post"):
        yield _item(
            id=row["id"],
            label=row["name"],
            role=row["role"],
            organization_id=row["body"],
            sources=_sources(articles, row),
        )


def _memberships(store: Store, articles: Articles) -> Iterator[Item]:
    for row in proven(store, answers(store, "holdings"), "org:Membership"):
        yield _item(
            id=row["id"],
            label=row["name"],
            role=row["role"],
            person_id=row["person"],
            organization_id=row["body"],
            post_id=row["post"],
            start_date=row["since"],
            end_date=row["until"],
            status=row["status"],
            sources=_sources(articles, row),
        )


def _events(store: Store, articles: Articles) -> Iterator[Item]:
    organizers = _firsts(answers(store, "event_organizers"), "event", "body")
    people = ({**row, "who": row} for row in answers(store, "event_people"))
    rows = beside(answers(store, "events"), people, "people", "who", "event")
    for row in proven(store, rows, "schema:Event"):
        yield _item(
            id=row["id"],
            name=row["name"],
            classification=row["kind"],
            start_date=row["date"],
            location=row["place"],
            organization_id=organizers.get(row["id"]),
            attendees=[{"id": who["person"], "name": who["name"]} for who in row["people"]],
            sources=_sources(articles, row),
        )


def _areas(store: Store, articles: Articles) -> Iterator[Item]:
    parents = _firsts(answers(store, "unit_parts"), "unit", "part_of")
    for row in proven(store, answers(store, "units"), "vnkg:AdministrativeUnit"):
        yield _item(
            id=row["id"],
            name=row["name"],
            identifier=row["code"],
            classification=row["level"],
            parent_id=parents.get(row["id"]),
            sources=_sources(articles, row),
        )


SECTIONS: Mapping[str, Callable[[Store, Articles], Iterator[Item]]] = {
    "persons": _persons,
    "organizations": _organizations,
    "posts": _posts,
    "memberships": _memberships,
    "events": _events,
    "areas": _areas,
}
