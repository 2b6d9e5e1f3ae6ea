"""The tables of the old encodings: data files with their sources, read once.

Keys are what the bytes look like when they are read as Windows-1252, or as Latin-1 where that has
nothing (both are written for bytes in which the two differ), since that is how such text reaches
us: from bytes, and from documents whose fonts gave the bytes their meaning.
"""

import codecs
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType

UNDEFINED = frozenset({0x81, 0x8D, 0x8F, 0x90, 0x9D})
"""The bytes that Windows-1252 leaves open; browsers keep them as control characters."""


def as_cp1252(byte: int) -> str:
    """A byte's character in Windows-1252."""
    return chr(byte) if byte in UNDEFINED else bytes([byte]).decode("cp1252")


CP1252 = "".join(as_cp1252(byte) for byte in range(256))
"""All 256 characters, for `codecs.charmap_decode`: no byte is without one."""


def plain(raw: bytes) -> str:
    """Bytes read as Windows-1252, one character a byte."""
    return codecs.charmap_decode(raw, "strict", CP1252)[0]


@cache
def letters(name: str) -> Mapping[str, str]:
    """The letters of a table, "tcvn3" or "vni", by what its bytes look like."""
    found: dict[str, str] = {}
    for code, letter in _rows(name):
        found[plain(code)] = letter
        found[code.decode("latin-1")] = letter
    return MappingProxyType(found)


def _rows(name: str) -> Iterator[tuple[bytes, str]]:
    text = files(__package__).joinpath("tables", f"{name}.txt").read_text("utf-8")
    for line in text.splitlines():
        if not line.startswith("#"):
            fields = line.split()
            yield from zip(map(bytes.fromhex, fields[::2]), fields[1::2], strict=True)


@cache
def windows_1258() -> Mapping[str, str]:
    """What Windows-1258 has otherwise than Windows-1252: letters and combining marks.

    Source: Unicode consortium, MAPPINGS/VENDORS/MICSFT/WINDOWS/CP1258.TXT, which Python carries.
    """
    pairs = ((as_cp1252(b), bytes([b]).decode("cp1258", "ignore")) for b in range(0x80, 0x100))
    return MappingProxyType({old: new for old, new in pairs if new and old != new})
