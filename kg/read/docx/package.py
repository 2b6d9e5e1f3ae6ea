"""The parts of a .docx: XML in a zip, read piece by piece within bounds."""

import struct
import zipfile
import zlib
from functools import lru_cache
from io import BytesIO
from typing import Protocol, TypeAlias
from xml.parsers import expat

from kg.errors import ReadError

MAX_BYTES = 50 * 1024 * 1024
"""The parts that are read may unpack to this many bytes together."""
_DEPTH = 1000
"""How deep elements may lie in each other."""
_PIECE = 64 * 1024
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_DAMAGED = (
    *(zipfile.BadZipFile, zlib.error, struct.error, expat.ExpatError),
    *(EOFError, LookupError, NotImplementedError, RuntimeError, ValueError),
)
_OLE = b"\xd0\xcf\x11\xe0"
_PREFIXES = {
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main": "w:",
    "http://purl.oclc.org/ooxml/wordprocessingml/main": "w:",
    "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc:",
    "http://schemas.openxmlformats.org/officeDocument/2006/math": "m:",
    "http://schemas.openxmlformats.org/package/2006/relationships": "rel:",
    "http://purl.org/dc/elements/1.1/": "dc:",
    "http://purl.org/dc/terms/": "dcterms:",
}
"""Of the transitional and the strict kind of Office Open XML (ISO/IEC 29500)."""

Attributes: TypeAlias = dict[str, str]


class Visitor(Protocol):
    """Who is told of the elements and the text of a part, as they come."""

    def start(self, name: str, attributes: Attributes) -> None:
        """An element begins; names have the usual prefixes ("w:p"), attributes likewise."""

    def end(self, name: str) -> None:
        """An element ends."""

    def text(self, text: str) -> None:
        """Some text, not always all that stands together."""


class Package:
    """The parts of one file; every part that is read takes from what may be unpacked."""

    def __init__(self, data: bytes) -> None:
        if data.startswith(_OLE):
            if "EncryptedPackage".encode("utf-16-le") in data:
                raise ReadError("is encrypted and needs a password; save it without one")
            raise ReadError("is a .doc of old Word; save it as .docx")
        if data.startswith(b"{\\rtf"):
            raise ReadError("is rich text (RTF); save it as .docx")
        try:
            self._zip = zipfile.ZipFile(BytesIO(data))
        except _DAMAGED as error:
            raise ReadError("is damaged, or no .docx at all") from error
        self._names = frozenset(self._zip.namelist())
        self._left = MAX_BYTES

    def __contains__(self, part: str) -> bool:
        return part in self._names

    def visit(self, part: str, visitor: Visitor) -> None:
        """Tell a visitor of a part; ReadError if it is missing, damaged or too large."""
        if part not in self:
            raise ReadError(f"is no Word document, or damaged (it has no part {part!r})")
        parser = _parser(visitor)
        try:
            info = self._zip.getinfo(part)
            if info.compress_type not in _METHODS:
                raise ReadError("is packed in a way that Word does not pack; save it anew")
            with self._zip.open(info) as file:
                while piece := file.read(_PIECE):
                    self._take(len(piece))
                    parser.Parse(piece, False)
            parser.Parse(b"", True)
        except _DAMAGED as error:
            raise ReadError(f"is damaged (in its part {part!r}); save it anew") from error

    def _take(self, count: int) -> None:
        self._left -= count
        if self._left < 0:
            raise ReadError(f"unpacks to more than {MAX_BYTES // 2**20} MB; split it")


def _parser(visitor: Visitor) -> expat.XMLParserType:
    """A parser that knows no entities of the file's own, and bounds its depth."""
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    depth = 0

    def start(name: str, attributes: Attributes) -> None:
        nonlocal depth
        depth += 1
        if depth > _DEPTH:
            raise ReadError(f"is damaged (more than {_DEPTH} elements lie in each other)")
        visitor.start(_short(name), {_short(key): value for key, value in attributes.items()})

    def end(name: str) -> None:
        nonlocal depth
        depth -= 1
        visitor.end(_short(name))

    def doctype(*_: object) -> None:
        raise ReadError("has XML entities of its own, which Word never writes; save it anew")

    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = visitor.text
    parser.StartDoctypeDeclHandler = doctype
    return parser


@lru_cache(1024)
def _short(name: str) -> str:
    """A name with its usual prefix; with none if the namespace is not one that is read."""
    space, _, local = name.rpartition(" ")
    return _PREFIXES.get(space, "") + local
