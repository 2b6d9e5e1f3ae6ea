"""What strangers may try: nothing outside is touched, and others are answered meanwhile."""

import http.server
import statistics
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

import httpx
import pytest

from kg.graph import Store
from kg.serve import Limits
from kg.serve.exchange import Reply, Request, sentence
from kg.serve.seat import Job, Seat, is_guarded
from tests.serve.attacks import COSTLY, HARMLESS, READS
from tests.serve.running import Server, children, is_alive, running

SECRET = "<urn:secret> <urn:secret> <urn:secret> .\n"
WORKERS = 4
DIRECT = {"Content-Type": "application/sparql-query"}


class Bait(NamedTuple):
    """What must not be touched: a server that counts its visits, and a file."""

    address: str
    visits: list[str]
    file: Path


@pytest.fixture(scope="module")
def bait(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Bait]:
    visits: list[str] = []

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            visits.append(self.path)
            self.send_response(200)
            self.send_header("Content-Type", "application/n-triples")
            self.end_headers()
            self.wfile.write(SECRET.encode())

        do_POST = do_GET  # noqa: N815 - the library names it

        def log_message(self, *_: object) -> None:
            pass

    file = tmp_path_factory.mktemp("bait") / "secret.nt"
    file.write_text(SECRET)
    bait = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=bait.serve_forever, daemon=True)
    thread.start()
    yield Bait(f"http://127.0.0.1:{bait.server_port}/secret.nt", visits, file)
    bait.shutdown()
    bait.server_close()
    thread.join()


@pytest.fixture(scope="module")
def target(graph_to_serve: Path) -> Iterator[Server]:
    limits = {"seconds": 1.0, "megabytes": 128, "rows": 1000, "workers": WORKERS}
    with running(graph_to_serve, **limits) as server:
        yield server


@pytest.fixture(scope="module")
def guarded(graph_to_serve: Path) -> None:
    if not is_guarded(graph_to_serve, Limits()):
        pytest.skip("this system has no seccomp filters")


@pytest.mark.parametrize("name", READS)
@pytest.mark.parametrize("parameter", ["query", "update"])
def test_nothing_is_read_elsewhere_or_changed(
    target: Server, bait: Bait, name: str, parameter: str
) -> None:
    text = READS[name].format(file=bait.file.as_uri(), http=bait.address)
    with target.client() as client:
        found = client.post("/sparql", data={parameter: text})
        left = client.get("/sparql", params={"query": "SELECT * { <urn:s> ?p ?o }"}).json()
    assert found.status_code in (400, 403)
    assert "secret>" not in found.text.replace(bait.address, "")
    assert not bait.visits
    assert not left["results"]["bindings"]


@pytest.mark.parametrize("parameter", ["default-graph-uri", "named-graph-uri"])
def test_no_graph_is_fetched(target: Server, bait: Bait, parameter: str) -> None:
    query = "SELECT * { ?s ?p ?o }"
    with target.client() as client:
        for iri in (bait.file.as_uri(), bait.address, str(bait.file)):
            found = client.get("/sparql", params={"query": query, parameter: iri})
            assert found.status_code == 403
    assert not bait.visits


@pytest.mark.parametrize("name", COSTLY)
def test_what_costs_too_much_is_ended_cleanly(target: Server, name: str) -> None:
    start = time.monotonic()
    with target.client() as client:
        found = client.post("/sparql", content=COSTLY[name], headers=DIRECT)
    assert time.monotonic() - start < 4
    refused = (400, 413, 504, 507)
    assert found.status_code in ((*refused, 200) if name in HARMLESS else refused), found.text
    if found.status_code != 200:
        assert found.headers["Content-Type"].startswith("text/plain")
        assert 10 < len(found.text) < 100_000
        assert str(target.graph) not in found.text


