"""The formats: which reader reads which, and how a format is told by name and first bytes."""

import re
from collections.abc import Callable, Iterator, Mapping
from typing import TypeAlias

from kg.errors import ReadError
from kg.model import Article
from kg.read.archives import is_docx, read_compressed, read_tar, read_wacz, read_zip
from kg.read.document import Document, Refused
from kg.read.docx import read_docx
from kg.read.feeds import read_feed
from kg.read.html import read_html
from kg.read.opened import Opened
from kg.read.pdf import read_pdf
from kg.read.plain import read_plain
from kg.read.rows import Columns
from kg.read.tables import read_csv, read_json, read_json_lines, read_parquet
from kg.read.warc import read_warc

Reader: TypeAlias = Callable[[Document], Article]
Archive: TypeAlias = Callable[[Opened, Columns], Iterator[Opened | Document | Refused]]

# To add a format: one file beside this one, one row here, by the ending of its files' names.
READERS: Mapping[str, Reader] = {
    ".txt": read_plain,
    ".html": read_html,
    ".docx": read_docx,
    ".pdf": read_pdf,
}
"""From one file's bytes to one article."""


def _plainly(unpack: Callable[[Opened], Iterator[Opened | Refused]]) -> Archive:
    """An archive's reader that no columns concern."""
    return lambda archive, _: unpack(archive)


ARCHIVES: Mapping[str, Archive] = {
    ".jsonl": read_json_lines,
    ".json": read_json,
    ".csv": read_csv,
    ".parquet": read_parquet,
    ".xml": read_feed,
    ".warc": read_warc,
    ".wacz": _plainly(read_wacz),
    ".zip": _plainly(read_zip),
    ".tar": _plainly(read_tar),
    ".gz": _plainly(read_compressed),
}
"""From one file to the files, or the raw material of articles, in it."""

ALSO: Mapping[str, str] = {
    **dict.fromkeys((".text", ".md"), ".txt"),
    **dict.fromkeys((".doc", ".rtf"), ".docx"),  # whose reader says what to do with them
    **dict.fromkeys((".htm", ".xhtml", ".shtml"), ".html"),
    **dict.fromkeys((".ndjson", ".jl"), ".jsonl"),
    **dict.fromkeys((".tsv", ".tab"), ".csv"),
    **dict.fromkeys((".rss", ".atom", ".rdf"), ".xml"),
    **dict.fromkeys((".tgz", ".bz2", ".tbz2", ".xz", ".txz"), ".gz"),
    ".pq": ".parquet",
}
"""Other endings of the same formats."""

# By what a file begins with, for names without an ending that is known.
_MAGIC: tuple[tuple[re.Pattern[bytes], str], ...] = (
    (re.compile(rb"%PDF-"), ".pdf"),
    (re.compile(rb"\x1f\x8b|BZh[1-9]|\xfd7zXZ\0"), ".gz"),
    (re.compile(rb"WARC/\d"), ".warc"),
    (re.compile(rb"PAR1"), ".parquet"),
    (re.compile(rb"PK\x03\x04"), ".zip"),
    (re.compile(rb"\xd0\xcf\x11\xe0"), ".docx"),
    (re.compile(rb"(?s).{257}ustar"), ".tar"),
    (
        re.compile(
            rb"(?:\xef\xbb\xbf)?\s*(?:<!--.*?-->\s*)*<(?:!doctype html|html\b)", re.I | re.S
        ),
        ".html",
    ),
    (re.compile(rb"(?:\xef\xbb\xbf)?\s*<\?xml|\s*<(?:rss|feed)\b", re.I), ".xml"),
    (re.compile(rb'(?:\xef\xbb\xbf)?\s*\{\s*"'), ".jsonl"),
)


def format_of(file: Opened) -> str | None:
    """The format of a file by its name, or else by its first bytes; None for one not read here."""
    ending = file.format or ALSO.get(file.ending, file.ending)
    if ending not in READERS and ending not in ARCHIVES:
        head = file.head()
        if is_docx(head):
            return ".docx"
        found = next((form for magic, form in _MAGIC if magic.match(head)), None)
        return ".txt" if found is None and not ending and b"\0" not in head else found
    if ending == ".txt" and _MAGIC_HTML.match(file.head()):
        return ".html"
    return ending


_MAGIC_HTML = next(magic for magic, form in _MAGIC if form == ".html")


def read(document: Document) -> Article:
    """The article that a document holds; raises ReadError with the reason alone."""
    reader = READERS.get(document.format)
    if reader is None:
        raise ReadError(f"is of a kind that is not read here ({document.format})")
    return reader(document)
