"""Parts of a graph, each a graph of its own: what is known of one thing, or one article's graph."""

from collections.abc import Collection, Iterable, Iterator
from typing import TypeAlias

from pyoxigraph import BlankNode, DefaultGraph, Literal, NamedNode, Quad, Triple

from kg.errors import QueryError
from kg.graph.namespaces import ONTOLOGY, iri
from kg.graph.store import Store

Term: TypeAlias = NamedNode | BlankNode | Literal | Triple

# The nodes that tell of the things they name, and how they show their sentences.
_FACTS = frozenset(map(iri, ("org:Membership", "vnkg:Link", "vnkg:Participation")))
_PROOF = frozenset(map(iri, ("vnkg:evidence", "oa:hasSelector")))
_SOURCE = frozenset(map(iri, ("oa:hasSource", "prov:wasDerivedFrom")))
# What is told of an article behind a fact, and of a thing that is only named.
_ARTICLE = (
    "rdf:type",
    "rdfs:label",
    "dcterms:identifier",
    "schema:headline",
    "schema:datePublished",
    "schema:publisher",
    "schema:url",
)
_NAMED = ("rdf:type", "rdfs:label", "skos:prefLabel")


def article(store: Store, name: str) -> Store:
    """The graph of one article by its id; QueryError if there is none."""
    quads = list(_quads(store, graph=store.article(name)))
    if not quads:
        raise QueryError(f"{store.path} has no article called {name!r}")
    return Store.memory(quads, store.base)


def about(store: Store, thing: NamedNode) -> Store:
    """What the graph tells of a thing, as a graph that can be read alone.

    It holds the thing's own triples, the facts that it takes part in with their sentences and
    articles, the triples that lead to it, and what all else that is named here is called.
    Each triple stays in the graph of the article that says it.
    """
    leading = list(_quads(store, value=thing))
    facts = dict.fromkeys(quad.subject for quad in leading if _is_fact(store, quad.subject))
    return _readable(store, (thing, *facts), leading)


def of(store: Store, things: Iterable[NamedNode]) -> Store:
    """What the graph tells of some nodes themselves, as a graph that can be read alone."""
    return _readable(store, tuple(dict.fromkeys(things)), ())


def _readable(store: Store, things: Iterable[Term], leading: Iterable[Quad]) -> Store:
    """Some nodes with their sentences and articles, and what all else that is named is called."""
    told = [quad for node in things for quad in _quads(store, node)]
    told = list(dict.fromkeys([*told, *_proofs(store, told)]))
    articles = dict.fromkeys(quad.object for quad in told if quad.predicate in _SOURCE)
    sources = [q for node in articles for name in _ARTICLE for q in _quads(store, node, name)]
    full = {*things, *articles, *(quad.subject for quad in told)}
    part = [*told, *leading, *sources]
    return Store.memory([*part, *_names(store, part, full)], store.base)


def _is_fact(store: Store, node: Term) -> bool:
    return any(quad.object in _FACTS for quad in _quads(store, node, "rdf:type"))


def _proofs(store: Store, told: Iterable[Quad]) -> Iterator[Quad]:
    """All triples of the evidence that is named, and of the places in texts that it points to."""
    proofs = dict.fromkeys(quad.object for quad in told if quad.predicate in _PROOF)
    found = [quad for node in proofs for quad in _quads(store, node)]
    if found:
        yield from found
        yield from _proofs(store, found)


def _names(store: Store, part: Iterable[Quad], full: Collection[Term]) -> Iterator[Quad]:
    """Type and label of what is named and not in `full`: by the articles that name it here."""
    named: dict[Term, set[Term | DefaultGraph]] = {}
    for quad in part:
        for node in (quad.subject, quad.object):
            if node not in full and quad.predicate != iri("rdf:type"):
                named.setdefault(node, {NamedNode(ONTOLOGY)}).add(quad.graph_name)
    for node, graphs in named.items():
        called = [quad for name in _NAMED for quad in _quads(store, node, name)]
        near = [quad for quad in called if quad.graph_name in graphs]
        yield from near or called


def _quads(
    store: Store,
    subject: Term | None = None,
    predicate: str | None = None,
    value: NamedNode | None = None,
    graph: NamedNode | None = None,
) -> Iterator[Quad]:
    """The quads of the named graphs that fit; none for a literal as the subject."""
    if isinstance(subject, Literal):
        return
    property_ = iri(predicate) if predicate else None
    for quad in store.quads.quads_for_pattern(subject, property_, value, graph):
        if not isinstance(quad.graph_name, DefaultGraph):
            yield quad
