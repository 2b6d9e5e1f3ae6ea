"""Graphs behind SPARQL endpoints answer as those on this disk do: our server, and Oxigraph's."""

import shutil
import socket
import subprocess
import sysconfig
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import httpx
import pytest
from pyoxigraph import DefaultGraph, NamedNode

import kg
from kg.errors import KgError, QueryError, StoreError
from kg.graph import Store
from kg.graph.endpoint import Endpoint
from kg.query.questions import Question, ask, questions
from tests.cli.running import kg as command
from tests.serve.running import running

ROOT = Path(__file__).resolve().parents[2]
OXIGRAPH = shutil.which("oxigraph", path=sysconfig.get_path("scripts"))
# What the examples tell of, by the kinds of parameters.
GIVEN = {
    "person": "Huỳnh Công Nghĩa",
    "position": "Bí thư Huyện ủy Đô Lương",
    "body": "Huyện ủy Càng Long",
    "directive": "28-NQ/TW",
    "article": "ban-to-chuc-thanh-uy-can-tho-huong-dan",
}


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The graph of the examples."""
    target = tmp_path_factory.mktemp("endpoint") / "x.kg"
    kg.build([ROOT / "examples" / "articles"], target)
    return target


@contextmanager
def oxigraph(place: Path) -> Iterator[str]:
    """Oxigraph's own server over a store; the address of its endpoint."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{free.getsockname()[1]}"
    arguments = ["serve-read-only", "--location", place, "--bind", address]
    process = subprocess.Popen([OXIGRAPH or "", *arguments], stderr=subprocess.DEVNULL)
    try:
        for _ in range(100):
            try:
                httpx.get(f"http://{address}/", timeout=1)
                break
            except httpx.HTTPError:
                time.sleep(0.1)
        yield f"http://{address}/query"
    finally:
        process.terminate()
        process.wait()


@pytest.fixture(scope="module", params=["kg serve", "oxigraph"])
def endpoint(graph: Path, request: pytest.FixtureRequest) -> Iterator[str]:
    """An endpoint that holds the graph."""
    if request.param == "kg serve":
        with running(graph) as server:
            yield f"{server.url}/sparql"
        return
    if OXIGRAPH is None:
        pytest.skip("Oxigraph's server is missing: pip install oxigraph")
    place = graph.with_name("oxigraph")
    for form in ("nq", "ttl"):
        file = graph.with_name(f"x.{form}")
        command("export", graph, "-o", file)
        arguments = [OXIGRAPH, "load", "--location", place, "--file", file]
        subprocess.run(arguments, check=True, stderr=subprocess.DEVNULL)
    with oxigraph(place) as address:
        yield address


def answered(store: Store, question: Question) -> object:
    """The answer to a stored question about what the examples tell of, or why there is none."""
    given = {
        p.name: p.choices[0] if p.choices else GIVEN.get(p.type, "2023-07-31")
        for p in question.parameters
        if p.needed
    }
    try:
        return list(ask(store, question.name, given).texts())
    except KgError as error:
        return str(error).replace(str(store.path), "")


def test_every_stored_question_has_the_same_answer(graph: Path, endpoint: str) -> None:
    with Store.open(graph) as local:
        remote = Endpoint.open(endpoint)
        differing = [q.name for q in questions() if answered(local, q) != answered(remote, q)]
        told = [q.name for q in questions() if isinstance(answered(local, q), list)]
    assert differing == []
    assert len(told) > len(questions()) / 2


def test_the_page_is_the_same(graph: Path, endpoint: str, tmp_path: Path) -> None:
    for arguments in ((), ("--focus", "huyen uy cang long", "--hops", 1)):
        command("view", graph, *arguments, "-o", tmp_path / "local.html")
        done = command("view", "--endpoint", endpoint, *arguments, "-o", tmp_path / "remote.html")
        assert done.code == 0, done.err
        assert (tmp_path / "local.html").read_bytes() == (tmp_path / "remote.html").read_bytes()


@pytest.mark.parametrize(
    "arguments",
    [
        ("query", "SELECT ?n { ?p a foaf:Person ; foaf:name ?n } ORDER BY ?n"),
        ("query", "CONSTRUCT { ?p foaf:name ?n } WHERE { ?p foaf:name ?n }", "-f", "nq"),
        ("query", "ASK { GRAPH ?g { ?p a vnkg:Directive } }"),
        ("ask", "career", "person=huynh cong nghia"),
        ("ask", "career", "--person", "huynh cong nghia", "-f", "json"),
        ("show", "28-NQ/TW"),
        ("show", "huyen uy cang long"),
    ],
    ids=range(7),
)
def test_commands_answer_the_same(graph: Path, endpoint: str, arguments: tuple[str, ...]) -> None:
    name, *rest = arguments
    local, remote = command(name, graph, *rest), command(name, "--endpoint", endpoint, *rest)
    assert (local.code, local.err) == (0, "")
    assert sorted(remote.out.splitlines()) == sorted(local.out.splitlines())


