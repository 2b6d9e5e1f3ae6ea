"""Which files are to be read."""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

_PAGES = (".html", ".htm", ".xhtml")


def find(paths: Iterable[Path]) -> Iterator[Path]:
    """The files to read: those named, as they are, and every file in the folders.

    Folders are walked to the bottom in the order of names, hidden files and folders left out, and
    what browsers put beside a page that they save; a file that is reached twice comes once. A path
    that does not exist is given too, so that reading it says so.
    """
    seen: set[str] = set()
    for path in paths:
        for file in _walk(path) if path.is_dir() else (path,):
            real = os.path.realpath(file)
            if real not in seen:
                seen.add(real)
                yield file


def _walk(folder: Path) -> Iterator[Path]:
    for here, folders, names in os.walk(folder):
        pages = {f"{Path(n).stem}_files" for n in names if Path(n).suffix.lower() in _PAGES}
        folders[:] = sorted(name for name in folders if not (name.startswith(".") or name in pages))
        for name in sorted(names):
            if not name.startswith("."):
                yield Path(here, name)
