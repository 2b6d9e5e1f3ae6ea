"""Nobody keeps the server for himself: turns, leaving, slow clients, and how it ends."""

import signal
import socket
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, suppress
from pathlib import Path

import httpx
import pytest

from kg.pipeline import build
from kg.serve.patience import CONNECTIONS
from tests.graph.readings import post
from tests.pipeline.made import put
from tests.serve.running import Server, children, is_alive, running, small_graph

LONG = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
SHORT = "ASK { ?s ?p ?o }"


@pytest.fixture
def narrow(graph_to_serve: Path) -> Iterator[Server]:
    """A server of two workers, of which a client has one, and where one may wait."""
    limits = {"seconds": 30.0, "workers": 2, "waiting": 1, "patience": 0.3}
    with running(graph_to_serve, **limits) as server:
        yield server


def ask(server: Server, query: str, address: str, timeout: float = 20.0) -> httpx.Response:
    with server.client(address, timeout) as client:
        return client.get("/sparql", params={"query": query})


def leave(server: Server, address: str) -> None:
    """Ask what takes long, and do not wait for it."""
    with suppress(httpx.ReadTimeout):
        ask(server, LONG, address, timeout=0.3)


def test_who_comes_when_all_is_taken_is_told_to_come_again(narrow: Server) -> None:
    with ThreadPoolExecutor(2) as threads:
        busy = [threads.submit(ask, narrow, LONG, f"127.0.0.{n}", 1.5) for n in (2, 3)]
        time.sleep(0.3)
        start = time.monotonic()
        found = ask(narrow, SHORT, "127.0.0.4")
        assert 0.2 < time.monotonic() - start < 1
        assert found.status_code == 503
        assert int(found.headers["Retry-After"]) >= 1
        assert found.headers["Access-Control-Allow-Origin"] == "*"
        with narrow.client("127.0.0.4") as client:
            assert client.get("/health").status_code == 200  # which is of the other pool
        assert all(isinstance(done.exception(), httpx.ReadTimeout) for done in busy)


def test_one_client_has_half_of_the_workers(narrow: Server) -> None:
    with ThreadPoolExecutor(1) as threads:
        busy = threads.submit(leave_slowly, narrow)
        time.sleep(0.2)
        assert ask(narrow, SHORT, "127.0.0.2").status_code == 503
        assert ask(narrow, SHORT, "127.0.0.3").status_code == 200
        busy.result()


def leave_slowly(server: Server) -> None:
    with suppress(httpx.ReadTimeout):
        ask(server, LONG, "127.0.0.2", timeout=1.5)


def test_who_leaves_frees_his_place(narrow: Server) -> None:
    before = set(children(narrow.process.pid))
    for _ in range(3):
        leave(narrow, "127.0.0.2")
        assert ask(narrow, SHORT, "127.0.0.2").status_code == 200
    after = children(narrow.process.pid)
    assert len(after) == len(before)
    assert all(map(is_alive, after))


def test_who_leaves_the_queue_frees_that(narrow: Server) -> None:
    with ThreadPoolExecutor(1) as threads:
        busy = threads.submit(leave_slowly, narrow)
        time.sleep(0.2)
        with suppress(httpx.ReadTimeout):
            ask(narrow, SHORT, "127.0.0.2", timeout=0.05)
        time.sleep(0.1)
        assert ask(narrow, SHORT, "127.0.0.3").status_code == 200
        busy.result()


@pytest.mark.parametrize("signal_", [signal.SIGTERM, signal.SIGINT])
def test_the_server_ends_when_told_with_queries_running(
    narrow: Server, signal_: signal.Signals
) -> None:
    processes = children(narrow.process.pid)
    with ThreadPoolExecutor(1) as threads:
        running_ = threads.submit(ask, narrow, LONG, "127.0.0.2")
        time.sleep(0.3)
        start = time.monotonic()
        narrow.process.send_signal(signal_)
        _, errors = narrow.process.communicate(timeout=5)
        assert time.monotonic() - start < 1.5
        assert running_.result().status_code == 503
    assert not errors
    assert narrow.process.returncode == 0
    time.sleep(0.3)
    assert not any(map(is_alive, processes))


