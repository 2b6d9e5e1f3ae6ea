"""Which lines of a text are in an old encoding, and what they say.

A text is looked at in three steps, each of which lets nearly all text pass as it is:

1. Only lines with a character that Vietnamese in Unicode seldom has ("§", "¶", "ø", "ñ"), and
   without a letter that no old encoding has when read as Windows-1252 ("ơ", "ả", "đ"), are
   doubtful.
2. All doubtful lines together vote: a reading must turn nearly all of their words with marks
   into syllables of Vietnamese, more than any other does, and more words than are syllables as
   they stand.
3. Each line is read so if it loses nothing by it; one that does is asked alone.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from kg.text.encodings import mojibake
from kg.text.encodings.readings import Piece, Reading, read_line, read_word, readings
from kg.text.encodings.words import (
    LONGEST,
    Words,
    is_glued,
    is_vietnamese,
    share_of_syllables,
    words,
)

_UNICODE = re.compile("[ĂăĐđĨĩŨũƠơƯưẠ-ỹ]")
# All of Latin-1's upper half but the letters of Vietnamese and the blank that does not break.
_DOUBTFUL = re.compile(
    "[\x80-\x9f¡-¿ÄÅÆÇËÌÎÏÐÑÖ×ØÛÜÞßäåæçëîïðñö÷øûüþÿ\x02-\x06\x10-\x15\x19\x1c-\x1e]"
)
_TONED = re.compile("[^\x00-\x7f\u00a0“”‘’–—…•]")

LEAST = 2
LEAST_BESIDE_UNICODE = 4
"""How many words must be won: in a text of nothing else, and in one that has Unicode too."""
_LEAST_SHARE = 0.8
_LEAST_SHARE_OF_LINE = 0.6
_LEAST_WON = 0.15
_MOST_LOST = 0.3
_LEAST_PLAIN = 0.3
_LEAST_PLAIN_OF_SURE = 0.15
_WON_AT_ONCE = 8
_WON_CLEAN = 4
_DECLARED_SHARE = 0.6


@dataclass(frozen=True, slots=True)
class Score:
    """What a reading makes of words: syllables, others, and words it wins or loses by that."""

    good: int
    bad: int
    won: int
    lost: int

    @property
    def share(self) -> float:
        """How many of the words that tell anything are syllables."""
        return self.good / (self.good + self.bad) if self.good else 0.0

    def is_worth(self, least: int) -> bool:
        """Whether enough words are won to change a text, and hardly any lost."""
        told = self.good + self.bad
        return self.won >= max(least, _LEAST_WON * told) and self.lost <= _MOST_LOST * self.won


@dataclass(frozen=True, slots=True)
class Line:
    """A line with its end, its place in the text, and what it was found to be written in."""

    text: str
    start: int
    encoding: str | None = None


def is_doubtful(text: str) -> bool:
    """Whether a text calls for a closer look: by a character, or by having none of Unicode's."""
    return _DOUBTFUL.search(text) is not None or not in_unicode(text)


def in_unicode(line: str) -> bool:
    """Whether a line has a letter that no old encoding shows when it is read as Windows-1252."""
    return _UNICODE.search(line) is not None


def recognised(
    text: str, declared: str | None = None, others: frozenset[int] = frozenset()
) -> list[Line]:
    """The lines of a text, each with the encoding it is in, where that is an old one.

    Args:
        text: a text, read as Windows-1252 where it was none in Unicode.
        declared: the name of a reading that somebody gave to the text; it needs less proof.
        others: where lines begin that cannot be in Unicode, since their bytes are not.

    """
    lines = list(_lines(text))
    beside = any(in_unicode(line.text) for line in lines)
    lines = _with_mojibake(lines, beside)
    found = {line.start: words(line.text) for line in lines if _may_be_old(line, beside)}
    if not found:
        return lines
    voted = _vote(_joined(found.values()), LEAST_BESIDE_UNICODE if beside else LEAST, declared)
    names = {start: _choice(one, voted, beside) for start, one in found.items()}
    if voted is not None:
        names |= {start: voted.name for start in others if not names.get(start)}
    return [Line(line.text, line.start, names.get(line.start, line.encoding)) for line in lines]


