"""Two-syllable words of Vietnamese, to tell where a capitalised name ends.

In "Báo Dân trí đăng" the small second syllable belongs to the name, because "dân trí" is one
word. The list is underthesea's (`corpus/data/Viet74K.txt`).
"""

from functools import cache

from kg.vocabulary.package_data import read


@cache
def _compounds() -> frozenset[str]:
    lines = map(str.strip, read("corpus/data/Viet74K.txt").lower().split("\n"))
    return frozenset(w for w in lines if w.count(" ") == 1)


def is_compound(word: str) -> bool:
    """Whether two syllables with one blank, in small letters, are one word."""
    return word in _compounds()
