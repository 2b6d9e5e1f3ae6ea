"""Pages that were fetched, kept in a folder: each in a file of its own.

A file begins with the SHA-256 of all that follows: a line of JSON, which tells where the page is
from, and its bytes. It is written under another name and renamed when it is whole; what is damaged
all the same does not fit its hash and counts as not there. Any number of runs may share a folder.
"""

import json
import os
import tempfile
from contextlib import suppress
from dataclasses import asdict, dataclass
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from pathlib import Path

from kg.errors import OutputError

_VERSION = 1
_UNFINISHED = "unfinished"
_LEFT_OVER = timedelta(hours=1)
"""What a run that was killed leaves behind is taken away after this time."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A page as it came; `asked` is the address it was asked at, `url` where it was found.

    `fetched` is when its bytes came, `checked` when the server last said that they still hold;
    `etag` and `modified` are what it can be asked that with.
    """

    asked: str
    url: str
    media_type: str
    charset: str | None
    fetched: str
    checked: str
    etag: str | None
    modified: str | None
    data: bytes


def open_cache(folder: Path) -> Path:
    """A folder for pages, made where there is none, and swept; raises OutputError."""
    unfinished = folder / _UNFINISHED
    try:
        unfinished.mkdir(parents=True, exist_ok=True)
        before = (datetime.now(UTC) - _LEFT_OVER).timestamp()
        for path in unfinished.iterdir():
            with suppress(FileNotFoundError):
                if path.stat().st_mtime < before:
                    path.unlink()
    except OSError as error:
        raise _unusable(folder, error) from error
    return folder


def load(folder: Path, url: str) -> Entry | None:
    """What is kept of an address; None where that is nothing, or damaged."""
    try:
        content = _path(folder, url).read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise _unusable(folder, error) from error
    hashed, _, rest = content.partition(b"\n")
    if hashed.decode("latin-1") != _sum(rest):
        return None
    head, _, data = rest.partition(b"\n")
    told = json.loads(head)
    is_known = told.pop("version", None) == _VERSION and told["asked"] == url
    return Entry(**told, data=data) if is_known else None


def save(folder: Path, entry: Entry) -> None:
    """Keep a page, in place of what was kept of its address; raises OutputError."""
    told = asdict(entry)
    data = told.pop("data")
    rest = json.dumps({"version": _VERSION, **told}).encode() + b"\n" + data
    path = _path(folder, entry.asked)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        _write(folder / _UNFINISHED, path, _sum(rest).encode() + b"\n" + rest)
    except OSError as error:
        raise _unusable(folder, error) from error


def drop(folder: Path, url: str) -> None:
    """Keep nothing of an address any more."""
    try:
        _path(folder, url).unlink(missing_ok=True)
    except OSError as error:
        raise _unusable(folder, error) from error


def _write(unfinished: Path, path: Path, content: bytes) -> None:
    handle, name = tempfile.mkstemp(dir=unfinished)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _path(folder: Path, url: str) -> Path:
    name = _sum(url.encode())
    return folder / name[:2] / name


def _sum(data: bytes) -> str:
    return sha256(data).hexdigest()


def _unusable(folder: Path, error: OSError) -> OutputError:
    return OutputError(
        f"{folder}: pages cannot be kept there ({error.strerror}); choose another folder"
    )
