"""From a file's bytes to its text, refusing what is no text."""

from pathlib import Path

from kg.errors import ReadError

MAX_BYTES = 20 * 1024 * 1024
_BLANKS = frozenset("\t\n\v\f\r")
_MAX_CONTROL_SHARE = 0.01


def load(path: Path) -> str:
    """The file's text, from UTF-8 with or without a byte order mark; raises ReadError."""
    try:
        size = path.stat().st_size
        if size > MAX_BYTES:
            raise ReadError(
                f"{path}: {size / 2**20:.0f} MB is more than an article"
                f" (at most {MAX_BYTES // 2**20} MB); split the file"
            )
        raw = path.read_bytes()
    except OSError as error:
        raise ReadError(f"{path}: cannot be read ({error.strerror or error})") from error
    return _decode(raw, path)


def _decode(raw: bytes, path: Path) -> str:
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise ReadError(f"{path}: looks like UTF-16; save it as UTF-8")
    if b"\0" in raw:
        raise ReadError(f"{path}: is binary, not text (it holds NUL bytes)")
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ReadError(
            f"{path}: is not UTF-8 (byte {error.start} is 0x{raw[error.start]:02x});"
            " save it as UTF-8"
        ) from error
    control = sum(c < " " and c not in _BLANKS for c in text)
    if control > len(text) * _MAX_CONTROL_SHARE:
        raise ReadError(f"{path}: is binary, not text ({control} control characters)")
    return text
