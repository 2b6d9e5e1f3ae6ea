"""Which articles are one text: an agency's report that several papers print is one witness.

Texts are compared by MinHash (Broder, 1997, "On the resemblance and containment of documents")
of their runs of five words, which the library datasketch computes. Reports of one event written
apart share few such runs; a text that is cut, or gets another headline, keeps most.
"""

import re
import struct
from functools import cache
from typing import Any
from zlib import crc32

from kg.text import fold

_RUN = 5  # words that are compared together
_HASHES = 96
_ROWS = 3  # hashes of a band; texts that share a band are compared
LIKE = 0.45
"""How much of their runs two texts share, as estimated, that are taken to be one."""
_WORD = re.compile(r"\w+")
_FORMAT = f"<{_HASHES}I"


def signature(text: str) -> bytes:
    """What a text is compared by; empty for one of fewer than five words."""
    words = _WORD.findall(fold(text))
    runs = {" ".join(words[i : i + _RUN]).encode() for i in range(len(words) - _RUN + 1)}
    if not runs:
        return b""
    hashes = _blank().copy()
    hashes.update_batch(list(runs))
    return struct.pack(_FORMAT, *hashes.hashvalues)


@cache
def _blank() -> Any:
    from datasketch import MinHash

    return MinHash(_HASHES, hashfunc=crc32)


def bands(signed: bytes) -> list[int]:
    """Numbers of which two texts that are alike share at least one, nearly always."""
    width = 4 * _ROWS
    parts = (signed[i : i + width] for i in range(0, len(signed), width))
    return [band << 32 | crc32(part) for band, part in enumerate(parts)]


def alike(one: bytes, other: bytes) -> bool:
    """Whether two texts, given by their signatures, are one."""
    pairs = zip(struct.unpack(_FORMAT, one), struct.unpack(_FORMAT, other), strict=True)
    shared: int = sum(a == b for a, b in pairs)
    return shared >= LIKE * _HASHES
