"""A real server in a process of its own, over a small graph, for tests that speak HTTP to it."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx
import pytest

from kg.graph import Store
from kg.model import Reading
from kg.pipeline import build, work
from tests.graph.readings import full, post
from tests.pipeline.made import put, stand_in

_SERVE = """
import json, sys
from kg.serve import Limits, serve
limits = Limits(**json.loads(sys.argv[2]))
serve(sys.argv[1], port=0, limits=limits, ready=lambda address: print(address, flush=True))
"""


@dataclass(frozen=True)
class Server:
    """A running server: its address, its process and its graph."""

    url: str
    process: "subprocess.Popen[str]"
    graph: Path | str

    def client(self, address: str = "127.0.0.1", timeout: float = 20.0) -> httpx.Client:
        """A client of an address of this computer's own, all of 127.0.0.0/8."""
        transport = httpx.HTTPTransport(local_address=address)
        return httpx.Client(base_url=self.url, transport=transport, timeout=timeout)

    def article(self, name: str) -> str:
        """The IRI of an article, which names its graph."""
        with Store.open(self.graph) as store:
            return store.article(name).value


@contextmanager
def running(graph: Path | str, **limits: float) -> Iterator[Server]:
    """Run the server over a graph on a free port until the end of the block."""
    process = subprocess.Popen(
        [sys.executable, "-c", _SERVE, str(graph), json.dumps(limits)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert process.stdout
    assert process.stderr
    try:
        url = process.stdout.readline().strip()
        if not url:
            raise AssertionError(f"The server did not start: {process.stderr.read()}")
        with httpx.Client() as client:
            client.get(f"{url}/health", timeout=20)  # it answers once its workers are there
        yield Server(url, process, graph)
    finally:
        process.terminate()
        try:
            process.communicate(timeout=5)
        except subprocess.TimeoutExpired:
            process.kill()
            process.communicate()


def small_graph(folder: Path, *more: Reading) -> Path:
    """Build a graph of three made-up articles, and of more."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(work, "read_document", stand_in)
        patch.setattr("kg.pipeline.publish.ontology", list)
        articles = put(
            folder / "in",
            full("a1"),
            post("a2", "Lê An", "Bí thư", "Huyện ủy Văn Lâm", "2022-01-01"),
            post("a3", "Nguyễn Văn Hùng", "Phó Bí thư", "Tỉnh ủy Hưng Yên"),
            *more,
        )
        build(articles, folder / "small.kg")
    return folder / "small.kg"


@pytest.fixture(scope="session")
def graph_to_serve(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small graph on disk, not to be changed."""
    return small_graph(tmp_path_factory.mktemp("served"))


@pytest.fixture(scope="module")
def server(graph_to_serve: Path) -> Iterator[Server]:
    """A server with short limits, one for the tests of a file."""
    with running(graph_to_serve, seconds=2.0, megabytes=256, rows=1000) as found:
        yield found


def children(pid: int) -> list[int]:
    """The processes that a process has started, and those that these have."""
    found = []
    for status in Path("/proc").glob("[0-9]*/stat"):
        try:
            parent = int(status.read_text().rpartition(")")[2].split()[1])
        except OSError:
            continue
        if parent == pid:
            child = int(status.parent.name)
            found += [child, *children(child)]
    return found


def is_alive(pid: int) -> bool:
    """Whether a process runs; a zombie does not."""
    try:
        os.kill(pid, 0)
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False
