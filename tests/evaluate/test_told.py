"""A reading sentence by sentence, and as a listing."""

import json

import pytest

from kg.evaluate.listing import FORMATS
from kg.evaluate.sentences import by_sentence
from kg.evaluate.told import told
from kg.model import Article
from kg.pipeline.work import read_article
from tests.graph.readings import full

TEXT = """Hội nghị sơ kết công tác
Ngày 31/7/2023, Huyện ủy Văn Lâm tổ chức hội nghị sơ kết. Trời mưa. Đồng chí Lê Văn An, \
nguyên Bí thư Huyện ủy Văn Lâm, tỉnh Hưng Yên chủ trì hội nghị. Huyện ủy thực hiện Nghị quyết \
số 21-NQ/TW ngày 16/6/2022 của Ban Chấp hành Trung ương Đảng."""
READING = read_article(Article("a", TEXT, title="Hội nghị", published="2023-07-31"))


def test_facts_in_one_line_with_details() -> None:
    lines = [(fact.kind, fact.content, fact.details) for fact in told(full())]
    resolution = "Nghị quyết 21-NQ/TW"
    about = "2022-06-16, by Bộ Chính trị, about xây dựng tổ chức cơ sở đảng, term XIII"
    decided = f"by Tỉnh ủy Hưng Yên, under {resolution}"
    since = f"starts, since 2020-08, term 2020-2025, {decided}"
    assert lines[0] == ("person", "Lê An", "")
    assert {
        ("organization", "Huyện ủy Văn Lâm", "huyện Văn Lâm, tỉnh Hưng Yên"),
        ("organization", "Bộ Chính trị", ""),
        ("position", "Lê An: Bí thư Huyện ủy Văn Lâm", since),
        ("position", "Nguyễn Văn Hùng: Chủ tịch nước", "former, since 2015, until 2020"),
        ("directive", resolution, about),
        ("link", f"Kế hoạch 68-KH/HU implements {resolution}", ""),
        ("link", f"Huyện ủy Văn Lâm carries out {resolution}", ""),
        ("event", "hội nghị sơ kết", "2023-07-31, at hội trường huyện, by Huyện ủy Văn Lâm"),
        ("participant", "Lê An chairs hội nghị sơ kết", ""),
    } <= set(lines)


def test_each_sentence_once_and_in_order() -> None:
    found = by_sentence(READING)
    assert len({sentence.span for sentence in found}) == len(found)
    assert [s.span for s in found] == sorted(s.span for s in found)
    assert all(sentence.lines for sentence in found)
    assert "\n" not in "".join(sentence.text for sentence in found)


def test_facts_stand_kind_after_kind() -> None:
    order = ["person", "organization", "position", "directive", "link", "event", "participant"]
    for sentence in by_sentence(READING):
        places = [order.index(line.fact.kind) for line in sentence.lines]
        assert places == sorted(places)


def test_silent_sentences_come_when_wanted() -> None:
    assert "Trời mưa." not in [sentence.text for sentence in by_sentence(READING)]
    whole = by_sentence(READING, silent=True)
    assert "Trời mưa." in [sentence.text for sentence in whole]
    assert [s for s in whole if s.lines] == by_sentence(READING)


def test_as_text() -> None:
    lines = FORMATS["text"]([READING], False, False).splitlines()
    assert lines[0] == "a, 2023-07-31"
    assert (
        "    position      Lê Văn An: Bí thư Huyện ủy Văn Lâm (former)  [post:after 0.95]" in lines
    )
    assert "Rules" not in lines


def test_rules_are_explained_once() -> None:
    text = FORMATS["text"]([READING, READING], True, False)
    assert text.count("Titles right after a name") == 1


@pytest.mark.parametrize("explain", [False, True])
def test_as_json(explain: bool) -> None:
    (article,) = json.loads(FORMATS["json"]([READING], explain, True))
    assert (article["article"], article["published"]) == ("a", "2023-07-31")
    for sentence in article["sentences"]:
        assert TEXT[sentence["start"] : sentence["end"]].split() == sentence["text"].split()
    facts = [fact for sentence in article["sentences"] for fact in sentence["facts"]]
    post = next(fact for fact in facts if fact["kind"] == "position")
    assert (post["person"], post["status"], post["rule"]) == ("Lê Văn An", "former", "post:after")
    assert ("explanation" in post) is explain
