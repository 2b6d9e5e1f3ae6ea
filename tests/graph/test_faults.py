"""`check` finds every kind of fault that is planted in a sound graph, and names its node."""

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TypeAlias

import pytest
from pyoxigraph import BlankNode, DefaultGraph, Literal, NamedNode, Quad, RdfFormat, Triple, parse

from kg.graph import BASE, Store, describe
from kg.graph.check import check
from kg.graph.namespaces import iri
from kg.graph.ontology import ontology_quads
from kg.graph.questions import names, rows
from kg.model import Mention, Succession
from kg.resolve import resolve
from kg.vocabulary import ontology_files
from tests.graph.readings import full

ROOT = Path(__file__).resolve().parents[2]
Said: TypeAlias = tuple[NamedNode, str, NamedNode | BlankNode | Literal | Triple]


@cache
def sound() -> frozenset[Quad]:
    """Two articles that tell the same, an IRI that gave way, a succession, and words in use."""
    readings = (full("a1"), full("a2"))
    identity = resolve(readings)
    own = {Mention("a1", "person", "Lê An"): "person/old"}
    province = Mention("a1", "unit", "tỉnh Hưng Yên")
    followed = (Succession(province, "unit/new", "tỉnh X", "succession-tinh-bac-giang-2025"),)
    told = {*describe(readings[0], identity, own=own, successions=followed)}
    told |= {*describe(readings[1], identity)}
    words = {*ontology_quads(ontology_files())}
    core = {*ontology_quads(file for file in ontology_files() if file.name == "core.ttl")}
    used = {quad.object for quad in told}
    used |= {quad.subject for quad in words if quad.object == iri("vnkg:UnitKind")}
    while more := {q.object for q in words if q.subject in used} - used:
        used |= more
    return frozenset(told | core | {quad for quad in words if quad.subject in used})


def values(node: NamedNode, name: str) -> list[NamedNode]:
    """The things that a property leads to, in order."""
    found = {q.object for q in sound() if (q.subject, q.predicate) == (node, iri(name))}
    return sorted((thing for thing in found if isinstance(thing, NamedNode)), key=str)


def called(label: str, kind: str) -> NamedNode:
    """The one node of a class with that label."""
    nodes = {q.subject for q in sound() if q.object == Literal(label)}
    (node,) = (n for n in nodes if isinstance(n, NamedNode) and iri(kind) in values(n, "rdf:type"))
    return node


def at(path: str) -> NamedNode:
    return NamedNode(BASE + path)


def typed(value: str, datatype: str) -> Literal:
    return Literal(value, datatype=iri(f"xsd:{datatype}"))


def copied(node: NamedNode, other: NamedNode) -> tuple[Said, ...]:
    """What an article says of a node, said of another one, too."""
    said = [q for q in sound() if q.subject == node and q.graph_name == A1]
    return tuple((other, q.predicate.value, q.object) for q in said)


A1, A2, A3 = at("article/a1"), at("article/a2"), at("article/a3")
NOBODY, STRANGE = at("person/x"), at("strange")
AN = called("Lê An", "foaf:Person")
HUNG = called("Nguyễn Văn Hùng", "foaf:Person")
COMMITTEE = called("Huyện ủy Văn Lâm", "org:Organization")
COUNCIL = called("Hội đồng nhân dân huyện Văn Lâm", "org:Organization")
COMMISSION = called("Ban Tổ chức Huyện ủy Văn Lâm", "org:Organization")
PROVINCE = called("tỉnh Hưng Yên", "vnkg:AdministrativeUnit")
DISTRICT = called("huyện Văn Lâm, tỉnh Hưng Yên", "vnkg:AdministrativeUnit")
POST = called("Bí thư Huyện ủy Văn Lâm", "org:Post")
HOLDING = called("Lê An: Bí thư Huyện ủy Văn Lâm", "org:Membership")
FORMER = called("Nguyễn Văn Hùng: Chủ tịch nước", "org:Membership")
RESOLUTION = called("Nghị quyết 21-NQ/TW", "vnkg:Directive")
PLAN = called("Kế hoạch 68-KH/HU", "vnkg:Directive")
LINK = called("Kế hoạch 68-KH/HU → Nghị quyết 21-NQ/TW", "vnkg:Link")
SHARE = called("Lê An: hội nghị sơ kết, 2023-07-31", "vnkg:Participation")
(EVENT, *_), (PROOF, *_) = values(SHARE, "vnkg:event"), values(HOLDING, "vnkg:evidence")
(QUOTE,) = values(PROOF, "oa:hasSelector")
OLD, AGAIN, PART = at("person/old"), at("membership/z"), at("participation/x")
TITLE, WORD = iri("vnkg:position-bi-thu"), iri("vnkg:implement")
DESCRIBED: tuple[Said, ...] = ((NOBODY, "rdf:type", iri("foaf:Person")),)


