"""The endpoint speaks the SPARQL 1.1 Protocol, in the formats and methods that clients choose."""

from typing import Any
from urllib.parse import quote, urlencode

import pytest

from tests.serve.protocol import A1, A2, A3, ASK, CASES, DIRECT, FORM, Case
from tests.serve.running import Server


@pytest.fixture(scope="module")
def articles(server: Server) -> dict[str, str]:
    return {name: server.article(name.lower()) for name in (A1, A2, A3)}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_protocol(server: Server, articles: dict[str, str], case: Case) -> None:
    def real(value: Any) -> Any:
        for name, iri in articles.items():
            value = value.replace(f"<{name}>", f"<{iri}>") if value != name else iri
        return value

    query = urlencode([(name, real(value)) for name, value in case.url]).replace("%25FF", "%FF")
    body = real(case.body) if isinstance(case.body, str) else case.body
    headers = dict(case.headers)
    if case.form is not None:
        headers |= FORM
        body = urlencode([(name, real(value)) for name, value in case.form])
    with server.client() as client:
        found = client.request(case.method, f"/sparql?{query}", content=body, headers=headers)
    assert found.status_code == case.status, found.text
    if case.status == 200:
        assert found.headers["Content-Type"] in case.types
    else:
        assert found.headers["Content-Type"] == "text/plain; charset=utf-8"
        assert found.text.strip()
    if case.truth is not None:
        assert found.json()["boolean"] is case.truth


ROWS = "SELECT ?s { ?s ?p ?o } LIMIT 1"
TRIPLES = "CONSTRUCT WHERE { ?s ?p ?o } LIMIT 9"
BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"


@pytest.mark.parametrize(
    ("query", "accept", "media_type"),
    [
        (ROWS, "application/sparql-results+xml", "application/sparql-results+xml"),
        (ROWS, "text/csv", "text/csv; charset=utf-8"),
        (ROWS, "text/csv;q=0.4, text/turtle, */*;q=0.1", "text/csv; charset=utf-8"),
        (ROWS, "application/json", "application/json"),
        (ROWS, BROWSER, "application/sparql-results+json"),
        (TRIPLES, "application/n-triples", "application/n-triples"),
        (TRIPLES, "application/ld+json", "application/ld+json"),
        (TRIPLES, "application/rdf+xml", "application/rdf+xml"),
        (TRIPLES, "text/turtle", "text/turtle; charset=utf-8"),
    ],
)
def test_the_format_is_the_client_s(
    server: Server, query: str, accept: str, media_type: str
) -> None:
    with server.client() as client:
        found = client.get("/sparql", params={"query": query}, headers={"Accept": accept})
    assert found.status_code == 200
    assert found.headers["Content-Type"] == media_type
    assert found.headers["Vary"] == "Accept"


def test_a_format_that_is_not_there_is_told(server: Server) -> None:
    with server.client() as client:
        found = client.get("/sparql", params={"query": ASK}, headers={"Accept": "image/png"})
    assert found.status_code == 406
    assert "text/csv" in found.text


def test_head_says_what_get_would(server: Server) -> None:
    with server.client() as client:
        got = client.get("/sparql", params={"query": ASK})
        head = client.head("/sparql", params={"query": ASK})
    assert head.status_code == 200
    assert head.content == b""
    assert head.headers["Content-Length"] == got.headers["Content-Length"]


def test_options_tell_the_methods_also_to_other_sites(server: Server) -> None:
    asked = {"Origin": "https://example.org", "Access-Control-Request-Method": "POST"}
    with server.client() as client:
        found = client.options("/sparql", headers=asked)
    assert found.status_code == 204
    assert found.headers["Allow"] == "GET, POST, HEAD, OPTIONS"
    assert found.headers["Access-Control-Allow-Origin"] == "*"
    assert "POST" in found.headers["Access-Control-Allow-Methods"]
    assert "Access-Control-Allow-Credentials" not in found.headers


def test_a_method_that_is_none_here_is_told_those_that_are(server: Server) -> None:
    with server.client() as client:
        found = client.put("/sparql", content="x")
    assert found.status_code == 405
    assert set(found.headers["Allow"].split(", ")) == {"GET", "POST", "HEAD", "OPTIONS"}


def test_an_answer_that_is_too_long_is_none(server: Server) -> None:
    with server.client() as client:
        found = client.get("/sparql", params={"query": "SELECT * { ?a ?b ?c . ?d ?e ?f }"})
    assert found.status_code == 507
    assert "1000" in found.text


def test_a_query_of_any_letters_comes_through(server: Server) -> None:
    query = "SELECT ('Nguyễn Văn Hùng + 100%' AS ?x) {}"
    with server.client() as client:
        for found in (
            client.get("/sparql", params={"query": query}),
            client.get(f"/sparql?query={quote(query)}"),
            client.post("/sparql", data={"query": query}),
            client.post("/sparql", content=query.encode(), headers=DIRECT),
        ):
            value = found.json()["results"]["bindings"][0]["x"]["value"]
            assert value == "Nguyễn Văn Hùng + 100%"


def test_a_browser_without_a_query_gets_the_editor(server: Server) -> None:
    with server.client() as client:
        found = client.get("/sparql", headers={"Accept": BROWSER})
    assert found.status_code == 303
    assert found.headers["Location"] == "editor"
