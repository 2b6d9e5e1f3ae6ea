"""Clients that nobody here wrote find the endpoint as they expect it."""

import pytest
from rdflib import Graph, URIRef
from rdflib.plugins.stores.sparqlstore import SPARQLStore
from SPARQLWrapper import CSV, JSON, TURTLE, XML, SPARQLWrapper
from SPARQLWrapper.SPARQLExceptions import QueryBadFormed

from tests.serve.running import Server

NAMES = "SELECT DISTINCT ?name { ?person foaf:name ?name } ORDER BY ?name"


def wrapper(server: Server, query: str, method: str = "GET") -> SPARQLWrapper:
    client = SPARQLWrapper(f"{server.url}/sparql")
    client.setMethod(method)
    client.setQuery(f"PREFIX foaf: <http://xmlns.com/foaf/0.1/> {query}")
    return client


@pytest.mark.parametrize("method", ["GET", "POST"])
def test_sparqlwrapper_reads_rows(server: Server, method: str) -> None:
    client = wrapper(server, NAMES, method)
    client.setReturnFormat(JSON)
    found = client.queryAndConvert()["results"]["bindings"]
    assert [row["name"]["value"] for row in found] == [
        "Lê An",
        "Nguyễn Văn Hùng",
        "Trần Thị Bích Liễu",
    ]


def test_sparqlwrapper_reads_other_formats(server: Server) -> None:
    client = wrapper(server, NAMES)
    client.setReturnFormat(CSV)
    assert client.queryAndConvert().decode().split()[0] == "name"
    client.setReturnFormat(XML)
    assert "Lê An" in client.queryAndConvert().toxml()
    client = wrapper(server, "CONSTRUCT { ?p foaf:name ?n } WHERE { ?p foaf:name ?n }")
    client.setReturnFormat(TURTLE)
    assert len(Graph().parse(data=client.queryAndConvert(), format="turtle")) == 4


def test_sparqlwrapper_is_told_what_is_wrong(server: Server) -> None:
    with pytest.raises(QueryBadFormed, match="line 1"):
        wrapper(server, "SELECT ?x { ?x }").query()


@pytest.mark.parametrize("method", ["GET", "POST", "POST_FORM"])
def test_rdflib_s_store_reads_rows_and_triples(server: Server, method: str) -> None:
    store = SPARQLStore(f"{server.url}/sparql", method=method)
    graph = Graph(store)
    names = [str(row[0]) for row in graph.query(NAMES)]  # type: ignore[index]
    assert names[0] == "Lê An"
    name = URIRef("http://xmlns.com/foaf/0.1/name")
    assert len(list(graph.triples((None, name, None)))) == 4
    assert graph.query("ASK { ?s ?p ?o }").askAnswer
