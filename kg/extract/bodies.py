"""Bodies as they are written: a kind's first words, its own name, and what it goes on with."""

import re
from dataclasses import replace

from kg.extract.own_names import goes_on, name_end, spelt_out
from kg.extract.page import Page, blanks, skip, words
from kg.extract.terms import BodyTerm, UnitTerm, flags
from kg.extract.units import capital_run, country_after, known, parse_unit, parse_units
from kg.vocabulary import WORD, Phrase, concepts, is_compound, word_set

_CENTRAL = re.compile(r"(?:của )?(?:trung ương|t\.ư|t\.w|tư|tw)(?: đảng)?(?!\w)")
_NUMBER = re.compile(r"(?:số )?\d{1,4}[a-zđ]{0,2}(?![\w/%])(?!-\d)(?! (?:xã|đảng|đồng|người))")
_GENERAL_AFTER = re.compile(
    r" (?:các )?(?:cấp|cơ sở|trực thuộc|xã,|huyện,|hai cấp|hai huyện)(?!\w)"
)
_GENERAL_BEFORE = re.compile(
    r"(?:(?:^|[^\w/])(?:các|những|mỗi|nhiều|một số|từng|mọi|(?<![\d/.])\d{1,3})|cấp) "
    r"(?:(?:\w+ )?|(?:\w+ ủy,? ?(?:và )?)+)$"
)
_EACH = re.compile(
    r" (?:của )?(?:(?:tỉnh|huyện|thành|quận) ủy )?(?:các|(?P<count>0?\d+|hai|ba|bốn)) "
    r"(?P<kind>tỉnh|huyện|quận|thị xã)(?!\w)"
)
_COMMITTEE_KINDS = {
    "tỉnh": "body-provincial-party-committee",
    "huyện": "body-district-party-committee",
    "quận": "body-urban-district-party-committee",
    "thị xã": "body-town-party-committee",
}
_PEOPLE = re.compile(r"(?:, ?chính quyền)?,? ?(?:và |cùng )?nhân dân (?:các dân tộc )?")
_HAMLET = re.compile(
    r"(?:thôn|ấp|bản|xóm|buôn|bon|làng|tổ dân phố|khu phố|khóm|khu dân cư|tổ|khu) (?=\S)"
)
_DEEPEST = 4
_OF = ("của", "thuộc", "trực thuộc")
_LAST = re.compile(r"(\w+) $")


def parse_body(page: Page, pos: int, depth: int = 0, *, capital: bool = True) -> BodyTerm | None:
    """The body written at `pos`, with all that its name goes on with; None if there is none.

    With `capital` off, words that need a capital are read without one ("phó phòng Nội vụ").
    """
    word = WORD.match(page.low, pos)
    if not word or word.group() not in words().bodies or depth > _DEEPEST:
        return None
    for phrase in words().bodies.at(page.low, page.plain, pos, word.group()):
        if not capital or _spelt(page, phrase, pos, depth):
            term = _complete(page, pos, phrase, depth)
            if term is not None:
                return None if depth == 0 and _is_plural(page, term) else term
    return None


def _is_plural(page: Page, term: BodyTerm) -> bool:
    """Whether the words mean many bodies: "13 Đảng bộ trực thuộc Huyện ủy"."""
    if term.others or term.every or term.kind.get("complement") == "none":
        return False
    if term.kind.get("complement") == "place":
        return term.complement is None and _is_general(page, term.start, term.end)
    inner: BodyTerm | UnitTerm | None = term
    while isinstance(inner, BodyTerm):
        inner = inner.complement
    if inner is not None and inner.name is not None:
        return False
    if (
        inner is not None
        and not page.is_upper(term.start)
        and term.kind.id.startswith("body-party")
    ):
        return True
    return bool(_GENERAL_BEFORE.search(page.low, max(0, term.start - 24), term.start))


def _spelt(page: Page, phrase: Phrase, pos: int, depth: int) -> bool:
    """Whether the words are written as the kind asks: "Sở", or "sở" before its field.

    The "sở" of "cơ sở" and the "trường" of "hội trường" only end another word.
    """
    if goes_on(page, pos, pos + len(phrase.form)):
        return False
    if "capital" not in flags(phrase.concept) or page.is_upper(pos):
        return True
    if depth and "back" in flags(phrase.concept):
        return True
    before = _LAST.search(page.low, max(0, pos - 12), pos)
    if depth == 0 and before and is_compound(f"{before.group(1)} {phrase.form}"):
        return False
    after = blanks(page.low, pos + len(phrase.form))
    kinds = (phrase.concept.get("complement") or "").split()
    if "field" in kinds:
        return words().fields.longest(page.low, page.plain, after) is not None
    if "body" in kinds and depth < _DEEPEST:
        inner = parse_body(page, after, depth + 1)
        if inner is not None and (inner.named or inner.complement is not None):
            return True
    acronym = page.plain[after : after + 2].isupper()
    return "name" in kinds and page.is_upper(after) and not acronym


