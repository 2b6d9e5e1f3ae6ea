"""The shapes are valid SHACL, a right graph conforms, and each mistake is found by its message."""

from functools import cache

import pytest
from pyshacl import validate
from rdflib import OWL, RDF, SH, Graph
from rdflib.term import Literal

from .turtle import FILES, ROOT, graph, named

PREFIXES = """
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix eli: <http://data.europa.eu/eli/ontology#> .
@prefix foaf: <http://xmlns.com/foaf/0.1/> .
@prefix oa: <http://www.w3.org/ns/oa#> .
@prefix org: <http://www.w3.org/ns/org#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix prov: <http://www.w3.org/ns/prov#> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix schema: <https://schema.org/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix vnkg: <https://w3id.org/vnkg/ontology#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@prefix : <https://example.org/id/> .
"""
PROVEN = "prov:wasDerivedFrom :article ; vnkg:evidence :evidence ."
RIGHT = f"""
:article a schema:NewsArticle ; rdfs:label "Tin" ; dcterms:identifier "a1" ;
    schema:headline "Tin" ; schema:inLanguage "vi" ; schema:datePublished "2023-07-31"^^xsd:date .
:evidence a vnkg:Evidence ; oa:hasSource :article ; oa:hasSelector :selector ;
    vnkg:rule "title-name" ; vnkg:confidence 0.9 .
:selector a oa:TextPositionSelector, oa:TextQuoteSelector ; oa:exact "Ông A là Bí thư." ;
    oa:start 0 ; oa:end 16 .
:person a foaf:Person ; rdfs:label "Trần Thị A" ; foaf:name "Trần Thị A" ;
    skos:hiddenLabel "tran thi a" ; org:holds :post ; {PROVEN}
:unit a vnkg:AdministrativeUnit ; rdfs:label "huyện B" ; skos:prefLabel "huyện B" ;
    skos:hiddenLabel "huyen b" ; vnkg:level vnkg:level-district ; vnkg:code "123" ;
    vnkg:partOf :province ; prov:wasDerivedFrom :article .
:province a vnkg:AdministrativeUnit ; rdfs:label "tỉnh C" ; skos:prefLabel "tỉnh C" ;
    skos:hiddenLabel "tinh c" ; vnkg:level vnkg:level-province ; prov:wasDerivedFrom :article .
:body a org:Organization ; rdfs:label "Huyện ủy B" ; skos:prefLabel "Huyện ủy B" ;
    skos:hiddenLabel "huyen uy b" ; org:classification vnkg:body-district-party-committee ;
    vnkg:serves :unit ; vnkg:carriesOut :directive ; {PROVEN}
:post a org:Post ; rdfs:label "Bí thư Huyện ủy B" ; skos:hiddenLabel "bi thu huyen uy b" ;
    vnkg:roleLabel "Bí thư" ; org:postIn :body ; prov:wasDerivedFrom :article .
:membership a org:Membership ; rdfs:label "Trần Thị A: Bí thư" ; org:member :person ;
    org:organization :body ; vnkg:roleLabel "Bí thư" ; vnkg:post :post ;
    vnkg:status vnkg:status-current ; vnkg:since "2020"^^xsd:gYear ;
    vnkg:until "2022-05"^^xsd:gYearMonth ; vnkg:term "2020-2025" ; {PROVEN}
:directive a vnkg:Directive ; rdfs:label "Nghị quyết 1-NQ/HU" ; vnkg:name "Nghị quyết số 1" ;
    skos:prefLabel "Nghị quyết 1-NQ/HU" ; skos:hiddenLabel "nghi quyet 1-nq/hu" ;
    vnkg:typeLabel "Nghị quyết" ; eli:id_local "1-NQ/HU" ; eli:passed_by :body ; {PROVEN}
:link a vnkg:Link ; rdfs:label "Huyện ủy B → Nghị quyết" ; rdf:subject :body ;
    rdf:predicate vnkg:carriesOut ; rdf:object :directive ; {PROVEN}
:event a schema:Event ; rdfs:label "hội nghị" ; vnkg:eventKind "hội nghị" ;
    schema:attendee :person ; schema:organizer :body ; {PROVEN}
:participation a vnkg:Participation ; rdfs:label "Trần Thị A: hội nghị" ; vnkg:event :event ;
    vnkg:participant :person ; vnkg:part vnkg:part-chairs ; {PROVEN}
"""
WORDS = """
:ontology a owl:Ontology ; dcterms:title "Từ"@vi, "Words"@en ; owl:versionInfo "1" ;
    rdfs:comment "Các từ."@vi, "The words."@en .
:Post a owl:Class ; rdfs:label "Chức vụ"@vi, "Post"@en ; rdfs:isDefinedBy :ontology ;
    rdfs:comment "Một chức vụ."@vi, "A post."@en .
:titles a skos:ConceptScheme ; skos:prefLabel "Chức danh"@vi, "Titles"@en .
:chair a skos:Concept, vnkg:PositionTitle ; skos:inScheme :titles ;
    skos:prefLabel "Chủ tịch"@vi, "Chair"@en ; skos:definition "Người chủ trì."@vi ;
    dcterms:source "Điều lệ" .
:acting a skos:Concept, vnkg:PositionQualifier ; skos:inScheme :titles ;
    skos:prefLabel "quyền"@vi, "acting"@en ; skos:definition "Tạm giữ."@vi ;
    dcterms:source "Điều lệ" ; vnkg:givesStatus :held .
:held a skos:Concept, vnkg:Status ; skos:inScheme :titles ;
    skos:prefLabel "đang giữ"@vi, "held"@en ; skos:definition "Đang giữ."@vi ;
    dcterms:source "Điều lệ" .
"""
MISTAKEN_WORDS = [
    ('"Words"@en', '"Words"@fr', "title in two languages"),
    ('owl:versionInfo "1" ;', "", "one version"),
    (', "Post"@en', "", "one label in Vietnamese and one in English"),
    (', "A post."@en', "", "explained once in Vietnamese"),
    (' ; skos:prefLabel "Chức danh"@vi, "Titles"@en', "", "one name in Vietnamese"),
    ('"Chair"@en', '"Chair"@en, "Chairman"@en', "one name in Vietnamese"),
    ("skos:inScheme :titles ;", "", "in a scheme"),
    ('skos:definition "Người chủ trì."@vi ;', "", "has a definition"),
    (" ; vnkg:givesStatus :held", "", "gives one status"),
    (":held a skos:Concept, vnkg:Status", ":held a vnkg:Status", "is a concept"),
]
MISTAKES = [
    ("org:member :person ;", "", "exactly one member"),
    ("org:member :person ;", "org:member :person, :body ;", "exactly one member"),
    ('vnkg:roleLabel "Bí thư" ; vnkg:post', "vnkg:post", "membership has a role or a role label"),
    ('vnkg:roleLabel "Bí thư" ; org:postIn', "org:postIn", "post has a role or a role label"),
    ("vnkg:post :post ;", "", "membership holds one post"),
    ("vnkg:status-current", "vnkg:status-retired", "one status of the list"),
    ("vnkg:status vnkg:status-current ;", "", "one status of the list"),
    ('"2020"^^xsd:gYear', '"2020"', '"since" is not'),
    ('"2022-05"^^xsd:gYearMonth', '"2022-05", "2023"^^xsd:gYear', '"until" is not'),
    ('vnkg:term "2020-2025"', 'vnkg:term "khóa này"', "term is neither"),
    ('"2023-07-31"^^xsd:date', '"hôm qua"', "publication date is no date"),
    ('schema:headline "Tin" ;', "", "one headline"),
    ('schema:inLanguage "vi"', 'schema:inLanguage "en"', "in Vietnamese"),
    (':article a schema:NewsArticle ; rdfs:label "Tin"', "[] a schema:NewsArticle", "no IRI"),
    ('dcterms:identifier "a1" ;', 'dcterms:identifier "a1", "a2" ;', "one identifier"),
    ('foaf:name "Trần Thị A" ;', "", "A person has a name"),
    ('foaf:name "Trần Thị A" ;', 'foaf:name " A" ;', "A person has a name"),
    ('rdfs:label "Trần Thị A" ;', "", "Has no label"),
    ('skos:hiddenLabel "tran thi a" ;', "", "no name without accents"),
    ("org:holds :post", "org:holds :body", "holds posts only"),
    ('vnkg:typeLabel "Nghị quyết" ;', "", "A directive has a type"),
    ('"1-NQ/HU" ; eli', '"1 -NQ/HU" ; eli', "no blanks"),
    ("eli:passed_by :body", "eli:passed_by :person", "issued by a body"),
    ("eli:passed_by :body", "vnkg:implements :body", "implements directives"),
    ("vnkg:carriesOut :directive ;", "vnkg:carriesOut :body ;", "carries out directives"),
    ("org:classification vnkg:body-district-party-committee ;", "", "of some kind"),
    ("vnkg:serves :unit ;", "vnkg:serves :unit, :province ;", "one administrative unit at most"),
    ("vnkg:level-district", "vnkg:level-village", "one level of the list"),
    ("vnkg:level vnkg:level-district ;", "", "one level of the list"),
    ('vnkg:code "123"', 'vnkg:code "xã"', "one code"),
    ("vnkg:partOf :province", "vnkg:partOf :body", "part of one unit"),
    ("rdf:subject :body ;", "", "A link has one subject"),
    ("vnkg:carriesOut ;", "vnkg:knows ;", "one predicate of the list"),
    ("rdf:object :directive", "rdf:object :person", "one object, a directive"),
    ("vnkg:part-chairs", "vnkg:part-sleeps", "one part of the list"),
    ('vnkg:eventKind "hội nghị" ;', "", "An event has a kind"),
    ("schema:organizer :body", "schema:organizer :person", "body organises an event"),
    ("vnkg:confidence 0.9", "vnkg:confidence 1.5", "decimal from 0 to 1"),
    ('vnkg:rule "title-name" ;', "", "names its rule"),
    ("oa:hasSelector :selector ;", "", "one selector"),
    ("oa:hasSource :article ;", "", "from one article"),
    ("oa:end 16", "oa:end 0", "before its end"),
    ("oa:start 0", "oa:start -1", "before its end"),
    ("oa:start 0", 'oa:start "0"', "before its end"),
    ('oa:exact "Ông A là Bí thư." ;', "", "quotes its text"),
]


