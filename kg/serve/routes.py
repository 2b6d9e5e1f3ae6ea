"""Which address is answered by what, and in which of two pools of workers."""

from typing import NamedTuple

from kg.graph.namespaces import NODES
from kg.serve.asked import asked, every
from kg.serve.description import void
from kg.serve.editor import editor
from kg.serve.entity import entity
from kg.serve.exchange import Handler
from kg.serve.health import health
from kg.serve.home import home, search
from kg.serve.openapi import openapi
from kg.serve.sparql import sparql
from kg.serve.view import view


class Route(NamedTuple):
    """A path, its methods (GET includes HEAD), what answers it, and in which pool."""

    path: str
    methods: tuple[str, ...]
    handler: Handler
    pool: str


# What strangers write, or what takes seconds, runs in the pool "open", all else in "own": so a
# flood of the one never keeps the other waiting; "watch" is for who looks whether all is well. A
# pool stands so far behind the server (nice), and has so many workers (0: as the limits say).
POOLS = {"open": (10, 0), "own": (5, 0), "watch": (0, 1)}
ROUTES: tuple[Route, ...] = (
    Route("/", ("GET",), home, "own"),
    Route("/search", ("GET",), search, "own"),
    Route("/search.json", ("GET",), search, "own"),
    Route("/ask", ("GET",), every, "own"),
    Route("/ask.json", ("GET",), every, "own"),
    Route("/ask/{question}", ("GET",), asked, "own"),
    Route("/view", ("GET",), view, "open"),
    Route("/editor", ("GET",), editor, "own"),
    Route("/sparql", ("GET", "POST"), sparql, "open"),
    Route("/openapi.json", ("GET",), openapi, "own"),
    Route("/void", ("GET",), void, "own"),
    Route("/.well-known/void", ("GET",), void, "own"),
    Route("/health", ("GET",), health, "watch"),
    *(Route(f"/{kind}/{{name:path}}", ("GET",), entity, "own") for kind in NODES),
)
