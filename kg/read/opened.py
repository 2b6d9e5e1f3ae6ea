"""A file, or what stands for one inside another, opened to be read."""

import io
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath
from typing import IO, Any

from kg.errors import ReadError
from kg.model import INSIDE
from kg.read.document import Told

MAX_BYTES = 20 * 1024 * 1024
"""No article is longer than this."""
MAX_DEPTH = 4
"""How many archives may lie in each other."""
_FREE = 1024**3
_RATIO = 200
"""A file may unpack to a gigabyte, or else to so many times its size."""
_IN_MEMORY = 16 * 1024 * 1024
_PIECE = 1024 * 1024
_HEAD = 4096


class Allowance:
    """How many bytes may still be unpacked from one file, all archives in it included."""

    def __init__(self, size: int) -> None:
        self._left = max(_FREE, _RATIO * size)

    def take(self, count: int) -> None:
        """Note that bytes were unpacked; raises ReadError when they are too many."""
        self._left -= count
        if self._left < 0:
            raise ReadError(
                f"unpacks to more than a gigabyte and {_RATIO} times its size;"
                " what is left of it is not read"
            )


class Borrowed(io.RawIOBase):
    """A stream of another's, which is not closed with this one."""

    def __init__(self, stream: IO[bytes]) -> None:
        self._stream = stream

    def readable(self) -> bool:
        """As it is."""
        return True

    def readinto(self, buffer: Any) -> int:
        """Read some bytes into a buffer; how many, 0 at the end."""
        data = self.some(len(buffer))
        buffer[: len(data)] = data
        return len(data)

    def some(self, most: int) -> bytes:
        """The next bytes, at most so many; none at the end."""
        return self._stream.read(most)


class Counted(Borrowed):
    """A stream that takes from an allowance what is read of it."""

    def __init__(self, stream: IO[bytes], allowance: Allowance) -> None:
        super().__init__(stream)
        self._allowance = allowance

    def some(self, most: int) -> bytes:
        """The next bytes, which count; ReadError when they are too many."""
        data = super().some(most)
        self._allowance.take(len(data))
        return data


@dataclass(frozen=True, slots=True)
class Opened:
    """A stream of bytes with its name (folders included), its source, and what is told of it.

    `depth` is the number of archives around it; `charset` and `format` are what was declared.
    """

    name: str
    source: str
    stream: IO[bytes]
    allowance: Allowance
    depth: int = 0
    told: Told | None = None
    charset: str | None = None
    format: str | None = None

    @property
    def stem(self) -> str:
        """The name without folders and ending."""
        return PurePosixPath(self.name).stem

    @property
    def ending(self) -> str:
        """The ending of the name, in small letters: ".txt"."""
        return PurePosixPath(self.name).suffix.lower()

    def place(self, where: object) -> str:
        """The source of a place in this file."""
        return f"{self.source}{INSIDE}{where}"

    def head(self) -> bytes:
        """The first bytes, which are still there to be read."""
        peek = getattr(self.stream, "peek", None)
        return b"" if peek is None else bytes(peek(_HEAD)[:_HEAD])

    def article(self) -> bytes:
        """All bytes; ReadError if they are more than an article has."""
        data = self.stream.read(MAX_BYTES + 1)
        if len(data) > MAX_BYTES:
            raise ReadError(f"is more than an article (over {MAX_BYTES // 2**20} MB); split it")
        return data

    def inside(self, name: str, stream: IO[bytes]) -> "Opened":
        """A file in this archive, whose bytes are counted as they are read."""
        counted = io.BufferedReader(Counted(stream, self.allowance), _PIECE)
        return Opened(name, self.place(name), counted, self.allowance, self.depth + 1)

    def unpacked(self, name: str, stream: IO[bytes]) -> "Opened":
        """What this file is compressed from."""
        return replace(self.inside(name, stream), source=self.source)

    @contextmanager
    def seekable(self) -> Iterator[IO[bytes]]:
        """The bytes as a file that can be read in any order."""
        if not self.depth and self.stream.seekable():
            yield self.stream
            return
        with tempfile.SpooledTemporaryFile(_IN_MEMORY) as file:
            shutil.copyfileobj(self.stream, file, _PIECE)
            file.seek(0)
            yield file


def outermost(source: str) -> Path:
    """The file that a source lies in: "a.zip" of "a.zip!/b/c.txt"."""
    return Path(source.partition(INSIDE)[0])
