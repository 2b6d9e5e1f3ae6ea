"""What is known of a thing: found without accents, told with sentences; and stored questions."""

import pytest

from kg.errors import QueryError, UsageError
from kg.graph import Store
from kg.query import Rows
from kg.query.known import find, known
from kg.query.questions import answer, questions
from tests.graph.readings import full
from tests.graph.test_facts import store_of


@pytest.fixture(scope="module")
def store() -> Store:
    return store_of(full())


@pytest.mark.parametrize("name", ["Lê An", "le an", "LE  AN", "lê an"])
def test_a_name_is_found_with_or_without_accents(store: Store, name: str) -> None:
    assert [(t.label, t.exact) for t in find(store, name)] == [("Lê An", True)]


def test_a_part_of_a_name_finds_all_that_have_it(store: Store) -> None:
    found = find(store, "van lam")
    assert {t.label for t in found} >= {"Huyện ủy Văn Lâm", "Ban Tổ chức Huyện ủy Văn Lâm"}
    assert not any(t.exact for t in found)


def test_an_iri_or_a_prefixed_name_finds_its_node(store: Store) -> None:
    thing = find(store, "le an")[0]
    assert (
        find(store, thing.iri)
        == find(store, f"<{thing.iri}>")
        == find(store, thing.name)
        == [thing]
    )


def test_nothing_is_found_under_an_unknown_name(store: Store) -> None:
    assert find(store, "Không Ai") == []
    assert find(store, "person:nobody") == []


def test_what_is_no_iri_is_said(store: Store) -> None:
    with pytest.raises(QueryError, match="is not an IRI"):
        find(store, "<not an iri>")


def test_a_person_is_told_with_sentences(store: Store) -> None:
    text = known(store, find(store, "le an")[0])
    assert "Lê An: Bí thư Huyện ủy Văn Lâm (starts, since 2020-08)" in text
    assert '"Dự hội nghị có đồng chí Lê An, Bí thư Huyện ủy."  [a1, 2023-07-31]' in text
    assert "Lê An: hội nghị sơ kết, 2023-07-31" in text
    assert "Lê An → Nghị quyết 21-NQ/TW" in text


def test_a_body_is_told_with_its_parts_and_documents(store: Store) -> None:
    text = known(store, find(store, "huyen uy van lam")[0])
    assert "of: huyện Văn Lâm, tỉnh Hưng Yên" in text
    assert "issued: Kế hoạch 68-KH/HU" in text
    assert "has the part: Ban Tổ chức Huyện ủy Văn Lâm" in text


def test_a_directive_is_told_with_its_subject(store: Store) -> None:
    text = known(store, find(store, "21-nq/tw")[0])
    assert "by: Bộ Chính trị" in text
    assert "about: xây dựng tổ chức cơ sở đảng" in text
    assert "Kế hoạch 68-KH/HU → Nghị quyết 21-NQ/TW" in text


VALUES = {"person": "le an", "body": "huyen uy van lam", "directive": "21-nq/tw"}


@pytest.mark.parametrize("question", questions(), ids=lambda q: q.name)
def test_every_question_says_what_it_asks_and_finds_something(
    store: Store, question: object
) -> None:
    item = next(q for q in questions() if q is question)
    assert item.about.endswith(".")
    rows = answer(store, item.name, [f"{name}={VALUES[name]}" for name in item.parameters])
    assert isinstance(rows, Rows)
    assert len(rows) > 0


def test_a_question_wants_its_values(store: Store) -> None:
    with pytest.raises(UsageError, match="wants person=…"):
        answer(store, "posts-of", [])
    with pytest.raises(UsageError, match="there is no question 'x'; there are"):
        answer(store, "x", [])
    with pytest.raises(UsageError, match="'le an' is no NAME=VALUE"):
        answer(store, "posts-of", ["le an"])


def test_a_value_is_no_part_of_the_query(store: Store) -> None:
    rows = answer(store, "posts-of", ['person=x") || (true'])
    assert isinstance(rows, Rows)
    assert len(rows) == 0