def test_workers_end_with_a_server_that_is_killed(narrow: Server) -> None:
    processes = children(narrow.process.pid)
    with ThreadPoolExecutor(1) as threads:
        running_ = threads.submit(ask, narrow, LONG, "127.0.0.2")
        time.sleep(0.3)
        narrow.process.kill()
        assert isinstance(running_.exception(), httpx.RemoteProtocolError)
    time.sleep(0.5)
    assert not any(map(is_alive, processes))


def slow(server: Server, address: str, start: bytes) -> socket.socket:
    """A connection that sends the start of a request and then nothing."""
    port = int(server.url.rpartition(":")[2])
    connection = socket.create_connection(("127.0.0.1", port), source_address=(address, 0))
    connection.sendall(start)
    return connection


def test_slow_clients_keep_nobody_waiting(narrow: Server) -> None:
    head = b"GET /health HTTP/1.1\r\nHost: x\r\nX-Slow: "
    body = (
        b"POST /sparql HTTP/1.1\r\nHost: x\r\nContent-Length: 99\r\n"
        b"Content-Type: application/sparql-query\r\n\r\nASK"
    )
    with ExitStack() as stack:
        for start in (head, body) * 25:
            stack.enter_context(slow(narrow, "127.0.0.2", start))
        time.sleep(0.2)
        for address in ("127.0.0.2", "127.0.0.3"):
            begin = time.monotonic()
            assert ask(narrow, SHORT, address).status_code == 200
            assert time.monotonic() - begin < 0.3


def test_one_address_has_not_all_connections(narrow: Server) -> None:
    with ExitStack() as stack:
        for _ in range(CONNECTIONS):
            stack.enter_context(slow(narrow, "127.0.0.2", b"GET /"))
        time.sleep(0.2)
        with pytest.raises(httpx.TransportError):
            ask(narrow, SHORT, "127.0.0.2")
        assert ask(narrow, SHORT, "127.0.0.3").status_code == 200
    time.sleep(0.2)
    assert ask(narrow, SHORT, "127.0.0.2").status_code == 200


def test_a_build_is_seen_without_starting_anew(
    tmp_path: Path,
    readings_are_files: None,  # noqa: ARG001 - a fixture
) -> None:
    graph = small_graph(tmp_path)
    names = "SELECT ?p { ?p foaf:name 'Trần Thị Bích Liễu' }"
    extra = post("a4", "Trần Thị Bích Liễu", "Chủ tịch", "Hội đồng nhân dân huyện Văn Lâm")
    with running(graph, workers=2) as server:
        with server.client() as client:
            old = client.get("/sparql", params={"query": SHORT}).json()
            count = len(_rows(client, "SELECT ?a { ?a a schema:NewsArticle }"))
            build(put(tmp_path / "more", extra), graph)
            for _ in range(4):
                assert len(_rows(client, "SELECT ?a { ?a a schema:NewsArticle }")) == count + 1
                assert _rows(client, names)
        assert old["boolean"]


def _rows(client: httpx.Client, query: str) -> list[object]:
    found: list[object] = client.get("/sparql", params={"query": query}).json()["results"][
        "bindings"
    ]
    return found


def test_queries_side_by_side_do_not_mix(server: Server) -> None:
    wrong = []

    def count(number: int) -> None:
        with server.client(f"127.0.0.{number}") as client:
            for at in range(20):
                value = number * 1000 + at
                found = client.get("/sparql", params={"query": f"SELECT ({value} AS ?x) {{}}"})
                if found.status_code == 200:
                    told = found.json()["results"]["bindings"][0]["x"]["value"]
                    if told != str(value):
                        wrong.append((told, value))

    threads = [threading.Thread(target=count, args=(number,)) for number in range(2, 10)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not wrong
