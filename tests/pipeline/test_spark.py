"""Spark gives the same graph as one machine, quad for quad, also when it loses an executor."""

import csv
import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import unicodedata
from pathlib import Path

import pytest

import kg
from kg.graph import Store
from kg.read import articles
from tests.cli.running import kg as command
from tests.pipeline.made import dump
from tests.read.made import lines
from tests.resolve.test_texts import FIRST

parquet = pytest.importorskip("pyarrow.parquet", reason="pyarrow is missing")
pytest.importorskip("pyspark", reason="PySpark is missing: pip install 'kg[spark]'")
pytestmark = [
    pytest.mark.skipif(shutil.which("java") is None, reason="Java is missing"),
    pytest.mark.skipif(sys.platform != "linux", reason="processes are told by /proc"),
]

ROOT = Path(__file__).resolve().parents[2]
FORMS = ("NFC", "NFD")
# Other signs of a line's end stand in it, which neither JSON Lines nor N-Quads ends lines with.
ODD = "Đồng chí Lê\u00a0Ba, Bí thư\u2028Huyện ủy Văn Lâm,\x85tỉnh Hưng Yên\x0bdự họp "


@pytest.fixture(scope="module")
def table(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example articles, copies, some of one name, one text in two papers, and bad rows."""
    rows = [
        {"id": one.id, "title": one.title, "date": one.published, "text": one.text}
        for one in articles([ROOT / "examples" / "articles"])
    ]
    rows += [rows[0], rows[1] | {"text": f"{rows[1]['text']}\n\nTheo Báo Mới"}]
    papers = [("agency", "2021-04-04", FIRST), ("paper", "2021-04-05", FIRST[:400])]
    rows += [{"id": name, "date": day, "text": text} for name, day, text in papers]
    rows += [{"id": unicodedata.normalize(form, "tỉnh"), "text": ODD + form} for form in FORMS]
    path = tmp_path_factory.mktemp("spark") / "news.jsonl"
    path.write_text(lines(*rows) + '{"id": \n' + lines({"id": "none", "text": " "}))
    return path


@pytest.fixture(scope="module")
def local(table: Path) -> Path:
    """The graph that one machine makes of them."""
    target = table.with_name("local.kg")
    report = kg.build([table], target)
    assert (report.articles, len(report.skipped)) == (32, 2)
    return target


def spark(path: Path, output: Path, master: str, **environment: str) -> subprocess.Popen[str]:
    """A build on Spark, begun."""
    arguments = ["build", str(path), "--engine", "spark", "--master", master, "-o", str(output)]
    return subprocess.Popen(
        [sys.executable, "-m", "kg", *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        cwd=ROOT,
        env=os.environ | {"SPARK_LOCAL_IP": "127.0.0.1", "PYTHONPATH": str(ROOT)} | environment,
    )


def quads(output: Path) -> bytes:
    """What Spark wrote, its parts in their order."""
    return b"".join(path.read_bytes() for path in sorted((output / "quads").glob("part-*")))


def test_the_same_graph_quad_for_quad(table: Path, local: Path, tmp_path: Path) -> None:
    process = spark(table, tmp_path / "out", "local[2]")
    out, err = process.communicate(timeout=300)
    assert process.returncode == 3, err
    assert f"{tmp_path}/out: 32 articles" in out
    assert "kg: left out 2; " in err
    assert quads(tmp_path / "out") == dump(local)
    bad = [path.read_text() for path in (tmp_path / "out" / "left-out").glob("part-*.json")]
    reasons = [json.loads(line)["reason"] for line in "".join(bad).splitlines()]
    assert [reason[:10] for reason in reasons] == ["is no JSON", "has no tex"]

    facts = parquet.read_table(tmp_path / "out" / "facts").to_pylist()
    command("export", local, "-f", "csv", "-o", tmp_path / "facts.csv")
    with (tmp_path / "facts.csv").open(encoding="utf-8", newline="") as file:
        told = list(csv.DictReader(file))
    assert [{k: v or "" for k, v in fact.items()} for fact in facts] == told

    assert command("load", tmp_path / "out" / "quads", "-o", tmp_path / "x.kg").code == 0
    assert dump(tmp_path / "x.kg") == dump(local)
    question = "SELECT ?n { ?p a foaf:Person ; foaf:name ?n } ORDER BY ?n"
    answers = [command("query", graph, question).out for graph in (local, tmp_path / "x.kg")]
    assert answers[0] == answers[1]


def executors(port: int) -> list[int]:
    """The processes that work for the driver at a port."""
    found = []
    for path in Path("/proc").glob("[0-9]*/cmdline"):
        try:
            told = path.read_bytes()
        except OSError:
            continue
        if b"CoarseGrainedExecutorBackend" in told and f"127.0.0.1:{port}".encode() in told:
            found.append(int(path.parent.name))
    return found


def awaited(process: subprocess.Popen[str], port: int, known: set[int]) -> set[int]:
    """The executors that are there besides those that are known, as soon as there is one."""
    end = time.monotonic() + 120
    while process.poll() is None and time.monotonic() < end:
        if fresh := set(executors(port)) - known:
            return fresh
        time.sleep(0.1)
    return set()


def test_an_executor_that_is_killed_changes_nothing(
    table: Path, local: Path, tmp_path: Path
) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    settings = f"--conf spark.driver.port={port} --conf spark.driver.host=127.0.0.1 pyspark-shell"
    output = tmp_path / "out"
    process = spark(table, output, "local-cluster[2,1,1024]", PYSPARK_SUBMIT_ARGS=settings)
    first = awaited(process, port, set())
    time.sleep(4)  # so that it has begun to work
    both = first | set(executors(port))
    os.kill(min(first), signal.SIGKILL)
    assert awaited(process, port, both), "another takes its place"
    _, err = process.communicate(timeout=300)
    assert process.returncode == 3, err
    assert quads(output) == dump(local)


def test_what_spark_cannot_do_is_said(tmp_path: Path) -> None:
    for arguments, why in (
        (["a.txt"], "Spark reads Parquet or JSON Lines, one of them"),
        (["a.jsonl", "b.parquet"], "one of them"),
        (["a.jsonl", "--prune"], "--engine spark knows none of --prune"),
    ):
        done = command("build", *arguments, "--engine", "spark", "-o", tmp_path / "out")
        assert (done.code, why in done.err) == (2, True)
    assert command("build", "a.jsonl", "--engine", "flink").code == 2


def test_a_loaded_graph_is_not_built_on(local: Path, tmp_path: Path) -> None:
    (tmp_path / "x.nq").write_bytes(dump(local))
    assert command("load", tmp_path / "x.nq", "-o", tmp_path / "x.kg").code == 0
    assert dump(tmp_path / "x.kg") == dump(local)
    for arguments in (
        ("build", ROOT / "examples" / "articles", "-o", tmp_path / "x.kg"),
        ("forget", tmp_path / "x.kg", "agency"),
        ("merge", tmp_path / "x.kg", "-o", tmp_path / "y.kg"),
        ("show", tmp_path / "x.kg", "le thu", "--files"),
    ):
        done = command(*arguments)
        assert (done.code, "was loaded from quads" in done.err) == (1, True), arguments
    assert Store.open(tmp_path / "x.kg").manifest.loaded
    for name, content, why in (
        ("bad.nq", b"<a> <b> .\n", "is no N-Quads"),
        ("none.nq", b"<http://a> <http://b> <http://c> <http://d> .\n", "no graph of kg"),
    ):
        (tmp_path / name).write_bytes(content)
        done = command("load", tmp_path / name, "-o", tmp_path / "z.kg")
        assert (done.code, why in done.err) == (1, True)
        assert not list(tmp_path.glob("z.kg*"))
