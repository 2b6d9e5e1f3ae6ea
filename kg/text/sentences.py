"""Sentences as spans: a blank line, a line's end or a full stop before a capital ends one."""

import re
from functools import cache
from pathlib import Path

from kg.model import Span
from kg.text.letters import UPPER

# The pattern begins with one set of letters, by which `re` finds its places fast, and tries a
# run of stops once, as a whole, so that a page of dots takes no longer than others.
_END = re.compile(
    r"[.!?…\n](?:(?<=\n)\n*+"
    r"|(?<=[.!?…])(?<![.!?…].)[.!?…]*+[\"”’')\]]*+"
    rf"(?=\s++[\"“‘'(\[]*+[{UPPER}\d•+]))"
)
_WORD = re.compile(r"[^\s(\"“]*\Z")
_LONGEST = 12
"""How many characters before a full stop are looked at for an abbreviation."""


def sentences(text: str) -> tuple[Span, ...]:
    """The sentences of `text` in order, without surrounding blanks; none is empty."""
    spans: list[Span] = []
    start = 0
    for match in _END.finditer(text):
        if text[match.start()] == "." and _abbreviates(text, start, match.start()):
            continue
        spans += _trimmed(text, start, match.end())
        start = match.end()
    return (*spans, *_trimmed(text, start, len(text)))


@cache
def abbreviations() -> frozenset[str]:
    """The words of `abbreviations.txt`, in small letters: "tp", "đ/c"."""
    lines = Path(__file__).with_name("abbreviations.txt").read_text("utf-8").splitlines()
    return frozenset(line.split()[0] for line in lines if line and not line.startswith("#"))


def _abbreviates(text: str, start: int, dot: int) -> bool:
    """Whether the word before the full stop at `dot` is an abbreviation or an initial."""
    found = _WORD.search(text, max(start, dot - _LONGEST), dot)
    word = found.group() if found else ""
    if not abbreviations().isdisjoint((word.lower(), word.lower().rpartition(".")[2])):
        return True
    return len(word) == 1 and word.isupper()


def _trimmed(text: str, start: int, end: int) -> tuple[Span, ...]:
    """The span without the blanks at its ends; none where only blanks are left."""
    piece = text[start:end]
    start += len(piece) - len(piece.lstrip())
    return (Span(start, start + len(piece.strip())),) if piece.strip() else ()
