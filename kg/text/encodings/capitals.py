"""Which letters of TCVN3 are capitals: their neighbours tell.

TCVN3 has bytes for the capitals without marks and Ă Â Ê Ô Ơ Ư Đ; all others were the small
letter's byte in a font of capitals, so that "ĐẢNG" is written "§¶NG" and "Hà NỘI" may be "Hà Nội"
or "HÀ NỘI". What cannot come back: the first letter of a name or title within a sentence that has
a mark of its own ("Ủy ban", "Ánh").
"""

import re

_WORD = re.compile(r"[^\W\d_]+")
_ENDS = re.compile(r"(?<![.…])[.!?:][\"”’)\]]*\s+[\"“(]*\Z")
_CAPITALS = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZ¡¢£¤¥¦§")
_SMALL = frozenset("abcdefghijklmnopqrstuvwxyz¨©ª«¬\u00ad®")  # small letters that have capitals


def cased_word(read: str, word: str) -> str:
    """A word by its own letters alone."""
    return read.upper() if _case(word) else read


def _case(word: str) -> bool | None:
    """Whether a word as it was written is in capitals; None where its letters do not tell.

    A capital at its beginning does not, nor does a letter with a mark.
    """
    if any("a" <= c <= "z" for c in word):
        return False
    capitals = [at for at, c in enumerate(word) if c in _CAPITALS]
    return True if capitals and capitals[-1] > 0 else None


def cased(read: str, line: str, begins: bool) -> str:
    """A line with its capitals.

    A word that does not tell is in capitals where the nearest that do, on both sides, are.

    Args:
        read: the line in Unicode.
        line: as it was written, of the same length.
        begins: whether a sentence begins with the line.

    """
    spans = [match.span() for match in _WORD.finditer(read)]
    told = [_case(line[start:end]) for start, end in spans]
    before, after = _nearest(told), _nearest(told[::-1])[::-1]
    pieces: list[str] = []
    done = 0
    for (start, end), case, left, right in zip(spans, told, before, after, strict=True):
        word = read[start:end]
        if case is None:
            case = {left, right} - {None} == {True}
        gap = read[done:start]
        if case:
            word = word.upper()
        elif line[start] not in _SMALL and (_ENDS.search(gap) if pieces else begins):
            word = word[0].upper() + word[1:]
        pieces += (gap, word)
        done = end
    return "".join((*pieces, read[done:]))


def _nearest(told: list[bool | None]) -> list[bool | None]:
    """For each word, what the nearest one before it tells."""
    found: list[bool | None] = []
    last: bool | None = None
    for case in told:
        found.append(last)
        last = last if case is None else case
    return found
