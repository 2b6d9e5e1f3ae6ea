"""Which part of a graph a page carries: a time, a focus, what a query names."""

import pytest

from kg.errors import QueryError, UsageError
from kg.view import page, render
from kg.view.content import Value, when

from .sample import handmade, many
from .test_render import data, labels

KHANH, CUONG = "Nguyễn Bật Khánh", "Bùi Huy Cường"
VAN_LAM, BAN = "Huyện ủy Văn Lâm", "Ban Tổ chức Huyện ủy Văn Lâm"
POST = "PREFIX org: <http://www.w3.org/ns/org#> "


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ({}, None),
        ({"since": ["2018"]}, ("2018", "2018")),
        ({"until": ["2020"]}, ("2020", "2020")),
        ({"since": ["2018-04"], "until": ["2020"]}, ("2018-04", "2020")),
        ({"since": ["2018"], "observedOn": ["2023-07-31"]}, ("2018", "2023-07-31")),
        ({"until": ["2020"], "observedOn": ["2019-05-01"]}, ("2019-05-01", "2020")),
        ({"observedOn": ["2023-07-31", "2021-02-03"]}, ("2021-02-03", "2023-07-31")),
        ({"date": ["2022-06-16"]}, ("2022-06-16", "2022-06-16")),
    ],
)
def test_when_a_fact_is_of(told: dict[str, list[str]], expected: tuple[str, str] | None) -> None:
    details = tuple((key, Value(text)) for key, texts in told.items() for text in texts)
    assert when(details) == expected


def test_a_time_keeps_what_is_told_of_it() -> None:
    assert KHANH in labels(render(handmade(), since="2021", until="2022"))
    assert "Nghị quyết 21-NQ/TW" in labels(render(handmade(), since="2022-06", until="2022-06"))
    late = labels(render(handmade(), since="2024"))
    assert late == set()
    assert CUONG not in labels(render(handmade(), since="2000"))  # nothing dates his post


@pytest.mark.parametrize("bad", ["23", "2023-13", "2023-1", "soon", "2023-07-32"])
def test_what_is_no_date_is_refused(bad: str) -> None:
    with pytest.raises(UsageError, match=bad):
        render(handmade(), since=bad)


def test_an_end_before_the_beginning_is_refused() -> None:
    with pytest.raises(UsageError, match="2023 until 2022"):
        render(handmade(), since="2023", until="2022")
    assert render(handmade(), since="2023-06", until="2023")


def test_a_select_names_what_is_drawn() -> None:
    query = POST + "SELECT ?p ?b { ?m org:member ?p ; org:organization ?b }"
    told = data(render(handmade(), query=query))
    assert {node["label"] for node in told["nodes"]} == {KHANH, CUONG, VAN_LAM, BAN}
    assert {fact["relation"] for fact in told["facts"]} == {"holds", "partOf"}
    assert told["scope"]["query"] is True


def test_a_fact_that_is_named_brings_its_ends() -> None:
    query = POST + 'SELECT ?m { ?m org:member ?p ; vnkg:roleLabel "Bí thư" }'
    told = data(render(handmade(), query=query))
    assert {node["label"] for node in told["nodes"]} == {KHANH, VAN_LAM}
    assert [fact["id"] for fact in told["facts"]] == ["membership/1"]


def test_a_construct_may_draw_lines_of_its_own() -> None:
    query = POST + (
        "CONSTRUCT { ?p <http://example.org/worksWith> ?q . ?q <http://example.org/likes>"
        " <http://example.org/Tea> } { ?m org:member ?p . ?n org:member ?q FILTER(?p != ?q) }"
    )
    told = data(render(handmade(), query=query))
    assert {fact["relation"] for fact in told["facts"]} == {"worksWith", "likes"}
    kinds = {node["label"]: node["kind"] for node in told["nodes"]}
    assert kinds["Tea"] == "thing"
    assert kinds[KHANH] == "person"


def test_a_construct_of_what_the_graph_has_is_drawn_with_its_sentences() -> None:
    query = "CONSTRUCT { ?d eli:passed_by ?b } { ?d eli:passed_by ?b }"
    told = data(render(handmade(), query=query))
    assert [fact["relation"] for fact in told["facts"]] == ["issuedBy"]
    assert all(node["quotes"] for node in told["nodes"])


@pytest.mark.parametrize(
    ("query", "word"),
    [
        ("ASK { ?a ?b ?c }", "ASK"),
        ('SELECT ?x { BIND("text" AS ?x) }', "nothing that can be drawn"),
        ("SELECT ?x {", "cannot be parsed"),
        ("INSERT DATA { <a:a> <a:b> <a:c> }", "INSERT|update"),
    ],
)
def test_a_query_that_draws_nothing_is_an_error(query: str, word: str) -> None:
    with pytest.raises(QueryError, match=word):
        render(handmade(), query=query)


def test_a_focus_and_a_query_are_one_too_many() -> None:
    with pytest.raises(UsageError, match="not both"):
        render(handmade(), query="SELECT * { ?a ?b ?c }", focus=KHANH)


def test_a_hub_has_a_few_of_its_sentences_and_their_number() -> None:
    nodes = {node["label"]: node for node in data(render(many(80)))["nodes"]}
    hub = nodes["Huyện ủy Văn Lâm"]
    assert len(hub["quotes"]) == 6
    assert hub["mentions"] > 6
    assert len(hub["articles"]) == hub["mentions"]


def test_what_fits_is_not_said_to_be_cut() -> None:
    made = page(many(3))
    assert made.note == ""
    assert made.left == 0
