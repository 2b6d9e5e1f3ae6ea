"""How long asking takes: stored questions, pages and SPARQL, in Python and by HTTP, beside peers.

    python benchmarks/asking.py --graph news.kg [--seconds 60] [--clients 50] [--json FILE]

The graph should have 200,000 quads or more. Times are of the clock, medians after one run that is
not counted; "engine" is pyoxigraph alone with the very queries that a question asks.
"""

import argparse
import random
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from typing import Any

import httpx
from load import load
from peers import peers
from report import save, show

from kg.graph import Store
from kg.query.names import KINDS, solutions
from kg.query.questions import ask, questions
from kg.query.shorten import shorten

TIMES = 5
PAGES = 200
Given = dict[str, dict[str, str]]


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure, print, and write JSON where it is asked for."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--graph", type=Path, required=True, help="a graph made by kg build")
    parser.add_argument("--seconds", type=float, default=60, help="how long the load lasts")
    parser.add_argument("--clients", type=int, default=50, help="how many ask at a time")
    parser.add_argument("--without-peers", action="store_true", help="leave rdflib out")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures as JSON")
    options = parser.parse_args(arguments)
    with Store.open(options.graph) as store, served(options.graph) as address:
        given = chosen(store)
        figures = {
            "quads": len(store),
            "questions": asked(store, given, address),
            "pages": pages(store, address),
            "processes": processes(options.graph, given),
        }
        if not options.without_peers:
            figures["peers"] = peers(store, address)
        figures["load"] = load(address, mixture(store, given), options.clients, options.seconds)
    save(options.json, figures)


