"""Queries that would ask another server are refused; the word alone is no such query."""

import pytest

from kg.errors import QueryError
from kg.graph import Store
from kg.query import query
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
