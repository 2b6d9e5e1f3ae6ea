"""Answers as text, in every format."""

import csv
import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import BlankNode, Literal, NamedNode, RdfFormat, Triple, parse, parse_query_results

from kg.errors import UsageError
from kg.graph import prefixes
from kg.query import FORMATS, Answer, Rows, Triples, write
from kg.query.shorten import lengthen, shorten

PERSON = NamedNode("https://w3id.org/vnkg/id/person/le-an-0f0f0f0f")
ROWS = Rows(
    ("who", "name"),
    (
        (PERSON, Literal('Lê "An"\tBình')),
        (BlankNode("b"), Literal("một\nhai", language="vi")),
        (None, Literal(3)),
    ),
    prefixes(),
)
TRIPLES = Triples(
    (Triple(PERSON, NamedNode("http://xmlns.com/foaf/0.1/name"), Literal("Lê An")),), prefixes()
)


def text(answer: Answer, format: str | None = None) -> str:  # noqa: A002 - as the option is called
    out = io.StringIO()
    write(answer, format, out)
    return out.getvalue()


def test_a_table_has_columns_one_under_the_other() -> None:
    lines = text(ROWS).splitlines()
    assert lines[0] == "who                    name"
    assert lines[1] == 'person:le-an-0f0f0f0f  Lê "An" Bình'
    assert lines[3] == "                       3"


def test_a_table_of_no_rows_has_its_head() -> None:
    assert text(Rows(("a", "b"), ())) == "a  b\n"


def test_a_terminal_gets_a_frame() -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    out = Terminal()
    write(ROWS, None, out)
    assert "Lê" in out.getvalue()
    assert "3 rows" in out.getvalue()


def test_csv_comes_back() -> None:
    found = list(csv.reader(io.StringIO(text(ROWS, "csv"))))
    assert found[0] == ["who", "name"]
    assert found[1] == [PERSON.value, 'Lê "An"\tBình']
    assert found[3] == ["", "3"]


@pytest.mark.parametrize("name", ["json", "tsv", "xml"])
def test_standard_formats_are_read_by_others(name: str) -> None:
    from pyoxigraph import QueryResultsFormat, QuerySolutions

    kind = {
        "json": QueryResultsFormat.JSON,
        "tsv": QueryResultsFormat.TSV,
        "xml": QueryResultsFormat.XML,
    }[name]
    found = parse_query_results(text(ROWS, name), format=kind)
    assert isinstance(found, QuerySolutions)
    solutions = list(found)
    assert [s["name"] for s in solutions] == [row[1] for row in ROWS]
    assert solutions[0]["who"] == PERSON
    assert solutions[2]["who"] is None


def test_markdown_escapes_bars() -> None:
    rows = Rows(("a",), ((Literal("x|y"),),))
    assert text(rows, "markdown") == "| a |\n| --- |\n| x\\|y |\n"


@pytest.mark.parametrize(("value", "word"), [(True, "yes"), (False, "no")])
def test_a_truth_in_every_format(value: bool, word: str) -> None:
    assert text(value) == f"{word}\n"
    assert json.loads(text(value, "json"))["boolean"] is value
    assert word in text(value, "csv")


def test_what_xml_cannot_hold_is_marked() -> None:
    assert "<literal>\ufffd&lt;b&gt;</literal>" in text(
        Rows(("a",), ((Literal("\x01<b>"),),)), "xml"
    )


def test_turtle_uses_prefixes() -> None:
    assert "person:le-an-0f0f0f0f foaf:name" in text(TRIPLES)
    assert "person:le-an-0f0f0f0f" in text(TRIPLES, "table")


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("ttl", RdfFormat.TURTLE),
        ("nq", RdfFormat.N_QUADS),
        ("jsonld", RdfFormat.JSON_LD),
        ("rdf", RdfFormat.RDF_XML),
    ],
)
def test_triples_come_back(name: str, kind: RdfFormat) -> None:
    assert [q.triple for q in parse(text(TRIPLES, name), format=kind)] == list(TRIPLES)


@pytest.mark.parametrize(
    ("answer", "name"), [(ROWS, "ttl"), (TRIPLES, "csv"), (True, "nq"), (ROWS, "x")]
)
def test_a_format_that_does_not_fit_is_said(answer: Answer, name: str) -> None:
    with pytest.raises(UsageError, match=f"{name} cannot hold (rows|triples); choose one of"):
        text(answer, name)


def test_every_format_is_tried_here() -> None:
    assert set(FORMATS["rows"]) == {"table", "csv", "tsv", "json", "xml", "markdown"}
    assert set(FORMATS["triples"]) == {"ttl", "jsonld", "nq", "rdf", "table"}


@pytest.mark.parametrize(
    ("iri", "name"),
    [
        ("http://www.w3.org/ns/org#Post", "org:Post"),
        ("https://w3id.org/vnkg/id/body/bo-chinh-tri", "body:bo-chinh-tri"),
        (
            "https://w3id.org/vnkg/id/article/a#char=1,2",
            "<https://w3id.org/vnkg/id/article/a#char=1,2>",
        ),
        ("https://example.org/x", "<https://example.org/x>"),
    ],
)
def test_iris_are_shortened_only_to_what_a_query_reads(iri: str, name: str) -> None:
    assert shorten(iri, prefixes()) == name
    assert lengthen(name, prefixes()) == iri


@given(st.from_regex(r"[a-z0-9.#/-]{0,9}", fullmatch=True))
def test_a_shortened_iri_comes_back(local: str) -> None:
    iri = "https://w3id.org/vnkg/id/person/" + local
    assert lengthen(shorten(iri, prefixes()), prefixes()) == iri
