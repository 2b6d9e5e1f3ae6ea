"""Queries: answers over the union of all articles, and errors that say where and what."""

from datetime import date

import pytest

import kg
from kg.errors import QueryError
from kg.graph import Store
from kg.query import Answer, Rows, Triples, query
from tests.graph.readings import full, post
from tests.graph.test_facts import store_of


@pytest.fixture(scope="module")
def store() -> Store:
    return store_of(full("a1"), post("a2", "Lê An", "Bí thư", "Huyện ủy Văn Lâm", "2022-01-01"))


def rows(answer: Answer) -> Rows:
    assert isinstance(answer, Rows)
    return answer


def test_select_gives_rows(store: Store) -> None:
    found = rows(query(store, "SELECT ?name { ?p a foaf:Person ; foaf:name ?name } ORDER BY ?name"))
    assert found.variables == ("name",)
    assert [row["name"] for row in found.dicts()] == [
        "Lê An",
        "Nguyễn Văn Hùng",
        "Trần Thị Bích Liễu",
    ]


def test_ask_gives_a_truth(store: Store) -> None:
    assert query(store, 'ASK { ?p foaf:name "Lê An" }') is True
    assert query(store, 'ASK { ?p foaf:name "Le An" }') is False


def test_construct_gives_triples(store: Store) -> None:
    found = query(store, "CONSTRUCT { ?p foaf:name ?n } WHERE { ?p foaf:name ?n }")
    assert isinstance(found, Triples)
    assert len(found) == 3


def test_a_join_may_cross_articles(store: Store) -> None:
    found = query(
        store,
        """SELECT ?a ?b {
             ?m prov:wasDerivedFrom ?a, ?b ; a org:Membership ; org:member/foaf:name "Lê An" .
             FILTER (STR(?a) < STR(?b)) }""",
    )
    # The two posts are two facts (one starts, one is current), each of one article.
    assert len(rows(found)) == 0
    people = "SELECT ?a { ?p a foaf:Person ; foaf:name 'Lê An' ; prov:wasDerivedFrom ?a }"
    assert len(rows(query(store, people))) == 2


def test_what_two_articles_say_counts_once(store: Store) -> None:
    found = query(store, "SELECT (COUNT(*) AS ?n) { ?p foaf:name 'Lê An' }")
    assert next(rows(found).dicts())["n"] == 1


def test_prefixes_may_be_declared_too(store: Store) -> None:
    own = "PREFIX foaf: <http://xmlns.com/foaf/0.1/> PREFIX f: <http://xmlns.com/foaf/0.1/>"
    assert query(store, own + ' ASK { ?p f:name "Lê An" ; a foaf:Person }') is True


def test_nodes_may_be_named_by_prefix(store: Store) -> None:
    body = "body:huyen-uy-van-lam-tinh-hung-yen-75c4fe39"
    assert query(store, f"ASK {{ {body} a org:Organization }}") is True


def test_values_become_python(store: Store) -> None:
    found = rows(
        query(
            store, 'SELECT (3 AS ?n) (1.5 AS ?d) (true AS ?b) ("2020-01-02"^^xsd:date AS ?t) ?no {}'
        )
    )
    row = next(found.dicts())
    assert (row["n"], float(row["d"]), row["b"], row["t"], row["no"]) == (
        3, 1.5, True, date(2020, 1, 2), None,
    )  # fmt: skip


def test_an_impossible_value_stays_text(store: Store) -> None:
    found = rows(query(store, 'SELECT ("x"^^xsd:date AS ?t) {}'))
    assert next(found.dicts())["t"] == "x"


def test_rows_become_a_frame(store: Store) -> None:
    pytest.importorskip("pandas")
    frame = rows(query(store, "SELECT ?name { ?p foaf:name ?name }")).to_pandas()
    assert list(frame.columns) == ["name"]
    assert len(frame) == 3


def test_the_package_has_the_verb(store: Store) -> None:
    assert kg.query(store, "ASK { ?s ?p ?o }") is True


@pytest.mark.parametrize(
    "update",
    [
        "INSERT DATA { <a:a> <a:b> <a:c> }",
        "# why not\nPREFIX x: <a:>\ndelete where { ?s ?p ?o }",
        "DROP ALL",
        "LOAD <https://example.org/>",
        "WITH <a:g> DELETE { ?s ?p ?o } WHERE { ?s ?p ?o }",
    ],
)
def test_updates_are_refused(store: Store, update: str) -> None:
    with pytest.raises(QueryError, match="would change the graph"):
        query(store, update)
    assert query(store, "ASK { ?s ?p ?o }") is True


@pytest.mark.parametrize("text", ["", "  \n"])
def test_an_empty_query_is_said(store: Store, text: str) -> None:
    with pytest.raises(QueryError, match="The query is empty"):
        query(store, text)


def test_an_error_shows_its_line_and_place(store: Store) -> None:
    with pytest.raises(QueryError) as error:
        query(store, "SELECT ?x\nWHERE { ?x foaf:name 'Lê' ; ; ]\n}")
    text, line, mark = str(error.value).splitlines()
    assert text.startswith("The query cannot be parsed: line 2, column 31")
    assert line == "  WHERE { ?x foaf:name 'Lê' ; ; ]"
    assert line[mark.index("^")] == "]"


def test_an_unknown_prefix_is_named(store: Store) -> None:
    with pytest.raises(QueryError, match=r"the prefix fof: is not declared \(known are .*foaf"):
        query(store, "SELECT ?x { ?x fof:name ?n }")


@pytest.mark.parametrize("text", ["SELECT", "SELECT ?x {", "hello", "SELECT ?x { ?x a }", "{}"])
def test_whatever_is_wrong_is_a_query_error(store: Store, text: str) -> None:
    with pytest.raises(QueryError, match="The query cannot be parsed"):
        query(store, text)
