"""Reading: from a file to an `Article`, its normalised text freed of the page around it."""

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path

from kg.errors import ReadError
from kg.model import Article
from kg.read.plain import read_plain

__all__ = ["READERS", "find", "read"]

# To add a format: one file beside this one, one row here.
READERS: Mapping[str, Callable[[Path], Article]] = {
    ".txt": read_plain,
}


def read(path: Path) -> Article:
    """The article in the file `path`, by the reader of its ending; raises ReadError."""
    if not _is_text(path):
        raise ReadError(f"{path}: its name, or a folder's, is not UTF-8; rename it")
    reader = READERS.get(path.suffix.lower())
    if reader is None:
        raise ReadError(
            f"{path}: no reader for '{path.suffix}' files (known: {', '.join(READERS)})"
        )
    return reader(path)


def _is_text(path: Path) -> bool:
    """Whether a path is Unicode, and not bytes that only this system understands."""
    try:
        str(path).encode()
    except UnicodeEncodeError:
        return False
    return True


def find(paths: Iterable[Path]) -> Iterator[Path]:
    """The files to read: those named, as they are, and every article file in the folders.

    Folders are walked to the bottom in the order of names, hidden files and folders left
    out; a file that is reached twice comes once. A path that does not exist is given too,
    so that `read` says so.
    """
    seen: set[Path] = set()
    for path in paths:
        for file in _walk(path) if path.is_dir() else (path,):
            real = file.resolve()
            if real not in seen:
                seen.add(real)
                yield file


def _walk(folder: Path) -> Iterator[Path]:
    for here, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            if not name.startswith(".") and Path(name).suffix.lower() in READERS:
                yield Path(here, name)
