"""Where the words of a page's blocks stand in its source."""

import html
import re
from array import array
from collections.abc import Iterable, Iterator

from kg.text import Offsets, traced

# What a source is made of: what shows no text, references, and text.
_TOKEN = re.compile(
    r"<!--.*?-->|<(script|style|title|textarea|noscript|svg)\b.*?</\1\s*>|<[!/?a-zA-Z][^>]*>"
    r"|&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|\w{1,31});?|[^<&]+|[<&]",
    re.DOTALL | re.IGNORECASE,
)
_MISSES = 20
"""After so many blocks that are not found in the source, the rest is not looked for."""


class Letters:
    """The visible letters of a source, blanks left out, and the places where they stand."""

    def __init__(self, source: str) -> None:
        letters: list[str] = []
        self._starts = array("L")
        self._widths = array("L")
        for text, start, width in _visible(source):
            for i, letter in enumerate(text):
                if not letter.isspace():
                    letters.append(letter)
                    self._starts.append(start + i if width == 1 else start)
                    self._widths.append(width)
        self.text = "".join(letters)

    def pieces(self, line: str, at: int) -> Iterator[tuple[str, int | None, int]]:
        """A line, its letters standing from number `at` on, in pieces with places and widths."""
        for letter in line:
            if letter.isspace():
                # It stands behind the letter before, whatever is there.
                before = self._starts[at - 1] + self._widths[at - 1] if at else 0
                yield letter, before, 1
            else:
                yield letter, self._starts[at], self._widths[at]
                at += 1


def _visible(source: str) -> Iterator[tuple[str, int, int]]:
    """The stretches of text of a source with their places, and the width of their characters."""
    for match in _TOKEN.finditer(source):
        told = match[0]
        if told[0] == "&" and len(told) > 1:
            yield html.unescape(told), match.start(), len(told)
        elif told[0] != "<" or len(told) == 1:
            yield told, match.start(), 1


def placed(lines: Iterable[str], source: str) -> tuple[str, Offsets]:
    """Lines joined by blank ones, and where their characters stand in the source."""
    return traced(_pieces(lines, Letters(source)))


def _pieces(lines: Iterable[str], letters: Letters) -> Iterator[tuple[str, int | None, int]]:
    at, misses = 0, 0
    for line in lines:
        plain = "".join(line.split())
        found = letters.text.find(plain, at) if misses < _MISSES else -1
        if found < 0:
            misses += 1
            yield line, None, 1
        else:
            yield from letters.pieces(line, found)
            at = found + len(plain)
        yield "\n\n", None, 1
