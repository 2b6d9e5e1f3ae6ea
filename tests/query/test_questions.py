"""Stored questions: each is asked on the example articles, and finds what a reader finds there."""

import csv
import shlex
from collections.abc import Iterator
from pathlib import Path
from unicodedata import normalize

import pytest
from pyoxigraph import Literal, NamedNode
from rdflib.plugins.sparql import prepareQuery

import kg
from kg.errors import AmbiguousError, OversizeError, QueryError, UsageError
from kg.graph import Store
from kg.graph.namespaces import prefixes
from kg.graph.questions import bound
from kg.query.questions import Question, ask, described, explain, question, questions
from tests.graph.readings import full
from tests.graph.test_facts import store_of

EXAMPLES = Path(__file__).resolve().parents[2] / "examples" / "articles"
KINDS = ("person", "body", "post", "directive", "unit", "thing", "fact", "document_type")
ANSWERS = sorted((Path(__file__).parent / "answers").glob("*.csv"))


@pytest.fixture(scope="module")
def examples(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """The graph of the example articles."""
    target = tmp_path_factory.mktemp("examples") / "demo.kg"
    kg.build([EXAMPLES], target)
    with Store.open(target) as store:
        yield store


@pytest.fixture(scope="module")
def store() -> Store:
    return store_of(full())


@pytest.mark.parametrize("path", ANSWERS, ids=lambda path: path.stem)
def test_the_answer_is_what_a_reader_finds(examples: Store, path: Path) -> None:
    """`answers/NAME.csv`: what is asked in the first line, then the rows without their IRIs."""
    first, *rest = path.read_text("utf-8").splitlines(keepends=True)
    name, *values = shlex.split(first.removeprefix("# "))
    rows = ask(examples, name, dict(value.split("=", 1) for value in values)).readable()
    assert [list(rows.variables), *map(list, rows.texts())] == list(csv.reader(rest))


@pytest.mark.parametrize("asked", questions(), ids=lambda asked: asked.name)
def test_every_question_has_an_expected_answer(asked: Question) -> None:
    assert f"{asked.name}.csv" in {path.name for path in ANSWERS}


@pytest.mark.parametrize("asked", questions(), ids=lambda asked: asked.name)
def test_every_question_says_what_it_asks_and_wants_in_two_languages(asked: Question) -> None:
    assert set(asked.about) == {"en", "vi"}
    assert all(text.endswith(".") for text in asked.about.values())
    for parameter in asked.parameters:
        assert set(parameter.about) == {"en", "vi"}
        assert f"?{parameter.name}" in asked.sparql or asked.walk


@pytest.mark.parametrize("asked", questions(), ids=lambda asked: asked.name)
def test_every_question_is_sparql_1_1_as_it_stands(asked: Question) -> None:
    known = prefixes()
    for given in ({}, {parameter.name: 1 for parameter in asked.parameters}):
        prepareQuery(asked.with_given(given), initNs=known)
    if asked.detail:
        prepareQuery(asked.detail, initNs=known)


@pytest.mark.parametrize("asked", questions(), ids=lambda asked: asked.name)
def test_every_question_can_be_given_everything(asked: Question) -> None:
    given = {p.name: Literal("2020-01-01") for p in asked.parameters}
    given |= {f"{name}_1": value for name, value in given.items()}
    things = {p.name: NamedNode("urn:x:y") for p in asked.parameters if p.type in KINDS}
    sparql = asked.with_given({parameter.name: 1 for parameter in asked.parameters})
    kg.query.query(store_of(), bound(sparql, given | things))


def test_names_are_taken_without_marks_in_any_case_and_form(examples: Store) -> None:
    wanted = ask(examples, "career", {"person": "Võ Thị Bích Liễu"})
    assert len(wanted) == 6
    decomposed = normalize("NFD", "Võ Thị Bích Liễu")
    for name in ("vo thi bich lieu", "VÕ THỊ  BÍCH LIỄU", decomposed, "lieu bich vo"):
        assert ask(examples, "career", {"person": name}) == wanted


def test_abbreviations_of_bodies_are_read_in_full(examples: Store) -> None:
    full_name = {"body": "Ủy ban Kiểm tra Tỉnh ủy Khánh Hòa"}
    assert ask(examples, "members", {"body": "UBKT tỉnh uỷ khánh hoà"}) == ask(
        examples, "members", full_name
    )


def test_several_matches_are_offered_and_none_is_guessed(examples: Store) -> None:
    with pytest.raises(AmbiguousError, match="2 things are called 'nguyen thi thu hien'") as error:
        ask(examples, "career", {"person": "nguyen thi thu hien"})
    offered = [line.split() for line in str(error.value).splitlines()[1:]]
    assert all("Huyện" in " ".join(words) for words in offered), "each with its last post"
    for name, *_ in offered:
        assert len(ask(examples, "career", {"person": name})) > 0


@pytest.mark.parametrize(
    ("name", "given", "message"),
    [
        ("nobody-asks", {}, "there is no question 'nobody-asks'; there are bodies-under, career"),
        ("career", {}, "the question career wants person=…"),
        ("career", {"person": " "}, "the question career wants person=…"),
        ("career", {"persons": "le an"}, "has no parameter 'persons'; it has person"),
        ("holders", {"position": "bi thu", "on": "2023-02-30"}, "on: '2023-02-30' is no day"),
        ("changes", {"from": "lately"}, "from: 'lately' is no year, month or day"),
        ("changes", {"change": "death"}, "change: 'death' is none of appointment, transfer"),
    ],
)
def test_what_is_given_wrongly_is_said(
    examples: Store, name: str, given: dict[str, str], message: str
) -> None:
    if "position" in given:
        given = given | {"position": "bi thu huyen uy do luong"}
    with pytest.raises(UsageError, match=message):
        ask(examples, name, given)


def test_an_unknown_name_is_told_with_those_near_it(store: Store) -> None:
    with pytest.raises(QueryError, match="no person called 'le ann'; near it are Lê An"):
        ask(store, "career", {"person": "le ann"})


def test_an_unknown_type_of_document_is_told_with_those_there_are(examples: Store) -> None:
    with pytest.raises(QueryError, match=r"'thơ' is no type of document; there are .*Nghị quyết"):
        ask(examples, "directives", {"type": "thơ"})


def test_a_value_is_no_part_of_the_query(examples: Store) -> None:
    for value in ('x" ) . ?s ?p ?o . FILTER ("', "x\\", "x' } #", "(((", "[a-z", "*", "?person"):
        assert len(ask(examples, "directives", {"words": value})) == 0
        with pytest.raises(QueryError, match="There is no person called"):
            ask(examples, "career", {"person": value})


def test_a_thing_of_another_kind_is_not_taken(store: Store) -> None:
    (body,) = kg.query.names.find(store, "tinh uy hung yen", ("body",))
    with pytest.raises(QueryError, match="There is no person called"):
        ask(store, "career", {"person": body.name})


def test_the_sparql_is_shown_as_it_is_asked(examples: Store) -> None:
    text = explain(examples, "directives", {"type": "KH", "words": "nghi quyet"})
    assert text.startswith("# The directives that are known")
    assert "document-ke-hoach" in text
    assert text.count("REGEX") == 2
    assert "# if" not in text
    assert kg.query.query(examples, text) == ask(
        examples, "directives", {"type": "KH", "words": "nghi quyet"}
    )
    walk = explain(examples, "chain", {"directive": "15-KH/ĐU"})
    assert "asked again from what it finds" in walk
    assert "VALUES ?from_iri { <" in walk


def test_an_answer_can_be_had_as_a_graph(examples: Store) -> None:
    rows = ask(examples, "career", {"person": "vo thi bich lieu"})
    graph = described(examples, rows)
    labels = kg.query.query(graph, "SELECT ?l { ?m a org:Membership ; rdfs:label ?l }")
    assert isinstance(labels, kg.query.Rows)
    assert len(labels) == len(rows)
    quoted = "?m vnkg:evidence/oa:hasSelector/oa:exact ?quote"
    bare = f"ASK {{ ?m a org:Membership FILTER NOT EXISTS {{ {quoted} }} }}"
    assert kg.query.query(graph, bare) is False


def test_an_answer_that_is_too_large_is_refused(examples: Store) -> None:
    with pytest.raises(OversizeError):
        ask(examples, "told-once", {}, most=10)
    with pytest.raises(OversizeError):
        ask(examples, "implementing", {"directive": "28-nq/tw"}, most=4)


def test_conditions_choose_the_lines_of_a_query() -> None:
    asked = question("not-implementing")
    without, with_level = asked.with_given({}), asked.with_given({"level": 1})
    assert "?unit_level = ?level" not in without
    assert '"province"' in without
    assert "?unit_level = ?level" in with_level
    assert '"province"' not in with_level
