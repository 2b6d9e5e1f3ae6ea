"""What is known of a thing: found without accents, told with sentences."""

from dataclasses import replace

import pytest

from kg.errors import QueryError
from kg.graph import Store, describe
from kg.query.known import known
from kg.query.names import find
from kg.query.telling import told
from kg.query.witnesses import independent
from kg.resolve import candidates, resolve
from tests.graph.readings import article, full, post, seen
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
    text = told(known(store, find(store, "le an")[0]))
    when = "starts, since 2020-08, term 2020-2025, seen 2023-07-31"
    assert f"Lê An: Bí thư Huyện ủy Văn Lâm ({when})  told once" in text
    quote = "Dự hội nghị có đồng chí Lê An, Bí thư Huyện ủy."
    assert f'"{quote}"  [a1, 2023-07-31, 0-47, rule 1.00]' in text
    assert "Lê An: hội nghị sơ kết, 2023-07-31" in text
    assert "Lê An → Nghị quyết 21-NQ/TW" in text


def test_a_body_is_told_with_its_parts_and_documents(store: Store) -> None:
    text = told(known(store, find(store, "huyen uy van lam")[0]))
    assert "of: huyện Văn Lâm, tỉnh Hưng Yên" in text
    assert "issued: Kế hoạch 68-KH/HU" in text
    assert "has the part: Ban Tổ chức Huyện ủy Văn Lâm" in text


def test_a_directive_is_told_with_its_subject(store: Store) -> None:
    text = told(known(store, find(store, "21-nq/tw")[0]))
    assert "by: Bộ Chính trị" in text
    assert "about: xây dựng tổ chức cơ sở đảng" in text
    assert "Kế hoạch 68-KH/HU → Nghị quyết 21-NQ/TW" in text


def test_who_has_told_it_is_counted() -> None:
    first = post("a1", "Lê An", "Bí thư", "Huyện ủy Văn Lâm", "2022-01-01")
    again = post("a2", "Lê An", "Bí thư", "Huyện ủy Văn Lâm", "2022-02-01")
    longer = replace(again.memberships[0], evidence=seen(0, 30))
    store = store_of(first, again, replace(again, article=article("a3"), memberships=(longer,)))
    text = told(known(store, find(store, "le an")[0]))
    assert (
        "(current, seen 2022-01-01 to 2022-02-01)  told by 3 articles, 2 of them independent"
        in text
    )


@pytest.mark.parametrize(
    ("told", "number"),
    [
        ([], 0),
        ([("a", "x"), ("a", "y")], 1),
        ([("a", "x"), ("b", "X")], 1),
        ([("a", "x"), ("b", "y")], 2),
        ([("a", "x"), ("b", "y"), ("c", "x"), ("c", "y"), ("d", "z")], 2),
    ],
)
def test_articles_of_one_text_are_one_witness(told: list[tuple[str, str]], number: int) -> None:
    assert independent(told) == number


def test_another_iri_leads_to_the_one_that_stands() -> None:
    readings = [
        post(name, "Lê An", "Bí thư", "Huyện ủy Văn Lâm", day)
        for name, day in (("a1", "2022-01-01"), ("a2", "2023-01-01"))
    ]
    one, other = (next(c for c in candidates(r) if c.mention.kind == "person") for r in readings)
    own = {one.mention: one.own, other.mention: other.own}
    identity = resolve(readings)
    store = Store.memory(q for r in readings for q in describe(r, identity, own={
        m: path for m, path in own.items() if m.article == r.article.id}))  # fmt: skip
    assert one.own != other.own
    assert find(store, other.own.replace("/", ":", 1)) == find(store, one.own.replace("/", ":", 1))
    assert find(store, other.own.replace("/", ":", 1))[0].iri.endswith(one.own)
