"""Every term of ours that is used anywhere is defined, labelled and explained in two languages."""

import re
from pathlib import Path

import pytest
from rdflib import OWL, RDF, RDFS, SH, URIRef
from rdflib.term import Node

from .turtle import FILES, ROOT, VNKG, graph, labelled, named, ontology

KINDS = (OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty)
TERMS = sorted({s for kind in KINDS for s in ontology().subjects(RDF.type, kind)}, key=str)
CODE = sorted(p for p in (ROOT / "kg").rglob("*") if p.suffix in {".py", ".rq"})
TERM = re.compile(r"(?<![\w/])vnkg:([A-Za-z][A-Za-z0-9]*)(?![\w-])")


def defined(name: str) -> bool:
    return (VNKG[name], RDF.type, None) in ontology()


@pytest.mark.parametrize("file", FILES, ids=lambda f: f.stem)
def test_terms_used_in_a_file_are_defined(file: Path) -> None:
    used = {n for triple in graph(file) for n in triple if isinstance(n, URIRef) and n in VNKG}
    assert named(sorted(n for n in used if (n, RDF.type, None) not in ontology())) == []


@pytest.mark.parametrize("file", CODE, ids=lambda p: str(p.relative_to(ROOT)))
def test_terms_used_in_code_are_defined(file: Path) -> None:
    used = set(TERM.findall(file.read_text("utf-8")))
    assert sorted(name for name in used if not defined(name)) == []


@pytest.mark.parametrize("term", TERMS, ids=lambda t: named([t])[0])
def test_a_term_is_labelled_and_explained_in_two_languages(term: Node) -> None:
    assert labelled(ontology(), term, RDFS.label)
    assert labelled(ontology(), term, RDFS.comment)


def test_nothing_of_another_vocabulary_is_declared() -> None:
    ours = str(VNKG).rstrip("#")
    foreign = {
        subject
        for subject, predicate in ontology().subject_predicates()
        if isinstance(subject, URIRef)
        and not subject.startswith(ours)
        and predicate != RDFS.isDefinedBy
    }
    assert foreign == set()


def test_shapes_ask_only_for_classes_that_are_used() -> None:
    classes = set(ontology().objects(None, SH["class"])) | set(
        ontology().objects(None, SH.targetClass)
    )
    assert classes >= {VNKG.Evidence, VNKG.Directive, VNKG.Link, VNKG.Participation}
