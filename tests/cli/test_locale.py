"""Arguments and input in a locale that is not UTF-8: what counts is what their bytes say."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

import kg

ROOT = Path(__file__).resolve().parent.parent.parent
ARTICLE = "Họp\nNgày 31/7/2023, đồng chí Lê Bá Khương, Bí thư Huyện ủy Văn Lâm, dự hội nghị.\n"
ASCII = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "PYTHONPATH": str(ROOT)}
QUERY = 'SELECT ?name { ?p foaf:name ?name FILTER(?name = "Lê Bá Khương") }'

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="elsewhere arguments are Unicode")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the graph "a.kg" of one article."""
    folder = tmp_path_factory.mktemp("graph")
    (folder / "a1.txt").write_text(ARTICLE, "utf-8")
    kg.build([folder / "a1.txt"], folder / "a.kg")
    return folder


def run(folder: Path, *arguments: str | bytes, stdin: bytes = b"") -> tuple[int, str, str]:
    done = subprocess.run(
        [sys.executable, "-m", "kg", *arguments],
        input=stdin,
        capture_output=True,
        check=False,
        cwd=folder,
        env=os.environ | ASCII,
    )
    return done.returncode, done.stdout.decode(), done.stderr.decode()


@pytest.mark.parametrize(
    "arguments",
    [
        ["show", "a.kg", "Lê Bá Khương"],
        ["ask", "a.kg", "career", "person=Lê Bá Khương"],
        ["query", "a.kg", QUERY],
        ["query", "a.kg", "-"],
        ["view", "a.kg", "--focus", "Lê Bá Khương"],
    ],
)
def test_names_are_read_as_utf8(folder: Path, arguments: list[str]) -> None:
    code, out, err = run(folder, *arguments, stdin=QUERY.encode())
    assert (code, err) == (0, "")
    assert "Lê Bá Khương" in out or "Bí thư" in out


@pytest.mark.parametrize(
    "arguments",
    [["show", "a.kg", b"L\xff"], ["query", "a.kg", b"ASK { \xff"], ["query", "a.kg", "-"]],
)
def test_what_is_not_utf8_is_said(folder: Path, arguments: list[str | bytes]) -> None:
    code, out, err = run(folder, *arguments, stdin=b"ASK {\n \xff")
    assert (code, out) == (2, "")
    assert err.startswith("kg: ")
    assert "is not text in UTF-8" in err
    assert len(err.splitlines()) == 1
