"""What an article says, fact by fact: each in one readable line, with its evidence."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from kg.evaluate.facts import Fields, directive_title
from kg.model import Directive, Evidence, Link, Reading

Optional: TypeAlias = str | None


@dataclass(frozen=True, slots=True)
class Told:
    """A fact as a reading tells it; `fields` are those of gold files, and some more."""

    kind: str
    fields: Fields
    evidence: tuple[Evidence, ...]

    @property
    def content(self) -> str:
        """What it says, without dates and status."""
        return content(self.kind, self.fields)

    @property
    def line(self) -> str:
        """What it says, of a position the status as well."""
        return line(self.kind, self.fields)

    @property
    def details(self) -> str:
        """Status, dates and the like, "" where it has none: "former, since 2015, until 2020"."""
        return ", ".join(
            value if name in _PLAIN else f"{_WORDS.get(name, name)} {value}"
            for name, value in self.fields.items()
            if name in _DETAILS[self.kind]
        )


_DETAILS: Mapping[str, tuple[str, ...]] = {
    "person": (),
    "organization": ("within", "unit"),
    "position": ("status", "since", "until", "term", "decided_by", "decision"),
    "directive": ("date", "issuer", "subject", "term"),
    "link": (),
    "event": ("date", "place", "organizer"),
    "participant": (),
}
_PLAIN = frozenset(("status", "date", "unit"))
_WORDS = {
    "decided_by": "by",
    "decision": "under",
    "issuer": "by",
    "organizer": "by",
    "place": "at",
    "subject": "about",
}

_CONTENTS: Mapping[str, Callable[[Fields], str]] = {
    "person": lambda f: f["name"],
    "organization": lambda f: f["name"],
    "position": lambda f: f"{f['person']}: {f['role']} {f.get('organization', '')}".rstrip(),
    "directive": directive_title,
    "link": lambda f: f"{f['source']} {f['type'].replace('_', ' ')} {f['target']}",
    "event": lambda f: f["type"],
    "participant": lambda f: f"{f['person']} {f['as']} {f['event']}",
}
KINDS = tuple(_CONTENTS)


def content(kind: str, fields: Fields) -> str:
    """What a fact of a kind says, by its fields: "Lê An: Bí thư Huyện ủy Văn Lâm"."""
    return _CONTENTS[kind](fields)


def line(kind: str, fields: Fields) -> str:
    """Content and status: "Lê An: Bí thư Huyện ủy Văn Lâm (current)"."""
    status = f" ({fields['status']})" if fields.get("status") else ""
    return content(kind, fields) + status


def told(reading: Reading) -> Iterator[Told]:
    """All facts of a reading, kind after kind, each in the order of the reading."""
    for person in reading.persons:
        yield _told("person", person.evidence, name=person.name)
    for body in reading.bodies:
        unit = body.unit.path if body.unit else None
        yield _told("organization", body.evidence, name=body.name, within=body.within, unit=unit)
    documents = {item.id: _directive(item) for item in reading.directives}
    titles = {key: document.content for key, document in documents.items()}
    for post in reading.memberships:
        yield _told(
            "position",
            post.evidence,
            person=post.person,
            role=post.role,
            organization=post.body,
            status=post.status,
            since=post.since,
            until=post.until,
            term=post.term,
            decided_by=post.decided_by,
            decision=titles.get(post.decision or ""),
        )
    yield from documents.values()
    for link in reading.links:
        yield _link(link, titles)
    yield from _events(reading)


def _directive(item: Directive) -> Told:
    return _told(
        "directive",
        item.evidence,
        type=item.type,
        number=item.number,
        date=item.date,
        issuer=item.issuer,
        subject=item.subject,
        term=item.term,
        name=item.name,
    )


def _link(link: Link, titles: Mapping[str, str]) -> Told:
    source, target = (titles.get(end, end) for end in (link.source, link.target))
    return _told("link", link.evidence, source=source, type=link.type, target=target)


def _events(reading: Reading) -> Iterator[Told]:
    for event in reading.events:
        yield _told(
            "event",
            event.evidence,
            type=event.type,
            date=event.date,
            place=event.place,
            organizer=event.organizer,
        )
        for one in event.participants:
            share = {"person": one.person, "as": one.part, "event": event.type}
            yield _told("participant", one.evidence, **share)


def _told(kind: str, evidence: tuple[Evidence, ...], **fields: Optional) -> Told:
    return Told(kind, {name: value for name, value in fields.items() if value}, evidence)
