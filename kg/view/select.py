"""Ask a graph the questions of `queries/`, the page's only way to its data."""

from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import Any, Protocol


class Graph(Protocol):
    """Whatever answers a SPARQL SELECT with pyoxigraph's solutions over the union of its graphs."""

    def query(self, query: str, /) -> Any:
        """Answer a query."""
        ...


Row = tuple[Any, ...]
"""The terms of one solution in the order of the SELECT; None where a variable is unbound."""


def rows(graph: Graph, question: str) -> Iterator[Row]:
    """Yield the solutions of `queries/{question}.rq`."""
    solutions = _ask(graph, _text(question))
    variables = solutions.variables
    for solution in solutions:
        yield tuple(solution[variable] for variable in variables)


def _ask(graph: Graph, sparql: str) -> Any:
    """Query a bare pyoxigraph store over the union of its graphs, anything else as it is."""
    from pyoxigraph import Store

    from kg.query import Graph as Opened

    if isinstance(graph, Opened):
        graph = graph.store
    if isinstance(graph, Store):
        return graph.query(sparql, use_default_graph_as_union=True)
    return graph.query(sparql)


@cache
def _text(question: str) -> str:
    """Read a question's SPARQL."""
    return (files("kg.view") / "queries" / f"{question}.rq").read_text(encoding="utf-8")
