"""The body of an answer, unpacked and never longer than was allowed."""

import zlib
from collections.abc import Iterable, Iterator

from kg.errors import ReadError

CODINGS = ("gzip", "deflate")
"""The packings that are asked for."""
_EITHER = zlib.MAX_WBITS | 32  # zlib's own header or that of gzip
_BARE = -zlib.MAX_WBITS
_GZIP = 0x1F


def whole(pieces: Iterable[bytes], coding: str, most: int, *, cut: bool = False) -> bytes:
    """All bytes of a body; ReadError where they are more than `most`, or packed wrongly.

    `coding` is the header Content-Encoding. With `cut`, the first `most` bytes are enough.
    """
    kept = bytearray()
    for piece in _unpacked(_counted(pieces, most), coding.strip().lower(), most + 1):
        kept += piece
        if len(kept) > most:
            if cut:
                return bytes(kept[:most])
            raise too_long(most)
    return bytes(kept)


def _counted(pieces: Iterable[bytes], most: int) -> Iterator[bytes]:
    """The bytes as they come, which may be many even where they unpack to nothing."""
    count = 0
    for piece in pieces:
        if count > most:
            raise too_long(most)
        count += len(piece)
        yield piece


def too_long(most: int) -> ReadError:
    """What is said of more than is taken."""
    size = f"{most / 2**20:g} MB" if most >= 2**20 else f"{most} bytes"
    return ReadError(f"is longer than {size}, which is more than is read")


def _unpacked(pieces: Iterable[bytes], coding: str, most: int) -> Iterator[bytes]:
    if coding in {"", "identity"}:
        yield from pieces
    elif coding.removeprefix("x-") in CODINGS:
        yield from _inflated(pieces, most)
    else:
        raise ReadError(f"is packed in a way that was not asked for ({coding[:40]})")


def _inflated(pieces: Iterable[bytes], most: int) -> Iterator[bytes]:
    """What zlib unpacks, at most `most` bytes at once, however well they are packed.

    One stream may follow another; what follows and is no stream is left, as gunzip leaves it.
    """
    unpacker = None
    is_first = True
    for piece in pieces:
        rest = piece
        while rest:
            if unpacker is None:
                if not is_first and rest[0] != _GZIP:
                    return
                unpacker, is_first = _unpacker(rest), False
            try:
                yield unpacker.decompress(rest, most)
            except zlib.error as error:
                raise ReadError("is packed wrongly (a broken gzip stream)") from error
            if unpacker.eof:
                rest, unpacker = unpacker.unused_data, None
            else:
                rest = unpacker.unconsumed_tail
    if unpacker is not None:
        raise ReadError("is packed wrongly (its gzip stream ends too early)")


def _unpacker(head: bytes) -> "zlib._Decompress":
    """By the first byte: some servers say "deflate" and leave out the header it begins with."""
    is_headed = head[0] & 0x0F == zlib.DEFLATED or head[0] == _GZIP
    return zlib.decompressobj(_EITHER if is_headed else _BARE)
