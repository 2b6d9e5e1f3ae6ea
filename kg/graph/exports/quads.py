"""N-Quads and JSON-LD, which keep which article says what."""

from collections.abc import Iterator
from typing import IO

from pyoxigraph import Quad, RdfFormat, serialize

from kg.graph.exports.turtle import named_graphs
from kg.graph.store import Store


def write_nquads(store: Store, output: IO[bytes]) -> None:
    """Write all quads, sorted as lines."""
    store.dump(output)


def write_jsonld(store: Store, output: IO[bytes]) -> None:
    """Write all quads as JSON-LD."""
    serialize(graph_by_graph(store), output, format=RdfFormat.JSON_LD)


def graph_by_graph(store: Store) -> Iterator[Quad]:
    """All quads in a fixed order, of which no more than one graph's are held at a time."""
    for graph in named_graphs(store):
        yield from sorted(store.quads.quads_for_pattern(None, None, None, graph), key=str)
