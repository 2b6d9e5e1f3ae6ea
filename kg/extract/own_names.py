"""A body's own name: where it ends, and how it is written out.

"Trường Đại học Cần Thơ", "Công ty IPC", "Cục Công tác phía Nam": capitalised words, codes and
fields, to where a unit, another body, a person or a new sentence begins.
"""

import re
from functools import cache

from kg.extract.page import Page, blanks, words
from kg.extract.terms import flags
from kg.extract.units import capital_run, opens_sentence, parse_unit, starts_name
from kg.text import LOWER, UPPER
from kg.vocabulary import WORD, Concept, is_compound, word_set

_CODE = re.compile(r"[A-ZĐ]+\d*[A-ZĐ]*\d*(?!\w)|\d{1,4}[A-Z]?(?![\w/%]|[.,]\d)")
_STEERING = re.compile(r"(?:[\w-]+,? (?:và )?){1,9}?(?:trung ương|quốc gia)(?!\w)")
_JOINS = ("và", "&", "-")
_SMALL_RUN = re.compile(
    r"(?:(?!(?:của|và|đã|là|tại|ở|có|do|được|bị|cho|với|trong|về|để|khi|thì|này|trên|từ|đến|vừa|"
    rf"sẽ|nhiệm) )[{LOWER}]+ ){{1,6}}"
    rf"(?=[{UPPER}])"
)
_SMALL = re.compile(r" ([^\W\d_]+)(?!\w)")
_FIELD_WORD = re.compile(rf"(?:, |và )?([{LOWER}]+)(?!\w)")
_LINKS = frozenset(("và", "các", "có", "của", "trong", "về", "cho", "ở", "đến", "với", "là"))
_SERVICES = frozenset(
    (
        "body-ministry-department",
        "body-division",
        "body-division-police",
        "body-centre-unit",
        "body-directorate",
        "body-faculty",
        "body-institute",
    )
)


def name_end(page: Page, pos: int, kind: Concept) -> int | None:
    """Where a body's own name ends: at a unit, another body, a person, or a word of no name."""
    if kind.id == "body-steering-committee":
        central = _STEERING.match(page.low, blanks(page.low, pos))
        if central:
            return central.end()
    end: int | None = None
    plain = False  # whether the last words are neither a field nor a code
    low = page.low
    pos = _after_level(page, blanks(low, pos), kind)
    first = pos
    for _ in range(14):
        phrase = words().fields.longest(low, page.plain, pos)
        code = _CODE.match(page.plain, pos)
        if end is not None and (_stops(page, pos, kind) or _second_name(page, first, pos, kind)):
            break
        if phrase and page.is_upper(pos):
            nxt = pos + len(phrase.form)
        elif code:
            nxt = code.end()
        elif page.is_upper(pos):
            nxt = _syllables(page, pos)
        else:
            nxt = _small_words(page, pos, kind, plain) if end is not None else 0
            if not nxt:
                break
        end = nxt
        plain = phrase is None and not code
        if code and not phrase and "place" not in flags(kind) and not _is_code(page, nxt):
            break
        pos = _joined(page, nxt)
        if pos == nxt:
            break
    return end


def _after_level(page: Page, pos: int, kind: Concept) -> int:
    """The position after a small "tiểu học" or "mầm non" that a school's name begins with."""
    if kind.id != "body-school" or page.is_upper(pos):
        return pos
    for level in word_set("generic-names"):
        end = pos + len(level)
        if page.low.startswith(level + " ", pos) and page.is_upper(end + 1):
            return end + 1
    return pos


def _second_name(page: Page, first: int, pos: int, kind: Concept) -> bool:
    """Whether a person follows a school that is itself called after a person or place."""
    if "person" not in flags(kind):
        return False
    own = page.low[first:pos]
    for level in word_set("generic-names"):
        own = own.replace(level, "")
    run = capital_run(page, pos, 4)
    return len(own.split()) >= 2 and len(run) >= 3 and starts_name(page, run)


def _is_code(page: Page, end: int) -> bool:
    """Whether another code follows: only codes go on after one, in a service's or unit's name."""
    start = blanks(page.low, end)
    return page.plain[start : start + 2].isupper()


def spelt_out(page: Page, start: int, end: int) -> str:
    """The words of an own name, abbreviated fields written out ("SPKT", "PK-KQ")."""
    parts: list[str] = []
    pos = start
    while pos < end:
        phrase = words().fields.longest(page.low, page.plain, pos)
        if phrase and pos + len(phrase.form) <= end and page.plain[pos : pos + 2].isupper():
            parts.append(phrase.concept.label)
            pos = blanks(page.low, pos + len(phrase.form))
            continue
        stop = page.low.find(" ", pos, end)
        stop = end if stop < 0 else stop
        parts.append(page.plain[pos:stop])
        pos = blanks(page.low, stop)
    name = " ".join(parts)
    return name[:1].upper() + name[1:]


