"""What the steps of a build share: how progress is told, and the versions of code and words."""

import time
from collections.abc import Callable, Iterable
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import TypeAlias

Progress: TypeAlias = Callable[[str, int, int], None]
"""Told of each step's name, how much of it is done, and how much there is."""

_PACKAGE = Path(__file__).resolve().parent.parent
_READING = ("text", "vocabulary", "read", "extract", "model.py", "resolve/complete.py")
_RESOLVING = ("text", "vocabulary", "resolve", "model.py")
_WRITING = tuple(
    f"graph/{name}.py"
    for name in ("describe", "entities", "names", "namespaces", "page", "statements")
)


_SOME = 0.1  # seconds between two tellings
_LEAST = 1024  # what a file counts for at least; to open one takes time, too


class ReadingProgress:
    """How far the files are read: tells the articles met, and about how many there are in all.

    How many an archive holds is not known before its end, so it is told from the bytes.
    """

    def __init__(self, files: Iterable[Path], tell: Progress) -> None:
        self._tell = tell
        self._sizes = {path: _size(path) for path in files}
        self._all = sum(self._sizes.values()) or _LEAST
        self._before = self._here = self._articles = 0
        self._next = 0.0

    def at(self, byte: int) -> None:
        """Note the place in the file that is read."""
        self._here = byte

    def article(self) -> None:
        """Note that an article was met."""
        self._articles += 1
        if time.monotonic() >= self._next:
            part = min(self._all, max(1, self._before + self._here)) if self._sizes else self._all
            self._tell("reading", self._articles, max(1, self._articles * self._all // part))
            self._next = time.monotonic() + _SOME

    def done(self, path: Path) -> None:
        """Note the end of a file."""
        self._before += self._sizes.pop(path, 0)
        self._here = 0
        if not self._sizes:
            self._tell("reading", self._articles, self._articles)


def _size(path: Path) -> int:
    try:
        return max(_LEAST, path.stat().st_size)
    except OSError:
        return _LEAST


def silent(step: str, done: int, total: int) -> None:
    """Tell nobody."""


@cache
def reading_version() -> str:
    """A hash of all that decides what is read of an article: code, and the ontology's words."""
    return _hash([*_files(_READING), *ontology()])


@cache
def resolving_version() -> str:
    """A hash of all that decides who is who: code, and the ontology's words."""
    return _hash([*_files(_RESOLVING), *ontology()])


@cache
def writing_version() -> str:
    """A hash of the code that decides how a reading becomes quads."""
    return _hash(_files(_WRITING))


@cache
def ontology_version() -> str:
    """A hash of the ontology."""
    return _hash(ontology())


@cache
def ontology() -> list[Path]:
    """The files of the ontology."""
    from kg.vocabulary import ontology_files

    return list(ontology_files())


def _files(parts: tuple[str, ...]) -> list[Path]:
    found = []
    for part in parts:
        path = _PACKAGE / part
        inside = path.rglob("*") if path.is_dir() else [path]
        found += [p for p in inside if p.is_file() and p.suffix != ".pyc"]
    return sorted(found)


def _hash(files: list[Path]) -> str:
    whole = sha256()
    for path in files:
        whole.update(path.name.encode() + b"\0" + sha256(path.read_bytes()).digest())
    return whole.hexdigest()[:16]
