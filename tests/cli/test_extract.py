"""`kg extract`: what an article says, without a graph."""

import json
import os
import sys
from pathlib import Path

import pytest

from tests.cli.running import kg

ARTICLE = """Hội nghị sơ kết công tác
Đồng chí Lê Văn An, Bí thư Huyện ủy Văn Lâm, tỉnh Hưng Yên dự hội nghị. Hôm ấy trời mưa.
"""


@pytest.fixture
def article(tmp_path: Path) -> Path:
    """An article."""
    path = tmp_path / "a1.txt"
    path.write_text(ARTICLE, "utf-8")
    return path


def test_text(article: Path) -> None:
    done = kg("extract", article)
    assert (done.code, done.err) == (0, "")
    lines = done.out.splitlines()
    assert lines[0] == "a1"
    assert (
        "    position      Lê Văn An: Bí thư Huyện ủy Văn Lâm (current)  [post:after 0.95]" in lines
    )
    assert "\x1b" not in done.out
    assert "trời mưa" not in done.out
    assert kg("extract", article) == done


def test_all_and_explain(article: Path) -> None:
    done = kg("extract", article, "--all", "--explain")
    assert "  Hôm ấy trời mưa.\n" in done.out
    assert "Titles right after a name" in done.out


def test_json_of_several(article: Path) -> None:
    other = article.with_name("a2.txt")
    other.write_text("Hôm nay trời mưa.", "utf-8")
    found = json.loads(kg("extract", article.parent, "--format", "json").out)
    assert [one["article"] for one in found] == ["a1", "a2"]
    kinds = [fact["kind"] for sentence in found[0]["sentences"] for fact in sentence["facts"]]
    assert {"person", "organization", "position"} <= set(kinds)
    assert found[1]["sentences"] == []


def test_errors(article: Path, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    done = kg("extract", article, "-f", "docx")
    assert done.code == 2
    assert done.err == "kg: 'docx' is not a format; choose one of text, json\n"
    assert kg("extract", tmp_path / "empty").code == 2
    assert kg("extract").code == 2
    missing = kg("extract", tmp_path / "no.txt")
    assert (missing.code, missing.out) == (1, "")
    assert missing.err.startswith(f"kg: {tmp_path / 'no.txt'}: ")
    (tmp_path / "binary.txt").write_bytes(b"\0\1\2")
    assert kg("extract", tmp_path / "binary.txt").code == 1


@pytest.mark.skipif(sys.platform == "win32", reason="there is no such terminal")
def test_colours_in_a_terminal(article: Path) -> None:
    import pty

    child, terminal = pty.fork()
    if child == 0:
        os.environ |= {"TERM": "xterm-256color", "COLUMNS": "80"}
        os.environ.pop("NO_COLOR", None)
        os.execv(sys.executable, [sys.executable, "-m", "kg", "extract", str(article)])
    found = b""
    while True:
        try:
            piece = os.read(terminal, 4096)
        except OSError:  # the other end is closed
            break
        if not piece:
            break
        found += piece
    _, status = os.waitpid(child, 0)
    out = found.decode("utf-8")
    assert status == 0, out
    assert "\x1b[36m" in out
    assert "Lê Văn An: Bí thư Huyện ủy Văn Lâm" in out
    assert "[post:after 0.95]" in out