@dataclass(frozen=True)
class Fault:
    """What is taken out of all graphs and put into one, and what is found then."""

    kind: str
    node: NamedNode
    message: str
    gone: tuple[tuple[NamedNode, str], ...] = ()
    new: tuple[Said, ...] = ()
    graph: NamedNode | DefaultGraph = A1


def no(node: NamedNode, name: str, message: str) -> Fault:
    """A property is missing."""
    return Fault(f"no {name}", node, message, ((node, name),))


def other(node: NamedNode, name: str, value: NamedNode | Literal, message: str) -> Fault:
    """A property has another value than it should."""
    return Fault(f"other {name}", node, message, ((node, name),), ((node, name, value),))


def also(node: NamedNode, name: str, value: NamedNode | Literal, message: str) -> Fault:
    """A property has a value that it should not have."""
    return Fault(f"also {name}", node, message, (), ((node, name, value),))


FAULTS = (
    # an article and its graph
    no(A1, "rdfs:label", "Has no label"),
    no(A1, "dcterms:identifier", "one identifier"),
    also(A1, "dcterms:identifier", Literal("a3"), "one identifier"),
    other(A1, "dcterms:identifier", Literal("a2"), "another has its identifier a2"),
    no(A1, "schema:headline", "one headline"),
    other(A1, "schema:datePublished", Literal("hôm qua"), "publication date is no date"),
    no(A1, "rdf:type", "a graph has this name, but no such article"),
    also(A2, "rdf:type", iri("schema:NewsArticle"), "the graph of another article describes it"),
    Fault("default graph", NOBODY, "beside all articles", new=DESCRIBED, graph=DefaultGraph()),
    # names of things
    no(AN, "foaf:name", "A person has a name"),
    other(AN, "foaf:name", Literal("Lê An "), "blank at an end"),
    other(AN, "foaf:name", Literal("Le\u0302 An"), "has its mark apart"),
    no(AN, "skos:hiddenLabel", "no name without accents"),
    no(COMMITTEE, "skos:prefLabel", "A body has a name"),
    no(POST, "rdfs:label", "it has no label"),
    Fault("another path", STRANGE, "not one of its class", new=copied(AN, STRANGE)),
    also(AN, "rdf:type", iri("org:Organization"), "two kinds of things"),
    # where a thing was read
    no(AN, "vnkg:evidence", "Has no evidence"),
    no(HOLDING, "prov:wasDerivedFrom", "no article says so"),
    other(AN, "prov:wasDerivedFrom", A2, "another article than that of its graph"),
    other(PROOF, "oa:hasSource", A2, "another article than that of its graph"),
    other(PROOF, "vnkg:confidence", typed("1.5", "decimal"), "decimal from 0 to 1"),
    no(PROOF, "vnkg:rule", "names its rule"),
    other(QUOTE, "oa:exact", Literal("Dự hội nghị"), "does not fit its place"),
    other(QUOTE, "oa:exact", Literal(""), "quotes its text"),
    other(QUOTE, "oa:exact", Literal(" " * 47), "its quotation is blank"),
    other(QUOTE, "oa:start", Literal(90), "before its end"),
    other(QUOTE, "oa:end", Literal(48), "its name is not its place"),
    Fault("unused", at("evidence/x"), "nothing refers to it", new=copied(PROOF, at("evidence/x"))),
    # IRIs that gave way, and what was followed
    also(OLD, "rdf:type", iri("foaf:Person"), "the same as another, and yet told of"),
    also(OLD, "owl:sameAs", HUNG, "the same as two"),
    also(NOBODY, "owl:sameAs", OLD, "the same as one that is the same"),
    also(PROVINCE, "dcterms:isReplacedBy", PROVINCE, "it follows itself"),
    no(PROVINCE, "vnkg:replacedIn", "in no succession"),
    no(PROVINCE, "dcterms:isReplacedBy", "replaced by nothing"),
    no(at("unit/new"), "rdfs:label", "replaced another, but has no label"),
    # posts
    no(HOLDING, "org:member", "exactly one member"),
    other(HOLDING, "org:member", NOBODY, "exactly one member"),
    Fault("undescribed", NOBODY, "not described", new=((HOLDING, "vnkg:decidedBy", NOBODY),)),
    other(HOLDING, "org:organization", COUNCIL, "its post is in another body"),
    other(HOLDING, "vnkg:roleLabel", Literal("Phó Bí thư"), "its post has another role"),
    other(HOLDING, "org:role", iri("vnkg:no-title"), "not one of the ontology"),
    other(HOLDING, "vnkg:status", iri("vnkg:status-gone"), "one status of the list"),
    other(HOLDING, "vnkg:since", typed("2020-02-30", "date"), "no calendar has its date"),
    other(HOLDING, "vnkg:since", typed("2020-13", "gYearMonth"), "no calendar has its date"),
    other(HOLDING, "vnkg:since", typed("2045", "gYear"), "its date 2045 is long after 2023-07-31"),
    also(HOLDING, "vnkg:since", typed("2019", "gYear"), '"since" is not one day'),
    other(FORMER, "vnkg:until", typed("2014", "gYear"), "it ends (2014) before it begins (2015)"),
    no(HOLDING, "vnkg:observedOn", "not observed on the day"),
    also(HOLDING, "vnkg:term", Literal("khóa này"), "The term is neither"),
    Fault("twice", AGAIN, "another node states", new=copied(HOLDING, AGAIN)),
    Fault("no org:holds", HOLDING, "the edge that it states is missing", ((AN, "org:holds"),)),
    also(HUNG, "org:holds", POST, "no fact states its edge org:holds"),
    # bodies and units
    no(COMMITTEE, "org:classification", "of some kind"),
    also(COMMITTEE, "org:subOrganizationOf", COMMISSION, "it is a part of itself"),
    also(COMMITTEE, "vnkg:serves", PROVINCE, "another level than its kind"),
    no(DISTRICT, "vnkg:level", "one level of the list"),
    other(DISTRICT, "vnkg:level", iri("vnkg:level-province"), "a unit that is not above it"),
    other(DISTRICT, "vnkg:level", iri("vnkg:level-commune"), "not that of its name"),
    other(DISTRICT, "skos:prefLabel", Literal("huyện Văn Lâm"), "does not end in the name"),
    other(DISTRICT, "vnkg:code", Literal("không"), "one code"),
    also(PROVINCE, "vnkg:partOf", DISTRICT, "it is a part of itself"),
    also(PROVINCE, "vnkg:eventKind", Literal("tỉnh"), "vnkg:eventKind is not for a thing"),
    # directives and links
    other(PLAN, "eli:id_local", Literal("68 -KH/HU"), "no blanks"),
    other(PLAN, "eli:date_document", typed("2032", "gYear"), "its date 2032 is long after"),
    other(PLAN, "eli:passed_by", AN, "issued by a body"),
    other(PLAN, "vnkg:typeLabel", typed("7", "integer"), "vnkg:typeLabel has a value of another"),
    Fault("unknown", WORD, "no such term", new=((PLAN, "vnkg:implement", PLAN),)),
    also(PLAN, "vnkg:implements", PLAN, "leads back to it"),
    also(RESOLUTION, "vnkg:implements", PLAN, "leads back to it"),
    other(LINK, "rdf:object", PLAN, "relates a directive to itself"),
    other(LINK, "rdf:subject", COMMITTEE, "not of the kind that its relation asks for"),
    Fault("no vnkg:implements", LINK, "edge that it states is", ((PLAN, "vnkg:implements"),)),
    also(PLAN, "vnkg:amends", RESOLUTION, "no fact states its edge vnkg:amends"),
    # events
    no(EVENT, "vnkg:eventKind", "An event has a kind"),
    other(EVENT, "schema:organizer", AN, "A body organises an event"),
    Fault("elsewhere", AN, "not described", new=((EVENT, "schema:attendee", AN),), graph=A3),
    other(SHARE, "vnkg:participant", COUNCIL, "A participation is of one person"),
    other(SHARE, "vnkg:part", iri("vnkg:part-sleeps"), "one part of the list"),
    Fault("no schema:attendee", SHARE, "edge that it states", ((EVENT, "schema:attendee"),)),
    Fault("two parts", SHARE, "has two parts in one event", new=copied(SHARE, PART)),
    # words
    no(TITLE, "skos:inScheme", "in a scheme"),
    no(TITLE, "skos:prefLabel", "one name in Vietnamese and one in English"),
)


