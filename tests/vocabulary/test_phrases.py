"""Every table of phrases finds its own labels, whole and at their place."""

from pathlib import Path

import pytest

from kg.errors import VocabularyError
from kg.text import fold, plain
from kg.vocabulary import WORD, Concept, Phrase, Phrases, of_type, phrases_in, phrases_of

from .broken import concept

KINDS = (
    "PositionTitle",
    "PositionQualifier",
    "BodyKind",
    "Field",
    "DocumentType",
    "Verb",
    "EventKind",
)


def found(table: Phrases, text: str, before: str = "") -> list[Phrase]:
    """All phrases of a table that begin after `before` in a text that goes on."""
    whole = f"{before}{text}, rồi"
    word = WORD.match(fold(whole), len(before))
    assert word is not None
    return table.at(fold(whole), plain(whole), len(before), word.group())


def says(phrases: list[Phrase], concept: Concept, form: str) -> bool:
    return any(p.concept is concept and p.form == fold(form) for p in phrases)


@pytest.mark.parametrize("kind", KINDS)
def test_a_table_finds_its_own_labels(kind: str) -> None:
    table = phrases_of(kind)
    missed = [
        (c.id, form)
        for c in of_type(kind)
        for form in (*c.forms, *c.codes)
        if not says(found(table, form, "Theo "), c, form)
    ]
    assert missed == []


@pytest.mark.parametrize("kind", KINDS)
def test_labels_are_found_in_capitals(kind: str) -> None:
    table = phrases_of(kind)
    missed = [
        (c.id, form)
        for c in of_type(kind)
        for form in c.forms
        if not says(found(table, form.upper()), c, form)
    ]
    assert missed == []


@pytest.mark.parametrize("kind", KINDS)
def test_the_longest_comes_first(kind: str) -> None:
    table = phrases_of(kind)
    for form in (form for c in of_type(kind) for form in c.forms):
        lengths = [len(p.form) for p in found(table, form)]
        assert lengths == sorted(lengths, reverse=True)
        longest = table.longest(fold(form), plain(form), 0)
        assert longest is not None
        assert len(longest.form) == len(form)


def test_a_phrase_ends_with_its_word() -> None:
    table = phrases_of("PositionTitle")
    assert found(table, "Bí thư")
    assert not any(p.form == "bí thư" for p in found(table, "Bí thưa"))


def test_the_case_of_an_abbreviation_counts() -> None:
    table = phrases_of("DocumentType")
    code, concept = next((c, d) for d in of_type("DocumentType") for c in d.codes if c.isupper())
    assert any(p.concept is concept for p in found(table, code))
    assert not any(p.exact for p in found(table, code.lower()))


def test_blanks_about_a_hyphen_do_not_count() -> None:
    table = phrases_of("Field")
    label = next(f for c in of_type("Field") for f in c.forms if " - " in f)
    concepts = {p.concept.id for p in found(table, label)}
    assert {p.concept.id for p in found(table, label.replace(" - ", "-"))} >= concepts


def test_a_table_knows_its_first_words() -> None:
    table = phrases_of("DocumentType")
    assert "nghị" in table
    assert "nghị" in table.first_words
    assert "huyện" not in table
    assert table.longest("huyện", "huyện", 0) is None
    assert table.longest(", nghị quyết", ", nghị quyết", 0) is None


def test_phrases_of_schemes() -> None:
    table = phrases_in("honorifics", "ranks")
    assert "đồng" in table
    assert phrases_in("nothing").first_words == frozenset()


def test_a_form_without_a_word_names_its_row(tmp_path: Path) -> None:
    row = concept(tmp_path, 'vnkg:role-x a skos:Concept ; skos:prefLabel "…"@vi .')
    with pytest.raises(VocabularyError, match="vnkg:role-x"):
        Phrases([Phrase("…", row, "…")])
