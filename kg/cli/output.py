"""Where a command writes: standard output, or a file that appears only when it is whole."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from kg.errors import UsageError


@contextmanager
def binary(path: Path | None) -> Iterator[IO[bytes]]:
    """Give what bytes are written to."""
    if path is None or str(path) == "-":
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
        return
    part = path.with_name(f".{path.name}.part")
    try:
        with part.open("wb") as file:
            yield file
        part.replace(path)
    except OSError as error:
        raise UsageError(f"{path} cannot be written: {error.strerror or error}") from None
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
