"""What was read of each article, one JSON line each, kept beside the store.

A line is written as soon as an article is read, so that a build that is stopped loses
nothing; lines of a later reading of the same file come after, and count.
"""

import json
import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, fields, is_dataclass
from functools import cache
from pathlib import Path
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from kg.model import Reading

FILE = "readings.jsonl"


@dataclass(frozen=True, slots=True)
class Line:
    """One reading, with the SHA-256 of its file and the version of what read it."""

    sha256: str
    version: str
    reading: Reading


def encode(line: Line) -> str:
    """One line of JSON, with what is as by default left out."""
    head = {"sha256": line.sha256, "version": line.version, "reading": _plain(line.reading)}
    return json.dumps(head, ensure_ascii=False, separators=(",", ":")) + "\n"


def decode(text: str) -> Line:
    """The line back from its JSON; ValueError, KeyError or TypeError if it is cut or foreign."""
    data = json.loads(text)
    return Line(data["sha256"], data["version"], _build(Reading, data["reading"]))


def load(folder: Path) -> Iterator[Line]:
    """The readings of a graph's folder; a line that a crash has cut is passed over."""
    try:
        file = (folder / FILE).open(encoding="utf-8", errors="replace", newline="\n")
    except FileNotFoundError:
        return
    with file:
        for text in file:
            try:
                line = decode(text)
            except (ValueError, KeyError, TypeError):
                continue
            yield line


@contextmanager
def appending(folder: Path) -> Iterator[Callable[[Line], None]]:
    """Give a function that adds one line to the file, at once."""
    path = folder / FILE
    with path.open("a", encoding="utf-8", newline="\n") as file:
        if _is_cut(path):
            file.write("\n")

        def write(line: Line) -> None:
            file.write(encode(line))
            file.flush()

        yield write


def _is_cut(path: Path) -> bool:
    """Whether a crash has left the file's last line without its end."""
    with path.open("rb") as file:
        if file.seek(0, os.SEEK_END) == 0:
            return False
        file.seek(-1, os.SEEK_END)
        return file.read(1) != b"\n"


def rewrite(folder: Path, lines: Iterable[Line]) -> None:
    """Replace the file by just these lines."""
    path = folder / FILE
    fresh = path.with_suffix(".new")
    with fresh.open("w", encoding="utf-8", newline="\n") as file:
        file.writelines(map(encode, lines))
    fresh.replace(path)


def _plain(value: Any) -> Any:
    """A value of `kg.model` as plain JSON data."""
    if is_dataclass(value):
        items = ((f, getattr(value, f.name)) for f in fields(value))
        return {f.name: _plain(item) for f, item in items if item != f.default}
    return [_plain(item) for item in value] if isinstance(value, tuple) else value


def _build(kind: Any, data: Any) -> Any:
    """The value of type `kind` that `_plain` gave `data` for."""
    if data is None:
        return None
    if is_dataclass(kind) and isinstance(kind, type):
        hints = _hints(kind)
        return kind(**{name: _build(hints[name], item) for name, item in data.items()})
    if get_origin(kind) is tuple:
        part = get_args(kind)[0]
        return tuple(_build(part, item) for item in data)
    return data


@cache
def _hints(kind: type) -> dict[str, Any]:
    """The fields of a class with their types, "X | None" as X."""
    return {name: _some(hint) for name, hint in get_type_hints(kind).items()}


def _some(hint: Any) -> Any:
    if get_origin(hint) in (Union, UnionType):
        return next(part for part in get_args(hint) if part is not NoneType)
    return hint
