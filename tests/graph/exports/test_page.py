"""What docs/exports.md shows is what its commands print, and its tables are those of the code."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from kg.graph.exports.tables import TABLES
from kg.graph.formats import FOLDERS, FORMATS

ROOT = Path(__file__).resolve().parents[3]
PAGE = (ROOT / "docs" / "exports.md").read_text("utf-8")


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A folder with the examples, and the command `kg` beside them."""
    (tmp_path / "examples").symlink_to(ROOT / "examples")
    (tmp_path / "bin").mkdir()
    command = tmp_path / "bin" / "kg"
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m kg "$@"\n')
    command.chmod(0o755)
    return tmp_path


@pytest.mark.skipif(sys.platform == "win32", reason="the page shows grep and head")
def test_the_page_shows_what_its_commands_print(place: Path) -> None:
    blocks = re.findall(r"((?:^ {4}\S.*\n)+)(?:\n```text\n((?:.*\n)*?)```)?", PAGE, re.MULTILINE)
    assert len(blocks) > 6
    path = f"{place / 'bin'}{os.pathsep}{os.environ['PATH']}"
    for lines, output in blocks:
        done = subprocess.run(
            ["sh", "-e", "-c", lines],
            capture_output=True,
            encoding="utf-8",
            check=False,
            cwd=place,
            env={**os.environ, "PYTHONPATH": str(ROOT), "PATH": path},
        )
        assert (done.returncode, done.stderr) == (0, ""), lines
        if output:
            assert done.stdout == output, lines


def test_the_page_lists_all_formats() -> None:
    first = PAGE.partition("\n## ")[0]
    told = re.findall(r"^\| ((?:`[a-z0-9]+`(?:, )?)+) \|", first, re.MULTILINE)
    named = {name for names in told for name in re.findall(r"`(\w+)`", names)}
    assert named == {*FORMATS, *FOLDERS}


def test_the_page_lists_all_tables() -> None:
    part = PAGE.partition("| table |")[2].partition("\n\n")[0]
    rows = re.findall(r"^\| `(\w+)` \| (.*) \| (.*) \|$", part, re.MULTILINE)
    assert rows == [
        (
            table.name,
            table.about,
            ", ".join(dict.fromkeys(f"`{column.to}`" for column in table.columns if column.to)),
        )
        for table in TABLES
    ]
