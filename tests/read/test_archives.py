"""Archives: what is in them, in each other, and what hostile ones come to."""

import bz2
import lzma
import zipfile
from pathlib import Path

import pytest

from kg.read import opened
from tests.read.made import PAGE, documents, lines, packed, refusals, tarred, write, zipped

FILES = {"a/index.txt": PAGE, "b.txt": PAGE + "x", ".DS_Store": b"\0", "__MACOSX/._b.txt": b"\0"}
MEMBERS = ["a/index.txt", "b.txt"]


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("x.zip", zipped(FILES)),
        ("x.tar", tarred(FILES)),
        ("x.tar.gz", packed(tarred(FILES))),
        ("x.tgz", packed(tarred(FILES))),
        ("x.tar.bz2", bz2.compress(tarred(FILES))),
        ("x.txz", lzma.compress(tarred(FILES))),
        ("no-ending", zipped(FILES)),
    ],
)
def test_files_in_archives_are_read(tmp_path: Path, name: str, data: bytes) -> None:
    path = write(tmp_path / name, data)
    found = documents(path)
    assert [d.source for d in found] == [f"{path}!/{member}" for member in MEMBERS]
    assert [d.name for d in found] == ["index", "b"]
    assert found[0].data.decode() == PAGE


def test_archives_in_archives_are_read(tmp_path: Path) -> None:
    inner = zipped({"t.jsonl.gz": packed(lines({"id": "r1", "text": PAGE}).encode())})
    path = write(tmp_path / "x.tar", tarred({"in/y.zip": inner}))
    (found,) = documents(path)
    assert (found.name, found.source) == ("r1", f"{path}!/in/y.zip!/t.jsonl.gz!/1")


def test_names_of_old_windows_archives_are_utf_8(tmp_path: Path) -> None:
    data = zipped({"tinn.txt": PAGE}).replace(b"tinn.txt", "tín.txt".encode())
    (found,) = documents(write(tmp_path / "x.zip", data))
    assert found.source.endswith("!/tín.txt")


def test_too_many_archives_in_each_other_are_refused(tmp_path: Path) -> None:
    data = PAGE.encode()
    for _ in range(6):
        data = zipped({"x.zip" if data[:2] == b"PK" else "x.txt": data})
    ((place, why),) = refusals(write(tmp_path / "x.zip", data))
    assert place == "x.zip" + "!/x.zip" * 4
    assert why == "lies in 4 archives, one in the other; unpack it first"


def test_a_bomb_is_not_unpacked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opened, "_FREE", 1_000_000)
    zeros = bytes(50_000_000)
    path = write(tmp_path / "x.zip", zipped({"a.txt": PAGE, "b.txt": zeros, "c.txt": zeros}))
    told = refusals(path)
    assert [place for place, _ in told] == ["x.zip!/b.txt", "x.zip!/c.txt"]
    assert "unpacks to more than a gigabyte" in told[0][1]
    path = write(tmp_path / "x.txt.gz", packed(zeros))
    assert "more than" in refusals(path)[0][1]


def test_paths_that_climb_out_and_names_over_lines_are_refused(tmp_path: Path) -> None:
    names = ["../up.txt", "/etc/x.txt", "..\\up.txt", "two\nlines.txt"]
    for data in (zipped(dict.fromkeys(names, PAGE)), tarred(dict.fromkeys(names, PAGE))):
        told = refusals(write(tmp_path / "x", data))
        assert [why for _, why in told] == [
            *["its name leads out of the archive"] * 3,
            "its name holds a line break or another sign that is not printed; rename it",
        ]


def test_links_are_not_followed(tmp_path: Path) -> None:
    path = write(tmp_path / "x.tar", tarred({}, "passwd.txt"))
    assert refusals(path) == [("x.tar!/passwd.txt", "is a link or a device, not a file")]


def test_what_is_cut_short_or_damaged_is_told(tmp_path: Path) -> None:
    whole = zipped(FILES, method=zipfile.ZIP_STORED)
    damaged = whole.replace(PAGE.encode()[:4], b"abcd")
    told = refusals(write(tmp_path / "x.zip", damaged))
    assert [place for place, _ in told] == ["x.zip!/a/index.txt", "x.zip!/b.txt"]
    assert "Bad CRC-32" in told[0][1]
    for name, data in (
        ("x.zip", whole[:300]),
        ("x.gz", packed(whole)[:200]),
        ("x.xz", lzma.compress(whole)[:100]),
        ("x.gz", b"no gzip"),
        ("x.tar", b"x" * 1024),
    ):
        ((_, why),) = refusals(write(tmp_path / name, data))[-1:]
        assert why


def test_an_encrypted_member_is_told(tmp_path: Path) -> None:
    data = bytearray(zipped({"a.txt": PAGE}))
    for sign, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(sign) + at] |= 1
    ((_, why),) = refusals(write(tmp_path / "x.zip", bytes(data)))
    assert why == "is encrypted; unpack it with its password"
