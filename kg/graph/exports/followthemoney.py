"""FollowTheMoney entities as JSON lines, for Aleph, OpenSanctions' tools and others.

Schemata as in https://followthemoney.tech. A post held is an Occupancy of a Position, one only
proposed a link; directives are Documents; every relation without a schema of its own is an
UnknownLink with its role. Articles are the proof of what they tell of.
"""

import json
import re
from collections.abc import Callable, Iterable, Iterator
from itertools import chain
from typing import IO, Any, TypeAlias

from kg.graph.exports.answers import Told, answers, beside, named, proven
from kg.graph.names import digest
from kg.graph.store import Store

Entity: TypeAlias = dict[str, Any]

_ID = re.compile(r"[0-9a-zA-Z]([0-9a-zA-Z.-]*[0-9a-zA-Z])?")
_LONGEST = 200  # characters of an id
_TERM = re.compile(r"([0-9]{4})-([0-9]{4})")


def write_followthemoney(store: Store, output: IO[bytes]) -> None:
    """Write one entity a line."""
    for entity in chain.from_iterable(entities(store) for entities in ENTITIES):
        output.write(json.dumps(entity, ensure_ascii=False).encode() + b"\n")


def _id(store: Store, iri: str) -> str:
    """The id of a node: its path where FollowTheMoney takes that, else a hash of it."""
    kind, _, name = iri.removeprefix(store.base).partition("/")
    made = f"{kind}-{name}"
    return made if _ID.fullmatch(made) and len(made) <= _LONGEST else f"{kind}-{digest(iri)}"


def _ids(store: Store, iris: Iterable[str | None]) -> list[str]:
    return [_id(store, iri) for iri in iris if iri]


def _entity(id_: str, schema: str, **properties: str | list[str] | None) -> Entity:
    """An entity with those properties that have values."""
    lists = {k: [v] if isinstance(v, str) else v for k, v in properties.items() if v}
    return {"id": id_, "schema": schema, "properties": lists}


def _made(store: Store, schema: str, role: str | None, **ends: str) -> Entity:
    """A relation of two nodes that has none of its own in the graph."""
    named = {name: _id(store, iri) for name, iri in ends.items()}
    path = digest(schema, role, *named.values())
    return _entity(f"edge-{path}", schema, **named, role=role)


def _articles(store: Store) -> Iterator[Entity]:
    for row in answers(store, "articles"):
        yield _entity(
            _id(store, row["id"] or ""),
            "Article",
            title=row["title"],
            fileName=row["name"],
            author=row["byline"],
            publishedAt=row["published"],
            publisher=row["publisher"],
            sourceUrl=_url(row["url"]),
            language="vie",
        )


def _url(text: str | None) -> str | None:
    return text if text and text.startswith(("http://", "https://")) else None


def _people(store: Store) -> Iterator[Entity]:
    rows = named(store, answers(store, "people"), "foaf:Person")
    for row in proven(store, rows, "foaf:Person"):
        proof = _ids(store, row["sources"])
        yield _entity(
            _id(store, row["id"]), "Person", name=row["name"], alias=row["names"], proof=proof
        )


def _bodies(store: Store) -> Iterator[Entity]:
    rows = named(store, answers(store, "bodies"), "org:Organization")
    for row in proven(store, rows, "org:Organization"):
        yield _entity(
            _id(store, row["id"]),
            "PublicBody" if row["system"] == "state" else "Organization",
            name=row["name"],
            alias=row["names"],
            classification=row["kind_label"],
            proof=_ids(store, row["sources"]),
        )


def _body_parts(store: Store) -> Iterator[Entity]:
    for row in answers(store, "body_parts"):
        yield _made(
            store,
            "Membership",
            "part of",
            member=row["body"] or "",
            organization=row["part_of"] or "",
        )


def _successions(store: Store) -> Iterator[Entity]:
    """Those of bodies; FollowTheMoney has none of territories."""
    bodies = f"{store.base}body/"
    for row in answers(store, "successions"):
        old, new = row["old"] or "", row["new"] or ""
        if old.startswith(bodies) and new.startswith(bodies) and row["new_told"] == "true":
            yield _made(store, "Succession", None, predecessor=old, successor=new)


