"""Files that hold files: ZIP, tar, and what is compressed alone."""

import bz2
import gzip
import io
import lzma
import tarfile
import zipfile
from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath
from typing import IO

from kg.errors import ReadError
from kg.read.document import Refused
from kg.read.opened import Borrowed, Opened

_LZMA_MEMORY = 128 * 1024 * 1024
_PIECE = 256 * 1024


def read_zip(archive: Opened) -> Iterator[Opened | Refused]:
    """The files of a ZIP archive, in its order."""
    with archive.seekable() as file, zipfile.ZipFile(file) as members:
        for member in members.infolist():
            name = _zip_name(member)
            if why := misnamed(name):
                yield Refused(archive.place(name), why)
            elif member.is_dir() or is_hidden(name):
                continue
            elif member.flag_bits & 1:
                yield Refused(archive.place(name), "is encrypted; unpack it with its password")
            else:
                try:
                    with members.open(member) as stream:
                        yield archive.inside(name, stream)
                except (zipfile.BadZipFile, NotImplementedError) as error:
                    yield Refused(archive.place(name), f"cannot be unpacked ({error})")


def read_wacz(archive: Opened) -> Iterator[Opened | Refused]:
    """The WARC files of a web archive collection; its indexes and page lists are left alone."""
    for item in read_zip(archive):
        if isinstance(item, Refused) or item.name.startswith("archive/"):
            yield item


def read_tar(archive: Opened) -> Iterator[Opened | Refused]:
    """The files of a tar archive, in its order; links and devices are not followed."""
    with tarfile.open(fileobj=archive.stream, mode="r|", bufsize=_PIECE) as members:
        for member in members:
            members.members = []  # type: ignore[attr-defined]  # else it would keep one for each file
            if why := misnamed(member.name):
                yield Refused(archive.place(member.name), why)
            elif member.isdir() or is_hidden(member.name):
                continue
            elif member.isfile() and (stream := members.extractfile(member)):
                yield archive.inside(member.name, stream)
            else:
                yield Refused(archive.place(member.name), "is a link or a device, not a file")


def read_compressed(archive: Opened) -> Iterator[Opened]:
    """The one file that was compressed by gzip, bzip2 or xz: "a.tar" of "a.tgz"."""
    name = PurePosixPath(archive.name)
    inner = name.with_suffix(_SHORT.get(archive.ending, ""))
    yield archive.unpacked(str(inner), _decompressed(archive))


_SHORT: Mapping[str, str] = {".tgz": ".tar", ".tbz2": ".tar", ".txz": ".tar"}


def _decompressed(archive: Opened) -> IO[bytes]:
    head = archive.head()
    if head.startswith(b"\x1f\x8b"):
        return io.BufferedReader(gzip.GzipFile(fileobj=archive.stream))
    if head.startswith(b"BZh"):
        return bz2.BZ2File(archive.stream)
    if head.startswith(b"\xfd7zXZ"):
        return io.BufferedReader(_Xz(archive.stream))
    raise ReadError(f"is no {archive.ending} file, whatever its name says")


class _Xz(Borrowed):
    """What is in an xz file; unlike `lzma.LZMAFile` with a bound on memory."""

    def __init__(self, stream: IO[bytes]) -> None:
        super().__init__(stream)
        self._inner = lzma.LZMADecompressor(lzma.FORMAT_XZ, memlimit=_LZMA_MEMORY)

    def some(self, most: int) -> bytes:
        """The next bytes that were compressed; none at the end."""
        while not self._inner.eof:
            more = self._stream.read(_PIECE) if self._inner.needs_input else b""
            if self._inner.needs_input and not more:
                raise EOFError("it is cut short")
            if data := self._inner.decompress(more, most):
                return data
        return b""


def is_hidden(name: str) -> bool:
    """Whether a file in an archive is one that systems put there for themselves."""
    parts = PurePosixPath(name).parts
    return any(part == "__MACOSX" or (part[0] == "." and part != "..") for part in parts)


def misnamed(name: str) -> str | None:
    """Why a file cannot be told by its name: it leads out of its archive, or runs over lines."""
    if PurePosixPath(name).is_absolute() or ".." in PurePosixPath(name).parts or "\\" in name:
        return "its name leads out of the archive"
    if not name.isprintable():
        return "its name holds a line break or another sign that is not printed; rename it"
    return None


def _zip_name(member: zipfile.ZipInfo) -> str:
    """A member's name, also of programs that write UTF-8 without saying so."""
    if member.flag_bits & 0x800:
        return member.filename
    try:
        return member.filename.encode("cp437").decode("utf-8")
    except UnicodeError:
        return member.filename


def is_docx(head: bytes) -> bool:
    """Whether the first bytes are those of a Word file, which is a ZIP archive, too."""
    return head.startswith(b"PK\x03\x04") and (b"word/" in head or b"[Content_Types].xml" in head)
