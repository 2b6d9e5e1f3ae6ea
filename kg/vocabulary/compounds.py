"""Two-syllable words of Vietnamese, to tell where a capitalised name ends.

In "Báo Dân trí đăng" the small second syllable belongs to the name, because "dân trí" is one
word. The list is underthesea's (`corpus/data/Viet74K.txt`); the package is not imported.
"""

from functools import cache
from importlib.util import find_spec
from pathlib import Path

from kg.errors import VocabularyError


@cache
def _compounds() -> frozenset[str]:
    spec = find_spec("underthesea")
    if spec is None or not spec.origin:
        raise VocabularyError("the dictionary is missing: install the package underthesea")
    file = Path(spec.origin).parent / "corpus" / "data" / "Viet74K.txt"
    try:
        lines = file.read_text("utf-8").splitlines()
    except OSError as error:
        raise VocabularyError(f"{file}: {error.strerror}") from error
    return frozenset(w.strip().lower() for w in lines if w.strip().count(" ") == 1)


def is_compound(word: str) -> bool:
    """Whether two syllables with one blank, in small letters, are one word."""
    return word in _compounds()