def _complete(page: Page, pos: int, phrase: Phrase, depth: int) -> BodyTerm | None:
    """The term whose first words are `phrase`, with the first complement that fits."""
    kind = phrase.concept
    end = pos + len(phrase.form)
    head = phrase.written if "keep" in flags(kind) else kind.label
    kinds = (kind.get("complement") or "none").split()
    if kinds == ["none"]:
        country = country_after(page, end)
        if country:
            name = page.proper(end, country)
            return BodyTerm(pos, country, kind, f"{head}{' ' if name else ''}{name}", foreign=True)
        return BodyTerm(pos, end, kind, head)
    if "body" in kinds:
        listed = _listed(page, BodyTerm(pos, end, kind, head), depth)
        if listed is not None:
            return listed
    for complement in kinds:
        term = _COMPLEMENTS[complement](page, BodyTerm(pos, end, kind, head), depth)
        if term is not None:
            return term
    if kinds[0] in ("name", "field"):
        return BodyTerm(pos, end, kind, head) if depth else None
    if "nobare" in flags(kind) and not depth:
        return None
    if _is_general(page, pos, end):
        return None
    return BodyTerm(pos, end, kind, head)


def _is_general(page: Page, start: int, end: int) -> bool:
    """Whether bare words name no body but all of a kind: "các Huyện ủy", "UBND cấp xã"."""
    if _GENERAL_AFTER.match(page.low, end):
        return True
    return bool(_GENERAL_BEFORE.search(page.low, max(0, start - 24), start))


def _central(page: Page, term: BodyTerm, depth: int) -> BodyTerm | None:
    match = _CENTRAL.match(page.low, blanks(page.low, term.end))
    if not match or match.end() == term.end:
        return None
    head = f"{term.head} Trung ương"
    if term.kind.id == "body-office-party":
        head = "Văn phòng Trung ương Đảng"
    return BodyTerm(term.start, match.end(), term.kind, head, central=True)


def _place(page: Page, term: BodyTerm, depth: int) -> BodyTerm | None:
    """The unit after "Huyện ủy": with or without its kind, but no person's name."""
    start = skip(page.low, term.end, *_OF)
    if start == term.end:
        return term
    unit = parse_unit(page, start)
    if unit is None or unit.name is None:
        unit = _district(page, start, term)
    if unit is None:
        return term
    return BodyTerm(term.start, unit.end, term.kind, term.head, unit)


def _listed(page: Page, term: BodyTerm, depth: int) -> BodyTerm | None:
    """ "Ban Tổ chức các tỉnh A, B, C": one of each; "… Huyện ủy 02 huyện": of all told before."""
    match = _EACH.match(page.low, term.end)
    if not match:
        return None
    kind_word = match.group("kind")
    committee = concepts()[_COMMITTEE_KINDS[kind_word]]
    units = parse_units(page, match.start("kind"))
    if not units:
        if not match.group("count"):
            return None
        inner = BodyTerm(match.start(), match.end(), committee, committee.label, every=True)
        return replace(term, end=match.end(), complement=inner, every=True)
    bodies = tuple(
        replace(term, end=u.end, complement=BodyTerm(u.start, u.end, committee, committee.label, u))
        for u in units
    )
    return replace(bodies[-1], others=bodies[:-1])


def _district(page: Page, start: int, term: BodyTerm) -> UnitTerm | None:
    run = capital_run(page, start, 3)
    for count in range(len(run), 0, -1):
        end = run[count - 1][1]
        if known("huyện", page.low[start:end], ("district",)):
            rest = run[count:]
            if rest and count == 1 and len(run) > 2:
                continue
            return UnitTerm(start, end, None, page.proper(start, end), ("district",))
    return None


def _unit(page: Page, term: BodyTerm, depth: int) -> BodyTerm | None:
    start = skip(page.low, term.end, *_OF)
    if term.kind.id == "body-party-organisation":
        people = _PEOPLE.match(page.low, term.end)
        start = people.end() if people else start
    if start == term.end:
        return None
    unit = parse_unit(page, start, bare=True)
    if unit is None:
        unit = _plain_district(page, start)
    if unit is None:
        return None
    return BodyTerm(term.start, unit.end, term.kind, term.head, unit, named=term.named)


