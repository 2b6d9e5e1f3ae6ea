"""The cases for queries of the W3C test suite of the SPARQL 1.1 Protocol, and what lies beside.

https://www.w3.org/2009/sparql/docs/tests/data-sparql11/protocol/ names them.
"""

from dataclasses import dataclass, field
from urllib.parse import urlencode

ASK = "ASK { ?s ?p ?o }"
FORM = {"Content-Type": "application/x-www-form-urlencoded"}
DIRECT = {"Content-Type": "application/sparql-query"}
BOOLEANS = ("application/sparql-results+json", "application/sparql-results+xml")
A1, A2, A3 = "A1", "A2", "A3"  # stand for the IRIs of the three articles


def graphs(*names: str) -> str:
    """A query whether each of these graphs is there by name."""
    patterns = (f"GRAPH <{name}> {{ ?s{name} ?p{name} ?o{name} }}" for name in names)
    return f"ASK {{ {' '.join(patterns)} }}"


def default(*names: str) -> list[tuple[str, str]]:
    return [("default-graph-uri", name) for name in names]


def named(*names: str) -> list[tuple[str, str]]:
    return [("named-graph-uri", name) for name in names]


@dataclass(frozen=True)
class Case:
    """A request, and what is to come back."""

    name: str
    method: str = "GET"
    url: list[tuple[str, str]] = field(default_factory=list)
    form: list[tuple[str, str]] | None = None
    body: str | bytes = ""
    headers: dict[str, str] = field(default_factory=dict)
    status: int = 200
    types: tuple[str, ...] = BOOLEANS
    truth: bool | None = None


def ask(query: str = ASK) -> list[tuple[str, str]]:
    return [("query", query)]


# In a2, and in no other article, is Lê An's post told with the date of a2.
A_DAY = "?a a schema:NewsArticle ; schema:datePublished ?d FILTER (STR(?d) = '2022-01-01')"
IN_A2 = f"ASK {{ {A_DAY} }}"
FULL = (
    f"ASK {{ {A_DAY} GRAPH <A3> {{ ?s ?p ?o }} FILTER NOT EXISTS {{ GRAPH <A1> {{ ?x ?y ?z }} }} }}"
)

