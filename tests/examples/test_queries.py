"""Every example question is answered on the graph of the example articles."""

import csv
import re
from collections.abc import Iterator
from pathlib import Path

import pyoxigraph
import pytest

import kg
from kg.graph import Store

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
ANSWERS = Path(__file__).parent / "answers"
QUERIES = sorted((EXAMPLES / "queries").glob("*.rq"))


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """The graph of the example articles."""
    target = tmp_path_factory.mktemp("examples") / "demo.kg"
    report = kg.build([EXAMPLES / "articles"], target)
    assert not report.skipped
    with Store.open(target) as opened:
        yield opened


def ask(store: Store, sparql: str) -> pyoxigraph.QuerySolutions:
    """The rows that a SELECT query gives."""
    found = store.query(sparql)
    assert isinstance(found, pyoxigraph.QuerySolutions)
    return found


def rows(store: Store, query: Path) -> list[dict[str, str]]:
    """The answer to a question, each row by the names of its columns."""
    found = ask(store, query.read_text("utf-8"))
    names = [variable.value for variable in found.variables]
    return [{name: "" if row[name] is None else row[name].value for name in names} for row in found]


@pytest.mark.parametrize("query", QUERIES, ids=lambda path: path.stem)
def test_question_is_asked_in_two_languages(query: Path) -> None:
    lines = query.read_text("utf-8").splitlines()
    assert [line[:2] for line in lines[:2]] == ["# ", "# "]
    assert re.search(r"[ăâđêôơưạảấầẩẫậắặẹếềểễệịọốồổỗộớờởợụứừửữựỳỵỷỹ]", lines[0])
    assert lines[1].isascii()


@pytest.mark.parametrize("query", QUERIES, ids=lambda path: path.stem)
def test_question_has_an_answer(store: Store, query: Path) -> None:
    assert rows(store, query)


@pytest.mark.parametrize("answer", sorted(ANSWERS.glob("*.csv")), ids=lambda path: path.stem)
def test_answer_holds_what_a_reader_knows(store: Store, answer: Path) -> None:
    """`answers/NAME.csv`: the rows that `queries/NAME.rq` has to give, columns in any order."""
    with answer.open(encoding="utf-8", newline="") as file:
        expected = list(csv.DictReader(file))
    given = rows(store, EXAMPLES / "queries" / f"{answer.stem}.rq")
    missing = [row for row in expected if not any(row.items() <= one.items() for one in given)]
    assert missing == []


@pytest.mark.parametrize("off_topic", ["vu-lua-dong-xuan-duoc-mua", "tai-nan-tren-deo-khanh-le"])
def test_an_article_without_the_party_yields_no_post(store: Store, off_topic: str) -> None:
    article = store.article(off_topic).value
    posts = ask(store, f"SELECT ?x {{ GRAPH <{article}> {{ ?x a org:Membership }} }}")
    assert list(posts) == []


def test_a_committee_of_nowhere_is_none_of_a_known_province(store: Store) -> None:
    article = store.article("tinh-uy-lam-viec-voi-doanh-nghiep").value
    shared = ask(
        store,
        f"""SELECT ?name {{
          GRAPH <{article}> {{ ?body a org:Organization ; skos:prefLabel ?name }}
          GRAPH ?other {{ ?body a org:Organization }}
          FILTER (?other != <{article}> && STRSTARTS(?name, "Tỉnh ủy"))
        }}""",
    )
    assert list(shared) == []


@pytest.mark.parametrize(
    ("name", "people"), [("Nguyễn Thị Thu Hiền", 2), ("Võ Thị Bích Liễu", 1), ("Thạch Sa Rinh", 1)]
)
def test_people_are_told_apart_and_known_again(store: Store, name: str, people: int) -> None:
    found = ask(store, f'SELECT DISTINCT ?p {{ ?p a foaf:Person ; foaf:name "{name}" }}')
    assert len(list(found)) == people
