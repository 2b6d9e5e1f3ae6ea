"""Titles as they are written: "nguyên Phó Chủ tịch UBND tỉnh", "Trưởng Ban Tổ chức Huyện ủy"."""

import re

from kg.errors import VocabularyError
from kg.extract.bodies import parse_body
from kg.extract.page import Page, blanks, skip, words
from kg.extract.terms import BodyTerm, TitleTerm, UnitTerm
from kg.extract.units import country_after, parse_unit
from kg.model import Status
from kg.text import fold
from kg.vocabulary import Concept, concepts

_STATUS: dict[str, Status] = {
    "status-former": "former",
    "status-starts": "starts",
    "status-acting": "acting",
    "status-proposed": "proposed",
    "status-current": "current",
    "status-ends": "ends",
}
_GAP = re.compile(r"(?:,? ?-? ?)(?:của|thuộc|tại|ở)? ?")
_PLURAL = re.compile(r"(?:các|những|hai|ba|bốn|năm|\d+|một số|nhiều|từng)(?: vị| đồng chí| ông)? $")
_PLACE = ("của", "thuộc", "tại")


def parse_title(page: Page, pos: int) -> TitleTerm | None:
    """The title written at `pos`, with a status word before it and its body after it."""
    status: Status | None = None
    at = pos
    qualifier = words().qualifiers.longest(page.low, page.plain, at)
    if qualifier is not None:
        after = skip(page.low, at + len(qualifier.form), "là", "các")
        if words().titles.longest(page.low, page.plain, after) is None:
            return None
        given = (qualifier.concept.get("givesStatus") or "").removeprefix("vnkg:")
        status, at = _STATUS.get(given), after
    phrase = words().titles.longest(page.low, page.plain, at)
    if phrase is None or _only_implied(phrase.concept):
        return None
    term = _with_body(page, pos, at, at + len(phrase.form), phrase.concept)
    if term is None:
        return None
    plural = bool(_PLURAL.search(page.low, max(0, pos - 24), pos))
    return TitleTerm(pos, term.end, term.concept, term.role, term.body, term.unit, status, plural)


def _only_implied(concept: Concept) -> bool:
    return concept.get("onlyImplied") is not None


def role_of(concept: Concept) -> Concept:
    """The role that a whole title stands for: of "Tỉnh ủy viên" the role is "Ủy viên"."""
    implied = concept.get("impliedRole")
    return concepts()[implied] if implied else concept


def _with_body(page: Page, start: int, at: int, end: int, concept: Concept) -> TitleTerm | None:
    role = role_of(concept)
    implied = concept.get("impliedBody")
    if implied and _leads_elsewhere(page, end, concept):
        return None
    if implied:
        carried = _implied(page, at, end, concept, implied)
        return TitleTerm(start, max(end, carried.end), role, role.label, carried)
    if concept.get("noBody"):
        return TitleTerm(start, end, role, role.label)
    if _leads_elsewhere(page, end, concept):
        return None
    body = (
        _opened(page, at, end, concept)
        or _of_field(page, at, end, concept)
        or _following(page, end)
    )
    if body is not None:
        return TitleTerm(start, body.end, role, role.label, body)
    unit = _unit(page, end, concept)
    if unit is not None:
        return TitleTerm(start, unit.end, role, role.label, None, unit)
    return TitleTerm(start, end, role, role.label)


def _leads_elsewhere(page: Page, end: int, concept: Concept) -> bool:
    """Whether words follow with which the title means another ("Ủy viên Trung ương Hội …")."""
    after = blanks(page.low, end)
    return any(page.low.startswith(fold(w), after) for w in concept.properties.get("notBefore", ()))


def _of_field(page: Page, at: int, end: int, concept: Concept) -> BodyTerm | None:
    """The body that only its field names: "Bộ trưởng Quốc phòng" heads the Bộ Quốc phòng."""
    name = concept.get("impliesKind")
    start = blanks(page.low, end)
    phrase = words().fields.longest(page.low, page.plain, start) if name else None
    kind = words().bodies.longest(fold(name), name, 0) if name else None
    if phrase is None or kind is None or start == end or not page.is_upper(start):
        return None
    stop = start + len(phrase.form)
    head = f"{kind.concept.label} {phrase.concept.label}"
    return BodyTerm(at, stop, kind.concept, head, named=True)


def _implied(page: Page, at: int, end: int, concept: Concept, name: str) -> BodyTerm:
    """The body that a whole title carries, with the place or body that follows it."""
    if page.low.startswith(" cộng sản việt nam", end):
        end += len(" cộng sản việt nam")
    kind, rest = _kind_at(concept, fold(name))
    following = skip(page.low, end, "của")
    inner: BodyTerm | None = None
    if rest:
        inner_kind, _ = _kind_at(concept, rest)
        inner = BodyTerm(at, end, inner_kind, inner_kind.label)
    elif "body" in (kind.get("complement") or ""):
        inner = parse_body(page, following)
    country = country_after(page, end)
    if country and not rest:
        name = f"{kind.label} {page.proper(end, country)}"
        return BodyTerm(at, country, kind, name, foreign=True)
    unit = parse_unit(page, following, bare=True) if following > end else None
    if unit is not None and inner is not None and inner.complement is None:
        inner = BodyTerm(at, unit.end, inner.kind, inner.head, unit)
    elif unit is not None and inner is None and _takes_unit(kind):
        return BodyTerm(at, unit.end, kind, kind.label, unit)
    stop = inner.end if inner is not None else end
    return BodyTerm(at, max(stop, end), kind, kind.label, inner)


def _kind_at(concept: Concept, name: str) -> tuple[Concept, str]:
    """The kind of body that a name begins with, and the rest of the name."""
    phrase = words().bodies.longest(name, name, 0) or words().bodies.longest(
        name, name[:1].upper() + name[1:], 0
    )
    if phrase is None:
        raise VocabularyError(f"vnkg:{concept.id}: impliedBody {name!r} is no kind of body")
    return phrase.concept, name[len(phrase.form) :].strip()


def _takes_unit(kind: Concept) -> bool:
    complements = (kind.get("complement") or "").split()
    return "unit" in complements or "place" in complements


def _opened(page: Page, at: int, end: int, concept: Concept) -> BodyTerm | None:
    """The body that begins with the title's own last words: "Trưởng Ban" + "Tổ chức"."""
    word = fold(concept.get("opensBody") or "")
    if not word or not page.low.startswith(word, end - len(word)):
        return None
    return parse_body(page, end - len(word), capital=False)


def _following(page: Page, end: int) -> BodyTerm | None:
    match = _GAP.match(page.low, end)
    start = match.end() if match else end
    gap = page.low[end:start]
    if start == end or "," in gap or "-" in gap:
        return None
    return parse_body(page, start, 1)


def _unit(page: Page, end: int, concept: Concept) -> UnitTerm | None:
    """The unit alone after a title that names its body by it: "Chủ tịch quận 2"."""
    if concept.get("ofUnit") is None:
        return None
    start = skip(page.low, end, *_PLACE)
    if start == end:
        return None
    unit = parse_unit(page, start, bare=True)
    if unit is not None and unit.kind is None and start != blanks(page.low, end):
        return None
    return unit
