"""VIQR, Vietnamese written in ASCII: "Vie^.t Nam" (RFC 1456).

A mark counts where it can stand on the letter before it; a backslash keeps a sign from being a
mark. Writers who never use the backslash leave the full stop and the question mark after a vowel
to the reader. There, such a sign at what may be a sentence's end is a stop if the text has the word
without it elsewhere and nowhere with it, or if it ends a line and some lines end with what can only
be stops; else it is a mark, as the convention says.
Addresses of the web and of mail are left alone.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from kg.text.encodings.readings import Piece
from kg.text.syllables import syllables

NAME = "viqr"

_MODIFIED = r"[aA][\^(]|[eE]\^|[oO][\^+]|[uU]\+"
_MARKED = rf"(?:{_MODIFIED}|[aAeEiIoOuUyY])['`?~.]|{_MODIFIED}"
_ADDRESS = r"(?:https?://|www\.)\S*|(?<![\w.+-])[\w.+-]{1,64}+@[\w.-]+"
_SIGN = re.compile(
    rf"(?P<address>{_ADDRESS})|(?P<escape>\\(?P<kept>[\\^(+'`?~.dD]))|(?P<bar>[dD][dD])"
    rf"|(?P<letter>{_MARKED})"
)
_ENDS = re.compile(r"(?:[\"')\]]*\s+[A-Z\"(]|[\"')\]]*\s*(?:\n|\Z))")
_STOPPED = re.compile(r"(?:[^aeiouyAEIOUY^(+\s.]|['`?~.])[.?][\"')\]]*[ \r]*(?:\n|\Z)")
_LINE_ENDS = re.compile(r"[\"')\]]*[ \r]*(?:\n|\Z)")
_WORD = re.compile(r"[A-Za-z^(+'`?~.]+")
_INSIDE = re.compile(r"(?<![A-Za-z^(+'`?~.])([A-Za-z^(+'`?~.]{1,16}+)(?=,|[ \n][a-z])")
_TOKEN = re.compile(r"[^\s]+")
_CORE = re.compile(r"[A-Za-z](?:[A-Za-z^(+'`?~.\\]*[A-Za-z^(+'`?~.])?")
_STRONG = re.compile(rf"{_MODIFIED}|[dD][dD](?=[aeiouy])", re.IGNORECASE)
_MARKS = str.maketrans(
    {
        "^": "\u0302", "(": "\u0306", "+": "\u031b",
        "'": "\u0301", "`": "\u0300", "?": "\u0309", "~": "\u0303", ".": "\u0323",
    }
)  # fmt: skip

_LONGEST = 16
_LONGEST_TOKEN = 80
_LEAST = 4
_LEAST_SHARE = 0.8
_LEAST_MARKED = 0.2


def looks_so(text: str) -> bool:
    """Whether an ASCII text is VIQR: words with marks are syllables, and are many."""
    tokens = set(_TOKEN.findall(text))
    strong = {token for token in tokens if _STRONG.search(token)}
    verdicts = [_is_vietnamese(token) for token in strong]
    good, bad = verdicts.count(True), verdicts.count(False)
    if good < max(_LEAST, _LEAST_SHARE * (good + bad)):
        return False
    told = [verdict for token in tokens if (verdict := _is_vietnamese(token)) is not None]
    return good >= _LEAST_MARKED * len(told)


def _is_vietnamese(token: str) -> bool | None:
    """Whether a token becomes syllables; None for numbers, abbreviations and addresses."""
    if len(token) > _LONGEST_TOKEN:
        return False
    if any(c.isdigit() for c in token):
        return None
    found = _CORE.search(token)
    if not found or (token.isupper() and token.isalpha()) or re.match(_ADDRESS, token):
        return None
    read = "".join(piece for piece, _, _ in read_text(found[0]))
    pieces = re.findall(r"[^\W\d_]+", unicodedata.normalize("NFC", read))
    if len(pieces) == 1 and len(pieces[0]) == 1:
        return None
    return all(piece.lower() in syllables() for piece in pieces)


def read_text(text: str) -> Iterator[Piece]:
    """The text in Unicode, as pieces; marks are composed with their letters."""
    loose = (
        None
        if "\\" in text
        else Loose(
            frozenset(word.lower() for word in _INSIDE.findall(text)),
            _STOPPED.search(text) is not None,
        )
    )
    done = 0
    for match in _SIGN.finditer(text):
        if match["address"]:
            continue
        read, end = _read(text, match, loose)
        if read == text[match.start() : end]:
            continue
        yield text[done : match.start()], done, 1
        yield read, match.start(), end - match.start()
        done = end
    yield text[done:], done, 1


def _read(text: str, match: re.Match[str], loose: "Loose | None") -> tuple[str, int]:
    """What a match is, and where in the text it ends."""
    if match["escape"]:
        return match["kept"], match.end()
    if match["bar"]:
        return ("Đ" if match[0][0] == "D" else "đ"), match.end()
    letter, end = match[0], match.end()
    if loose and letter[-1] in ".?" and loose.stops(text, end):
        letter, end = letter[:-1], end - 1
    return unicodedata.normalize("NFC", letter.translate(_MARKS)), end


@dataclass(frozen=True, slots=True)
class Loose:
    """A text without backslashes: its words within sentences, and whether lines end with stops."""

    inside: frozenset[str]
    lines_stop: bool

    def stops(self, text: str, end: int) -> bool:
        """Whether the sign before a place ends a sentence, and is no mark."""
        if not _ENDS.match(text, end):
            return False
        begin = end
        while begin and end - begin < _LONGEST and _WORD.fullmatch(text, begin - 1, begin):
            begin -= 1
        word = text[begin:end].lower()
        bare, marked = word[:-1] in self.inside, word in self.inside
        if bare != marked:
            return bare
        return self.lines_stop and _LINE_ENDS.match(text, end) is not None
