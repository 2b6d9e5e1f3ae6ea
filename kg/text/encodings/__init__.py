"""Text as it is written: Unicode and the encodings that Vietnamese had before it.

What is recognised, how, and how well, is told in `docs/encodings.md`.
"""

import re
from dataclasses import dataclass

from kg.errors import ReadError
from kg.model import Offsets, Run
from kg.text.encodings import lines, mojibake, viqr
from kg.text.encodings import raw as bytes_
from kg.text.offsets import through, traced

__all__ = ["Decoded", "decode", "recode"]

_BOM = "\ufeff"
_LETTER = re.compile("[^\x00-\x7f“”‘’–—…•\u00a0\ufeff]")


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text in Unicode, what it was written in, and where its characters stood.

    `encoding` is "utf-8", "utf-16-le", "tcvn3", "vni", "windows-1258", "viscii", "vps", "viqr",
    "utf-8 read as cp1252", "unicode" for text that was decoded already, or a codec's name; two
    of them are joined by ", in part ". `offsets` lead to the characters before: for bytes, those
    of the plain decoding, Windows-1252 with one a byte, or UTF-8 and UTF-16 with the byte order
    mark as one. The marks of Windows-1258 stay apart from their letters; `kg.text.normalise`
    composes them.
    """

    text: str
    encoding: str
    offsets: Offsets = ()


def decode(raw: bytes, declared: str | None = None) -> Decoded:
    """The text of a file; raises ReadError for what is no text or in no known encoding.

    Args:
        raw: the bytes.
        declared: a charset from an HTTP header, `<meta>` or XML: a hint, not the truth.

    """
    name = bytes_.in_utf_16(raw)
    if name:
        return _recoded(bytes_.utf_16(raw, name), name, declared)
    bytes_.refuse_nul(raw)
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        return _decode_old(raw, declared, error.start)
    bytes_.refuse_controls(raw)
    return _recoded(text, "utf-8", declared)


def recode(text: str) -> Decoded:
    """A decoded text, read anew where it is in an old encoding that was taken for Windows-1252.

    Call it before anything drops invisible characters: TCVN3's "ư" is a soft hyphen.
    """
    return _recoded(text, "unicode", None)


def _recoded(text: str, base: str, declared: str | None) -> Decoded:
    marked = text.startswith(_BOM)
    body = text[1:] if marked else text
    before: Offsets = (Run(0, 1),) if marked else ()
    found = _read(body, declared)
    if found is None:
        return Decoded(body, base, before)
    read, name, offsets = found
    return Decoded(read, name.format(base), through(offsets, before))


def _read(text: str, declared: str | None) -> tuple[str, str, Offsets] | None:
    """The text if it is in an old encoding, with a name for that; None if it is as it is."""
    old = bytes_.old_name(declared)
    if _LETTER.search(text) is None:
        if not viqr.looks_so(text):
            return None
        read, offsets = traced(viqr.read_text(text))
        return read, viqr.NAME, offsets
    if not lines.is_doubtful(text):
        return None
    found = lines.recognised(text, old)
    return _told(found) if any(line.encoding for line in found) else None


def _told(found: list[lines.Line]) -> tuple[str, str, Offsets]:
    """The lines in Unicode, with a name for what they were in."""
    names = dict.fromkeys(line.encoding for line in found if line.encoding)
    read, offsets = traced(lines.read(found))
    others = any(not line.encoding and lines.in_unicode(line.text) for line in found)
    return read, ", in part ".join((*(["{}"] if others else []), *names)), offsets


def _decode_old(raw: bytes, declared: str | None, place: int) -> Decoded:
    """The text of bytes that are not UTF-8 from a place on, or not in every line."""
    bytes_.refuse_controls(raw, letters=True)
    text, others = bytes_.by_lines(raw)
    found = {line.start: line for line in lines.recognised(text, bytes_.old_name(declared), others)}
    if any(found[start].encoding == mojibake.NAME for start in others):
        raise ReadError(
            f"is UTF-8, but broken at byte {place} (0x{raw[place]:02x}); save it as UTF-8"
        )
    left = [found[start].text for start in others if not found[start].encoding]
    if len(left) < len(others) and not any(_LETTER.search(line) for line in left):
        read, name, offsets = _told(list(found.values()))
        return Decoded(read, name.format("utf-8"), offsets)
    bytes_.refuse_controls(raw)
    return Decoded(*bytes_.as_declared(raw, declared))
