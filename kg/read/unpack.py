"""From a file to the raw material of every article in it, archives in archives included."""

import io
from collections.abc import Callable, Iterator
from pathlib import Path

from kg.errors import ForeignError, ReadError
from kg.read.archives import misnamed
from kg.read.document import Document, Refused, Told
from kg.read.formats import ARCHIVES, READERS, format_of
from kg.read.opened import MAX_DEPTH, Allowance, Borrowed, Opened
from kg.read.rows import Columns

STDIN = "-"


def _nobody(_: int) -> None:
    """Is told in vain."""


def unpack(
    path: Path, columns: Columns | None = None, at: Callable[[int], None] = _nobody
) -> Iterator[Document | Refused]:
    """The articles in a file, or in standard input ("-"), as they come, none of them read yet.

    `columns` name those of tables, and `at` is told of the place in the file. What cannot be read
    is told with its reason.
    """
    if str(path) == STDIN:
        import sys

        stream = io.BufferedReader(Borrowed(sys.stdin.buffer))
        yield from unpacked(Opened("stdin", STDIN, stream, Allowance(0)), columns or {})
        return
    if why := _misnamed(path):
        yield Refused(str(path), why)
        return
    try:
        with path.open("rb") as file:
            size = path.stat().st_size
            opened = Opened(path.name, str(path), file, Allowance(size))
            for item in unpacked(opened, columns or {}):
                at(0 if file.closed else file.tell())
                yield item
    except OSError as error:
        yield Refused(str(path), f"cannot be read ({error.strerror or error})")


def _misnamed(path: Path) -> str | None:
    try:
        str(path).encode()
    except UnicodeEncodeError:
        return "its name, or a folder's, is not UTF-8; rename it"
    return misnamed(path.name)


def unpacked(file: Opened, columns: Columns) -> Iterator[Document | Refused]:
    """What a file holds; whatever goes wrong in it is a row, and what came before it stays."""
    try:
        form = format_of(file)
        if form is not None and form in ARCHIVES:
            if file.depth == MAX_DEPTH:
                raise ReadError(f"lies in {MAX_DEPTH} archives, one in the other; unpack it first")
            for item in ARCHIVES[form](file, columns):
                yield from unpacked(item, columns) if isinstance(item, Opened) else (item,)
        elif form is not None and form in READERS:
            data = file.article()
            yield Document(file.stem, file.source, form, data, file.told or Told(), file.charset)
        else:
            raise ForeignError(_unread())
    except ReadError as error:
        yield Refused(file.source, str(error), foreign=isinstance(error, ForeignError))
    except Exception as error:
        yield Refused(file.source, f"cannot be read ({type(error).__name__}: {error})")


def _unread() -> str:
    known = ", ".join((*READERS, *ARCHIVES))
    return f"is of a kind that is not read here (those that are: {known})"
