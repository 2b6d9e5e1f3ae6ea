"""What the steps of a build share: how progress is told, and the versions of code and words."""

from collections.abc import Callable
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import TypeAlias

Progress: TypeAlias = Callable[[str, int, int], None]
"""Told of each step's name, how much of it is done, and how much there is."""

Skipped: TypeAlias = tuple[Path, str]
"""A file that was left out, and why."""

_PACKAGE = Path(__file__).resolve().parent.parent
_READING = ("text", "vocabulary", "read", "extract", "model.py", "resolve/complete.py")
_RESOLVING = ("text", "vocabulary", "resolve", "model.py")
_WRITING = tuple(
    f"graph/{name}.py"
    for name in ("describe", "entities", "names", "namespaces", "page", "statements")
)


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
