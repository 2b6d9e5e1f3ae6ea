"""Checks: a sound graph has no problem, and each kind of contradiction is found."""

from dataclasses import replace

import pytest
from pyoxigraph import Literal, NamedNode, Quad

from kg.graph.check import Problem, check
from kg.graph.namespaces import BASE, iri
from kg.graph.questions import names, rows
from kg.graph.store import with_union
from kg.model import Link
from tests.graph.readings import full
from tests.graph.test_facts import store_of


def found(name: str, *extra: Quad) -> list[str]:
    """The messages of one question of `violations/` on a sound graph with some more quads."""
    store = store_of(full())
    store.quads.extend(with_union(extra))
    return [row["message"] or "" for row in rows(store, "violations", name)]


@pytest.mark.parametrize("name", names("violations"))
def test_a_sound_graph_contradicts_itself_nowhere(name: str) -> None:
    assert found(name) == []


def quad(subject: str, predicate: str, value: NamedNode | Literal) -> Quad:
    return Quad(NamedNode(BASE + subject), iri(predicate), value, NamedNode(f"{BASE}article/a1"))


def node(path: str) -> NamedNode:
    return NamedNode(BASE + path)


@pytest.mark.parametrize(
    ("name", "extra"),
    [
        ("no-label", [quad("person/x", "rdf:type", iri("foaf:Person"))]),
        ("no-source", [quad("person/x", "rdf:type", iri("foaf:Person"))]),
        ("no-class", [quad("membership/x", "org:member", node("person/nobody"))]),
        (
            "until-before-since",
            [
                quad("membership/x", "rdf:type", iri("org:Membership")),
                quad(
                    "membership/x", "vnkg:since", Literal("2020-05", datatype=iri("xsd:gYearMonth"))
                ),
                quad("membership/x", "vnkg:until", Literal("2019", datatype=iri("xsd:gYear"))),
            ],
        ),
        (
            "own-part",
            [
                quad("body/x", "org:subOrganizationOf", node("body/y")),
                quad("body/y", "org:subOrganizationOf", node("body/x")),
            ],
        ),
        (
            "own-object",
            [
                quad("link/x", "rdf:type", iri("vnkg:Link")),
                quad("link/x", "rdf:subject", node("directive/x")),
                quad("link/x", "rdf:object", node("directive/x")),
            ],
        ),
        (
            "empty-quote",
            [
                quad("x", "rdf:type", iri("oa:TextQuoteSelector")),
                quad("x", "oa:start", Literal(3)),
                quad("x", "oa:end", Literal(9)),
                quad("x", "oa:exact", Literal("abc")),
            ],
        ),
    ],
)
def test_a_contradiction_is_found(name: str, extra: list[Quad]) -> None:
    assert found(name, *extra)


def test_a_year_and_a_month_in_it_do_not_contradict() -> None:
    extra = [
        quad("membership/x", "rdf:type", iri("org:Membership")),
        quad("membership/x", "vnkg:since", Literal("2020-05", datatype=iri("xsd:gYearMonth"))),
        quad("membership/x", "vnkg:until", Literal("2020", datatype=iri("xsd:gYear"))),
    ]
    assert found("until-before-since", *extra) == []


def test_problems_name_node_message_and_sentence() -> None:
    reading = full()
    wrong = replace(reading, links=(Link("d1", "amends", "d1", reading.links[0].evidence),))
    problems = [p for p in check(store_of(wrong)) if "itself" in p.message]
    assert len(problems) == 1
    assert problems[0].sentence.startswith("Huyện ủy thực hiện")
    assert str(Problem("n", "m", "s")) == 'n: m (read from "s")'
