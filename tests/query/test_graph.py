"""A graph in Python: asked, looked at, and handed to other libraries."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

import kg
from kg.errors import AmbiguousError, QueryError, UsageError
from kg.query.analysis import MEASURES
from tests.graph.readings import full, post
from tests.pipeline.made import put
from tests.view.test_render import labels


@pytest.fixture
def graph(tmp_path: Path, readings_are_files: None) -> Iterator[kg.Graph]:  # noqa: ARG001
    later = post("a2", "Lê An", "Bí thư", "Huyện ủy Văn Lâm", "2023-12-01")
    kg.build(put(tmp_path / "in", full("a1"), later), tmp_path / "a.kg")
    with kg.open(tmp_path / "a.kg") as opened:
        yield opened


def test_a_stored_question_takes_words_and_days(graph: kg.Graph) -> None:
    held = graph.ask("holders", position="Bí thư Huyện ủy Văn Lâm", on="2023-07-31")
    assert [row["name"] for row in held.dicts()] == ["Lê An"]
    assert graph.ask("holders", position="bi thu huyen uy van lam", on=date(2023, 7, 31)) == held
    assert len(graph.ask("changes", from_="2030")) == 0
    assert "holders" in [question.name for question in graph.questions()]


def test_what_is_asked_wrongly_is_said(graph: kg.Graph) -> None:
    with pytest.raises(UsageError, match="wants position"):
        graph.ask("holders")
    with pytest.raises(AmbiguousError, match="choose one"):
        graph.ask("members", body="van lam")
    with pytest.raises(QueryError, match="'fame' is none of degree"):
        graph.central("fame")


def test_sparql_gives_rows_that_pandas_takes(graph: kg.Graph) -> None:
    rows = graph.query(
        "SELECT ?name (2 AS ?n) { ?p a foaf:Person ; foaf:name ?name } ORDER BY ?name"
    )
    assert isinstance(rows, kg.Rows)
    frame = rows.to_pandas()
    assert list(frame.columns) == ["name", "n"]
    assert frame["n"].sum() == 2 * len(rows)
    assert kg.query(graph, "ASK { ?p foaf:name 'Lê An' }") is True


def test_rows_are_shown_in_a_notebook_as_text(graph: kg.Graph) -> None:
    rows = graph.query('SELECT ("<b>" AS ?x) (<urn:y> AS ?x_iri) {}')
    assert isinstance(rows, kg.Rows)
    assert rows._repr_html_().endswith("<tbody><tr><td>&lt;b&gt;</td></tr></tbody></table>")


def test_things_are_found_and_told(graph: kg.Graph) -> None:
    (thing,) = graph.find("LE AN", ("person",))
    assert graph.known(thing) == graph.known("lê an")
    assert "Lê An: Bí thư Huyện ủy Văn Lâm" in [fact.label for fact in graph.known(thing).facts]


def test_rdflib_sees_the_union(graph: kg.Graph) -> None:
    names = graph.rdflib().query("SELECT ?n { ?p a foaf:Person ; foaf:name ?n }")
    assert len(list(names)) == len({str(row[0]) for row in names})


def test_a_post_is_one_edge_of_the_network(graph: kg.Graph) -> None:
    network = graph.network()
    assert {data["kind"] for _, data in network.nodes(data=True)} == {"person", "body", "directive"}
    (person,) = graph.find("le an", ("person",))
    (body,) = (thing for thing in graph.find("huyen uy van lam", ("body",)) if thing.exact)
    held = network.get_edge_data(person.iri, body.iri).values()
    assert {(edge["relation"], edge["label"]) for edge in held} >= {("holds", "Bí thư")}
    assert {data["kind"] for _, data in graph.network(("person",)).nodes(data=True)} == {"person"}


@pytest.mark.parametrize("measure", MEASURES)
def test_who_is_central_is_the_same_each_time(graph: kg.Graph, measure: str) -> None:
    found = graph.central(measure, most=3)
    assert found == graph.central(measure, most=3)
    scores = [row["score"] for row in found.dicts()]
    assert len(scores) == 3
    assert scores == sorted(scores, reverse=True)


def test_communities_are_numbered_from_the_largest(graph: kg.Graph) -> None:
    found = [(row["community"], row["name"]) for row in graph.communities().dicts()]
    assert found == [(row["community"], row["name"]) for row in graph.communities().dicts()]
    sizes = [sum(1 for n, _ in found if n == number) for number in sorted({n for n, _ in found})]
    assert sizes == sorted(sizes, reverse=True)
    assert min(sizes) > 1


def test_a_page_is_made_of_a_graph(graph: kg.Graph) -> None:
    assert "Lê An" in labels(kg.render(graph))
