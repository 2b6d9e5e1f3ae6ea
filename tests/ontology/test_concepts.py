"""Every concept is labelled in two languages, defined, sourced, and no word means two of them."""

from collections import defaultdict
from pathlib import Path

import pytest
from rdflib import DCTERMS, RDF, SKOS
from rdflib.term import Node

from kg.text import fold

from .turtle import FILES, LABELS, VNKG, concepts, graph, labelled, named, ontology, texts

SCHEMES = sorted((s for s in ontology().subjects(RDF.type, SKOS.ConceptScheme)), key=str)
TITLES = sorted((s for s in ontology().subjects(RDF.type, VNKG.PositionTitle)), key=str)


def forms(subject: Node, language: str) -> set[str]:
    return {fold(t) for label in LABELS for t in texts(ontology(), subject, label, language)}


def shared(scheme: Node, language: str) -> dict[str, list[str]]:
    """The forms of a scheme that stand for more than one concept."""
    owners: dict[str, list[Node]] = defaultdict(list)
    for subject in sorted(ontology().subjects(SKOS.inScheme, scheme), key=str):
        for form in forms(subject, language):
            owners[form].append(subject)
    return {form: named(found) for form, found in owners.items() if len(found) > 1}


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("scheme", SCHEMES, ids=lambda s: named([s])[0])
def test_no_form_means_two_concepts(scheme: Node, language: str) -> None:
    assert shared(scheme, language) == {}


def test_no_abbreviation_means_two_titles() -> None:
    owners: dict[str, set[Node]] = defaultdict(set)
    for title in TITLES:
        for code in ontology().objects(title, SKOS.notation):
            owners[str(code)].add(title)
    assert {code for code, found in owners.items() if len(found) > 1} == set()


@pytest.mark.parametrize("file", FILES, ids=lambda f: f.stem)
def test_concepts_have_two_labels_a_definition_a_source_and_a_scheme(file: Path) -> None:
    source = graph(file)
    found = concepts(source)
    assert named([c for c in found if not labelled(source, c, SKOS.prefLabel)]) == []
    assert named([c for c in found if not texts(source, c, SKOS.definition, "vi")]) == []
    assert named([c for c in found if (c, DCTERMS.source, None) not in source]) == []
    assert named([c for c in found if (c, SKOS.inScheme, None) not in source]) == []


@pytest.mark.parametrize("scheme", SCHEMES, ids=lambda s: named([s])[0])
def test_schemes_are_labelled_and_not_empty(scheme: Node) -> None:
    assert labelled(ontology(), scheme, SKOS.prefLabel)
    assert (None, SKOS.inScheme, scheme) in ontology()


@pytest.mark.parametrize("file", FILES, ids=lambda f: f.stem)
def test_a_label_is_not_repeated_on_its_concept(file: Path) -> None:
    source = graph(file)
    for concept in concepts(source):
        seen = [t for label in LABELS for t in texts(source, concept, label, "vi")]
        assert len(seen) == len(set(seen)), named([concept])


@pytest.mark.parametrize(
    ("kind", "least"),
    [("PositionTitle", 110), ("Field", 150), ("PositionQualifier", 4), ("Status", 6)],
)
def test_there_are_enough_words(kind: str, least: int) -> None:
    assert len(set(ontology().subjects(RDF.type, VNKG[kind]))) >= least


def test_there_are_enough_surnames() -> None:
    groups = ontology().subjects(SKOS.inScheme, VNKG.surnames)
    assert sum(len(forms(group, "vi")) for group in groups) >= 200


@pytest.mark.parametrize(
    ("label", "role", "body"),
    [
        ("Tỉnh ủy viên", "Ủy viên", "Tỉnh ủy"),
        ("Ủy viên Trung ương Đảng", "Ủy viên", "Ban Chấp hành Trung ương Đảng"),
        ("Bí thư Trung ương Đảng", "Bí thư", "Ban Chấp hành Trung ương Đảng"),
        ("Đại biểu Quốc hội", "Đại biểu", "Quốc hội"),
        ("Thường trực Ban Bí thư", "Thường trực", "Ban Bí thư"),
        ("Tổng Bí thư", "Tổng Bí thư", "Ban Chấp hành Trung ương Đảng"),
        ("Thủ tướng", "Thủ tướng", "Chính phủ"),
    ],
)
def test_whole_titles_say_role_and_body(label: str, role: str, body: str) -> None:
    source = ontology()
    (title,) = [t for t in TITLES if texts(source, t, SKOS.prefLabel, "vi") == [label]]
    meant = source.value(title, VNKG.impliedRole) or title
    assert texts(source, meant, SKOS.prefLabel, "vi") == [role]
    assert str(source.value(title, VNKG.impliedBody)) == body


def test_an_implied_role_is_a_title_that_stands_for_itself() -> None:
    roles = set(ontology().objects(None, VNKG.impliedRole))
    assert roles <= set(TITLES)
    assert [r for r in roles if (r, VNKG.impliedRole, None) in ontology()] == []


def test_implied_bodies_begin_with_a_kind_of_body() -> None:
    known = {f for k in ontology().subjects(RDF.type, VNKG.BodyKind) for f in forms(k, "vi")}
    bodies = {fold(str(b)) for b in ontology().objects(None, VNKG.impliedBody)}
    heads = {b: [h for h in known if f"{b} ".startswith(f"{h} ")] for b in bodies}
    assert [b for b, found in heads.items() if not found] == []


def test_what_opens_a_body_ends_the_title() -> None:
    for title, opening in ontology().subject_objects(VNKG.opensBody):
        ends = [f for f in forms(title, "vi") if f.endswith(fold(str(opening)))]
        assert ends, named([title])


def test_qualifiers_give_a_status_of_the_list() -> None:
    given = set(ontology().objects(None, VNKG.givesStatus))
    assert given <= set(ontology().subjects(RDF.type, VNKG.Status))