def _lines(text: str) -> Iterator[Line]:
    start = 0
    for match in re.finditer(r"[^\n]*\n|[^\n]+\Z", text):
        yield Line(match[0], start)
        start = match.end()


def _with_mojibake(lines: list[Line], beside: bool) -> list[Line]:
    """The lines, with those marked that are UTF-8 read as Windows-1252."""
    sure = any(not in_unicode(line.text) and mojibake.looks_so(line.text, 2) for line in lines)
    if not sure:
        return lines
    least = 2 if beside else 1
    return [
        Line(line.text, line.start, mojibake.NAME)
        if not in_unicode(line.text)
        and (mojibake.looks_so(line.text, least) or (not beside and is_doubtful(line.text)))
        else line
        for line in lines
    ]


def _may_be_old(line: Line, beside: bool) -> bool:
    if line.encoding is not None or line.text.isascii() or in_unicode(line.text):
        return False
    return (_DOUBTFUL if beside else _TONED).search(line.text) is not None


def _joined(found: Iterable[Words]) -> Words:
    marked: set[str] = set()
    plain: set[str] = set()
    for one in found:
        marked |= one.marked
        plain |= one.plain
    return Words(frozenset(marked), frozenset(plain))


def _choice(found: Words, voted: Reading | None, beside: bool) -> str | None:
    """What a line is in: what all voted for unless it loses by that, else what it says alone.

    Beside Unicode, a line that reads well both ways stays as it is.
    """
    score = _score(voted, found.marked) if voted else None
    if voted and score and (score.won or not beside):
        if not score.bad or (score.share >= _LEAST_SHARE_OF_LINE and score.won > score.lost):
            return voted.name
        if not score.lost and all(is_glued(read_word(voted, word)) for word in found.marked):
            return voted.name
    alone = _vote(found, LEAST_BESIDE_UNICODE, None)
    return alone.name if alone else None


def _vote(found: Words, least: int, declared: str | None) -> Reading | None:
    """The reading that all words of some lines are in; None where none is sure enough."""
    if len(found.marked) < (1 if declared else least):
        return None
    scores = [(_score(reading, found.marked), reading) for reading in readings()]
    for score, reading in scores:
        if reading.name == declared and score.share >= _DECLARED_SHARE and score.won >= score.lost:
            return reading
    (first, reading), (second, other) = sorted(scores, key=lambda one: -one[0].good)[:2]
    if first.share < _LEAST_SHARE or not first.is_worth(least):
        return None
    sure = first.won >= _WON_AT_ONCE or (first.won >= _WON_CLEAN and not first.bad)
    if share_of_syllables(found.plain) < (_LEAST_PLAIN_OF_SURE if sure else _LEAST_PLAIN):
        return None
    same = first.good == second.good and _differ(reading, other, found.marked)
    return None if same else reading


def _differ(one: Reading, other: Reading, marked: frozenset[str]) -> bool:
    return any(read_word(one, word) != read_word(other, word) for word in marked)


def _score(reading: Reading, marked: frozenset[str]) -> Score:
    good = bad = won = lost = 0
    for word in marked:
        if len(word) == 1:  # in a list of characters any may become a syllable
            continue
        before, after = _verdict(word), _verdict(read_word(reading, word), len(word))
        good += after is True
        bad += after is False
        won += after is True and before is False
        lost += before is True and after is not True
    return Score(good, bad, won, lost)


@lru_cache(65536)
def _verdict(word: str, length: int = 0) -> bool | None:
    if max(length, len(word)) > LONGEST:
        return False
    return is_vietnamese(word.replace("ð", "đ").replace("Ð", "Đ"))


def read(lines: list[Line]) -> Iterator[Piece]:
    """The lines in Unicode, as pieces with their places in the text."""
    by_name = {reading.name: reading for reading in readings()}
    begins = True
    for line in lines:
        if line.encoding == mojibake.NAME:
            yield from mojibake.read_line(line.text, line.start)
        elif line.encoding is not None:
            yield from read_line(by_name[line.encoding], line.text, line.start, begins)
        else:
            yield line.text, line.start, 1
        begins = not line.text.strip() or line.text.rstrip()[-1] in '.!?:…"”'
