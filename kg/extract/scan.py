"""A sentence as a row of chunks, and the row as a string with one letter a chunk.

    Dự hội nghị có đồng chí Phạm Văn Cường - Phó Bí thư Thường trực Huyện ủy .
    t  w           H        P              - T                                .

Rules are regular expressions over these letters (`rule.py`), so that a rule reads like the
sentence it is made for, and finding it takes time in proportion to the sentence.

    P person   T title   B body   U unit   D directive   H honorific   R rank   d date
    N term of office ("nhiệm kỳ 2015-2020")   & "và"   g "của"   w other words
    verbs by meaning: a appoint  h hold  r remove  e retire  p past  o propose  l be  k also
    y replace  c chair  s speak  t attend  v carry  i issue
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from kg.extract.bodies import parse_body
from kg.extract.directives import parse_directive
from kg.extract.names import is_credit, is_credited, may_begin_name, names_a_thing, parse_name
from kg.extract.page import Page, words
from kg.extract.terms import BodyTerm, DirectiveTerm, NameTerm, TitleTerm, UnitTerm, flags
from kg.extract.titles import parse_title
from kg.extract.units import parse_unit, parse_units, province_words
from kg.model import Span
from kg.text import Date, dates
from kg.vocabulary import KINDS, WORD, Concept, Phrase, is_compound

Term = UnitTerm | BodyTerm | TitleTerm | NameTerm | DirectiveTerm | Date | Concept | None

VERB_LETTERS = {
    "appoint": "a",
    "hold": "h",
    "remove": "r",
    "retire": "e",
    "past": "p",
    "propose": "o",
    "be": "l",
    "also": "k",
    "replace": "y",
    "chair": "c",
    "speak": "s",
    "attend": "t",
    "carry": "v",
    "issue": "i",
}
_TOKEN = re.compile(r"\w+|[,;:()\"./-]")
_PERIOD = re.compile(
    r"(?:các )?nhiệm kỳ (?:\d{4} ?- ?\d{4}|(?:[ivxl]+|\d{1,2})(?!\w))"
    r"|khóa [ivxl]+(?!\w)"
)
_NEXT_WORD = re.compile(r" (\w+)")
_LAST_WORD = re.compile(r"(\w+) $")
_EACH = re.compile(r"(?:các|\d|hai|ba|bốn|năm) $")
_PERIODS = frozenset(("các", "nhiệm", "khóa"))
_UNITS = frozenset(kind.split(" ")[0].split(".")[0] for kind in KINDS)
# Marks and small words that are a chunk by themselves.
_MARKS = {"và": "&", "cùng": "&", "của": "g"} | {mark: mark for mark in ',;:()"./-'}


@dataclass(frozen=True, slots=True)
class Chunk:
    """A piece of a sentence: its letter, where it stands, and the term that was parsed."""

    letter: str
    start: int
    end: int
    term: Term = None


@dataclass(frozen=True, slots=True)
class Row:
    """The chunks of one sentence and their letters as a string."""

    span: Span
    chunks: tuple[Chunk, ...]
    letters: str


def scan(page: Page) -> tuple[Row, ...]:
    """The rows of all sentences of a page, in order."""
    found = {date.start: date for date in dates(page.low)}
    return tuple(_row(page, span, found) for span in page.sentences)


def _row(page: Page, span: Span, found: Mapping[int, Date]) -> Row:
    chunks: list[Chunk] = []
    words_from = -1  # where the other words that are not yet a chunk begin
    done = last = span.start
    for match in _TOKEN.finditer(page.low, span.start, span.end):
        pos = match.start()
        if pos < done:
            continue
        token = match.group()
        chunk = None
        if token in _MARKS:
            chunk = Chunk(_MARKS[token], pos, match.end())
        else:
            before = chunks[-1] if chunks and words_from < 0 else None
            tables = _tables(page, pos, match.end(), token, before)
            if tables or pos in found:
                chunk = _chunk(page, pos, token, tables, found, before)
                if chunk is not None and chunk.end > span.end:
                    chunk = None
        if chunk is None:
            words_from = pos if words_from < 0 else words_from
            last = done = match.end()
            continue
        if words_from >= 0:
            chunks.append(Chunk("w", words_from, last))
            words_from = -1
        chunks.append(chunk)
        done = max(chunk.end, match.end())
    if words_from >= 0:
        chunks.append(Chunk("w", words_from, last))
    return Row(span, tuple(chunks), "".join([c.letter for c in chunks]))


@dataclass(frozen=True, slots=True)
class Opener:
    """What can begin with a word: a letter for each table, and how to tell without trying.

    D directive, T title, B body, V verb, H word of address, N term of office, U unit;
    `alone` where one of the forms is the word itself, `capital` where only with a capital
    there or after it, `seconds` the second words of the others.
    """

    tables: str
    alone: bool
    capital: bool
    seconds: frozenset[str]


def _tables(page: Page, pos: int, end: int, token: str, before: Chunk | None) -> str:
    """The tables in which something may begin with the token; "P" for a name or a province."""
    opener = _openers().get(token)
    if page.plain[pos].isupper():
        led = before is not None and before.letter in "HTR"
        name = led or may_begin_name(token) or token in province_words()
        return (opener.tables if opener else "") + ("P" if name else "")
    if opener is None:
        return ""
    if opener.alone:
        return opener.tables
    following = _NEXT_WORD.match(page.low, end)
    second = following.group(1) if following else ""
    if second in opener.seconds:
        return opener.tables
    if opener.capital and (page.plain[end + 1 : end + 2].isupper() or second in _field_words()):
        return opener.tables
    return ""


@cache
def _field_words() -> frozenset[str]:
    return words().fields.first_words


@cache
def _openers() -> Mapping[str, Opener]:
    """The words with which anything but a name can begin."""
    table = words()
    forms: dict[str, list[tuple[str, str, bool]]] = {}
    tables = (
        ("D", table.documents),
        ("T", table.titles),
        ("T", table.qualifiers),
        ("B", table.bodies),
        ("V", table.verbs),
        ("H", table.addresses),
    )
    for letter, phrases in tables:
        for phrase in phrases:
            first, _, rest = phrase.form.partition(" ")
            capital = letter == "B" and "capital" in flags(phrase.concept)
            key = WORD.match(first)
            if key is not None:
                second = "" if key.group() != first else rest.split(" ")[0]
                forms.setdefault(key.group(), []).append((letter, second, capital))
    for letter, first_words in (("N", _PERIODS), ("U", _UNITS)):
        for word in first_words:
            forms.setdefault(word, []).append((letter, "", False))
    return {word: _opener(rows) for word, rows in forms.items()}


def _opener(rows: Sequence[tuple[str, str, bool]]) -> Opener:
    return Opener(
        tables="".join(dict.fromkeys(letter for letter, _, _ in rows)),
        alone=any(not second and not capital for _, second, capital in rows),
        capital=any(capital for _, _, capital in rows),
        seconds=frozenset(m.group() for _, second, _ in rows if (m := WORD.match(second))),
    )


def _chunk(
    page: Page,
    pos: int,
    token: str,
    tables: str,
    found: Mapping[int, Date],
    before: Chunk | None,
) -> Chunk | None:
    """The chunk that begins with the token at `pos`; None where it is just another word."""
    date = found.get(pos)
    if date is not None:
        return Chunk("d", pos, date.end, date)
    if "N" in tables:
        period = _PERIOD.match(page.low, pos)
        if period:
            return Chunk("N", pos, period.end())
    chunk = _phrase(page, pos, token, tables)
    if chunk is None and "P" in tables:
        chunk = _person(page, pos, token, before)
    if chunk is None and ("U" in tables or "P" in tables):
        chunk = _place(page, pos, token, tables)
    if chunk is None and "H" in tables:
        chunk = _address(page, pos)
    return chunk


def _phrase(page: Page, pos: int, token: str, tables: str) -> Chunk | None:
    """A directive, a title, a body or a verb of the vocabulary that begins at `pos`."""
    if "D" in tables:
        directive = parse_directive(page, pos)
        if directive is not None:
            return Chunk("D", pos, directive.end, directive)
    if "T" in tables:
        title = parse_title(page, pos)
        if title is not None and not _is_common_noun(page, title):
            return Chunk("T", pos, title.end, title)
    if "B" in tables:
        body = parse_body(page, pos)
        if body is not None:
            if is_credited(page, pos):
                return Chunk("w", pos, body.end)
            return Chunk("B", pos, body.end, body)
    if "V" in tables and not page.is_upper(pos + len(token) - 1):
        phrase = words().verbs.longest(page.low, page.plain, pos)
        if phrase is not None and not _is_part(page, pos, phrase):
            letter = VERB_LETTERS[phrase.concept.get("meaning") or "speak"]
            return Chunk(letter, pos, pos + len(phrase.form), phrase.concept)
    return None


def _is_part(page: Page, pos: int, phrase: Phrase) -> bool:
    """Whether "dự" is part of another word: of "dự án", "vinh dự"."""
    if " " in phrase.form or phrase.concept.get("meaning") != "attend":
        return False
    return _ends_compound(page.low, pos, pos + len(phrase.form))


def _is_common_noun(page: Page, title: TitleTerm) -> bool:
    """Whether the word is no title here: "cán bộ" or "kế toán" with neither body nor name."""
    if title.concept.get("weak") is None or title.body is not None or title.unit is not None:
        return False
    return parse_name(page, title.end + 1, led=False) is None


def _person(page: Page, pos: int, token: str, before: Chunk | None) -> Chunk | None:
    led = before is not None and before.letter in "HTR" and pos - before.end <= 2
    if not led and not may_begin_name(token):
        return None
    name = parse_name(page, pos, led=led)
    if name is None or (led and before is not None and names_a_thing(page, before.start)):
        return None
    if not led and is_credit(page, name):
        return Chunk("w", pos, name.end)
    return Chunk("P", pos, name.end, name)


def _place(page: Page, pos: int, token: str, tables: str) -> Chunk | None:
    if "U" not in tables and token not in province_words():
        return None
    if "U" in tables and _EACH.search(page.low, max(0, pos - 10), pos):
        units = parse_units(page, pos)
        if len(units) > 1:
            return Chunk("U", pos, units[-1].end, replace(units[0], others=tuple(units[1:])))
    unit = parse_unit(page, pos)
    return Chunk("U", pos, unit.end, unit) if unit is not None else None


def _address(page: Page, pos: int) -> Chunk | None:
    """A word of address or a rank."""
    phrase = words().addresses.longest(page.low, page.plain, pos)
    if phrase is None or _ends_compound(page.low, pos, pos + len(phrase.form)):
        return None
    letter = "R" if "ranks" in phrase.concept.schemes else "H"
    return Chunk(letter, pos, pos + len(phrase.form))


def _ends_compound(low: str, pos: int, end: int) -> bool:
    """Whether the word is part of another: "vị" in "đơn vị" or "vị trí" is no honorific."""
    before = _LAST_WORD.search(low, max(0, pos - 12), pos)
    if before is not None and is_compound(f"{before.group(1)} {low[pos:end]}"):
        return True
    after = _NEXT_WORD.match(low, end)
    last = low[pos:end].rpartition(" ")[2]
    return after is not None and is_compound(f"{last} {after.group(1)}")
