"""From bytes to characters: UTF-8 and UTF-16, what a page declares, and what is no text."""

import codecs
import re

from kg.errors import ReadError
from kg.text.encodings.tables import plain

_MAX_CONTROL_SHARE = 0.01
_CONTROLS = bytes(set(range(32)) - set(b"\t\n\v\f\r"))
_LETTERS = b"\x02\x03\x04\x05\x06\x10\x11\x12\x13\x14\x15\x19\x1c\x1d\x1e"
"""The control characters that are capitals of VISCII or VPS."""
_OTHER_SCRIPT = re.compile("[^\0-\u024f\u0300-\u036f\u1e00-\u20cf\u2100-\u2bff\ufeff]")
_UNKNOWN = "is in no encoding that is known here; save it as UTF-8"

# What a header may name that Python decodes to text, and that has ASCII at its base.
_DECLARABLE = re.compile(r"(cp125\d|iso8859-\d+|gb|big5|euc|shift_jis|koi8)", re.ASCII)
_OLD = {
    "tcvn": "tcvn3", "tcvn3": "tcvn3", "tcvn5712": "tcvn3", "tcvn57121": "tcvn3", "abc": "tcvn3",
    "vietvni": "vni", "vni": "vni", "vniwindows": "vni", "vietvps": "vps", "vps": "vps",
    "viscii": "viscii", "csviscii": "viscii", "viqr": "viqr", "csviqr": "viqr",
    "windows1258": "windows-1258", "cp1258": "windows-1258",
}  # fmt: skip


def old_name(declared: str | None) -> str | None:
    """The name here of an old encoding that somebody declared: "tcvn3" for "x-viet-tcvn5712"."""
    key = re.sub(r"[^a-z\d]", "", (declared or "").lower().removeprefix("x-"))
    return _OLD.get(key) or _OLD.get(key.removeprefix("viet"))


def in_utf_16(raw: bytes) -> str | None:
    """Which UTF-16 bytes are in, by their mark or by where their zeros stand; None for others."""
    if raw.startswith(codecs.BOM_UTF16_LE):
        return "utf-16-le"
    if raw.startswith(codecs.BOM_UTF16_BE):
        return "utf-16-be"
    if b"\0" not in raw or len(raw) % 2:
        return None
    for name, high, low in (("utf-16-le", raw[1::2], raw[::2]), ("utf-16-be", raw[::2], raw[1::2])):
        # ASCII has zeros for its high bytes; Vietnamese is in the blocks 00, 01, 1E and 20.
        known = sum(high.count(byte) for byte in (0x00, 0x01, 0x03, 0x1E, 0x20))
        if known >= 0.95 * len(high) and high.count(0) > 0.3 * len(high) and 0 not in low:
            return name
    return None


def utf_16(raw: bytes, name: str) -> str:
    """The characters of UTF-16, its mark as one; raises ReadError where it is broken."""
    try:
        text = raw.decode(name)
    except UnicodeDecodeError as error:
        raise ReadError(f"is broken {name.upper()} at byte {error.start}") from error
    as_utf_8 = text.encode("utf-8", "replace")
    refuse_nul(as_utf_8)
    refuse_controls(as_utf_8)
    return text


def refuse_nul(raw: bytes) -> None:
    """Raise ReadError for bytes with a zero among them."""
    if b"\0" in raw:
        raise ReadError("is binary, not text (it holds NUL bytes)")


def refuse_controls(raw: bytes, letters: bool = False) -> None:
    """Raise ReadError for bytes of which many are control characters.

    With `letters`, those that are capitals in some encoding do not count.
    """
    if letters:
        raw = raw.translate(None, _LETTERS)
    control = len(raw) - len(raw.translate(None, _CONTROLS))
    if control > len(raw) * _MAX_CONTROL_SHARE:
        raise ReadError(f"is binary, not text ({control} control characters)")


def by_lines(raw: bytes) -> tuple[str, frozenset[int]]:
    """Bytes that are not all UTF-8: each line as UTF-8, else as Windows-1252.

    Also tells at which places in the text lines begin that are not UTF-8. Two letters of an old
    encoding may by chance be UTF-8 for one of another script, so that only letters of Latin and
    common marks count.
    """
    pieces: list[str] = []
    others: set[int] = set()
    start = 0
    for line in _split(raw):
        piece = _in_utf_8(line)
        if piece is None:
            piece = plain(line)
            others.add(start)
        pieces.append(piece)
        start += len(piece)
    return "".join(pieces), frozenset(others)


def _in_utf_8(line: bytes) -> str | None:
    try:
        text = line.decode("utf-8")
    except UnicodeDecodeError:
        return None
    return None if _OTHER_SCRIPT.search(text) else text


def _split(raw: bytes) -> list[bytes]:
    *lines, last = raw.split(b"\n")
    return [*(line + b"\n" for line in lines), last]


def as_declared(raw: bytes, declared: str | None) -> tuple[str, str]:
    """Bytes that nothing recognised, as somebody declared them; raises ReadError.

    Without a declaration, only what Windows-1252 has beside letters is taken for it: quotes,
    dashes, blanks.
    """
    name = _declared_codec(declared)
    if name:
        try:
            return raw.decode(name), name
        except UnicodeDecodeError:
            if name == "cp1252":
                return plain(raw), name
    text = plain(raw)
    if re.search("[^\x00-\x7f“”‘’–—…•\u00a0«»°©®™€§·]", text) is None:
        return text, "cp1252"
    raise ReadError(_UNKNOWN)


def _declared_codec(declared: str | None) -> str | None:
    try:
        name = codecs.lookup(declared or "").name
    except LookupError:
        return None
    if name in ("iso8859-1", "ascii"):  # browsers read both so
        return "cp1252"
    return name if _DECLARABLE.match(name) else None
