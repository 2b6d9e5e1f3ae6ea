"""Vietnamese text without any knowledge of the domain: letters, sentences, dates."""

import re
import unicodedata
from collections.abc import Iterator

from kg.model import Run
from kg.text.dates import Date, dates, year_of
from kg.text.letters import LOWER, UPPER, fold, plain, slug, unaccent
from kg.text.offsets import Offsets, original, through, traced
from kg.text.sentences import sentences

__all__ = [
    "LOWER",
    "UPPER",
    "Date",
    "Offsets",
    "dates",
    "fold",
    "normalise",
    "normalise_traced",
    "original",
    "plain",
    "sentences",
    "slug",
    "through",
    "traced",
    "unaccent",
    "year_of",
]

_HIDDEN = "\ufeff\u00ad\u200b\u200c\u200d\u2060"
_INVISIBLE = re.compile(f"[{_HIDDEN}]")
_MARKS = "\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"
# What `normalise` changes: line ends, letters with marks apart, and invisible characters.
_CHANGED = re.compile(rf"\r\n?|(?s:.)(?:[{_HIDDEN}]*[{_MARKS}])+|[{_HIDDEN}]+")


def normalise(raw: str) -> str:
    """The text that offsets refer to: NFC, one kind of line end, no invisible characters.

    The invisible ones go first, since they may stand between a letter and its mark.
    """
    text = unicodedata.normalize("NFC", _INVISIBLE.sub("", raw))
    return text.replace("\r\n", "\n").replace("\r", "\n")


def normalise_traced(raw: str) -> tuple[str, Offsets]:
    """What `normalise` gives, and where its characters stood in `raw`.

    Where letters are joined in ways that Vietnamese does not know, such as Korean ones, no place
    is told.
    """
    text = normalise(raw)
    if text == raw:
        return text, ()
    joined, offsets = traced(_pieces(raw))
    return text, offsets if joined == text else (Run(0, None),)


def _pieces(raw: str) -> Iterator[tuple[str, int | None, int]]:
    """The normalised text in pieces, each with its place in `raw` and its characters' width."""
    last = 0
    for match in _CHANGED.finditer(raw):
        start, end = match.span()
        yield normalise(raw[last:start]), last, 1
        for letter in normalise(match[0]):
            yield letter, start, end - start
        last = end
    yield normalise(raw[last:]), last, 1
