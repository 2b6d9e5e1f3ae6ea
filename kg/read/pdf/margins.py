"""What a page prints around its text: running headers, footers and page numbers."""

import re
from collections import defaultdict
from collections.abc import Callable, Sequence
from itertools import pairwise
from statistics import median

from kg.read.pdf.words import Line, text_of
from kg.text import fold

_DEPTH = 3
"""How many rows at the top and at the bottom may be around the text."""
_DRIFT = 4.0
"""By how many points a running header may stand elsewhere on another page."""
_FEW = 5
"""A page with fewer rows has no usual distance between them."""
_GAP = 1.25
"""So many times the usual distance part a header from the text."""
_NUMBER = re.compile(r"\W*(?:trang |page )?#(?: ?/ ?#)?\W*")
_DIGITS = re.compile(r"\d+")
_STAMP = re.compile(r"\d{1,2}/\d{1,2}/\d{2,4},? \d{1,2}:\d\d(?: [AP]M)?(?:\t.*)?")
"""What a browser prints at the top: "26/2/2024, 13:37", and the title."""
_ADDRESS = re.compile(r"((?:https?|about|file):\S+?)…?\t\d+/\d+")
"""What a browser prints at the bottom: the address, and the number of the page."""

Rows = list[list[Line]]


def without_margins(pages: Sequence[Rows]) -> tuple[list[Rows], str | None]:
    """The rows of the pages without what is printed around them, and the address it tells.

    The rows at the top and bottom go that another page has at the same place, numbers apart, if
    a gap parts them from the text; so does a page's number at the bottom.
    """
    seen: dict[str, list[tuple[int, float]]] = defaultdict(list)
    for number, rows in enumerate(pages):
        for row in _outer(rows):
            seen[_key(row)].append((number, row[0].base))
    left: list[Rows] = []
    addresses: set[str] = set()
    for number, rows in enumerate(pages):
        following = pages[number + 1] if number + 1 < len(pages) else []

        def is_around(row: list[Line], number: int = number, following: Rows = following) -> bool:
            same = _repeats(seen[_key(row)], number, row, len(pages))
            return same or _is_stamp(row) or _is_splinter(row, following)

        usual = median([b[0].base - a[0].base for a, b in pairwise(rows)] or [0.0])
        top = _edge(rows, is_around, usual)
        bottom = _edge(rows[::-1], lambda row: is_around(row) or _is_number(row), usual)
        around = rows[:top] + rows[max(top, len(rows) - bottom) :]
        left.append(rows[top : max(top, len(rows) - bottom)])
        addresses |= {
            match[1]
            for row in around
            if (match := _ADDRESS.fullmatch(text_of(row))) and match[1].startswith("http")
        }
    return left, addresses.pop() if len(addresses) == 1 else None


def _edge(rows: Rows, is_around: Callable[[list[Line]], bool], usual: float) -> int:
    """How many rows from the first stand around the text, with a gap below the last of them."""
    count = 0
    while count < min(_DEPTH, len(rows)) and is_around(rows[count]):
        count += 1
    while 0 < count < len(rows) and len(rows) >= _FEW:
        gap = abs(rows[count][0].base - rows[count - 1][0].base)
        if gap > _GAP * usual or len(text_of(rows[count - 1])) == 1:
            break
        count -= 1
    return count


def _outer(rows: Rows) -> Rows:
    return rows if len(rows) <= 2 * _DEPTH else rows[:_DEPTH] + rows[-_DEPTH:]


def _key(row: Sequence[Line]) -> str:
    return _DIGITS.sub("#", fold(text_of(row)))


def _repeats(seen: Sequence[tuple[int, float]], page: int, row: Sequence[Line], of: int) -> bool:
    """Whether another page has the row at the same place, and a third of them altogether.

    Headers of the left and of the right pages differ, which makes a half at best.
    """
    same = {i for i, base in seen if i != page and abs(base - row[0].base) <= _DRIFT}
    return bool(same) and 3 * (len(same) + 1) >= of


def _is_stamp(row: Sequence[Line]) -> bool:
    """Whether a browser printed a row at the edge of its paper."""
    text = text_of(row)
    return bool(_STAMP.fullmatch(text) or _ADDRESS.fullmatch(text))


def _is_number(row: Sequence[Line]) -> bool:
    return _NUMBER.fullmatch(_key(row)) is not None


def _is_splinter(row: Sequence[Line], following: Rows) -> bool:
    """Whether a row is one letter that stands on the next page, where its line begins.

    Chromium prints a tall letter on both pages between which it breaks.
    """
    letter = row[0].words[0]
    words = (word for lines in _outer(following) for line in lines for word in line.words)
    return len(text_of(row)) == 1 and any(
        word.text.startswith(letter.text) and abs(word.left - letter.left) < 1 for word in words
    )
