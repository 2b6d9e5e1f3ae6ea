"""The nouns of the project: what an article is and what it says.

Every class is a frozen, slotted value: two equal facts are equal objects, and nothing here
does work. The facts of one article refer to each other by canonical name (persons, bodies)
or by a local id (directives); who is who across articles is decided later, in `kg.resolve`.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, TypeAlias

INSIDE = "!/"
"""Stands in a source between a file and a place in it: "news.zip!/2024/a.html"."""

Status: TypeAlias = Literal["current", "former", "starts", "ends", "proposed", "acting"]
LinkType: TypeAlias = Literal["implements", "guides", "amends", "carries_out", "presents"]
Part: TypeAlias = Literal["chairs", "speaks", "attends"]
EntityKind: TypeAlias = Literal["person", "body", "unit", "directive", "event"]
Level: TypeAlias = Literal["central", "province", "district", "commune"]


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of an article's text, as character offsets, the end excluded."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of a text, up to the next one, and the place in the original where it begins.

    Each of its characters is `width` characters there; `origin` is None for what stands nowhere
    in the original, such as a title that another column of a table gave.
    """

    start: int
    origin: int | None
    width: int = 1


Offsets: TypeAlias = tuple[Run, ...]
"""Where a text stood in its original: runs by start, the first at 0; () = the text is it."""


@dataclass(frozen=True, slots=True)
class Article:
    """One article as it was read: normalised text (NFC) and what the page prints about it.

    `id` is the file's name without its ending, or what a table or an address gives for one;
    `text` is what all spans refer to and begins with the title where the page has one;
    `published` is an ISO date; `source` is the file, and, after "!/", the place in it; `origins`
    lead from the text back to the characters of the original, which is the text if there are
    none.
    """

    id: str
    text: str
    title: str | None = None
    published: str | None = None
    dateline: str | None = None
    byline: str | None = None
    publisher: str | None = None
    url: str | None = None
    source: str | None = None
    origins: Offsets = ()


@dataclass(frozen=True, slots=True, order=True)
class Evidence:
    """The sentence a fact was read from, the rule that read it, and how sure that is (0 to 1)."""

    span: Span
    rule: str
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Unit:
    """An administrative unit: "huyện Văn Lâm" within "tỉnh Hưng Yên"."""

    name: str
    level: Level
    parent: "Unit | None" = None
    code: str | None = None

    @property
    def path(self) -> str:
        """The full name, from the unit up: "huyện Văn Lâm, tỉnh Hưng Yên"."""
        return self.name if self.parent is None else f"{self.name}, {self.parent.path}"


@dataclass(frozen=True, slots=True)
class Person:
    """A person under the full name that the article gives."""

    name: str
    aliases: tuple[str, ...] = ()
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Body:
    """A named body under its canonical name, with what it is part of and the unit it serves.

    `kind` is the local name of a concept of `ontology/bodies.ttl`; `within` is the canonical
    name of another body of the same article; `local` marks a body whose place cannot be told
    ("Tỉnh ủy" of nowhere), which is never the same as one of another article.
    """

    name: str
    kind: str
    within: str | None = None
    unit: Unit | None = None
    local: bool = False
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Membership:
    """A person's holding of one post: role and body by canonical name, status, partial dates.

    `role` is the label as written out ("Phó Bí thư Thường trực"), `concept` the local name of
    its concept in `ontology/positions.ttl` where it has one; `since` and `until` are ISO dates
    of any precision ("2018", "2018-04", "2018-04-27"); `term` is the term of office ("2020-2025",
    "XIII"); `decided_by` is the body that gave or took the post, `decision` the local id of the
    directive by which it did.
    """

    person: str
    role: str
    body: str | None
    concept: str | None = None
    status: Status = "current"
    since: str | None = None
    until: str | None = None
    term: str | None = None
    decided_by: str | None = None
    decision: str | None = None
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Directive:
    """A document of an authority, named by number or by a fixed name.

    `id` is local to the article ("d1"); `type` is the label ("Nghị quyết"), `concept` the local
    name of its concept in `ontology/documents.ttl`; `number` joins number and symbol
    ("21-NQ/TW"); `date` is ISO; `issuer` is a body's canonical name; `term` is "XIII" of
    "khóa XIII"; `name` is how the article calls it at its fullest.
    """

    id: str
    type: str
    name: str
    concept: str | None = None
    number: str | None = None
    date: str | None = None
    issuer: str | None = None
    subject: str | None = None
    term: str | None = None
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Link:
    """A directed relation; each end is a directive's id, a body's or a person's name."""

    source: str
    type: LinkType
    target: str
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Participation:
    """A person's part in an event, the strongest that is told: chairs > speaks > attends."""

    person: str
    part: Part
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Event:
    """A meeting, visit, inspection or ceremony that the article reports."""

    type: str
    date: str | None = None
    place: str | None = None
    organizer: str | None = None
    participants: tuple[Participation, ...] = ()
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """All that one article says."""

    article: Article
    persons: tuple[Person, ...] = ()
    bodies: tuple[Body, ...] = ()
    memberships: tuple[Membership, ...] = ()
    directives: tuple[Directive, ...] = ()
    links: tuple[Link, ...] = ()
    events: tuple[Event, ...] = ()


@dataclass(frozen=True, slots=True, order=True)
class Mention:
    """An entity as one article knows it: by canonical name, or a directive by its local id."""

    article: str
    kind: EntityKind
    name: str


Identity: TypeAlias = Mapping[Mention, str]
"""For every mention the path of its entity under the base: "person/nguyen-bat-khanh-1f0c9a2b"."""


@dataclass(frozen=True, slots=True)
class Succession:
    """That a body or unit of an article was followed by another, which has a path and a name.

    `concept` is the local name of a concept of `ontology/successions.ttl`, with day and source.
    """

    mention: Mention
    path: str
    name: str
    concept: str


@dataclass(frozen=True, slots=True)
class Candidate:
    """A mention that may be of the same entity as mentions in other articles.

    Only mentions of one `block` are ever compared by their clues. `own` is the path of its own,
    a function of its article alone; `published` is the article's ISO date; `known` is what
    decides, as `kg.resolve` writes it.
    """

    mention: Mention
    block: str
    own: str
    published: str | None
    known: str
