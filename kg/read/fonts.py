"""Text in fonts that were drawn for a code page of their own, before Unicode."""

import re
from collections.abc import Iterable
from itertools import groupby

from kg.text.encodings import recode

_LEGACY = re.compile(r"\.[Vv][Nn]|Vn[A-Z]|VNI|VN[a-z]|VPS")
"""How the names of fonts of TCVN3 (ABC), VNI and VPS begin; SVN and VNF fonts are Unicode."""
_CAPITALS = re.compile(r"\.?Vn\w*H", re.IGNORECASE)
_PRIVATE = re.compile("[\uf000-\uf0ff]")


def legacy(font: str) -> str:
    """The name of a font if it is one of a code page of its own, else nothing.

    The tag of a subset in a PDF, "ABCDEF+", is left out.
    """
    name = font.rpartition("+")[2]
    return name if _LEGACY.match(name) else ""


def joined(pieces: Iterable[tuple[str, str]]) -> str:
    """Pieces of one paragraph, each with its font's name, as one text in Unicode."""
    runs = groupby(pieces, key=lambda piece: legacy(piece[1]))
    return "".join(_unicode(_plain((text for text, _ in run), font), font) for font, run in runs)


def _plain(texts: Iterable[str], font: str) -> str:
    """Texts as one; the private letters of a font of symbols are its bytes, or are pictures."""
    return _PRIVATE.sub(lambda m: chr(ord(m[0]) & 0xFF) if font else "", "".join(texts))


def _unicode(text: str, font: str) -> str:
    """The text of a run in Unicode; `font` names a legacy font, or is empty.

    The fonts of TCVN3 whose names end in H show its small letters as capitals.
    """
    told = recode(text).text
    return told.upper() if _CAPITALS.fullmatch(font) else told
