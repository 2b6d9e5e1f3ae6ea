"""Where commands write: files replaced as a whole, all else written into."""

import errno
import io
import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest

import kg
from kg.cli.output import binary, text
from kg.errors import KgError, OutputError

ARTICLE = """Hội nghị sơ kết công tác xây dựng Đảng
Ngày 31/7/2023, Huyện ủy Văn Lâm tổ chức hội nghị. Dự hội nghị có đồng chí Nguyễn Bật Khánh, \
Bí thư Huyện ủy Văn Lâm, tỉnh Hưng Yên.
"""

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="links, modes and pipes of Unix")


def write(path: Path, what: str = "new\n") -> None:
    with text(path) as file:
        file.write(what)


@pytest.mark.parametrize("mode", [0o600, 0o644, 0o755])
def test_a_file_is_replaced_and_keeps_its_mode(tmp_path: Path, mode: int) -> None:
    path = tmp_path / "x"
    path.write_text("old")
    path.chmod(mode)
    before = path.stat().st_ino
    write(path)
    assert (path.read_text(), path.stat().st_mode & 0o777) == ("new\n", mode)
    assert path.stat().st_ino != before
    assert list(tmp_path.iterdir()) == [path]


def test_a_new_file_has_the_usual_mode(tmp_path: Path) -> None:
    write(tmp_path / "x")
    (tmp_path / "y").touch()
    assert (tmp_path / "x").stat().st_mode == (tmp_path / "y").stat().st_mode


@pytest.mark.parametrize("exists", [True, False])
def test_a_link_stays_and_its_target_is_written(tmp_path: Path, exists: bool) -> None:
    target, link = tmp_path / "in" / "target", tmp_path / "link"
    target.parent.mkdir()
    if exists:
        target.write_text("old")
    link.symlink_to("in/target")
    write(link)
    assert link.is_symlink()
    assert target.read_text() == "new\n"
    assert list(target.parent.iterdir()) == [target]


def test_a_pipe_is_written_into(tmp_path: Path) -> None:
    pipe, got = tmp_path / "pipe", list[str]()
    os.mkfifo(pipe)
    reader = threading.Thread(target=lambda: got.append(pipe.read_text()), daemon=True)
    reader.start()
    write(pipe)
    reader.join(10)
    assert got == ["new\n"]
    assert pipe.is_fifo()


def test_where_standard_output_leads_is_not_replaced(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "x"
    with path.open("w", encoding="utf-8") as file:
        monkeypatch.setattr(sys, "stdout", file)
        file.write("before\n")
        file.flush()
        write(path)
        file.write("after\n")
        monkeypatch.undo()
    assert path.read_text() == "before\nnew\nafter\n"


def test_what_fails_halfway_leaves_the_old_file(tmp_path: Path) -> None:
    path = tmp_path / "x"
    path.write_text("old")
    with pytest.raises(TypeError), binary(path) as file:
        file.writelines([b"half", None])  # type: ignore[list-item]
    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("name", ["", "no/x", "loop", "file/x"])
def test_what_cannot_be_written_is_said(tmp_path: Path, name: str) -> None:
    (tmp_path / "loop").symlink_to("loop")
    (tmp_path / "file").touch()
    with pytest.raises(KgError, match="cannot be written"):
        write(tmp_path / name)


class Full(io.RawIOBase):
    """A file on a full disk."""

    def writable(self) -> bool:
        return True

    def write(self, _: object) -> int:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def test_a_file_on_a_full_disk_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Path, "open", lambda path, _: path.touch() or io.BufferedWriter(Full()))
    with pytest.raises(OutputError, match="x cannot be written: No space left on device"):
        write(tmp_path / "x")
    assert list(tmp_path.iterdir()) == []


NAMES = "SELECT ?name { ?p foaf:name ?name }"
SMALL = """
import resource, sys
resource.setrlimit(resource.RLIMIT_FSIZE, (4, 4))
from kg.cli import main
main()
"""


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A graph of one article, "a1.txt" beside it."""
    folder = tmp_path_factory.mktemp("graph")
    (folder / "a1.txt").write_text(ARTICLE, "utf-8")
    return kg.build([folder / "a1.txt"], folder / "a.kg").path


@pytest.mark.parametrize(
    ("command", "unbuffered"),
    [
        (["query", "a.kg", NAMES], ""),
        (["ask"], ""),
        (["show", "a.kg", "nguyen bat khanh"], ""),
        (["export", "a.kg", "--format", "nq"], ""),
        (["export", "a.kg", "--format", "csv"], ""),
        (["view", "a.kg"], ""),
        (["view", "a.kg"], "1"),
        (["extract", "a1.txt"], ""),
        (["--help"], ""),
    ],
)
def test_standard_output_on_a_full_disk_is_said(
    graph: Path, tmp_path: Path, command: list[str], unbuffered: str
) -> None:
    # No file may grow beyond four bytes, which fails as a full disk does.
    with (tmp_path / "out").open("wb") as out:
        done = subprocess.run(
            [sys.executable, "-c", SMALL, *command],
            stdout=out,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
            cwd=graph.parent,
            env=os.environ
            | {"PYTHONPATH": str(Path(kg.__file__).parent.parent), "PYTHONUNBUFFERED": unbuffered},
        )
    wanted = "kg: the output cannot be written: File too large\n"
    assert (done.returncode, done.stderr) == (1, wanted)
