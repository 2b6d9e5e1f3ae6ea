"""What the server says of itself is right, in terms that exist."""

import pytest
from rdflib import RDF, VOID, Graph, Namespace, URIRef

from tests.serve.running import Server

SD = Namespace("http://www.w3.org/ns/sparql-service-description#")
ACCEPTED = {
    "text/turtle": "turtle",
    "application/n-triples": "nt",
    "application/ld+json": "json-ld",
    "application/rdf+xml": "xml",
}


def read(server: Server, path: str, accept: str) -> Graph:
    with server.client() as client:
        found = client.get(path, headers={"Accept": accept})
    assert found.status_code == 200
    assert found.headers["Content-Type"].startswith(accept)
    return Graph().parse(data=found.text, format=ACCEPTED[accept])


@pytest.mark.filterwarnings("ignore::DeprecationWarning:rdflib")
@pytest.mark.parametrize("path", ["/sparql", "/void", "/.well-known/void"])
def test_every_format_says_the_same(server: Server, path: str) -> None:
    sizes = {len(read(server, path, accept)) for accept in ACCEPTED}
    assert len(sizes) == 1
    assert sizes.pop() > 50


def test_the_counts_are_those_of_the_graph(server: Server) -> None:
    found = read(server, "/void", "text/turtle")
    (dataset,) = found.subjects(RDF.type, VOID.Dataset)
    with server.client() as client:

        def count(query: str) -> int:
            rows = client.get("/sparql", params={"query": query}).json()["results"]["bindings"]
            return int(rows[0]["n"]["value"])

        triples = count("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }")
        assert int(str(found.value(dataset, VOID.triples))) == triples
        subjects = count("SELECT (COUNT(DISTINCT ?s) AS ?n) { ?s ?p ?o }")
        assert int(str(found.value(dataset, VOID.distinctSubjects))) == subjects
        for part in found.objects(dataset, VOID.classPartition):
            kind = found.value(part, VOID["class"])
            things = count(f"SELECT (COUNT(*) AS ?n) {{ ?s a <{kind}> }}")
            assert int(str(found.value(part, VOID.entities))) == things
    parts = list(found.objects(dataset, VOID.propertyPartition))
    assert sum(int(str(found.value(part, VOID.triples))) for part in parts) == triples


def test_the_service_is_described(server: Server) -> None:
    found = read(server, "/sparql", "text/turtle")
    endpoint = URIRef(f"{server.url}/sparql")
    assert (endpoint, RDF.type, SD.Service) in found
    assert (endpoint, SD.endpoint, endpoint) in found
    assert (endpoint, SD.supportedLanguage, SD.SPARQL11Query) in found
    assert (endpoint, SD.feature, SD.UnionDefaultGraph) in found
    assert len(list(found.objects(endpoint, SD.resultFormat))) == 8
    assert (None, None, SD.BasicFederatedQuery) not in found


def test_every_term_of_void_exists(server: Server) -> None:
    for term in {*read(server, "/sparql", "text/turtle").predicates()}:
        if term.startswith(str(VOID)):
            assert term in VOID