def _joined(page: Page, end: int) -> int:
    """The position after the blank or the "và" by which a name goes on; `end` if it does not."""
    pos = blanks(page.low, end)
    for join in _JOINS:
        after = pos + len(join)
        if page.low.startswith(join, pos) and page.plain[after : after + 1] == " ":
            acronym = page.plain[after + 1 : after + 3].isupper() and join == "-"
            other = words().bodies.longest(page.low, page.plain, after + 1)
            if page.is_upper(after + 1) and not acronym and other is None:
                return pos if _ranked(page, after + 1) else after + 1
            return end
    return pos


def _ranked(page: Page, pos: int) -> bool:
    return any(page.low.startswith(rank, pos) for rank in word_set("ranks"))


def _small_words(page: Page, pos: int, kind: Concept, plain: bool) -> int:
    """The small words inside a company's name: "Công ty TNHH một thành viên Thăng Long"."""
    if plain and kind.id in _SERVICES:
        return _field_words_end(page, pos)
    if kind.id not in ("body-company", "body-corporation"):
        return 0
    match = _SMALL_RUN.match(page.plain, pos)
    return match.end() - 1 if match else 0


def _field_words_end(page: Page, pos: int) -> int:
    """Where words of fields end that go on a service's name: "Cục Kiểm soát bảo vệ môi trường"."""
    end = 0
    while True:
        match = _FIELD_WORD.match(page.plain, pos)
        if match is None or match.group(1) not in _field_tokens():
            return end
        if words().verbs.longest(page.low, page.plain, match.start(1)) is not None:
            return end
        end = match.end(1)
        pos = blanks(page.low, end)


@cache
def _field_tokens() -> frozenset[str]:
    """The words that names of fields are made of."""
    return frozenset(w for p in words().fields for w in WORD.findall(p.form)) - _LINKS


def _syllables(page: Page, pos: int) -> int:
    """The end of one capitalised word, with the small second syllable of a compound.

    The small syllable must not open a word of its own: "Tây Bắc sơ kết" ends at "Bắc".
    """
    match = WORD.match(page.low, pos)
    assert match is not None
    tail = _tail_words(page, match.end())
    if tail:
        return tail
    small = _SMALL.match(page.plain, match.end())
    if small is None or not small.group(1).islower():
        return match.end()
    after = _SMALL.match(page.plain, small.end())
    if after is not None and is_compound(f"{small.group(1)} {after.group(1)}"):
        return match.end()
    if not is_compound(page.low[pos : small.end()]):
        return match.end()
    return _tail_words(page, small.end()) or small.end()


def _tail_words(page: Page, end: int) -> int:
    """Where "quốc gia", "khu vực" and the like end, which go on a name in small letters."""
    for tail in word_set("name-tails"):
        stop = end + 1 + len(tail)
        if page.low.startswith(tail, end + 1) and not page.low[stop : stop + 1].isalnum():
            return stop if page.plain[end : end + 1] == " " else 0
    return 0


def goes_on(page: Page, start: int, end: int) -> bool:
    """Whether one capitalised syllable is the first of a longer word: "Khoa" of "Khoa học"."""
    small = _SMALL.match(page.plain, end)
    if small is None or not small.group(1).islower() or " " in page.low[start:end]:
        return False
    return is_compound(page.low[start : small.end()])


def _stops(page: Page, pos: int, kind: Concept) -> bool:
    """Whether something begins at `pos` that is no part of a body's own name."""
    takes_place = "place" in flags(kind)
    unit = parse_unit(page, pos, bare=True)
    if unit is not None and unit.kind is None and takes_place:
        return False
    if unit is not None and not (unit.kind is None and takes_place):
        return unit.name is not None or not page.is_upper(pos + 1) or unit.kind == "thành phố"
    if opens_sentence(page, pos):
        return True
    if words().titles.longest(page.low, page.plain, pos) is not None:
        return True
    phrase = words().bodies.longest(page.low, page.plain, pos)
    if phrase is not None and (" " in phrase.form or page.is_upper(pos)):
        return not goes_on(page, pos, pos + len(phrase.form))
    if words().documents.longest(page.low, page.plain, pos) is not None:
        return True
    run = capital_run(page, pos, 4)
    return "person" not in flags(kind) and starts_name(page, run)