def planted(fault: Fault) -> Store:
    """The sound graph with a fault."""
    gone = {(node, iri(name)) for node, name in fault.gone}
    kept = [quad for quad in sound() if (quad.subject, quad.predicate) not in gone]
    for node, name, value in fault.new:
        kept.append(Quad(node, NamedNode(name) if "//" in name else iri(name), value, fault.graph))
    return Store.memory(kept)


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: f"{fault.kind}: {fault.message}")
def test_a_fault_is_found(fault: Fault) -> None:
    problems = check(planted(fault))
    at_node = [problem.message for problem in problems if problem.node == fault.node.value]
    assert any(fault.message in message for message in at_node), problems


def test_a_sound_graph_has_no_fault_but_what_the_union_lacks_is_found() -> None:
    store = Store.memory(sound())
    assert check(store) == []
    store.quads.add(Quad(HUNG, iri("skos:altLabel"), Literal("Hùng"), A1))
    assert [problem.node for problem in check(store)] == [HUNG.value]


def test_a_node_without_iri_is_found() -> None:
    nobody = Quad(BlankNode(), iri("rdf:type"), iri("foaf:Person"), A1)
    problems = check(Store.memory([*sound(), nobody]))
    assert any("no IRI" in problem.message for problem in problems)


def test_every_question_finds_a_fault() -> None:
    left = {*names("violations")} - {"not-in-union"}
    for fault in FAULTS:
        store = planted(fault)
        left -= {name for name in left if any(rows(store, "violations", name))}
    assert left == set()


def test_every_class_in_use_has_a_shape() -> None:
    shapes = next(file for file in ontology_files() if file.name == "shapes.ttl")
    said = parse(path=str(shapes), format=RdfFormat.TURTLE)
    shaped = {quad.object for quad in said if quad.predicate == iri("sh:targetClass")}
    code = "".join(path.read_text("utf-8") for path in (ROOT / "kg" / "graph").rglob("*.py"))
    written = {iri(name) for name in re.findall(r'"rdf:type", iri\("([^"]+)"\)', code)}
    used = {quad.object for quad in sound() if quad.predicate == iri("rdf:type")}
    assert written <= used
    assert used - shaped == set()
