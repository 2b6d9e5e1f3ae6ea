"""The Makefile takes away again what is made by following the README."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


@pytest.mark.skipif(shutil.which("make") is None, reason="needs make")
def test_clean_takes_away_what_the_readme_makes() -> None:
    made = re.findall(r"^ {4}kg .* -o (\S+)", (ROOT / "README.md").read_text("utf-8"), re.MULTILINE)
    assert made
    done = subprocess.run(
        ["make", "-n", "clean"], capture_output=True, text=True, check=True, cwd=ROOT
    )
    assert set(made) <= set(done.stdout.split())
    ignored = (ROOT / ".gitignore").read_text("utf-8").split()
    assert [name for name in made if not {f"/{name}", f"*{Path(name).suffix}/"} & {*ignored}] == []
