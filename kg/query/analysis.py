"""The graph as a network of people, bodies and directives: who is central, who belongs together."""

from collections.abc import Callable, Collection, Iterable, Mapping
from typing import Any

from pyoxigraph import Literal, NamedNode

from kg.graph import Store
from kg.graph.network import held
from kg.query.answer import Rows, Term

_SEED = 1  # so that the same graph gives the same communities
_XSD = "http://www.w3.org/2001/XMLSchema#"


def network(store: Store, kinds: Collection[str]) -> Any:
    """A networkx.MultiDiGraph whose nodes are of some kinds, by IRI."""
    return held(store, kinds)


def central(store: Store, by: str, most: int, kinds: Collection[str]) -> Rows:
    """The nodes with the highest score of a measure; of equals, by name."""
    graph = network(store, kinds)
    scores = MEASURES[by](_plain(graph))
    ranked = sorted(scores, key=lambda node: (-scores[node], graph.nodes[node]["label"], node))
    items = (_row(graph, node, _decimal(scores[node])) for node in ranked[:most])
    return _rows(store, "score", items)


def communities(store: Store, kinds: Collection[str]) -> Rows:
    """Nodes that are linked more among each other than with others, by Louvain's method.

    Blondel, Guillaume, Lambiotte and Lefebvre (2008), as networkx has it. Nodes that are linked
    with none belong to no community.
    """
    from networkx import isolates
    from networkx.algorithms.community import louvain_communities

    graph = network(store, kinds)
    plain = _plain(graph)
    plain.remove_nodes_from(list(isolates(plain)))
    found = sorted((sorted(group) for group in louvain_communities(plain, seed=_SEED)), key=_size)
    items = (
        _row(graph, node, Literal(str(number), datatype=NamedNode(f"{_XSD}integer")))
        for number, group in enumerate(found, 1)
        for node in sorted(group, key=lambda node: (graph.nodes[node]["label"], node))
    )
    return _rows(store, "community", items)


def _plain(graph: Any) -> Any:
    """The network without directions and parallels, its nodes and edges in a fixed order."""
    from networkx import Graph

    plain = Graph()
    plain.add_nodes_from(sorted(graph))
    plain.add_edges_from(
        sorted(tuple(sorted(edge)) for edge in graph.edges() if edge[0] != edge[1])
    )
    return plain


def _size(group: list[str]) -> tuple[int, list[str]]:
    return -len(group), group


def _row(graph: Any, node: str, first: Term) -> tuple[Term, ...]:
    told = graph.nodes[node]
    return first, Literal(told["label"]), Literal(told["kind"]), NamedNode(node)


def _rows(store: Store, first: str, items: Iterable[tuple[Term, ...]]) -> Rows:
    return Rows((first, "name", "kind", "name_iri"), tuple(items), store.prefixes)


def _decimal(score: float) -> Literal:
    return Literal(f"{score:.6f}", datatype=NamedNode(f"{_XSD}decimal"))


def _degree(graph: Any) -> Mapping[str, float]:
    from networkx import degree_centrality

    return dict(degree_centrality(graph))


def _betweenness(graph: Any) -> Mapping[str, float]:
    """Brandes (2001); of a large network from 500 of its nodes, chosen by a fixed seed."""
    from networkx import betweenness_centrality

    return dict(betweenness_centrality(graph, k=min(500, len(graph)), seed=_SEED))


def _harmonic(graph: Any) -> Mapping[str, float]:
    from networkx import harmonic_centrality

    return dict(harmonic_centrality(graph))


MEASURES: Mapping[str, Callable[[Any], Mapping[str, float]]] = {
    "degree": _degree,
    "betweenness": _betweenness,
    "harmonic": _harmonic,
}
"""Measures of how central a node is, by name."""
