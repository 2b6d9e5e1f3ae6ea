"""Lines joined to paragraphs again, by how they stand and by what they say."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from kg.read.fonts import joined
from kg.read.pdf.columns import Block
from kg.read.pdf.words import Line, pieces

_CELL = 2.5
"""In sizes of the letters: pieces of a row with a wider gap are cells of a table."""
_SPACE = 0.25
_INDENT = 0.7
_FURTHER = 1.25
"""So many times the usual distance of two lines lie between paragraphs."""
_HEADLINE = 1.15
"""So many times the size of the text is a headline."""
_HEADLINE_LEADING = 1.7
_ENDS = re.compile(r"[.!?:;…][\"”’)\]]*$")
_FULL = re.compile(r"[.!?…][\"”’)\]]*$")
_ITEM = re.compile(r"(?:[-–—•+*▪●]|\(?(?:\d{1,2}|[a-zđ])[.)])\s")
_HYPHEN = re.compile(r"([^\W\d_]+)[-‐]$")
_NO_BLANK = re.compile(r"(?:\w[-‐/]|/)$")
_LONGEST = 40
"""No word is longer."""
_WORD = re.compile(r"[^\W\d_]+")
_VOWELS = re.compile(r"[aeiouyăâêôơưà-ãè-ìíò-õùúýĩũạ-ỹ]+")

Pieces = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Row:
    """A line as it stands in its column, which reaches from `edges[0]` to `edges[1]`."""

    pieces: Pieces
    text: str
    left: float
    right: float
    base: float
    size: float
    first: float
    edges: tuple[float, float]
    block: int


@dataclass(frozen=True, slots=True)
class Style:
    """How a document is set: the size of its text, and the usual distance of lines by size.

    `is_indented` says that its paragraphs begin further right than their other lines; of one
    where they do not, a page that ends with a sentence is taken to end with a paragraph.
    """

    body: float
    leadings: Mapping[float, float]
    is_indented: bool


def paragraphs(pages: Sequence[Sequence[Block]]) -> list[str]:
    """The paragraphs of the blocks of all pages, in order, each on a line of its own."""
    rows = [*_rows([block for blocks in pages for block in blocks])]
    style = _style(rows)
    found: list[list[Row]] = []
    for i, row in enumerate(rows):
        following = rows[i + 1] if i + 1 < len(rows) else None
        if found and _continues(found[-1], row, following, style):
            found[-1].append(row)
        else:
            found.append([row])
    return [text for part in found if (text := _text(part))]


def _rows(blocks: Sequence[Block]) -> Iterator[Row]:
    for number, block in enumerate(blocks):
        for lines in block.rows:
            told = tuple(_pieces(lines, block.is_column))
            first, last = lines[0], lines[-1]
            biggest = max(lines, key=lambda line: len(line.text))
            yield Row(
                told,
                "".join(text for text, _ in told).strip(),
                first.left,
                last.right,
                first.base,
                biggest.size,
                first.words[0].right - first.left,
                (block.left, block.right),
                number,
            )


def _pieces(lines: Sequence[Line], is_column: bool) -> Iterator[tuple[str, str]]:
    """The texts of a row; outside a column, a tab stands for a gap that no blank has."""
    blanks = [b.left - a.right for line in lines for a, b in pairwise(line.words)]
    least = max(_CELL * lines[0].size, 2 * max(blanks, default=0))
    for i, line in enumerate(lines):
        if i:
            wide = not is_column and line.left - lines[i - 1].right > least
            yield "\t" if wide else " ", line.words[0].font
        yield from pieces(line)


def _style(rows: Sequence[Row]) -> Style:
    weights = Counter[float]()
    gaps: dict[float, Counter[float]] = {}
    starts = indented = 0
    for row in rows:
        weights[row.size] += len(row.text)
    for before, row in pairwise(rows):
        gap = round(2 * (row.base - before.base)) / 2
        if before.block == row.block and before.size == row.size and gap > 0:
            gaps.setdefault(row.size, Counter())[gap] += 1
            if _has_room(before, row):
                starts += 1
                indented += _stands_in(row)
    leadings = {
        size: max(known, key=lambda gap: (known[gap], -gap)) for size, known in gaps.items()
    }
    body = max(weights, key=lambda size: (weights[size], size), default=0.0)
    return Style(body, leadings, 3 * indented > 2 * starts)


def _stands_in(row: Row) -> bool:
    return row.left > row.edges[0] + _INDENT * row.size


def _continues(part: Sequence[Row], row: Row, following: Row | None, style: Style) -> bool:
    """Whether a row goes on with the paragraph."""
    before = part[-1]
    if not 1 / _HEADLINE < row.size / (before.size or 1) < _HEADLINE:
        return False
    if "\t" in before.text + row.text or (_ITEM.match(row.text) and _ends(before)):
        return False
    if before.text.isupper() and not row.text.isupper() and not row.text[:1].islower():
        return False
    has_room = _has_room(before, row)
    is_small = row.text[:1].islower() and not (_ENDS if has_room else _FULL).search(before.text)
    is_headline = row.size >= _HEADLINE * style.body
    if before.block != row.block:
        if is_headline or (style.is_indented and _stands_in(row)):
            return False
        return is_small or not (has_room or (_ends(before) and not style.is_indented))
    gap = row.base - before.base
    if is_headline:
        return gap <= _HEADLINE_LEADING * row.size and not _ends(before)
    if gap > _FURTHER * style.leadings.get(row.size, 1.5 * row.size):
        return is_small and not has_room
    return is_small or not (has_room or _is_indented(part, row, following))


def _ends(row: Row) -> bool:
    return _ENDS.search(row.text) is not None


def _has_room(before: Row, row: Row) -> bool:
    """Whether the first word of a row would have stood on the line before: it ended there."""
    room = before.edges[1] - before.right
    if _is_centred(before) and _is_centred(row):
        room += before.left - before.edges[0]
    return row.first + _SPACE * row.size < room - 0.1 * row.size


def _is_centred(row: Row) -> bool:
    """Whether a row stands in the middle, away from both edges."""
    left, right = row.left - row.edges[0], row.edges[1] - row.right
    return min(left, right) > row.size / 2 and abs(left - right) < 2 * row.size


def _is_indented(part: Sequence[Row], row: Row, following: Row | None) -> bool:
    """Whether a row begins further right than the one before it, or than the one after it."""
    step = _INDENT * row.size
    if row.left > part[-1].left + step:
        return not (len(part) == 1 and _ITEM.match(part[0].text))
    if following is None or following.block != row.block or len(part) > 1:
        return False
    return abs(row.left - part[0].left) < step and row.left > following.left + step


def _text(part: Sequence[Row]) -> str:
    told: list[tuple[str, str]] = []
    for row in part:
        if told:
            last, font = told[-1]
            told[-1] = (_joint(last, row.text), font)
        told += row.pieces
    return joined(told).strip()


def _joint(last: str, following: str) -> str:
    """The end of a line as it stands before the next one, hyphen and blank put right.

    Vietnamese is not hyphenated, so a hyphen belongs to a number or a name ("Lê-nin"), unless
    it parts one syllable ("tru-ng") or a word of another language ("organi-zation").
    """
    last = last.rstrip()
    if last.endswith("\u00ad"):
        return last[:-1]
    match, word = _HYPHEN.search(last[-_LONGEST:]), _WORD.match(following[:_LONGEST])
    if match and word and word[0].islower():
        parts = [len(_VOWELS.findall(part.lower())) for part in (match[1], word[0])]
        whole = len(_VOWELS.findall((match[1] + word[0]).lower()))
        return last if whole == 2 and parts == [1, 1] else last[:-1]
    return last if _NO_BLANK.search(last) else last + " "
