"""The graph as a network for Gephi and the like: people, bodies, posts, directives, events."""

from typing import IO, Any

from kg.graph.questions import rows
from kg.graph.store import Store


def network(store: Store) -> Any:
    """A networkx.MultiDiGraph: nodes by IRI with label and kind, edges with their relation."""
    from networkx import MultiDiGraph

    graph = MultiDiGraph()
    for row in rows(store, "queries", "nodes"):
        graph.add_node(row["node"], label=row["label"], kind=row["kind"])
    for row in rows(store, "queries", "edges"):
        if row["from"] in graph and row["to"] in graph:
            graph.add_edge(row["from"], row["to"], key=row["relation"], label=row["relation"])
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