@contextmanager
def served(graph: Path) -> Iterator[str]:
    """The address of a server of a graph."""
    command = [sys.executable, "-m", "kg", "serve", str(graph), "--port", "0"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as server:
        assert server.stderr
        yield server.stderr.readline().split()[4].rstrip("/")
        server.terminate()


def timed(job: Callable[[], Any], times: int = TIMES) -> float:
    """The median of several runs in milliseconds, after one that is not counted."""
    job()
    taken = []
    for _ in range(times):
        start = time.perf_counter()
        job()
        taken.append((time.perf_counter() - start) * 1000)
    return median(taken)


def chosen(store: Store) -> Given:
    """For each question, what it is asked about: the things with most facts of their kind."""
    most = {
        "person": _most(store, "?fact org:member ?thing"),
        "body": _most(store, "?fact org:organization ?thing"),
        "post": _most(store, "?fact vnkg:post ?thing"),
        "directive": _most(store, "?fact rdf:object ?thing"),
        "fact": _most(store, "?thing vnkg:evidence ?fact . ?thing a org:Membership"),
        "day": "2023-07-31",
    }
    other = _most(store, "?fact vnkg:participant ?thing")
    given = {}
    for question in questions():
        needed = [parameter for parameter in question.parameters if parameter.needed]
        given[question.name] = {parameter.name: most[parameter.type] for parameter in needed}
    given["holders"]["on"] = most["day"]
    given["connection"]["other"] = other
    given["chain"]["directive"] = _most(
        store, "?fact rdf:predicate vnkg:implements ; rdf:subject ?thing"
    )
    return given


def _most(store: Store, pattern: str) -> str:
    query = (
        f"SELECT ?thing {{ {pattern} }} GROUP BY ?thing ORDER BY DESC(COUNT(?fact)) ?thing LIMIT 1"
    )
    return shorten(next(solutions(store, query))["thing"].value, store.prefixes)


def asked(store: Store, given: Given, address: str) -> dict[str, Any]:
    """Each stored question in Python, its queries in the engine alone, and by HTTP."""
    figures, rows = {}, []
    with httpx.Client(base_url=address, timeout=60) as client:
        for name, values in given.items():
            queries = recorded(store, name, values)
            ours = timed(lambda name=name, values=values: ask(store, name, values))
            engine = timed(lambda queries=queries: [_read(store, query) for query in queries])
            url = f"/ask/{name}.json"
            answer = client.get(url, params=values)
            http = timed(lambda url=url, values=values: client.get(url, params=values))
            figures[name] = {
                "ask": ours,
                "engine": engine,
                "http": http,
                "bytes": len(answer.content),
            }
            rows.append(
                (name, f"{engine:.1f}", f"{ours:.1f}", f"{ours / engine:.2f}", f"{http - ours:.1f}",
                 f"{len(answer.content):,}", answer.status_code)
            )  # fmt: skip
        bare = timed(lambda: client.get("/sparql", params={"query": "ASK {}"}), 50)
    head = ("question", "engine ms", "ask ms", "ratio", "HTTP adds ms", "bytes", "status")
    show("stored questions", head, rows)
    show("the least a request takes", ("request", "ms"), [("ASK {} at /sparql", f"{bare:.1f}")])
    return {"each": figures, "ask": bare}


def recorded(store: Store, name: str, values: dict[str, str]) -> list[str]:
    """The queries that a question asks."""
    queries: list[str] = []
    run = store.query

    def recording(sparql: str, *rest: Any) -> Any:
        queries.append(sparql)
        return run(sparql, *rest)

    store.query = recording  # type: ignore[method-assign]
    try:
        ask(store, name, values)
    finally:
        store.query = run  # type: ignore[method-assign]
    return queries


def _read(store: Store, sparql: str) -> list[Any]:
    answer = store.quads.query(sparql, prefixes=store.prefixes)
    return [tuple(row) for row in answer] if hasattr(answer, "variables") else [bool(answer)]


def drawn(store: Store, number: int) -> list[str]:
    """Paths of pages of people, bodies, posts and directives, by a fixed lot."""
    found = []
    for kind in ("person", "body", "post", "directive"):
        query = f"SELECT ?thing {{ ?thing a {KINDS[kind][1]} }} ORDER BY ?thing"
        paths = [
            f"/{row['thing'].value.removeprefix(store.base)}" for row in solutions(store, query)
        ]
        found += random.Random(1).sample(paths, min(len(paths), number // 4))
    return found


def pages(store: Store, address: str) -> dict[str, Any]:
    """How long pages of things take, and the same as Turtle."""
    figures, rows = {}, []
    with httpx.Client(base_url=address, timeout=60) as client:
        for suffix in (".html", ".ttl"):
            taken = []
            for path in drawn(store, PAGES):
                start = time.perf_counter()
                client.get(path + suffix).raise_for_status()
                taken.append((time.perf_counter() - start) * 1000)
            taken.sort()
            p95 = taken[int(len(taken) * 0.95)]
            figures[suffix] = {"median": median(taken), "p95": p95, "most": taken[-1]}
            rows.append((suffix, len(taken), *(f"{n:.0f}" for n in figures[suffix].values())))
    show("pages of things", ("as", "number", "median ms", "p95 ms", "most ms"), rows)
    return figures


def processes(graph: Path, given: Given) -> dict[str, float]:
    """How long whole processes take."""
    kg = shutil.which("kg", path=str(Path(sys.executable).parent)) or "kg"
    holders = [f"{name}={value}" for name, value in given["holders"].items()]
    people = "SELECT ?name { ?person a foaf:Person ; foaf:name ?name } LIMIT 5"
    commands = {
        "kg --help": [kg, "--help"],
        "kg query": [kg, "query", str(graph), people],
        "kg ask holders": [kg, "ask", str(graph), "holders", *holders],
    }
    figures = {
        name: timed(
            lambda command=command: subprocess.run(command, capture_output=True, check=True), 7
        )
        for name, command in commands.items()
    }
    show("whole processes", ("command", "ms"), [(n, f"{t:.0f}") for n, t in figures.items()])
    return figures


def mixture(store: Store, given: Given) -> list[str]:
    """The requests of the load: pages, questions, searches and SPARQL, by a fixed lot."""
    light = ("holders", "career", "chain", "met", "evidence", "seat")
    asks = [str(httpx.URL(f"/ask/{name}.json", params=given[name])) for name in light]
    searches = [f"/search?q={word}" for word in ("nguyen", "huyen+uy", "bi+thu", "nq-tw", "le+van")]
    people = "SELECT ?name { ?p a foaf:Person ; foaf:name ?name } LIMIT 50"
    posts = "SELECT ?l { ?m org:role vnkg:position-bi-thu ; rdfs:label ?l } ORDER BY ?l LIMIT 100"
    sparql = [
        str(httpx.URL("/sparql", params={"query": text})) for text in (people, posts, "ASK {}")
    ]
    return [*drawn(store, 40), *asks * 3, *searches, *sparql * 4]


if __name__ == "__main__":
    main()
