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
from dataclasses import dataclass, replace

from kg.extract.bodies import parse_body
from kg.extract.directives import parse_directive
from kg.extract.names import is_credit, parse_name
from kg.extract.page import Page, words
from kg.extract.terms import BodyTerm, DirectiveTerm, NameTerm, TitleTerm, UnitTerm
from kg.extract.titles import parse_title
from kg.extract.units import parse_unit, parse_units
from kg.model import Span
from kg.text import Date, dates
from kg.vocabulary import Concept, is_compound

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
    r"|\(\d{4} ?- ?\d{4}\)|khóa [ivxl]+(?!\w)"
)
_NEXT_WORD = re.compile(r" (\w+)")
_LAST_WORD = re.compile(r"(\w+) $")
_EACH = re.compile(r"(?:các|\d|hai|ba|bốn|năm) $")
_PAIRS = {"và": "&", "cùng": "&", "của": "g"}


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
    return tuple(_row(page, span) for span in page.sentences)


def _row(page: Page, span: Span) -> Row:
    chunks: list[Chunk] = []
    found = {span.start + d.start: d for d in dates(page.low[span.start : span.end])}
    pos = span.start
    while pos < span.end:
        match = _TOKEN.search(page.low, pos, span.end)
        if match is None:
            break
        chunk = _chunk(page, match, found, span, chunks)
        if chunk.end > span.end:
            chunk = Chunk("w", match.start(), match.end())
        if chunk.letter == "w" and chunks and chunks[-1].letter == "w":
            chunks[-1] = Chunk("w", chunks[-1].start, chunk.end)
        elif chunk.letter:
            chunks.append(chunk)
        pos = max(chunk.end, match.end())
    return Row(span, tuple(chunks), "".join(c.letter for c in chunks))


def _chunk(
    page: Page, match: re.Match[str], found: dict[int, Date], span: Span, before: list[Chunk]
) -> Chunk:
    pos, token = match.span()[0], match.group()
    if pos in found:
        date = found[pos]
        length = date.end - date.start
        return Chunk("d", pos, pos + length, date)
    if not token[0].isalnum():
        return Chunk("w" if token[0] == "_" else token, pos, match.end())
    period = _PERIOD.match(page.low, pos)
    if period:
        return Chunk("N", pos, period.end())
    return (
        _phrase(page, pos, token, before)
        or _person(page, pos, before)
        or _place(page, pos)
        or _small(page, match)
    )


def _phrase(page: Page, pos: int, token: str, before: list[Chunk]) -> Chunk | None:
    """A directive, a title, a body or a verb of the vocabulary that begins at `pos`."""
    table = words()
    if token in table.documents:
        directive = parse_directive(page, pos)
        if directive is not None:
            return Chunk("D", pos, directive.end, directive)
    if token in table.titles or token in table.qualifiers:
        title = parse_title(page, pos)
        if title is not None and not _is_common_noun(title):
            return Chunk("T", pos, title.end, title)
    if token in table.bodies:
        body = parse_body(page, pos)
        if body is not None:
            return Chunk("B", pos, body.end, body)
    if token in table.verbs and not page.is_upper(pos + len(token) - 1):
        phrase = table.verbs.longest(page.low, page.plain, pos)
        if phrase is not None:
            letter = VERB_LETTERS[phrase.concept.get("meaning") or "speak"]
            return Chunk(letter, pos, pos + len(phrase.form), phrase.concept)
    return None


def _is_common_noun(title: TitleTerm) -> bool:
    """Whether the word is no title here: "cán bộ" or "kế toán" without a body."""
    return title.concept.get("weak") is not None and title.body is None and title.unit is None


def _person(page: Page, pos: int, before: list[Chunk]) -> Chunk | None:
    if not page.is_upper(pos):
        return None
    led = bool(before) and before[-1].letter in "HTR" and pos - before[-1].end <= 2
    name = parse_name(page, pos, led=led)
    if name is None:
        return None
    if not led and is_credit(page, name):
        return Chunk("w", pos, name.end)
    return Chunk("P", pos, name.end, name)


def _place(page: Page, pos: int) -> Chunk | None:
    if _EACH.search(page.low, max(0, pos - 10), pos):
        units = parse_units(page, pos)
        if len(units) > 1:
            return Chunk("U", pos, units[-1].end, replace(units[0], others=tuple(units[1:])))
    unit = parse_unit(page, pos)
    return Chunk("U", pos, unit.end, unit) if unit is not None else None


def _small(page: Page, match: re.Match[str]) -> Chunk:
    """A word of address, a rank, "và", "của" or any other word."""
    pos, token = match.start(), match.group()
    if token in words().addresses:
        phrase = words().addresses.longest(page.low, page.plain, pos)
        if phrase is not None and not _ends_compound(page.low, pos, pos + len(phrase.form)):
            letter = "R" if "ranks" in phrase.concept.schemes else "H"
            return Chunk(letter, pos, pos + len(phrase.form))
    if token in _PAIRS:
        return Chunk(_PAIRS[token], pos, match.end())
    return Chunk("w", pos, match.end())


def _ends_compound(low: str, pos: int, end: int) -> bool:
    """Whether the word is part of another: "vị" in "đơn vị" or "vị trí" is no honorific."""
    before = _LAST_WORD.search(low, max(0, pos - 12), pos)
    if before is not None and is_compound(f"{before.group(1)} {low[pos:end]}"):
        return True
    after = _NEXT_WORD.match(low, end)
    last = low[pos:end].rpartition(" ")[2]
    return after is not None and is_compound(f"{last} {after.group(1)}")