def _plain_district(page: Page, start: int) -> UnitTerm | None:
    """A district by its bare name after "UBND" or "Công an", where the gazetteer knows it."""
    run = capital_run(page, start, 3)
    for count in range(len(run), 1, -1):
        end = run[count - 1][1]
        if count == len(run) and known("huyện", page.low[start:end], ("district",)):
            return UnitTerm(start, end, None, page.proper(start, end), ("district",))
    return None


def _body(page: Page, term: BodyTerm, depth: int) -> BodyTerm | None:
    start = skip(page.low, term.end, *_OF)
    if start == term.end and page.low[start : start + 1] not in ('"',):
        return None
    inner = parse_body(page, start, depth + 1)
    if inner is None or inner.kind.id == "body-centre":
        return None
    return BodyTerm(term.start, inner.end, term.kind, term.head, inner, named=term.named)


def _field(page: Page, term: BodyTerm, depth: int) -> BodyTerm | None:
    """The field after "Sở" or "Bộ", or a name of its own, then a unit or a body."""
    start = blanks(page.low, term.end)
    phrase = words().fields.longest(page.low, page.plain, start)
    if phrase is None or start == term.end:
        return _own_name(page, term, depth)
    end = start + len(phrase.form)
    if not page.is_upper(start) and phrase.form.count(" ") < 2:
        return None
    longer = name_end(page, term.end, term.kind) if page.is_upper(start) else None
    if longer is not None and longer > end:
        return _own_name(page, term, depth)
    named = BodyTerm(term.start, end, term.kind, f"{term.head} {phrase.concept.label}", named=True)
    if term.kind.get("within") == "body-government":
        return named
    return _tail(page, named, depth)


def _tail(page: Page, term: BodyTerm, depth: int) -> BodyTerm:
    found = _unit(page, term, depth) or _body(page, term, depth)
    if found is None and "part" in flags(term.kind) and page.low.startswith(", ", term.end):
        parent = parse_body(page, term.end + 2, depth + 1)
        if parent is not None and "capital" in flags(parent.kind):
            found = replace(term, end=parent.end, complement=parent)
    return found or term


def _own_name(page: Page, term: BodyTerm, depth: int) -> BodyTerm | None:
    """A name of capitalised words and codes: "Trường Đại học Cần Thơ", "Công ty IPC"."""
    end = name_end(page, term.end, term.kind)
    if end is None:
        return None
    start = blanks(page.low, term.end)
    if page.is_shouted(start) or _is_other(page, start):
        return None
    if page.low[start:end] in word_set("generic-names"):
        return None
    central = _CENTRAL.match(page.low, blanks(page.low, end))
    if (central and "institute" in term.kind.id) or (central and "hospital" in term.kind.id):
        end = central.end()
    name = spelt_out(page, start, end)
    named = BodyTerm(term.start, end, term.kind, f"{term.head} {name}", named=True)
    return _tail(page, named, depth)


def _is_other(page: Page, pos: int) -> bool:
    """Whether another body, not part of an own name, begins at `pos`: "Thanh tra" + "Bộ …"."""
    phrase = words().bodies.longest(page.low, page.plain, pos)
    if phrase is None or "name" in (phrase.concept.get("complement") or ""):
        return False
    return parse_body(page, pos, 1) is not None


def _number(page: Page, term: BodyTerm, depth: int) -> BodyTerm | None:
    """A number as a name: "Chi bộ 2", then the body it belongs to."""
    match = _NUMBER.match(page.low, blanks(page.low, term.end))
    if not match:
        return None
    number = page.proper(match.start(), match.end()).replace("SỐ ", "số ")
    head = f"{term.head} {number}"
    named = BodyTerm(term.start, match.end(), term.kind, head, named=True)
    return _tail(page, named, depth)


def _hamlet(page: Page, term: BodyTerm, depth: int) -> BodyTerm | None:
    """A village or a street block as a name: "Chi bộ thôn Phú Vinh", "Chi bộ tổ dân phố 3"."""
    match = _HAMLET.match(page.low, blanks(page.low, term.end))
    if not match:
        return None
    number = _NUMBER.match(page.low, match.end())
    run = capital_run(page, match.end(), 4)
    if not number and not run:
        return None
    end = number.end() if number else run[-1][1]
    head = f"{term.head} {match.group()}{page.proper(match.end(), end)}"
    return _tail(page, BodyTerm(term.start, end, term.kind, head, named=True), depth)


_COMPLEMENTS = {
    "hamlet": _hamlet,
    "central": _central,
    "place": _place,
    "unit": _unit,
    "body": _body,
    "field": _field,
    "name": _own_name,
    "number": _number,
}
