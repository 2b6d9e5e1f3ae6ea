"""UTF-8 whose bytes were once read as Windows-1252 or Latin-1: "Äáº£ng" for "Đảng".

A sequence of such characters is taken back only where it is UTF-8 in every bit, and only in lines
that hold letters of Vietnamese which neither of the two has. Windows-1252 has no character for
five bytes; of the letters that lost one, "Đ" is known again (what is left of it, "Ä", begins
no other) and "à", whose second byte many a program made a plain blank.
"""

import re
from collections.abc import Iterator
from functools import cache

from kg.text.encodings.readings import Piece
from kg.text.encodings.tables import as_cp1252
from kg.text.encodings.words import LONGEST, is_vietnamese, words

NAME = "utf-8 read as cp1252"

_CONTINUES = "".join({as_cp1252(byte) + chr(byte) for byte in range(0x80, 0xC0)})
_C = f"[{re.escape(_CONTINUES)}]"
_SEQUENCE = re.compile(
    f"[Â-ß]{_C}|[à-ï]{_C}{_C}|[ð-ô]{_C}{_C}{_C}|Ä[\ufffd?]?(?!{_C})|Ã (?= )|Ã(?= )"
)
# Letters with C4, C5 or C6 first (ă đ ĩ ũ ơ ư), with E1 BA or E1 BB, or a combining mark.
_TELLING = re.compile(rf"Ä[‚ƒ\x82\x83\x90‘\x91¨©]|Å[¨©]|Æ[ ¡¯°\u00a0]|áº{_C}|á»{_C}|Ì{_C}")
_LEAST_SHARE = 0.6
_LOST = {"Ä": "Đ", "Ã": "à"}


def looks_so(line: str, least: int) -> bool:
    """Whether a line has as many sequences that only such text has, and becomes Vietnamese."""
    found = _TELLING.finditer(line)
    if not all(next(found, None) is not None for _ in range(least)):
        return False
    read = words("".join(piece for piece, _, _ in read_line(line, 0)))
    verdicts = [is_vietnamese(word) if len(word) <= LONGEST else False for word in read.marked]
    return verdicts.count(True) >= _LEAST_SHARE * (len(verdicts) - verdicts.count(None))


def read_line(line: str, start: int) -> Iterator[Piece]:
    """The line with its sequences taken back, as pieces; `start` is its place in the text."""
    done = 0
    for match in _SEQUENCE.finditer(line):
        read = _read(match[0])
        if read:
            yield line[done : match.start()], start + done, 1
            yield read, start + match.start(), len(match[0])
            done = match.end()
    yield line[done:], start + done, 1


@cache
def _bytes() -> dict[str, int]:
    return {chr(b): b for b in range(0x80, 0x100)} | {as_cp1252(b): b for b in range(0x80, 0x100)}


def _read(sequence: str) -> str | None:
    """The character that a sequence was; None where it is none."""
    if sequence.rstrip(" \ufffd?") in _LOST:
        return _LOST[sequence[0]]
    try:
        return bytes(_bytes()[c] for c in sequence).decode("utf-8")
    except UnicodeDecodeError:
        return None
