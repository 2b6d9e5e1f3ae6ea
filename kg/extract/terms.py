"""What stands in the text, parsed but not yet resolved: "Ban Tổ chức" + "Huyện ủy" + ?"""

from dataclasses import dataclass

from kg.model import Level, Status
from kg.vocabulary import Concept


@dataclass(frozen=True, slots=True)
class UnitTerm:
    """A unit as it is written: "huyện Văn Lâm, tỉnh Hưng Yên", a bare "huyện", or "Hà Nội".

    `others` are the further units of a list ("các huyện Văn Giang và Yên Mỹ").
    """

    start: int
    end: int
    kind: str | None
    name: str | None
    levels: tuple[Level, ...]
    parent: "UnitTerm | None" = None
    weak: bool = False
    others: tuple["UnitTerm", ...] = ()


@dataclass(frozen=True, slots=True)
class BodyTerm:
    """A body as it is written: kind, first words with its own name, and what it goes on with.

    `others` are further bodies of a list that shares the first words; `every` marks one for
    each of the units told before ("Ban Tổ chức Huyện ủy 02 huyện"); `foreign` one of another
    country ("Quốc hội Cuba").
    """

    start: int
    end: int
    kind: Concept
    head: str
    complement: "BodyTerm | UnitTerm | None" = None
    central: bool = False
    named: bool = False
    others: tuple["BodyTerm", ...] = ()
    every: bool = False
    foreign: bool = False


def flags(kind: Concept) -> frozenset[str]:
    """How the words of a kind of body are read: "capital", "nobare", "keep" …"""
    return frozenset((kind.get("spelling") or "").split())


def is_one_body(kind: Concept) -> bool:
    """Whether a kind's words are the whole name of one body, not short for another's."""
    return kind.get("complement") == "none" and "alias" not in flags(kind)


@dataclass(frozen=True, slots=True)
class TitleTerm:
    """A title with its body, if one follows: "Bí thư" + "Huyện ủy"."""

    start: int
    end: int
    concept: Concept
    role: str
    body: BodyTerm | None = None
    unit: UnitTerm | None = None
    status: Status | None = None
    plural: bool = False


@dataclass(frozen=True, slots=True)
class NameTerm:
    """A person's name as it is written; `given` marks a given name alone ("ông Tùng")."""

    start: int
    end: int
    name: str
    given: bool = False


@dataclass(frozen=True, slots=True)
class DirectiveTerm:
    """A citation of a directive: its parts where they are written.

    `name` tells how it is named where not by number ("plenum", "law" …; "back" for "Nghị quyết
    này"); `others` are the further numbers of a list that shares the first words ("list").
    """

    start: int
    end: int
    concept: Concept
    number: str | None = None
    name: str | None = None
    date: str | None = None
    issuer: BodyTerm | None = None
    term: str | None = None
    subject: str | None = None
    subject_span: tuple[int, int] | None = None
    bodies: tuple[BodyTerm, ...] = ()
    others: tuple["DirectiveTerm", ...] = ()