CASES = [
    Case("query_get", url=ask(), truth=True),
    Case("query_post_form", "POST", form=ask(), truth=True),
    Case("query_post_direct", "POST", body=ASK, headers=DIRECT, truth=True),
    Case("query_dataset_default_graph_get", url=[*ask(IN_A2), *default(A2)], truth=True),
    Case("query_dataset_default_graph_get, another", url=[*ask(IN_A2), *default(A1)], truth=False),
    Case("query_dataset_default_graph_post", "POST", form=[*ask(IN_A2), *default(A2)], truth=True),
    Case(
        "query_dataset_default_graph_post direct",
        "POST",
        url=default(A3),
        body=IN_A2,
        headers=DIRECT,
        truth=False,
    ),
    Case("query_dataset_default_graphs_get", url=[*ask(IN_A2), *default(A1, A2)], truth=True),
    Case(
        "query_dataset_default_graphs_post",
        "POST",
        form=[*ask(IN_A2), *default(A1, A3)],
        truth=False,
    ),
    Case("query_dataset_named_graphs_get", url=[*ask(graphs(A1, A2)), *named(A1, A2)], truth=True),
    Case(
        "query_dataset_named_graphs_get, one lacks",
        url=[*ask(graphs(A1, A3)), *named(A1, A2)],
        truth=False,
    ),
    Case(
        "query_dataset_named_graphs_post",
        "POST",
        form=[*ask(graphs(A1, A2)), *named(A1, A2)],
        truth=True,
    ),
    Case("query_dataset_full", url=[*ask(FULL), *default(A2), *named(A3)], truth=True),
    Case(
        "query_dataset_full post",
        "POST",
        url=[*default(A2), *named(A3)],
        body=FULL,
        headers=DIRECT,
        truth=True,
    ),
    Case(
        "query_multiple_dataset",  # the protocol's dataset wins over the query's
        url=[*ask(IN_A2.replace("ASK", "ASK FROM <A1>")), *default(A2)],
        truth=True,
    ),
    Case(
        "query_content_type_select",
        url=ask("SELECT (1 AS ?x) {}"),
        types=(*BOOLEANS, "text/csv; charset=utf-8", "text/tab-separated-values; charset=utf-8"),
    ),
    Case("query_content_type_ask", url=ask(), truth=True),
    Case(
        "query_content_type_describe",
        url=ask("DESCRIBE <A1>"),
        types=("text/turtle; charset=utf-8",),
    ),
    Case(
        "query_content_type_construct",
        url=ask("CONSTRUCT { <urn:s> <urn:p> 1 } {}"),
        types=("text/turtle; charset=utf-8",),
    ),
    Case("bad_query_method", "PUT", url=ask(), status=405),
    Case("bad_query_method DELETE", "DELETE", url=ask(), status=405),
    Case("bad_multiple_queries", url=[*ask(), *ask("SELECT * {}")], status=400),
    Case("bad_multiple_queries form", "POST", form=[*ask(), *ask()], status=400),
    Case("bad_multiple_queries both", "POST", url=ask(), body=ASK, headers=DIRECT, status=400),
    Case(
        "bad_query_wrong_media_type",
        "POST",
        body=ASK,
        headers={"Content-Type": "text/plain"},
        status=415,
    ),
    Case("bad_query_missing_form_type", "POST", body=urlencode(ask()), status=415),
    Case("bad_query_missing_direct_type", "POST", body=ASK, status=415),
    Case(
        "bad_query_non_utf8",
        "POST",
        body=ASK.encode("utf-16"),
        headers={"Content-Type": "application/sparql-query; charset=UTF-16"},
        status=415,
    ),
    Case(
        "bad_query_non_utf8 undeclared",
        "POST",
        body=b"ASK { ?\xff ?p ?o }",
        headers=DIRECT,
        status=400,
    ),
    Case("bad_query_non_utf8 get", url=[("query", "ASK {}%FF")], status=400),
    Case("bad_query_syntax", url=ask("ASK { ?s ?p }"), status=400),
    Case("bad_query_missing", url=default(A1), status=400),
    Case("bad_query_missing form", "POST", form=[("x", "1")], status=400),
    Case("bad_query_empty", url=ask(""), status=400),
    Case("bad_query_unknown_graph", url=[*ask(), *default("urn:none")], status=403),
    Case("bad_query_not_a_graph", url=[*ask(), *default("no IRI")], status=403),
    Case("bad_update_get", url=[("update", "CLEAR ALL")], status=403),
    Case("bad_update_post_form", "POST", form=[("update", "CLEAR ALL")], status=403),
    Case("bad_multiple_updates", "POST", form=[("update", "CLEAR ALL")] * 2, status=403),
    Case(
        "bad_update_post_direct",
        "POST",
        body="CLEAR ALL",
        headers={"Content-Type": "application/sparql-update"},
        status=403,
    ),
    Case(
        "bad_update_dataset_conflict",
        "POST",
        form=[("using-graph-uri", A1), ("update", "DELETE { ?s ?p ?o } WHERE { ?s ?p ?o }")],
        status=403,
    ),
    Case(
        "bad_update_wrong_media_type",
        "POST",
        body="CLEAR ALL",
        headers={"Content-Type": "text/plain"},
        status=415,
    ),
    Case("bad_update_missing_form_type", "POST", body="update=CLEAR+ALL", status=415),
    Case(
        "bad_update_non_utf8",
        "POST",
        body="CLEAR ALL".encode("utf-16"),
        headers={"Content-Type": "application/sparql-update; charset=UTF-16"},
        status=403,
    ),
    Case("bad_update_syntax", "POST", form=[("update", "CLEAR XYZ")], status=403),
    Case("bad_update_as_query", url=ask("CLEAR ALL"), status=403),
]