def test_patterns_are_looked_up(graph: Path, endpoint: str) -> None:
    with Store.open(graph) as local:
        remote = Endpoint.open(endpoint)
        article = local.article("ban-to-chuc-thanh-uy-can-tho-huong-dan")
        assert remote.base == local.base
        assert (remote.has_graph(article.value), remote.has_graph("x:y")) == (True, False)
        for place in (DefaultGraph(), article):
            found = [
                {str(q) for q in store.quads.quads_for_pattern(article, None, None, place)}
                for store in (local, remote)
            ]
            assert found[0] == found[1] != set()
        kind = NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
        assert {q.graph_name for q in remote.quads.quads_for_pattern(article, kind, None)} >= {
            article
        }


def test_pages_are_served_in_front_of_an_endpoint(graph: Path, endpoint: str) -> None:
    with running(endpoint) as front, running(graph) as plain:
        for path in ("/", "/ask/career?person=huynh+cong+nghia", "/view?focus=huyen+uy+cang+long"):
            pages = [httpx.get(server.url + path, timeout=20) for server in (front, plain)]
            assert [page.status_code for page in pages] == [200, 200]
        query = {"query": "SELECT (COUNT(?p) AS ?n) { ?p a foaf:Person }"}
        told = [httpx.get(f"{s.url}/sparql", params=query).json() for s in (front, plain)]
        assert told[0]["results"] == told[1]["results"]
        call = {"query": "ASK { SERVICE <http://a> { } }"}
        refused = httpx.post(f"{front.url}/sparql", data=call)
        assert refused.status_code == 403


def test_updates_and_other_servers_are_not_asked_for(endpoint: str) -> None:
    for query in (
        "INSERT DATA { <a:a> <a:b> <a:c> }",
        "ASK { SERVICE <http://a.b/> { ?s ?p ?o } }",
    ):
        done = command("query", "--endpoint", endpoint, query)
        assert done.code == 1
    done = command("query", "--endpoint", endpoint, "SELECT ?x { ?x ?y }")
    assert (done.code, "The query" in done.err or "syntax" in done.err.lower()) == (1, True)


@contextmanager
def answering(reply: Callable[[BaseHTTPRequestHandler], None]) -> Iterator[str]:
    """A server that answers every query in its own way."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            self.rfile.read(int(self.headers["Content-Length"]))
            reply(self)

        def log_message(self, *_: object) -> None:
            """Tell nobody."""

    with HTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.05,))
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}/x"
        server.shutdown()
        thread.join()


def saying(code: int, kind: str, body: bytes, length: int | None = None) -> Callable[..., None]:
    def reply(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(code)
        handler.send_header("Content-Type", kind)
        handler.send_header("Content-Length", str(len(body) if length is None else length))
        handler.end_headers()
        handler.wfile.write(body)

    return reply


TABLE = "application/sparql-results+json"
EMPTY = b'{"head": {"vars": ["article"]}, "results": {"bindings": []}}'


@pytest.mark.parametrize(
    ("reply", "kind", "why"),
    [
        (saying(200, "text/html", b"<p>"), StoreError, "is no SPARQL endpoint: it"),
        (saying(200, TABLE, b'{"head": '), StoreError, "gave an answer that is cut, or none"),
        (saying(200, TABLE, EMPTY, 999), StoreError, "cannot be asked"),
        (saying(200, TABLE, EMPTY), StoreError, "holds no graph of kg"),
        (saying(401, "text/plain", b"no"), StoreError, "lets nobody in so (401)"),
        (saying(400, "text/plain", b"line 1"), QueryError, "The query cannot be run: line 1"),
        (saying(500, "text/plain", b"oh\n"), StoreError, "answers 500: oh"),
    ],
    ids=range(7),
)  # fmt: skip
def test_what_is_wrong_with_a_server_is_said(
    reply: Callable[..., None], kind: type[KgError], why: str
) -> None:
    with answering(reply) as address, pytest.raises(kind) as error:
        Endpoint.open(address.replace("http://", "http://me:secret@"))
    assert why in str(error.value)
    assert "secret" not in str(error.value)


def test_no_server_is_said() -> None:
    for address, why in (
        ("http://127.0.0.1:9/x", "http://127.0.0.1:9/x cannot be asked: "),
        ("http://", "is no address of an endpoint"),
        ("http://a:b:c/", "is no address of an endpoint"),
    ):
        done = command("ask", "--endpoint", address, "career", "person=x")
        assert (done.code, why in done.err) == (1, True)
    assert command("view", "--endpoint", "http://a.b/", "x.kg").code == 2
    assert command("query").code == 2
