"""Word files (.docx): the text as it is printed, paragraph by paragraph.

They are read here and not by python-docx, which leaves out what tracked changes have inserted, and
unpacks whatever size a file says it has.
"""

import io
import struct
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from kg.errors import ReadError
from kg.model import Article
from kg.read.document import Document, Told
from kg.read.page import parse
from kg.text.encodings import recode

_MOST = 50 * 1024 * 1024
"""Bytes that a part of a file may unpack to."""
_DAMAGED = (
    *(zipfile.BadZipFile, zlib.error, struct.error, EOFError, OSError),
    *(NotImplementedError, RuntimeError, ValueError),
)
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_DC = "{http://purl.org/dc/elements/1.1/}"
# What is not printed, or printed elsewhere: deletions, codes of fields, what Word of old shows.
_SILENT = frozenset((f"{_W}del", f"{_W}moveFrom", f"{_W}instrText", f"{_MC}Fallback", f"{_W}pPr"))
_PRINTED = {f"{_W}tab": "\t", f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "-"}


def read_docx(document: Document) -> Article:
    """The article in a Word file; raises ReadError."""
    try:
        with zipfile.ZipFile(io.BytesIO(document.data)) as parts:
            text = recode("\n\n".join(_paragraphs(_tree(parts, "word/document.xml")))).text
            told = _told(parts, text)
    except _DAMAGED as error:
        raise ReadError(f"is no Word file, or a damaged one ({error})") from None
    known = replace(document.told, title=document.told.title or told.title)
    return parse(text, replace(document, told=known))


def _tree(parts: zipfile.ZipFile, name: str) -> Any:
    """A part of the file as XML, whose entities are left alone."""
    from lxml import etree

    try:
        with parts.open(name) as part:
            data = part.read(_MOST + 1)
    except KeyError:
        raise ReadError(f"is no Word file (it has no {name})") from None
    if len(data) > _MOST:
        raise ReadError(f"unpacks to more than {_MOST // 2**20} MB")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
    try:
        return etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise ReadError(f"is a damaged Word file ({error})") from None


def _paragraphs(root: Any) -> Iterator[str]:
    """The paragraphs in the order of reading, those in cells of tables and in text boxes too."""
    from lxml import etree

    texts: list[str] = []
    events = etree.iterwalk(root, events=("start", "end"))
    for event, element in events:
        tag = element.tag
        if event == "start":
            if tag in _SILENT:
                events.skip_subtree()
            elif tag == f"{_W}p" and any(texts):
                # A text box lies within a paragraph, whose text goes on behind it.
                yield "".join(texts)
                texts.clear()
            elif tag == f"{_W}t":
                texts.append(element.text or "")
            elif tag in _PRINTED:
                texts.append(_PRINTED[tag])
        elif tag == f"{_W}p":
            yield "".join(texts)
            texts.clear()


def _told(parts: zipfile.ZipFile, text: str) -> Told:
    """The title that the file's properties tell, if it is one that the text begins with."""
    try:
        core = _tree(parts, "docProps/core.xml")
    except ReadError:
        return Told()
    title = " ".join((core.findtext(f"{_DC}title") or "").split())
    start = " ".join(text[:1000].split()).casefold()
    return Told(title=title if title and start.startswith(title.casefold()) else None)
