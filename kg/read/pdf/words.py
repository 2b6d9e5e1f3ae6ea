"""The words of a page, put together to lines."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

_GUTTER = 1.5
"""In sizes of the letters: a wider gap in the order of the file parts two pieces of a line."""
_SPACED = 4
"""How many letters in a row make a line whose letters are spaced out."""


@dataclass(frozen=True, slots=True)
class Word:
    """Letters without a blank in them; places are in points, from the left and downwards.

    `base` is where the letters stand; `blank` is 0 if the word before goes on without a blank.
    """

    text: str
    left: float
    right: float
    base: float
    size: float
    font: str
    blank: int


@dataclass(frozen=True, slots=True)
class Line:
    """Words that stand beside each other in one column; at least one."""

    words: tuple[Word, ...]

    @property
    def left(self) -> float:
        """Where the first word begins."""
        return self.words[0].left

    @property
    def right(self) -> float:
        """Where the words end."""
        return max(word.right for word in self.words)

    @property
    def base(self) -> float:
        """Where most letters stand."""
        return max(self.words, key=lambda word: (len(word.text), word.size)).base

    @property
    def size(self) -> float:
        """The size of most letters."""
        return max(self.words, key=lambda word: (len(word.text), word.size)).size

    @property
    def text(self) -> str:
        """The words with blanks between them."""
        return "".join(text for text, _ in pieces(self)).strip()


def pieces(line: Line) -> Iterator[tuple[str, str]]:
    """The texts of a line with the fonts that they stand in; a blank goes with what it follows."""
    last = line.words[0].font
    for i, word in enumerate(line.words):
        if i and word.blank:
            yield " " * word.blank, last
        last = word.font
        yield word.text, last


def words_of(page: Iterable[tuple[str, float, float, float, float, str, int]]) -> Iterator[Word]:
    """The words of a page as the other process wrote them, in order."""
    for text, left, right, base, size, font, blank in page:
        letters = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
        letters = unicodedata.normalize("NFKC" if _joined(letters) else "NFC", letters)
        yield Word(letters, left, right, base, size, font, blank)


def _joined(letters: str) -> bool:
    """Whether a word has letters that are drawn as one, such as "ﬁ"."""
    return any("\ufb00" <= c <= "\ufb06" for c in letters)


def lines_of(words: Iterable[Word]) -> list[Line]:
    """The words as lines of one column each, in the order of the file."""
    found: list[list[Word]] = []
    for word in words:
        if found and _beside(found[-1][-1], word):
            found[-1].append(word)
        else:
            found.append([word])
    return [Line(tuple(_closed_up(_marked(line)))) for line in found]


def _beside(before: Word, word: Word) -> bool:
    size = max(before.size, word.size)
    gap = word.left - before.right
    return abs(word.base - before.base) < 0.4 * size and -0.5 * size < gap < _GUTTER * size


def _marked(words: Sequence[Word]) -> list[Word]:
    """The words with marks that were drawn after a letter joined to it."""
    found: list[Word] = []
    for word in words:
        is_mark = unicodedata.combining(word.text[:1] or " ")
        if found and (is_mark or (not word.blank and word.font == found[-1].font)):
            found[-1] = _joint(found[-1], word)
        else:
            found.append(word)
    return found


def _joint(one: Word, other: Word) -> Word:
    text = unicodedata.normalize("NFC", one.text + other.text)
    right = max(one.right, other.right)
    return Word(text, one.left, right, one.base, one.size, one.font, one.blank)


def _closed_up(words: Sequence[Word]) -> Sequence[Word]:
    """The words of a line; where its letters are spaced out, words are what wider gaps part."""
    single = sum(len(word.text) == 1 and word.text.isalpha() for word in words)
    if single < _SPACED or single < 0.75 * len(words):
        return words
    gaps = [after.left - before.right for before, after in pairwise(words)]
    usual = median(gaps)
    found = [words[0]]
    for word, gap in zip(words[1:], gaps, strict=True):
        if gap > 1.6 * usual + 0.05 * word.size:
            found.append(word)
        else:
            found[-1] = _joint(found[-1], word)
    return found


def rows_of(lines: Iterable[Line]) -> list[list[Line]]:
    """Lines from top to bottom, those that stand side by side together, from left to right."""
    rows: list[list[Line]] = []
    for line in sorted(lines, key=lambda line: (line.base, line.left)):
        if rows and line.base - rows[-1][0].base < 0.4 * min(line.size, rows[-1][0].size):
            rows[-1].append(line)
        else:
            rows.append([line])
    return [sorted(row, key=lambda line: line.left) for row in rows]


_BLANKS = re.compile(r"[ \t]+")


def text_of(row: Iterable[Line]) -> str:
    """A row as one line of text, its pieces with a tab between them."""
    return "\t".join(_BLANKS.sub(" ", line.text) for line in row)
