"""The graph as a network for Gephi and the like: people, bodies, posts, directives, events."""

from collections.abc import Collection
from typing import IO, Any

from kg.graph.questions import rows
from kg.graph.store import Store

_TOLD = ("relation", "label", "status", "since", "until")


def network(store: Store) -> Any:
    """A networkx.MultiDiGraph: nodes by IRI with label and kind, edges with their relation."""
    graph = _nodes(store, None)
    for row in rows(store, "queries", "edges"):
        if row["from"] in graph and row["to"] in graph:
            graph.add_edge(row["from"], row["to"], key=row["relation"], label=row["relation"])
    return graph


def held(store: Store, kinds: Collection[str]) -> Any:
    """A networkx.MultiDiGraph of nodes of some kinds in which a held post is one edge.

    Its edges have a relation ("holds", "passed_by", "implements" …) and a label; those of posts
    also status, since and until. Kinds are person, body, directive, event and post.
    """
    graph = _nodes(store, kinds)
    for row in rows(store, "queries", "held"):
        if row["from"] in graph and row["to"] in graph:
            told = {name: row[name] for name in _TOLD if row[name]}
            graph.add_edge(row["from"], row["to"], **told)
    return graph


def _nodes(store: Store, kinds: Collection[str] | None) -> Any:
    from networkx import MultiDiGraph

    graph = MultiDiGraph()
    for row in rows(store, "queries", "nodes"):
        if kinds is None or row["kind"] in kinds:
            graph.add_node(row["node"], label=row["label"], kind=row["kind"])
    return graph


def write_graphml(store: Store, output: IO[bytes]) -> None:
    """Write the network as GraphML."""
    from networkx import write_graphml_xml

    write_graphml_xml(network(store), output)


def write_gexf(store: Store, output: IO[bytes]) -> None:
    """Write the network as GEXF."""
    from networkx import generate_gexf

    for line in generate_gexf(network(store)):
        # The library notes the day of writing, which would make every export another.
        if "<meta" not in line and "<creator>" not in line and "</meta>" not in line:
            output.write(line.encode() + b"\n")
