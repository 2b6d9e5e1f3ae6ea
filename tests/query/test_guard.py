"""Queries that would change the graph or read elsewhere are refused; words alone are not."""

import pytest

from kg.errors import OversizeError, QueryError, RefusedError
from kg.graph import Store
from kg.query import Answer, Rows, query
from tests.graph.readings import full
from tests.graph.test_facts import store_of

# The engine refuses this port, so that even a query that is let through asks nobody.
SERVER = "<http://127.0.0.1:9/>"
NAMES = "PREFIX : <http://127.0.0.1:9/> PREFIX ex: <http://127.0.0.1:9/> PREFIX service: <urn:x:> "


@pytest.fixture(scope="module")
def store() -> Store:
    return store_of(full("a1"))


@pytest.mark.parametrize(
    "pattern",
    [
        f"SERVICE {SERVER} {{ ?s ?p ?o }}",
        f"service silent {SERVER} {{ ?s ?p ?o }}",
        f"SERVICE # why not\n{SERVER} {{ ?s ?p ?o }}",
        f"VALUES ?x {{ {SERVER} }} SERVICE ?x {{ ?s ?p ?o }}",
        f"FILTER(1<2)SERVICE{SERVER}{{?s ?p ?o}}FILTER(2>1)",
        f"?a ?b 1SERVICE{SERVER}{{?s ?p ?o}}",
        f"?a ?b ex:a\\#b }} OPTIONAL {{ SERVICE {SERVER} {{?s ?p ?o}}",
        f"BIND('\\u0027' AS ?x) SERVICE {SERVER} {{}} #' AS ?x)\n",
        f'BIND("""\'""" AS ?x) SERVICE {SERVER} {{?s ?p ?o}} BIND("\'" AS ?y)',
        f"SERVICESILENT{SERVER}{{ ?s ?p ?o }}",
        "SERVICE:foo{?s ?p ?o}",
        "SERVICEex:foo{?s ?p ?o}",
        "SERVICE SILENTex:foo #\n{?s ?p ?o}",
        "{ SELECT * { SERVICE ex:foo {?s ?p ?o} } }",
    ],
)
def test_a_call_is_refused(store: Store, pattern: str) -> None:
    with pytest.raises(QueryError, match="SERVICE would ask another server") as error:
        query(store, f"{NAMES} SELECT * {{ {pattern} }}")
    assert "\n" not in str(error.value)


@pytest.mark.parametrize(
    "pattern",
    [
        '?s ?p "SERVICE <http://127.0.0.1:9/> {}"',
        "?s ?p 'it\\'s SERVICE'@en-service",
        '?s ?p """a "SERVICE" here"""',
        "?s ?p <https://example.org/SERVICE>",
        "?s ?p ?o # SERVICE <http://127.0.0.1:9/> { }",
        "?service ?p $SERVICE OPTIONAL { ?service ?q ?r }",
        "?s ex:service service:x",
        "?s service:x ?o . { ?s ?q ?r }",
        "GRAPH service:x { ?s ?p ?o }",
        "_:service ?p ?o",
    ],
)
def test_the_word_alone_is_let_through(store: Store, pattern: str) -> None:
    query(store, f"{NAMES} SELECT * {{ {pattern}\n }}")


@pytest.mark.parametrize(
    "call", ["\\u0053ERVICE", "S\\u0045RVICE SILENT", "SERVIC\\U00000045", "se\\u0072vice"]
)
def test_an_escaped_keyword_is_one(store: Store, call: str) -> None:
    with pytest.raises(RefusedError, match="SERVICE"):
        query(store, f"SELECT * {{ {call} {SERVER} {{ ?s ?p ?o }} }}")


@pytest.mark.parametrize(
    "clause",
    [
        "FROM <file:///etc/passwd>",
        "FROM <http://127.0.0.1:9/>",
        "FROM NAMED <http://127.0.0.1:9/>",
        "from named<http://127.0.0.1:9/>",
        "FROM ex:a",
        "FROM <nowhere>",
        "FROM article:a1 FROM <http://127.0.0.1:9/>",
        "FR\\u004fM <http://127.0.0.1:9/>",
    ],
)
def test_a_graph_that_is_elsewhere_is_refused(store: Store, clause: str) -> None:
    with pytest.raises(RefusedError, match="is no graph that is here"):
        query(store, f"{NAMES} SELECT * {clause} WHERE {{ ?s ?p ?o }}")


def test_one_article_can_be_read_alone(store: Store) -> None:
    people = "WHERE { ?p a foaf:Person ; foaf:name ?name }"
    of_one = query(store, f"SELECT ?name FROM article:a1 {people}")
    iri = store.prefixes["article"] + "a1"
    beside = query(store, f"SELECT ?name {people}", default_graphs=[iri])
    assert of_one == beside
    assert isinstance(of_one, Rows)
    assert len(of_one) > 0
    none = query(store, f"SELECT ?name {people}", named_graphs=[iri])
    assert isinstance(none, Rows)
    assert len(none) == 0
    with pytest.raises(RefusedError, match="is no graph that is here"):
        query(store, f"SELECT ?name {people}", default_graphs=["urn:x"])


@pytest.mark.parametrize(
    "update",
    ["LOAD <http://127.0.0.1:9/>", "INSERT DATA { <a:b> <a:b> 1 }", "\\u0043LEAR ALL", "DROP ALL"],
)
def test_an_update_is_refused(store: Store, update: str) -> None:
    with pytest.raises(RefusedError, match="would change the graph"):
        query(store, update)


def test_an_answer_that_is_too_large_is_not_cut_but_refused(store: Store) -> None:
    everything = "{ ?s ?p ?o }"
    with pytest.raises(OversizeError, match="more than 5 rows"):
        query(store, f"SELECT * {everything}", most=5)
    with pytest.raises(OversizeError, match="more than 5 triples"):
        query(store, f"CONSTRUCT {everything} WHERE {everything}", most=5)
    assert len(rows(query(store, f"SELECT * {everything} LIMIT 5", most=5))) == 5


def rows(answer: Answer) -> Rows:
    assert isinstance(answer, Rows)
    return answer
