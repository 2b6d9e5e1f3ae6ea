"""Every difference from gold is shown with the sentence that it is about."""

from typing import Any

from kg.evaluate import against, facts_of
from kg.evaluate.errors import Error, errors
from kg.evaluate.report import some
from kg.evaluate.run import Evaluation
from kg.model import Article
from kg.pipeline.work import read_article
from tests.evaluate.made import directive, event, link, post, raw

FIRST = "Đồng chí Lê Văn An, Bí thư Huyện ủy Văn Lâm, tỉnh Hưng Yên đi cơ sở."
SECOND = "Một cụ già xem Kế hoạch số 68-KH/HU."
TEXT = f"Tin vắn\n{FIRST} {SECOND}"


def evaluated(**gold: Any) -> Evaluation:
    """The text against gold that says what is given."""
    reading = read_article(Article("a", TEXT))
    return against({"a": facts_of(raw("a", **gold))}, {"a": reading})


def test_a_wrong_fact_comes_with_sentence_and_rule() -> None:
    found = errors(evaluated())
    wrong = Error("persons", "wrong", "a", "Lê Văn An", FIRST, "person:name")
    assert wrong in found
    assert "Lê Văn An: Bí thư Huyện ủy Văn Lâm (current)" in [e.content for e in found]


def test_a_missed_fact_comes_with_the_sentence_that_names_it() -> None:
    found = errors(
        evaluated(
            persons=["Lê Văn An", "cụ già", "Lê Văn Ba"],
            directives=[directive("d1", "Chỉ thị", "68-KH/HU")],
            links=[link("Lê Văn Ba", "presents", "d1")],
            events=[event(**{"cụ già": "chairs"})],
        )
    )
    missed = [(e.kind, e.content, e.sentence) for e in found if e.sort == "missed"]
    assert missed == [
        ("persons", "cụ già", SECOND),
        ("persons", "Lê Văn Ba", None),
        ("directives", "Chỉ thị 68-KH/HU", SECOND),
        ("links", "Lê Văn Ba presents Chỉ thị 68-KH/HU", SECOND),
        ("participants", "cụ già chairs hội nghị", SECOND),
    ]


def test_a_wrong_value_tells_both() -> None:
    gold = post("Lê Văn An", "Bí thư", "Huyện ủy Văn Lâm", status="former", since="2020")
    found = errors(evaluated(positions=[gold], published="2023-07-31"))
    values = [(e.kind, e.content, e.sentence) for e in found if e.sort == "value"]
    who = "Lê Văn An: Bí thư Huyện ủy Văn Lâm"
    assert values == [
        ("status", f"{who}: gold former, told current", FIRST),
        ("since", f"{who}: gold 2020, told none", FIRST),
        ("published", "gold 2023-07-31, told none", None),
    ]


def test_only_so_many_of_each_kind() -> None:
    evaluation = evaluated(persons=["Lê Văn Ba", "Lê Văn Tư"])
    kinds = [error.kind for error in some(evaluation, 1)]
    assert len(kinds) == len(set(kinds))
    assert "persons" in kinds
    assert some(evaluation, 0) == []
