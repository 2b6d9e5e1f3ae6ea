"""From bytes to text, refusing what is no text."""

from kg.errors import ReadError

_BLANKS = frozenset("\t\n\v\f\r")
_MAX_CONTROL_SHARE = 0.01


def decode(raw: bytes) -> str:
    """The text in UTF-8 bytes, with or without a byte order mark; raises ReadError."""
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise ReadError("looks like UTF-16; save it as UTF-8")
    if b"\0" in raw:
        raise ReadError("is binary, not text (it holds NUL bytes)")
    try:
        text = raw.decode("utf-8")  # its mark of byte order counts in offsets
    except UnicodeDecodeError as error:
        raise ReadError(
            f"is not UTF-8 (byte {error.start} is 0x{raw[error.start]:02x}); save it as UTF-8"
        ) from error
    control = sum(c < " " and c not in _BLANKS for c in text)
    if control > len(text) * _MAX_CONTROL_SHARE:
        raise ReadError(f"is binary, not text ({control} control characters)")
    return text
