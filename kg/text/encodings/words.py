"""How Vietnamese a text looks: which of its words are possible syllables."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from kg.text.syllables import syllables

# What a word cannot hold in any of the encodings; typographic marks are no part of this, since
# VISCII and VPS have letters in their places.
_WORD = re.compile(r"[^ \t\n\r\f\v!-/:-@\[-`{-~\d]+")
_LETTERS = re.compile(r"[^\W\d_]+")
_BESIDE = re.compile("[“”„‘’–—…•«»°·%™©®²³½×\u00a0\ufeff\u200b]+")
_VOWEL = re.compile("[aeiouyăâêôơưà-ýĩũạ-ỹ]")
LONGEST = 24
"""No word of a Vietnamese syllable is longer in any of the encodings; quotes stand beside it."""


@dataclass(frozen=True, slots=True)
class Words:
    """The different words of a text: those with a character outside ASCII, and the others."""

    marked: frozenset[str]
    plain: frozenset[str]

    def __or__(self, other: "Words") -> "Words":
        return Words(self.marked | other.marked, self.plain | other.plain)


def words(text: str) -> Words:
    """The different words of a text."""
    found = set(_WORD.findall(text))
    marked = frozenset(word for word in found if not _is_plain(word))
    return Words(marked, frozenset(found - marked))


def _is_plain(word: str) -> bool:
    return word.isascii() and word.isalpha()


def is_vietnamese(word: str) -> bool | None:
    """Whether a word in Unicode is a Vietnamese syllable, or several with marks between them.

    None where it tells nothing: an abbreviation without a vowel ("HĐND"), no letter at all.
    Capitals stand at the beginning or throughout.
    """
    word = unicodedata.normalize("NFC", word)
    if _BESIDE.sub("", _LETTERS.sub("", word)):
        return False
    pieces = [piece for piece in _LETTERS.findall(word) if _VOWEL.search(piece.lower())]
    if not pieces:
        return None
    return all(p.lower() in syllables() and (p[1:].islower() or p.isupper() or len(p) == 1)
               for p in pieces)  # fmt: skip


def is_glued(word: str) -> bool:
    """Whether a word is made of one or several syllables without a blank: "#tổngkết"."""
    small = unicodedata.normalize("NFC", word.lower())
    ends = {0}
    for end in range(1, min(len(small), LONGEST) + 1):
        if any(small[begin:end] in syllables() for begin in ends):
            ends.add(end)
    return len(small) in ends


def share_of_syllables(found: Iterable[str]) -> float:
    """How many of the plain words are syllables without a mark; abbreviations do not count.

    One or two words tell nothing: 1.0.
    """
    told = [word.lower() in syllables() for word in found if not word.isupper()]
    return sum(told) / len(told) if len(told) > 2 else 1.0