@cache
def shapes() -> Graph:
    return graph(ROOT / "ontology" / "shapes.ttl")


def messages(turtle: str) -> set[str]:
    """The English messages of what is wrong in a graph."""
    data = Graph().parse(data=PREFIXES + turtle, format="turtle")
    _, report, _ = validate(data, shacl_graph=shapes())
    found = report.objects(None, SH.resultMessage)
    return {str(m) for m in found if isinstance(m, Literal) and m.language == "en"}


def test_the_shapes_are_valid_shacl() -> None:
    conforms, _, text = validate(Graph(), shacl_graph=shapes(), meta_shacl=True)
    assert conforms, text


def test_a_right_graph_conforms() -> None:
    conforms, _, text = validate(
        Graph().parse(data=PREFIXES + RIGHT, format="turtle"), shacl_graph=shapes()
    )
    assert conforms, text


@pytest.mark.parametrize(("right", "wrong", "message"), MISTAKES, ids=[m[2] for m in MISTAKES])
def test_a_mistake_is_found(right: str, wrong: str, message: str) -> None:
    assert right in RIGHT
    assert any(message in m for m in messages(RIGHT.replace(right, wrong, 1)))


@pytest.mark.parametrize(("right", "wrong", "message"), MISTAKEN_WORDS)
def test_a_mistake_in_the_words_is_found(right: str, wrong: str, message: str) -> None:
    assert messages(WORDS) == set()
    assert right in WORDS
    assert any(message in m for m in messages(WORDS.replace(right, wrong, 1)))


def test_the_ontology_conforms() -> None:
    words = Graph()
    for file in FILES:
        if file.name != "shapes.ttl":
            words += graph(file)
    conforms, _, text = validate(words, shacl_graph=shapes())
    assert conforms, text


def test_every_class_of_ours_has_a_shape() -> None:
    ours = set(graph(ROOT / "ontology" / "core.ttl").subjects(RDF.type, OWL.Class))
    assert named(sorted(ours - set(shapes().objects(None, SH.targetClass)), key=str)) == []


@pytest.mark.parametrize(
    "fact", ["person", "body", "membership", "directive", "link", "event", "participation"]
)
def test_a_fact_without_evidence_is_found(fact: str) -> None:
    start = RIGHT.index(f":{fact} a ")
    head, tail = RIGHT[:start], RIGHT[start:]
    without = head + tail.replace(" vnkg:evidence :evidence .", " .", 1)
    assert any("Has no evidence" in m for m in messages(without))


def test_every_message_is_told_in_two_languages() -> None:
    for subject in set(shapes().subjects(SH.message)):
        told = shapes().objects(subject, SH.message)
        assert sorted(str(m.language) for m in told if isinstance(m, Literal)) == ["en", "vi"]
