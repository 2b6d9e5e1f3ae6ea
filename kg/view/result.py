"""The content of a page that a query names, instead of the whole graph or what is around a name."""

from collections.abc import Iterable
from dataclasses import replace

from pyoxigraph import Literal, NamedNode, Triple

from kg.errors import QueryError
from kg.graph import Store
from kg.graph.namespaces import iri as term
from kg.query import Rows, query
from kg.view.collect import named
from kg.view.content import Content, Fact, Node

_LABELS = (term("rdfs:label"), term("skos:prefLabel"))
_TYPE = term("rdf:type")
# How queries/facts.rq calls the properties that stand without a fact node.
_RELATIONS = {"subOrganizationOf": "partOf", "passed_by": "issuedBy", "organizer": "organizedBy"}


def result(store: Store, sparql: str) -> Content:
    """Read what a SELECT, CONSTRUCT or DESCRIBE gives: the things it names and their facts.

    With a SELECT come all facts between two things that it names, with the others those that a
    triple names or says. A triple that links two things, and that no fact says, is drawn too; a
    thing that the graph does not know has its label, or the end of its IRI.
    """
    answer = query(store, sparql)
    if isinstance(answer, bool):
        raise QueryError("ASK gives yes or no, and nothing to draw: use SELECT or CONSTRUCT")
    iris = {iri for terms in answer for iri in _iris(terms)}
    content = named(store, iris)
    if not isinstance(answer, Rows):
        content = _with_triples(store, content, list(answer), iris)
    if not content.nodes:
        raise QueryError("the query names nothing that can be drawn: let it give IRIs of things")
    return content


def _iris(terms: Iterable[object]) -> Iterable[str]:
    """The IRIs among terms."""
    return (value.value for value in terms if isinstance(value, NamedNode))


def _with_triples(store: Store, content: Content, triples: list[Triple], iris: set[str]) -> Content:
    """Keep the facts that triples name or say, and add the triples that link two things besides."""
    known = {node.iri for node in content.nodes}
    labels = {
        _iri(triple.subject): triple.object.value
        for triple in triples
        if triple.predicate in _LABELS and isinstance(triple.object, Literal)
    }
    keys = {_key(triple) for triple in triples}
    facts = tuple(
        fact for fact in content.facts if fact.iri in iris or (fact.relation, *fact.ends) in keys
    )
    told = {(fact.relation, *fact.ends) for fact in facts}
    passed = {"", *(fact.iri for fact in facts)}
    new: dict[tuple[str, str, str], Fact] = {}
    strangers: dict[str, Node] = {}
    for triple in triples:
        key = _key(triple)
        ends = key[1:]
        strange = [end for end in ends if end not in known]
        if key in told or passed.intersection(ends) or triple.predicate == _TYPE:
            continue
        if all(end in labels or not _knows(store, end) for end in strange):
            new[key] = Fact("", *key)
            strangers |= {end: Node(end, "thing", labels.get(end) or _end(end)) for end in strange}
    nodes = sorted((*content.nodes, *strangers.values()), key=lambda node: node.iri)
    return replace(content, nodes=tuple(nodes), facts=(*facts, *new.values()))


def _key(triple: Triple) -> tuple[str, str, str]:
    """The relation and the ends of a triple, "" for an end that is no IRI."""
    return _relation(triple.predicate.value), _iri(triple.subject), _iri(triple.object)


def _iri(term: object) -> str:
    """The IRI of a term, "" where it is a literal or blank node."""
    return term.value if isinstance(term, NamedNode) else ""


def _knows(store: Store, iri: str) -> bool:
    """Tell whether the graph says anything of an IRI."""
    return any(True for _ in store.quads.quads_for_pattern(NamedNode(iri), None, None))


def _relation(predicate: str) -> str:
    """The page's word for a property."""
    return _RELATIONS.get(_end(predicate), _end(predicate))


def _end(iri: str) -> str:
    """The end of an IRI."""
    return iri.rstrip("/#").rpartition("#")[2].rpartition("/")[2] or iri
