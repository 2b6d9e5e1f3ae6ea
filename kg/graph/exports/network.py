"""GraphML and GEXF: people, posts, bodies, directives and events for Gephi, Cytoscape and others.

Dates are plain attributes: a spell of GEXF without an end would say that a post is still held,
and one that begins in "2018" would name a day that nobody told.
"""

import re
from typing import IO, Any

from kg.graph.exports.answers import answers
from kg.graph.names import digest
from kg.graph.store import Store

# The library notes the day of writing, which would make every export another, and every edge's
# id a second time, as an attribute.
_NOT_OURS = re.compile("<meta|<creator>|</meta>")
_KEY = re.compile('<attribute id="([0-9]+)" title="networkx_key"')
_VALUE = re.compile('<attvalue for="([0-9]+)"')
_TOLD = ("status", "since", "until")


def network(store: Store) -> Any:
    """A networkx.MultiDiGraph; nodes are called as prefixed names, "person:le-an-1f0c9a2b".

    Nodes have label, kind, sort, date and iri; edges, by an id of their own, have relation,
    label, status, since and until. What is not known is left out.
    """
    from networkx import MultiDiGraph

    graph = MultiDiGraph()
    for row in answers(store, "network_nodes"):
        told = {name: row[name] for name in ("label", "kind", "sort", "date") if row[name]}
        graph.add_node(_name(store, row["node"]), **told, iri=row["node"])
    for row in answers(store, "network_edges"):
        ends = _name(store, row["from"]), _name(store, row["to"])
        if all(end in graph for end in ends):
            relation = row["relation"] or ""
            key = _name(store, row["fact"]) or f"edge:{digest(*ends, relation)}"
            told = {name: row[name] for name in _TOLD if row[name]}
            graph.add_edge(*ends, key, relation=relation, label=relation, **told)
    return graph


def _name(store: Store, iri: str | None) -> str:
    """An IRI as the id of a node, for which XML takes no slashes."""
    return (iri or "").removeprefix(store.base).replace("/", ":")


def write_graphml(store: Store, output: IO[bytes]) -> None:
    """Write the network as GraphML."""
    from networkx import write_graphml_xml

    write_graphml_xml(network(store), output)


def write_gexf(store: Store, output: IO[bytes]) -> None:
    """Write the network as GEXF."""
    from networkx import generate_gexf

    graph = network(store)
    for *_, key, told in graph.edges(keys=True, data=True):
        told["id"] = key
    lines = [line for line in generate_gexf(graph) if not _NOT_OURS.search(line)]
    keys = {found[1] for line in lines if (found := _KEY.search(line))}
    for line in lines:
        value = _VALUE.search(line)
        if not _KEY.search(line) and not (value and value[1] in keys):
            output.write(line.encode() + b"\n")
