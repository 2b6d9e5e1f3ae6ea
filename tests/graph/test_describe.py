"""From readings to quads: the shape of the graph, its terms, and facts as shared nodes."""

from dataclasses import replace

import pytest
from hypothesis import given
from pyoxigraph import Literal, NamedNode, Quad

from kg.graph import describe
from kg.graph.namespaces import BASE, VOCABULARIES, iri
from kg.graph.page import partial_date
from kg.model import Reading
from kg.resolve import resolve
from kg.vocabulary import ontology_files
from tests.graph.readings import TEXT, full, post, readings, seen


def quads(*given: Reading) -> list[Quad]:
    """The quads of readings, in the order in which they come."""
    identity = resolve(given)
    return [quad for reading in given for quad in describe(reading, identity)]


def nodes(found: list[Quad], kind: str) -> set[str]:
    """The IRIs of the nodes of a class."""
    return {
        q.subject.value
        for q in found
        if q.predicate == iri("rdf:type")
        and q.object == iri(kind)
        and isinstance(q.subject, NamedNode)
    }


def values(found: list[Quad], predicate: str) -> set[object]:
    """All values of a property."""
    return {quad.object for quad in found if quad.predicate == iri(predicate)}


# What the specifications define that rdflib has no closed namespace for.
SPECIFIED = {
    "eli": ("date_document", "id_local", "passed_by", "type_document"),
    "oa": (
        "TextPositionSelector",
        "TextQuoteSelector",
        "end",
        "exact",
        "hasSelector",
        "hasSource",
        "start",
    ),
}


def defined() -> set[str]:
    """The terms that rdflib's closed namespaces or the ontology define, of our vocabularies."""
    from rdflib import Graph, URIRef
    from rdflib.namespace import DCTERMS, FOAF, ORG, PROV, RDF, RDFS, SDO, SKOS

    closed = {str(t) for ns in (DCTERMS, FOAF, ORG, PROV, RDF, RDFS, SDO, SKOS) for t in dir(ns)}
    closed |= {VOCABULARIES[prefix] + name for prefix, names in SPECIFIED.items() for name in names}
    graph = Graph()
    for path in ontology_files():
        graph.parse(path)
    return closed | {str(s) for s in graph.subjects() if isinstance(s, URIRef)}


def test_only_defined_terms_are_used() -> None:
    found = quads(full())
    data = BASE, *(VOCABULARIES[prefix] for prefix in ("xsd",))
    used = {q.predicate.value for q in found}
    used |= {q.object.value for q in found if isinstance(q.object, NamedNode)}
    known = defined()
    assert sorted(t for t in used if not t.startswith(data) and t not in known) == []


def test_all_stands_in_the_graph_of_the_article() -> None:
    assert {quad.graph_name for quad in quads(full("bài 1"))} == {
        NamedNode(f"{BASE}article/bài%201")
    }


def test_no_quad_comes_twice() -> None:
    found = quads(full())
    assert len(found) == len(set(found))


LABELLED = (
    "foaf:Person",
    "org:Organization",
    "org:Post",
    "org:Membership",
    "vnkg:AdministrativeUnit",
    "vnkg:Directive",
    "vnkg:Link",
    "vnkg:Participation",
    "schema:Event",
)


def test_every_entity_and_fact_has_a_label_and_a_source() -> None:
    found = quads(full())
    for kind in LABELLED:
        for node in nodes(found, kind):
            told = {q.predicate for q in found if q.subject == NamedNode(node)}
            assert {iri("rdfs:label"), iri("prov:wasDerivedFrom")} <= told, node


def test_the_same_fact_of_two_articles_is_one_node_with_two_sentences() -> None:
    one = post("a1", "Lê An", "Bí thư", "Huyện ủy Văn Lâm", "2022-01-01")
    other = post("a2", "Lê An", "Bí thư", "Huyện ủy Văn Lâm", "2023-01-01")
    found = quads(one, other)
    assert len(nodes(found, "org:Membership")) == 1
    assert len(nodes(found, "vnkg:Evidence")) == 2 * len(one.persons)
    assert len(values(found, "vnkg:observedOn")) == 2


@pytest.mark.parametrize(
    "change",
    [
        {"status": "former"},
        {"since": "2020"},
        {"until": "2021"},
        {"role": "Phó Bí thư"},
        {"term": "x"},
    ],
)
def test_status_and_dates_make_another_fact(change: dict[str, str]) -> None:
    one = post("a1", "Lê An", "Bí thư", "Huyện ủy Văn Lâm")
    other = replace(one, memberships=(replace(one.memberships[0], **change),))
    both = replace(one, memberships=one.memberships + other.memberships)
    assert len(nodes(quads(both), "org:Membership")) == 2


def test_where_it_was_read_makes_no_other_fact() -> None:
    one = post("a1", "Lê An", "Bí thư", "Huyện ủy Văn Lâm")
    again = replace(one.memberships[0], evidence=seen(5, 9, "other", 0.5))
    both = replace(one, memberships=(*one.memberships, again))
    assert len(nodes(quads(both), "org:Membership")) == 1


def test_only_those_in_office_hold_the_post() -> None:
    held = {}
    for status in ("current", "starts", "acting", "former", "ends", "proposed"):
        one = post("a1", "Lê An", "Bí thư", "Huyện ủy Văn Lâm")
        one = replace(one, memberships=(replace(one.memberships[0], status=status),))
        held[status] = bool(values(quads(one), "org:holds"))
    assert [status for status in held if held[status]] == ["current", "starts", "acting"]


def test_evidence_quotes_the_text_at_its_place() -> None:
    found = quads(full())
    assert Literal(TEXT[0:47]) in values(found, "oa:exact")
    assert NamedNode(f"{BASE}article/a1#char=0,47") in values(found, "oa:hasSelector")


@pytest.mark.parametrize(
    ("text", "kind"), [("2018", "gYear"), ("2018-04", "gYearMonth"), ("2018-04-27", "date")]
)
def test_dates_keep_their_precision(text: str, kind: str) -> None:
    assert partial_date(text) == Literal(text, datatype=iri(f"xsd:{kind}"))


@given(readings("a1"))
def test_describing_twice_gives_the_same(reading: Reading) -> None:
    assert quads(reading) == quads(reading)