def _posts(store: Store) -> Iterator[Entity]:
    units = {row["id"]: row["name"] for row in answers(store, "units")}
    areas = {row["body"]: units.get(row["unit"]) for row in answers(store, "body_units")}
    for row in proven(store, answers(store, "posts"), "org:Post"):
        yield _entity(
            _id(store, row["id"]),
            "Position",
            name=row["name"],
            organization=_ids(store, [row["body"]]),
            subnationalArea=areas.get(row["body"]),
            proof=_ids(store, row["sources"]),
        )


def _holdings(store: Store) -> Iterator[Entity]:
    rows = beside(
        answers(store, "holdings"), answers(store, "quotes", "org:Membership"), "quotes", "text"
    )
    for row in proven(store, rows, "org:Membership"):
        person, post = _id(store, row["person"]), _id(store, row["post"])
        told = {
            "startDate": row["since"],
            "endDate": row["until"],
            "description": row["quotes"],
            "proof": _ids(store, row["sources"]),
        }
        if row["status"] == "proposed":
            told |= {"subject": person, "object": post, "role": "proposed"}
            yield _entity(_id(store, row["id"]), "UnknownLink", **told)
            continue
        term = _TERM.fullmatch(row["term"] or "")
        told |= {"holder": person, "post": post, "status": row["status"]}
        told |= {"periodStart": term[1], "periodEnd": term[2]} if term else {}
        yield _entity(_id(store, row["id"]), "Occupancy", **told)


def _directives(store: Store) -> Iterator[Entity]:
    rows = named(store, answers(store, "directives"), "vnkg:Directive")
    for row in proven(store, rows, "vnkg:Directive"):
        yield _entity(
            _id(store, row["id"]),
            "Document",
            title=row["name"],
            fileName=row["number"] or row["name"],
            alias=row["names"],
            date=row["date"],
            summary=row["subject"],
            keywords=row["type"],
            proof=_ids(store, row["sources"]),
        )


def _issuers(store: Store) -> Iterator[Entity]:
    for row in answers(store, "directive_issuers"):
        yield _made(
            store,
            "Documentation",
            "passed by",
            document=row["directive"] or "",
            entity=row["body"] or "",
        )


def _events(store: Store) -> Iterator[Entity]:
    rows = beside(
        answers(store, "events"), answers(store, "event_people"), "people", "person", "event"
    )
    rows = beside(rows, answers(store, "event_organizers"), "organizers", "body", "event")
    for row in proven(store, rows, "schema:Event"):
        yield _entity(
            _id(store, row["id"]),
            "Event",
            name=row["name"],
            startDate=row["date"],
            location=row["place"],
            organizer=_ids(store, row["organizers"]),
            involved=_ids(store, row["people"]),
            proof=_ids(store, row["sources"]),
        )


def _links(store: Store) -> Iterator[Entity]:
    rows = proven(store, answers(store, "links"), "vnkg:Link")
    yield from (_told(store, row, row["subject"], row["relation"], row["object"]) for row in rows)


def _parts(store: Store) -> Iterator[Entity]:
    rows = proven(store, answers(store, "participations"), "vnkg:Participation")
    yield from (_told(store, row, row["person"], row["part"], row["event"]) for row in rows)


def _told(store: Store, row: Told, subject: str, role: str, thing: str) -> Entity:
    """A relation that is a fact of its own, with the articles that tell of it."""
    return _entity(
        _id(store, row["id"]),
        "UnknownLink",
        subject=_id(store, subject),
        object=_id(store, thing),
        role=role,
        proof=_ids(store, row["sources"]),
    )


ENTITIES: tuple[Callable[[Store], Iterator[Entity]], ...] = (
    _articles,
    _people,
    _bodies,
    _body_parts,
    _successions,
    _posts,
    _holdings,
    _directives,
    _issuers,
    _events,
    _parts,
    _links,
)
