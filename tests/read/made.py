"""Articles in words of our own, and files made of them."""

import gzip
import io
import json
import tarfile
import zipfile
from collections.abc import Mapping
from pathlib import Path

from kg.read import Document, Refused, unpack

TITLE = "Huyện ủy Bình Sơn họp"
BODY = "Sáng 3/4, Huyện ủy Bình Sơn họp phiên thường kỳ tại hội trường của huyện."
PAGE = f"{TITLE}\n\n{BODY}\n"
ROW = {"id": "a1", "tieu_de": TITLE, "noi_dung": BODY, "ngay_dang": "2024-04-03T07:00:00+07:00"}


def write(path: Path, content: str | bytes) -> Path:
    """A file with this content, in a folder that is made for it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def lines(*rows: object) -> str:
    """Rows as JSON Lines."""
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)


def zipped(members: Mapping[str, str | bytes], *, method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A ZIP archive of files by their names."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return out.getvalue()


def tarred(members: Mapping[str, str | bytes], *links: str) -> bytes:
    """A tar archive of files by their names, and of links to /etc/passwd."""
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as archive:
        for name, content in members.items():
            data = content if isinstance(content, bytes) else content.encode()
            about = tarfile.TarInfo(name)
            about.size = len(data)
            archive.addfile(about, io.BytesIO(data))
        for name in links:
            about = tarfile.TarInfo(name)
            about.type, about.linkname = tarfile.SYMTYPE, "/etc/passwd"
            archive.addfile(about)
    return out.getvalue()


def packed(data: bytes) -> bytes:
    """Bytes compressed by gzip."""
    return gzip.compress(data)


def documents(path: Path, columns: Mapping[str, str] | None = None) -> list[Document]:
    """What a file holds, nothing of it refused."""
    found = list(unpack(path, columns))
    assert [item for item in found if isinstance(item, Refused)] == []
    return [item for item in found if isinstance(item, Document)]


def refusals(path: Path) -> list[tuple[str, str]]:
    """Where in a file something cannot be read, beginning with the file's name, and why."""
    refused = (item for item in unpack(path) if isinstance(item, Refused))
    return [(item.source.removeprefix(f"{path.parent}/"), item.reason) for item in refused]