def test_others_are_answered_meanwhile(target: Server) -> None:
    queries = [COSTLY[name] for name in COSTLY if name.startswith("a ")]
    end = threading.Event()

    def attack(number: int) -> None:
        with target.client() as client:
            while not end.is_set():
                client.post("/sparql", content=queries[number % len(queries)], headers=DIRECT)
                number += 1

    def median(path: str, **parameters: str) -> float:
        times = []
        with target.client("127.0.0.2") as client:
            for _ in range(40):
                start = time.monotonic()
                assert client.get(path, params=parameters).status_code == 200
                times.append(time.monotonic() - start)
        return statistics.median(times)

    with ThreadPoolExecutor(6) as threads:
        attacks = [threads.submit(attack, number) for number in range(6)]
        try:
            time.sleep(0.3)
            page = median("/health")
            query = median("/sparql", query="SELECT ?n { ?p foaf:name ?n } LIMIT 3")
        finally:
            end.set()
        for done in attacks:
            done.result()
    assert page < 0.2
    assert query < 0.2


def test_long_things_are_refused_early(target: Server) -> None:
    with target.client() as client:
        assert client.get("/sparql", params={"query": "#" * 20_000}).status_code == 414
        form = {"Content-Type": "application/x-www-form-urlencoded"}
        for length in (200_000, 10_000_000):
            with suppress(httpx.NetworkError):  # it hangs up on who goes on sending
                body = b"query=" + b"#" * length
                assert client.post("/sparql", content=body, headers=form).status_code == 413
        with suppress(httpx.NetworkError):  # of a length that is not told
            endless = (b"#" * 10_000 for _ in range(1000))
            assert client.post("/sparql", content=endless, headers=form).status_code == 413
        assert client.get("/health").status_code == 200


@pytest.mark.parametrize(
    ("path", "headers", "status"),
    [
        ("/sparql?query=ASK%00%7B%7D", {}, 400),
        ("/sparql?query=ASK%20%7B%7D", {"Accept": ",;q=;;q=x," * 900}, 406),
        ("/sparql?query=ASK%20%7B%7D", {"Accept": "*/*;q=nan"}, 200),
        ("/sparql?query=ASK%20%7B%7D", {"Accept-Language": "\x7f"}, 200),
        ("/void", {"Host": "evil.example/><script>"}, 400),
        ("/void", {"Host": ""}, 400),
        ("/void", {"X-Forwarded-For": "127.0.0.9", "X-Forwarded-Host": "evil.example"}, 200),
        ("/..%2f..%2fetc/passwd", {}, 404),
        ("/sparql/", {}, 404),
        ("/" + "a" * 9000, {}, 404),
    ],
)
def test_odd_requests_get_plain_answers(
    target: Server, path: str, headers: dict[str, str], status: int
) -> None:
    with target.client() as client:
        found = client.get(path, headers=headers)
    assert found.status_code == status
    assert "evil" not in found.text
    assert found.headers["X-Content-Type-Options"] == "nosniff"


@pytest.mark.usefixtures("guarded")
def test_the_network_is_shut_below_the_engine(target: Server, bait: Bait) -> None:
    """What would get past the reader of queries meets a process without a network."""
    seat = Seat(target.graph, Limits(), 0)
    assert seat.start()
    try:
        reply = seat.run(Job(_ask_unread, Request("/", body=bait.address.encode())))
    finally:
        seat.end()
    assert reply.body.startswith(b"stopped"), reply
    assert not bait.visits


def _ask_unread(store: Store, request: Request) -> Reply:
    query = f"SELECT * {{ SERVICE <{request.body.decode()}> {{ ?s ?p ?o }} }}"
    try:
        return sentence(200, str(list(store.query(query))))  # type: ignore[arg-type]
    except (OSError, RuntimeError) as error:
        return sentence(200, f"stopped: {error}")


def test_nothing_is_left_of_it(target: Server) -> None:
    time.sleep(0.5)
    processes = children(target.process.pid)
    assert all(is_alive(process) for process in processes), "there are zombies"
    assert len(processes) == 2 * WORKERS + 3  # two pools, one that watches, and Python's own two
    memory = Path(f"/proc/{target.process.pid}/statm").read_text().split()[1]
    assert int(memory) * 4096 < 200_000_000
    with target.client() as client:
        assert client.get("/health").text == "ok\n"
