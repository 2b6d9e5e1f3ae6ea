"""Queries of the field, asked of the same quads by us, by rdflib, and by rdflib-endpoint."""

import multiprocessing
import socket
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from importlib.util import find_spec
from statistics import median
from typing import Any

import httpx
from report import show

from kg.graph import Store
from kg.query import query

PATIENCE = 60.0  # seconds that a peer has for one query
QUERIES = {
    "holders of a role": """SELECT ?name ?body {
        ?m a org:Membership ; org:member/foaf:name ?name ; org:organization/skos:prefLabel ?body ;
          vnkg:roleLabel "Bí thư" } ORDER BY ?name ?body LIMIT 100""",
    "bodies by people": """SELECT ?body (COUNT(DISTINCT ?p) AS ?n) {
        ?m org:organization ?body ; org:member ?p
        } GROUP BY ?body ORDER BY DESC(?n) ?body LIMIT 10""",
    "bodies below bodies": """SELECT (COUNT(*) AS ?n) { ?low org:subOrganizationOf+ ?high }""",
    "label contains": """SELECT ?x ?l { ?x a foaf:Person ; rdfs:label ?l
        FILTER CONTAINS(LCASE(?l), "nguyễn") } ORDER BY ?l ?x LIMIT 50""",
    "people in one body": """SELECT (COUNT(*) AS ?n) {
        ?a a org:Membership ; org:organization ?b ; org:member ?p .
        ?c a org:Membership ; org:organization ?b ; org:member ?q FILTER (STR(?p) < STR(?q)) }""",
}


def peers(store: Store, address: str) -> dict[str, Any]:
    """Milliseconds of each query by each; None where it took longer than the patience."""
    text = {name: _declared(store, sparql) for name, sparql in QUERIES.items()}
    with httpx.Client(base_url=address, timeout=PATIENCE) as client:
        figures: dict[str, dict[str, float | None]] = {
            "kg": {n: _timed(lambda q=q: query(store, q)) for n, q in text.items()},
            "kg serve": {
                n: _timed(lambda q=q: client.get("/sparql", params={"query": q}).raise_for_status())
                for n, q in text.items()
            },
        }
    figures["rdflib"] = _alone(_rdflib, str(store.path), text)
    if find_spec("rdflib_endpoint"):
        figures["rdflib-endpoint"] = _endpoint(str(store.path), text)
    names = list(figures)
    rows = [(n, *(_shown(figures[peer][n], figures["kg"][n]) for peer in names)) for n in text]
    show("beside peers: ms, and as many times as kg", ("query", *names), rows)
    return figures


def _declared(store: Store, sparql: str) -> str:
    return "".join(f"PREFIX {p}: <{i}>\n" for p, i in store.prefixes.items()) + sparql


def _timed(job: Callable[[], Any]) -> float:
    job()
    taken = []
    for _ in range(3):
        start = time.perf_counter()
        job()
        taken.append((time.perf_counter() - start) * 1000)
    return median(taken)


def _shown(taken: float | None, ours: float | None) -> str:
    if taken is None:
        return f"> {PATIENCE:g} s"
    return f"{taken:.1f} ({taken / (ours or 1):.1f})"


def _alone(work: Callable[..., None], path: str, text: dict[str, str]) -> dict[str, float | None]:
    """The figures of a process that is ended at the query for which its patience does not do."""
    figures: dict[str, float | None] = dict.fromkeys(text)
    ours, theirs = multiprocessing.Pipe()
    process = multiprocessing.get_context("spawn").Process(target=work, args=(theirs, path, text))
    process.start()
    theirs.close()
    with suppress(EOFError):
        if ours.poll(600) and ours.recv() == "loaded":
            while ours.poll(2 * PATIENCE):
                name, taken = ours.recv()
                figures[name] = taken
    process.kill()
    process.join()
    return figures


def _rdflib(pipe: Any, path: str, text: dict[str, str]) -> None:
    with Store.open(path) as store:
        dataset = store.rdflib()
    pipe.send("loaded")
    for name, sparql in text.items():
        start = time.perf_counter()
        list(dataset.query(sparql))
        pipe.send((name, (time.perf_counter() - start) * 1000))


def _endpoint(path: str, text: dict[str, str]) -> dict[str, float | None]:
    """rdflib-endpoint over an Oxigraph store of the same quads, as its documentation shows.

    A query that takes too long keeps all later ones waiting, so a new server is started for these.
    """
    figures: dict[str, float | None] = {}
    while len(figures) < len(text):
        left = {name: sparql for name, sparql in text.items() if name not in figures}
        with _started(path) as client:
            for name, sparql in left.items():
                figures[name] = _asked(client, sparql)
                if figures[name] is None:
                    break
    return figures


@contextmanager
def _started(path: str) -> Iterator[httpx.Client]:
    """A client of a server that has loaded the graph."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    process = multiprocessing.get_context("spawn").Process(target=_serve, args=(path, port))
    process.start()
    with httpx.Client(base_url=f"http://127.0.0.1:{port}", timeout=PATIENCE) as client:
        _wait_for(client)
        yield client
    process.kill()
    process.join()


def _asked(client: httpx.Client, sparql: str) -> float | None:
    start = time.perf_counter()
    accept = {"Accept": "application/sparql-results+json"}
    try:
        client.get("/", params={"query": sparql}, headers=accept).raise_for_status()
    except httpx.TimeoutException:
        return None
    return (time.perf_counter() - start) * 1000


def _wait_for(client: httpx.Client) -> None:
    for _ in range(300):
        with suppress(httpx.HTTPError):
            client.get("/", params={"query": "ASK {}"})
            return
        time.sleep(1)


def _serve(path: str, port: int) -> None:
    import uvicorn
    from oxrdflib import OxigraphStore
    from pyoxigraph import Store as Engine
    from rdflib import Dataset
    from rdflib_endpoint import SparqlEndpoint

    engine = Engine()
    with Store.open(path) as store:
        engine.bulk_extend(store)
    dataset = Dataset(store=OxigraphStore(store=engine), default_union=True)
    uvicorn.run(SparqlEndpoint(graph=dataset), port=port, log_level="critical")
