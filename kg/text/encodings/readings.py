"""The ways to read text whose bytes were taken for Windows-1252, one a row."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from kg.text.encodings.capitals import cased, cased_word
from kg.text.encodings.tables import letters, windows_1258

Piece = tuple[str, int | None, int]
"""A piece of text, where it stands in the original, and how wide its characters are there."""


@dataclass(frozen=True, slots=True)
class Reading:
    """One old encoding: its name, its letters, and whether it lacks capitals with marks."""

    name: str
    letters: Mapping[str, str]
    one_case: bool = False

    @property
    def is_even(self) -> bool:
        """Whether each of its characters becomes one."""
        return all(len(code) == 1 for code in self.letters)


@cache
def readings() -> tuple[Reading, ...]:
    """All readings; of two that read a text equally well, neither is taken."""
    return (
        Reading("tcvn3", letters("tcvn3"), one_case=True),
        Reading("vni", _either_case(letters("vni"))),
        Reading("windows-1258", windows_1258()),
        Reading("viscii", letters("viscii")),
        Reading("vps", letters("vps")),
    )


def _either_case(table: Mapping[str, str]) -> dict[str, str]:
    """VNI's pairs with the mark in the other case too: some keyboards wrote "Aùnh" for "AÙnh"."""
    return {**{f"{key[0]}{key[1:].swapcase()}": value for key, value in table.items()}, **table}


@cache
def _translation(name: str) -> dict[int, str]:
    return {ord(code): letter for code, letter in _named(name).letters.items()}


@cache
def _pattern(name: str) -> re.Pattern[str]:
    codes = sorted(_named(name).letters, key=len, reverse=True)
    firsts: dict[str, str] = {}
    for code in codes:
        firsts[code[0]] = firsts.get(code[0], "") + code[1:]
    pairs: dict[str, str] = {}
    for first, seconds in firsts.items():
        key = "".join(sorted(set(seconds)))
        pairs[key] = pairs.get(key, "") + first
    singles = re.escape("".join(code for code in codes if len(code) == 1))
    pairs_of = (f"[{firsts}][{key}]" for key, firsts in pairs.items() if key)
    return re.compile("|".join((*pairs_of, f"[{singles}]")))


@cache
def _named(name: str) -> Reading:
    return next(reading for reading in readings() if reading.name == name)


def read_word(reading: Reading, word: str) -> str:
    """One word in Unicode."""
    if not reading.is_even:
        return _pattern(reading.name).sub(lambda m: reading.letters[m[0]], word)
    read = word.translate(_translation(reading.name))
    return cased_word(read, word) if reading.one_case else read


def read_line(reading: Reading, line: str, start: int, begins: bool) -> Iterator[Piece]:
    """A line in Unicode, as pieces; `start` is its place in the text, `begins` that a sentence
    begins with it.
    """
    if not reading.is_even:
        yield from _pieces(reading, line, start)
        return
    read = line.translate(_translation(reading.name))
    yield (cased(read, line, begins) if reading.one_case else read), start, 1


def _pieces(reading: Reading, line: str, start: int) -> Iterator[Piece]:
    done = 0
    for match in _pattern(reading.name).finditer(line):
        yield line[done : match.start()], start + done, 1
        yield reading.letters[match[0]], start + match.start(), len(match[0])
        done = match.end()
    yield line[done:], start + done, 1
