"""A build that is killed, at whatever point, leaves a graph that opens and can be built on."""

import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from pyoxigraph import QuerySolutions

import kg
from kg.graph import Store
from kg.pipeline import build
from tests.pipeline.made import dump

pytestmark = pytest.mark.usefixtures("readings_are_files")

ROOT = Path(__file__).resolve().parents[2]
# A build that is killed before its N-th step on the disk, or, without N, tells how many it takes.
KILLED = """
import os, signal, sys
from pathlib import Path
import kg.pipeline.publish
import kg.pipeline.run
import kg.pipeline.work
from tests.pipeline.made import stand_in

kg.pipeline.work.read_document = stand_in
kg.pipeline.publish.ontology = list
target, last, *paths = sys.argv[1:]
STEPS = "open os.rename os.remove os.rmdir os.mkdir os.link shutil.copyfile sqlite3.connect told"
steps, wanted = 0, set(STEPS.split())

def watch(event, arguments):
    global steps
    if event in wanted:
        steps += 1
        if steps == int(last):
            os.kill(os.getpid(), signal.SIGKILL)

sys.addaudithook(watch)
kg.pipeline.run.build(map(Path, paths), target, progress=lambda *step: sys.audit("told"))
print(steps)
"""
POINTS = 16


def run(target: Path, step: int, paths: list[Path]) -> subprocess.CompletedProcess[str]:
    """Build in a process of its own, which is killed before a step."""
    return subprocess.run(
        [sys.executable, "-c", KILLED, str(target), str(step), *map(str, paths)],
        check=False,
        capture_output=True,
        text=True,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
    )


def articles(path: Path) -> set[str]:
    """The ids of the articles that a graph holds."""
    found = Store.open(path).query(
        "SELECT ?id { ?a a schema:NewsArticle ; dcterms:identifier ?id }"
    )
    assert isinstance(found, QuerySolutions)
    return {row["id"].value for row in found}


@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL")
@pytest.mark.parametrize("built", [0, 1])
def test_a_killed_build_leaves_whole_articles_and_can_go_on(
    corpus: list[Path], tmp_path: Path, built: int
) -> None:
    """Killed at many points: before each file is opened, moved, linked or deleted, and between."""
    build(corpus, tmp_path / "new.kg")
    whole = dump(tmp_path / "new.kg")
    before, old = tmp_path / "before.kg", {path.stem for path in corpus[:built]}
    build(corpus[:1], before)
    if not built:
        kg.forget(before, ["a1"])
    dry = tmp_path / "dry.kg"
    shutil.copytree(before, dry)
    steps = int(run(dry, 0, corpus).stdout)
    assert steps > POINTS
    for step in sorted({1 + steps * point // POINTS for point in range(POINTS)}):
        target = tmp_path / f"{step}.kg"
        shutil.copytree(before, target)
        assert run(target, step, corpus).returncode == -signal.SIGKILL
        assert articles(target) in (old, {path.stem for path in corpus})
        assert dump(target) == (dump(before) if articles(target) == old else whole)
        assert build(corpus, target).articles == len(corpus)
        assert dump(target) == whole
        assert len(list(target.glob("store-*"))) == 1


@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL")
def test_a_first_build_that_is_killed_can_go_on(corpus: list[Path], tmp_path: Path) -> None:
    build(corpus, tmp_path / "new.kg")
    steps = int(run(tmp_path / "dry.kg", 0, corpus).stdout)
    for step in sorted({1 + steps * point // POINTS for point in range(POINTS)}):
        target = tmp_path / f"{step}.kg"
        assert run(target, step, corpus).returncode == -signal.SIGKILL
        assert build(corpus, target).articles == len(corpus)
        assert dump(target) == dump(tmp_path / "new.kg")
