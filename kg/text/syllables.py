"""Which strings of letters are syllables of Vietnamese, by its sounds and its spelling alone.

A syllable is an onset, a rhyme and a tone; `syllables` spells out all of them, some 20,000, of
which the language uses about 7,000. The rows follow Đoàn Thiện Thuật, "Ngữ âm tiếng Việt" (1977),
and L. C. Thompson, "A Vietnamese Reference Grammar" (1965), and were checked against what real
news writes. Two rules bind them:

- Before e, ê, i, y the sounds k, g, ng are written k, gh, ngh, before the others c, g, ng.
- A rhyme that ends in c, ch, p or t has one of two tones, sắc or nặng.
"""

import unicodedata
from collections.abc import Iterator
from functools import cache

_ONSETS = "- b c ch d đ g gh gi h k kh l m n ng ngh nh p ph qu r s t th tr v x"

# Vowels, and what may follow them in the same syllable. In all rows "-" stands for nothing.
_RHYMES = (
    ("a", "- c ch i m n ng nh o p t u y"),
    ("ă", "c m n ng p t"),
    ("â", "c m n ng p t u y"),
    ("e", "- c m n ng o p t"),
    ("ê", "- c ch m n nh p t u"),
    ("i", "- ch m n nh p t u"),
    ("ia", "-"),
    ("iê", "c m n ng p t u"),
    ("o", "- c i m n ng p t"),
    ("oa", "- c ch i m n ng nh o p t y"),
    ("oă", "c m n ng t"),
    ("oe", "- n o t"),
    ("oo", "c ng"),
    ("ô", "- c i m n ng p t"),
    ("ơ", "- i m n p t"),
    ("u", "- c i m n ng p t"),
    ("ua", "-"),
    ("uâ", "n ng t y"),
    ("uê", "- ch nh"),
    ("uô", "c i m n ng t"),
    ("uơ", "-"),
    ("uy", "- ch n nh p t u"),
    ("uya", "-"),
    ("uyê", "n t"),
    ("ư", "- c i m n ng t u"),
    ("ưa", "-"),
    ("ươ", "c i m n ng p t u"),
    ("y", "- n nh t"),
    ("yê", "m n ng t u"),
)
_TONES = ("", "\u0300", "\u0301", "\u0309", "\u0303", "\u0323")
_STOPPED_TONES = ("\u0301", "\u0323")
_STOPS = frozenset({"c", "ch", "p", "t"})
_FRONT = frozenset("eêiy")
_BEFORE_FRONT = frozenset({"k", "gh", "ngh"})
_BEFORE_OTHERS = frozenset({"c", "ng"})


@cache
def syllables() -> frozenset[str]:
    """All possible syllables in small letters, composed, with the tone mark in either style."""
    return frozenset(
        unicodedata.normalize("NFC", onset + rhyme[: at + 1] + tone + rhyme[at + 1 :])
        for vowels, endings in _RHYMES
        for ending in endings.split()
        for rhyme in [vowels + ending.replace("-", "")]
        for at in _marked(vowels)
        for tone in (_STOPPED_TONES if ending in _STOPS else _TONES)
        for onset in _onsets(vowels)
    )


def _onsets(vowels: str) -> Iterator[str]:
    """The onsets that may stand before these vowels."""
    front = vowels[0] in _FRONT
    for onset in _ONSETS.replace("-", "").split(" "):
        if onset in _BEFORE_FRONT and not front:
            continue
        if onset in _BEFORE_OTHERS and front:
            continue
        if onset == "qu" and vowels[0] in "ouư":
            continue
        if onset == "gi" and vowels[0] in "iy":
            continue
        if onset == "g" and front and vowels not in ("i", "iê"):
            continue
        if vowels == "yê" and onset not in ("", "qu"):
            continue
        yield onset


def _marked(vowels: str) -> tuple[int, ...]:
    """On which letters of a rhyme the tone mark may stand: "hòa" and "hoà", "hoàn" and "hòan"."""
    for at in range(len(vowels) - 1, -1, -1):
        if vowels[at] in "ăâêôơ":
            return (at,)
    if vowels in ("oa", "oe", "uy"):
        return (0, 1)
    return (1,) if vowels in ("oo", "uya") else (0,)
