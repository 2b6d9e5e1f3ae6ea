"""The graph as a network that networkx computes with: people, bodies, directives, events."""

from collections.abc import Collection
from typing import Any

from kg.graph.questions import rows
from kg.graph.store import Store

_TOLD = ("relation", "label", "status", "since", "until")


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


def _nodes(store: Store, kinds: Collection[str]) -> Any:
    from networkx import MultiDiGraph

    graph = MultiDiGraph()
    for row in rows(store, "queries", "nodes"):
        if row["kind"] in kinds:
            graph.add_node(row["node"], label=row["label"], kind=row["kind"])
    return graph
