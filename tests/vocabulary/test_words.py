"""Concepts are read from Turtle, and a broken row is named."""

from pathlib import Path

import pytest

from kg.errors import VocabularyError
from kg.text import fold
from kg.vocabulary import concepts, headed_kinds, of_type, ontology_files, word_set
from kg.vocabulary.words import read_concepts

from .broken import concept, written

ROW = """
vnkg:role-x a skos:Concept, vnkg:PositionTitle ;
    skos:inScheme vnkg:positions ;
    skos:prefLabel "Bí thư"@vi, "Secretary"@en ;
    skos:altLabel "Bí thư thứ nhất"@vi, "First Secretary"@en ;
    skos:hiddenLabel "bi thu" ;
    skos:notation "BT" ;
    vnkg:level vnkg:level-district ;
    vnkg:weak true .
"""


def test_a_row_becomes_a_concept(tmp_path: Path) -> None:
    found = concept(tmp_path, ROW)
    assert (found.id, found.label) == ("role-x", "Bí thư")
    assert found.forms == ("Bí thư", "Bí thư thứ nhất", "bi thu")
    assert found.codes == ("BT",)
    assert "PositionTitle" in found.types
    assert found.schemes == {"positions"}
    assert found.get("level") == "level-district"
    assert found.get("weak") == "true"
    assert found.get("nothing") is None


def test_what_is_no_concept_of_ours_is_left_out(tmp_path: Path) -> None:
    file = written(tmp_path, "vnkg:Class a <http://www.w3.org/2002/07/owl#Class> . [] a vnkg:Y .")
    assert read_concepts([file]) == {}


@pytest.mark.parametrize(
    ("labels", "message"),
    [
        ('"Secretary"@en', "vnkg:role-x: 0 Vietnamese labels"),
        ('"Bí thư"', "vnkg:role-x: 0 Vietnamese labels"),
        ('"Bí thư"@vi, "Thư ký"@vi', "vnkg:role-x: 2 Vietnamese labels"),
    ],
)
def test_a_concept_has_one_vietnamese_label(labels: str, message: str, tmp_path: Path) -> None:
    row = f"vnkg:role-x a skos:Concept ; skos:prefLabel {labels} ."
    with pytest.raises(VocabularyError, match=message):
        concept(tmp_path, row)


def test_no_turtle_names_file_and_line(tmp_path: Path) -> None:
    with pytest.raises(VocabularyError, match=r"broken\.ttl.*line 5"):
        read_concepts([written(tmp_path, "\nvnkg:role-x skos:prefLabel 'Bí thư'@vi")])


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(VocabularyError, match=r"nowhere\.ttl"):
        read_concepts([tmp_path / "nowhere.ttl"])


def test_the_ontology_is_found_and_read() -> None:
    assert {f.name for f in ontology_files()} >= {"core.ttl", "positions.ttl", "units.ttl"}
    assert len(concepts()) > 500
    assert all(name == c.id for name, c in concepts().items())


def test_concepts_of_a_class() -> None:
    assert {c.label for c in of_type("PositionTitle")} >= {"Bí thư", "Chủ tịch"}
    assert of_type("Nothing") == ()


def test_word_sets_are_folded() -> None:
    assert {"nguyễn", "trần"} <= word_set("surnames")
    assert all(fold(word) == word for word in word_set("surnames"))
    assert word_set("nothing") == frozenset()


def test_a_title_heads_kinds_of_bodies() -> None:
    heads = {t for k in of_type("BodyKind") for t in k.properties.get("headedBy", ())}
    assert all(headed_kinds(title) for title in heads)
    assert headed_kinds("nothing") == ()
