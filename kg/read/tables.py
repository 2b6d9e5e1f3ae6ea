"""Tables of articles: CSV, JSON and JSON Lines, Parquet, a row an article."""

import csv
import io
import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from itertools import chain
from typing import IO, Any, TypeAlias

from kg.errors import ReadError
from kg.read.document import Document, Refused
from kg.read.opened import MAX_BYTES, Opened
from kg.read.rows import Columns, documents

Row: TypeAlias = tuple[int, Mapping[str, Any] | str]
"""The number of a row, from 1, and the row; or why it cannot be read."""

_PIECE = 1024 * 1024
_BATCH = 16
_MOST_COLUMNS = 10_000
_LARGEST_GROUP = 1024**3


def read_json_lines(table: Opened, columns: Columns) -> Iterator[Document | Refused]:
    """The articles of a JSON Lines file, an object a line."""
    return documents(_json_lines(table), columns, table)


def _json_lines(table: Opened) -> Iterator[Row]:
    number, skipping = 0, False
    while line := table.stream.readline(MAX_BYTES):
        whole = line.endswith(b"\n") or len(line) < MAX_BYTES
        number += not skipping
        if not skipping and not whole:
            yield number, f"is longer than an article (over {MAX_BYTES // 2**20} MB)"
        elif not skipping and line.strip(b"\xef\xbb\xbf \t\r\n"):
            yield number, json_object(line)
        skipping = not whole


def json_object(line: bytes) -> Mapping[str, Any] | str:
    """The object in a line of JSON Lines; or why there is none."""
    try:
        found = json.loads(line.removeprefix(b"\xef\xbb\xbf"))
    except (ValueError, RecursionError) as error:
        return f"is no JSON ({error})"
    return found if isinstance(found, dict) else "is no JSON object, {…}"


def read_json(table: Opened, columns: Columns) -> Iterator[Document | Refused]:
    """The articles of a JSON file: one object, a list of objects, or objects one after another."""
    return documents(_json(table), columns, table)


def _json(table: Opened) -> Iterator[Row]:
    with as_text(table.stream, "utf-8-sig") as text:
        yield from _objects(text)


@contextmanager
def as_text(stream: IO[bytes], encoding: str) -> Iterator[io.TextIOWrapper]:
    """The text of a stream, which stays open; what is not in the encoding is marked as such."""
    text = io.TextIOWrapper(stream, encoding, "replace", newline="")
    try:
        yield text
    finally:
        text.detach()


def _objects(text: io.TextIOWrapper) -> Iterator[Row]:
    decoder = json.JSONDecoder()
    number, rest, more = 0, "", True
    while True:
        rest = rest.lstrip(" \t\r\n,[]")
        try:
            found, end = decoder.raw_decode(rest)
        except (ValueError, RecursionError) as error:
            piece = text.read(_PIECE) if more and len(rest) < MAX_BYTES else ""
            if piece:
                # An object is tried again only when there is twice as much of it.
                while len(piece) < len(rest) and (next_piece := text.read(_PIECE)):
                    piece += next_piece
                rest += piece
                continue
            if rest.strip(" \t\r\n,[]"):
                yield number + 1, f"is no JSON from here on ({error})"
            return
        number, rest = number + 1, rest[end:]
        yield number, found if isinstance(found, dict) else "is no JSON object, {…}"


def read_csv(table: Opened, columns: Columns) -> Iterator[Document | Refused]:
    """The articles of a CSV file with a line of column names, whatever stands between them."""
    return documents(_csv(table), columns, table)


def _csv(table: Opened) -> Iterator[Row]:
    csv.field_size_limit(MAX_BYTES)
    lines = _lines(table)
    head = next(lines, "")
    between = max("\t;,|", key=head.count)
    reader = csv.reader(chain([head], lines), delimiter=between)
    try:
        names = next(reader, [])
        if len(names) > _MOST_COLUMNS:
            raise ReadError(f"has more than {_MOST_COLUMNS} columns")
        for number, cells in enumerate(reader, 1):
            if cells:
                yield number, dict(zip(names, cells, strict=False))
    except csv.Error as error:
        raise ReadError(
            f"is no CSV from line {reader.line_num} on ({error}); what follows is not read"
        ) from None


def _lines(table: Opened) -> Iterator[str]:
    """The lines of the file as text, none longer than an article."""
    number = 0
    with as_text(table.stream, _encoding(table.head())) as text:
        while line := text.readline(MAX_BYTES):
            number += 1
            if len(line) == MAX_BYTES:
                raise ReadError(
                    f"line {number} is longer than an article; what follows is not read"
                )
            yield line.replace("\0", "")


def _encoding(head: bytes) -> str:
    """The encoding of a table; an old one is left as its bytes, of which its cells tell more."""
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "utf-16"
    for cut in range(4):
        try:
            head[: len(head) - cut].decode("utf-8")
        except UnicodeDecodeError:
            continue
        return "utf-8-sig"
    return "latin-1"


def read_parquet(table: Opened, columns: Columns) -> Iterator[Document | Refused]:
    """The articles of a Parquet file; needs the extra `kg[parquet]`."""
    try:
        import pyarrow.parquet as parquet
    except ImportError:
        raise ReadError("needs pyarrow: pip install 'kg[parquet]'") from None
    with table.seekable() as file, parquet.ParquetFile(file) as opened:
        about = opened.metadata
        groups = (about.row_group(i).total_byte_size for i in range(about.num_row_groups))
        if max(groups, default=0) > _LARGEST_GROUP:
            raise ReadError("has row groups of more than a gigabyte; write it with smaller ones")
        rows = (row for batch in opened.iter_batches(_BATCH) for row in batch.to_pylist())
        yield from documents(enumerate(rows, 1), columns, table)
