"""Web archives (WARC): what crawlers received, of which pages and documents are read."""

from collections.abc import Iterator, Mapping
from hashlib import sha256
from typing import Any

from kg.errors import ReadError
from kg.read.document import Document, Refused, Told
from kg.read.opened import MAX_BYTES, Opened
from kg.read.rows import Columns, name_of_address
from kg.text import is_address

# What is read of a site, by the media types that servers give.
TYPES: Mapping[str, str] = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "application/pdf": ".pdf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
}


def read_warc(archive: Opened, _: Columns) -> Iterator[Document | Refused]:
    """The pages of a WARC file that were answered with 200, and Word and PDF files."""
    from warcio.archiveiterator import ArchiveIterator
    from warcio.exceptions import ArchiveLoadFailed

    class Quiet(ArchiveIterator):  # type: ignore[misc]  # it has no types
        """Counts what it finds wrong, and prints nothing."""

        INC_RECORD = ""

    try:
        records = Quiet(archive.stream)
        for record in records:
            if record.rec_type in ("response", "resource"):
                yield from _documents(archive, record)
        archive.stream.read(1)  # raises what the library passes over: that a file is cut short
        if records.err_count:
            raise ReadError("has records of another length than they say; some may be lost")
    except (ArchiveLoadFailed, EOFError) as error:
        raise ReadError(
            f"is no WARC file from here on ({error}); what follows is not read"
        ) from None


def _documents(archive: Opened, record: Any) -> Iterator[Document | Refused]:
    url = record.rec_headers.get_header("WARC-Target-URI") or ""
    headers = record.http_headers
    if headers is not None and headers.get_statuscode() != "200":
        return
    declared = (headers or record.rec_headers).get_header("Content-Type") or ""
    media, _, rest = declared.partition(";")
    form = TYPES.get(media.strip().lower())
    if form is None or not is_address(url.lower()):
        return
    try:
        data = record.content_stream().read(MAX_BYTES + 1)
    except Exception as error:  # whatever its decompressors raise
        yield Refused(archive.place(url), f"cannot be unpacked ({error})")
        return
    # The library says nothing of a record that ends before its time.
    cut = len(data) <= MAX_BYTES and getattr(record.raw_stream, "limit", 0) > 0
    if cut or len(data) > MAX_BYTES:
        yield Refused(archive.place(url), "is cut short" if cut else "is more than an article")
        return
    charset = rest.partition("charset=")[2].strip(" \"'") or None
    name = name_of_address(url) or f"{archive.stem}-{sha256(url.encode()).hexdigest()[:12]}"
    yield Document(name, archive.place(url), form, data, Told(url=url), charset)
