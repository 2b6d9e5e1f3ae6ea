"""Where a command writes: standard output, or a file or folder that is there only when whole."""

import os
import shutil
import stat
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from kg.errors import KgError, OutputError, UsageError


@contextmanager
def binary(path: Path | None) -> Iterator[IO[bytes]]:
    """Give what bytes are written to.

    A regular file is replaced as a whole, where a link to it leads; a device or a pipe is
    written into.
    """
    if path is None or str(path) == "-":
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
        return
    failure: type[KgError] = UsageError
    try:
        with _opened(path) as file:
            failure = OutputError
            yield file
    except OSError as error:
        raise failure(f"{path} cannot be written: {error.strerror or error}") from None


@contextmanager
def _opened(path: Path) -> Iterator[IO[bytes]]:
    there = _status(path)
    if there and _is_standard_output(there):
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
    elif there and not stat.S_ISREG(there.st_mode):
        with path.open("wb") as file:
            yield file
    else:
        with _replacing(path.resolve(), there) as file:
            yield file


def _status(path: Path) -> os.stat_result | None:
    """What stands at a path, links followed; None if nothing does."""
    try:
        return path.stat()
    except FileNotFoundError:
        return None


def _is_standard_output(there: os.stat_result) -> bool:
    """Whether standard output leads there already, as to /dev/stdout."""
    try:
        return os.path.samestat(there, os.fstat(sys.stdout.fileno()))
    except (OSError, ValueError):  # it is no file, or closed
        return False


@contextmanager
def _replacing(target: Path, there: os.stat_result | None) -> Iterator[IO[bytes]]:
    """Give a new file that takes the target's place, and its mode, when it is whole."""
    part = target.with_name(f".{target.name}.part")
    try:
        with part.open("wb") as file:
            yield file
        if there:
            part.chmod(stat.S_IMODE(there.st_mode))
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)


@contextmanager
def text(path: Path | None) -> Iterator[IO[str]]:
    """Give what text is written to, as UTF-8."""
    if path is None or str(path) == "-":
        yield sys.stdout
        sys.stdout.flush()
        return
    import io

    with binary(path) as file:
        wrapper = io.TextIOWrapper(file, encoding="utf-8", newline="\n")
        yield wrapper
        wrapper.flush()
        wrapper.detach()


@contextmanager
def folder(path: Path) -> Iterator[Path]:
    """Give an empty folder whose files stand in the one at `path` when all are whole.

    UsageError if something stands at `path` that is no empty folder.
    """
    made = _empty(path)
    part = path / ".part"
    failure: type[KgError] = UsageError
    try:
        part.mkdir()
        failure = OutputError
        yield part
        for file in sorted(part.iterdir()):
            file.replace(path / file.name)
        part.rmdir()
    except OSError as error:
        raise failure(f"{path} cannot be written: {error.strerror or error}") from None
    finally:
        shutil.rmtree(part, ignore_errors=True)
        if made and not any(path.iterdir()):
            path.rmdir()


def _empty(path: Path) -> bool:
    """Make the folder if it is not there, and tell whether; UsageError where it is not empty."""
    try:
        if path.exists():
            if any(path.iterdir()):
                raise UsageError(f"{path} is not empty; name a new folder")
            return False
        path.mkdir()
    except NotADirectoryError:
        raise UsageError(f"{path} is a file; name a new folder") from None
    except OSError as error:
        raise UsageError(f"{path} cannot be made: {error.strerror or error}") from None
    return True
