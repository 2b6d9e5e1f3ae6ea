"""What the endpoint and the graph say of themselves, for machines.

The SPARQL 1.1 Service Description, and the Vocabulary of Interlinked Datasets (VoID).
"""

from collections.abc import Iterable, Iterator
from typing import Any, TypeAlias
from weakref import WeakKeyDictionary

from pyoxigraph import BlankNode, Literal, NamedNode, QuerySolutions, Triple

from kg.graph import Store
from kg.graph.namespaces import ONTOLOGY, VOCABULARIES
from kg.query.answer import Triples
from kg.serve import answers
from kg.serve.exchange import Reply, Request

_PREFIXES = VOCABULARIES | {
    "sd": "http://www.w3.org/ns/sparql-service-description#",
    "void": "http://rdfs.org/ns/void#",
    "formats": "http://www.w3.org/ns/formats/",
}
_FORMATS = (
    *("SPARQL_Results_JSON", "SPARQL_Results_XML", "SPARQL_Results_CSV", "SPARQL_Results_TSV"),
    *("Turtle", "N-Triples", "JSON-LD", "RDF_XML"),
)
_CLASSES = "SELECT ?class (COUNT(*) AS ?n) { ?thing a ?class } GROUP BY ?class"
_PROPERTIES = "SELECT ?property (COUNT(*) AS ?n) { ?s ?property ?o } GROUP BY ?property"
_SUBJECTS = "SELECT (COUNT(DISTINCT ?s) AS ?n) { ?s ?p ?o }"
_OBJECTS = "SELECT (COUNT(DISTINCT ?o) AS ?n) { ?s ?p ?o }"
_ENTITIES = (
    "SELECT (COUNT(DISTINCT ?s) AS ?n) { ?s a ?class FILTER STRSTARTS(STR(?s), %s) }"  # the base
)
_GRAPHS = "SELECT (COUNT(*) AS ?n) { GRAPH ?g {} }"
_LICENCE = f"SELECT ?licence {{ <{ONTOLOGY}> dcterms:license ?licence }}"

Node: TypeAlias = NamedNode | BlankNode
Counts: TypeAlias = dict[str, list[tuple[object, int]]]

# To count takes a while on a large graph, and gives the same as long as its state is the same.
_counted: "WeakKeyDictionary[Store, Counts]" = WeakKeyDictionary()


def service(store: Store, request: Request) -> Reply:
    """The service description: what can be asked of the endpoint, and in what formats."""
    endpoint = NamedNode(f"{request.root}/sparql")
    return _reply([*_service(endpoint), *_dataset(store, request.root)], request)


def void(store: Store, request: Request) -> Reply:
    """The description of the graph: how much it holds of what, and where it can be asked."""
    return _reply(_dataset(store, request.root), request)


def _reply(triples: Iterable[Triple], request: Request) -> Reply:
    return answers.reply(Triples(tuple(triples), _PREFIXES), request.accept)


def _service(endpoint: NamedNode) -> Iterator[Triple]:
    yield _said(endpoint, "rdf:type", _iri("sd:Service"))
    yield _said(endpoint, "sd:endpoint", endpoint)
    yield _said(endpoint, "sd:supportedLanguage", _iri("sd:SPARQL11Query"))
    yield _said(endpoint, "sd:feature", _iri("sd:UnionDefaultGraph"))
    for name in _FORMATS:
        yield _said(endpoint, "sd:resultFormat", _iri(f"formats:{name}"))
    yield _said(endpoint, "sd:defaultDataset", _home(endpoint.value.removesuffix("/sparql")))


def _dataset(store: Store, root: str) -> Iterator[Triple]:
    """The graph as a dataset of both vocabularies."""
    counts = _counts(store)
    here, whole = _home(root), BlankNode("whole")
    for kind in ("void:Dataset", "sd:Dataset"):
        yield _said(here, "rdf:type", _iri(kind))
    yield _said(here, "void:sparqlEndpoint", NamedNode(f"{root}/sparql"))
    yield _said(here, "void:uriSpace", Literal(store.base))
    yield _said(here, "dcterms:description", Literal(_prose(counts), language="en"))
    for (licence,) in _rows(store, _LICENCE):
        yield _said(here, "dcterms:license", licence)
    for name in ("void:entities", "void:distinctSubjects", "void:distinctObjects"):
        yield _said(here, name, Literal(counts[name][0][1]))
    yield _said(here, "void:triples", Literal(_total(counts)))
    yield _said(here, "sd:defaultGraph", whole)
    yield _said(whole, "rdf:type", _iri("sd:Graph"))
    yield _said(whole, "void:triples", Literal(_total(counts)))
    yield from _partitions(here, counts)


def _partitions(here: NamedNode, counts: Counts) -> Iterator[Triple]:
    """How many things there are of each class, how many triples of each property; vocabularies."""
    for kind, many, amount in (
        ("class", "void:classes", "void:entities"),
        ("property", "void:properties", "void:triples"),
    ):
        parts = counts[kind]
        yield _said(here, many, Literal(len(parts)))
        for at, (term, number) in enumerate(parts):
            part = BlankNode(f"{kind}{at}")
            yield _said(here, f"void:{kind}Partition", part)
            yield _said(part, f"void:{kind}", term)
            yield _said(part, amount, Literal(number))
    used = [str(term) for term, _ in (*counts["class"], *counts["property"])]
    for namespace in VOCABULARIES.values():
        if any(term.startswith(f"<{namespace}") for term in used):
            yield _said(here, "void:vocabulary", NamedNode(namespace))


def _counts(store: Store) -> Counts:
    if store not in _counted:
        entities = _ENTITIES % Literal(store.base)
        _counted[store] = {
            "class": _table(store, _CLASSES),
            "property": _table(store, _PROPERTIES),
            "graphs": _table(store, _GRAPHS),
            "void:entities": _table(store, entities),
            "void:distinctSubjects": _table(store, _SUBJECTS),
            "void:distinctObjects": _table(store, _OBJECTS),
        }
    return _counted[store]


def _table(store: Store, sparql: str) -> list[tuple[object, int]]:
    """Terms and their numbers in a fixed order; of a lone number the term is the number."""
    rows = [(row[0], int(str(row[-1].value))) for row in _rows(store, sparql)]
    return sorted(rows, key=lambda row: str(row[0]))


def _rows(store: Store, sparql: str) -> Iterator[tuple[Any, ...]]:
    found = store.query(sparql)
    assert isinstance(found, QuerySolutions)
    yield from (tuple(row) for row in found)


def _total(counts: Counts) -> int:
    return sum(number for _, number in counts["property"])


def _prose(counts: Counts) -> str:
    graphs = counts["graphs"][0][1]
    return (
        f"The union of {graphs} named graphs: one an article, named by the article's IRI, and the"
        f" ontology's, <{ONTOLOGY}>."
    )


def _home(root: str) -> NamedNode:
    return NamedNode(f"{root}/void#graph")


def _iri(name: str) -> NamedNode:
    prefix, _, local = name.partition(":")
    return NamedNode(_PREFIXES[prefix] + local)


def _said(subject: Node, predicate: str, value: object) -> Triple:
    return Triple(subject, _iri(predicate), value)  # type: ignore[arg-type]
