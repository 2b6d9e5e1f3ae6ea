"""Properties: extraction is pure and repeatable, its spans fit, and its time is in proportion."""

import time
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.extract import extract
from kg.model import Article, Evidence
from kg.text import normalise
from kg.vocabulary import concepts
from tests.extract.told import facts

WORDS = sorted({form for c in concepts().values() for form in (*c.forms, *c.codes)})
GLUE = (
    *("của", "và", "các", "ngày 3/4/2021", "số 21-NQ/TW", "nhiệm kỳ 2020-2025", "thực hiện", "là"),
    *("Nguyễn Văn Ba", "bà Lò Thị Mây", "ông", "đồng chí", "H'Yim", "Hồ", "Văn Lâm", "Hưng Yên"),
    *("huyện", "tỉnh", "TP.", "xã", "quận 1", "TW", "khóa XIII", "về việc", "123", "2021", "TTXVN"),
    *(",", ".", ";", ":", "(", ")", "-", "–", "/", "“", "”", "\n", "…", "!", "&", "'", "'"),
)
PROSE = (
    "Sáng 31/7/2023, Huyện ủy Văn Lâm tổ chức hội nghị sơ kết việc thực hiện Nghị quyết số "
    "21-NQ/TW ngày 16/6/2022 của Ban Chấp hành Trung ương Đảng. Dự hội nghị có đồng chí Trần Văn "
    "Khải, Phó Bí thư Tỉnh ủy Hưng Yên; đồng chí Lê Thị Mận, Trưởng Ban Tổ chức Huyện ủy, chủ trì. "
    "Ông Khải cho biết Ban Thường vụ đã bổ nhiệm ông Đỗ Mạnh Quân giữ chức Giám đốc Sở Nội vụ.\n"
)
GENEROUS = timedelta(seconds=20)

tokens = st.sampled_from(GLUE) | st.sampled_from(WORDS)
texts = st.lists(tokens, max_size=400).map(" ".join) | st.lists(tokens, max_size=30).map("".join)


def article(text: str) -> Article:
    return Article("a", normalise(text), published="2024-05-10")


def seconds(text: str) -> float:
    """The least time of two readings, so that a busy machine counts less."""
    read = article(text)
    spent = []
    for _ in range(2):
        begin = time.process_time()
        extract(read)
        spent.append(time.process_time() - begin)
    return min(spent)


@given(texts)
@settings(deadline=GENEROUS, max_examples=60)
def test_reading_twice_gives_the_same(text: str) -> None:
    one = article(text)
    first = extract(one)
    extract(article("Đồng chí Trần Văn Khải, Bí thư Huyện ủy Văn Lâm."))
    assert extract(one) == first
    assert first.article is one


@given(texts)
@settings(deadline=GENEROUS, max_examples=60)
def test_every_fact_has_evidence_inside_the_text(text: str) -> None:
    one = article(text)
    for _, evidence in facts(extract(one)):
        assert evidence
        assert all(_fits(e, one.text) for e in evidence)


def _fits(evidence: Evidence, text: str) -> bool:
    span = evidence.span
    inside = 0 <= span.start < span.end <= len(text)
    return inside and bool(text[span.start : span.end].strip()) and 0 < evidence.confidence <= 1


@given(texts)
@settings(deadline=GENEROUS, max_examples=60)
def test_facts_name_only_what_the_article_holds(text: str) -> None:
    reading = extract(article(text))
    persons = {person.name for person in reading.persons}
    bodies = {body.name for body in reading.bodies}
    ids = {directive.id for directive in reading.directives}
    assert {body.within for body in reading.bodies} <= bodies | {None}
    assert {m.person for m in reading.memberships} <= persons
    assert {m.body for m in reading.memberships} <= bodies | {None}
    assert {d.issuer for d in reading.directives} <= bodies | {None}
    assert {end for link in reading.links for end in (link.source, link.target)} <= (
        persons | bodies | ids
    )
    assert {p.person for event in reading.events for p in event.participants} <= persons
    assert {event.organizer for event in reading.events} <= bodies | {None}


@given(st.text(max_size=400))
@settings(deadline=GENEROUS)
def test_any_text_at_all_is_read(text: str) -> None:
    extract(article(text))


@given(st.lists(tokens, min_size=200, max_size=1200).map(" ".join))
@settings(deadline=GENEROUS, max_examples=15)
def test_ten_thousand_characters_take_less_than_a_second(text: str) -> None:
    text = (text * (10_000 // len(text) + 1))[:10_000]
    assert seconds(text) < 1


def test_time_grows_with_the_length_and_no_faster() -> None:
    short, long = PROSE * (100_000 // len(PROSE)), PROSE * (400_000 // len(PROSE))
    seconds(PROSE)
    assert seconds(long) < 4 * 2.5 * seconds(short) + 0.5


@pytest.mark.parametrize("unit", [",", "(", "và ", "Nguyễn ", "Huyện ủy ", "Bí thư, ", "1", "các "])
def test_long_runs_of_one_thing_take_little_time(unit: str) -> None:
    assert seconds(unit * (20_000 // len(unit))) < 4


def test_the_same_sentences_again_tell_nothing_new() -> None:
    once, thrice = extract(article(PROSE)), extract(article(PROSE * 3))
    assert [line for line, _ in facts(once)] == [line for line, _ in facts(thrice)]


@pytest.mark.parametrize("text", ["", " ", "\n\n", ".", "a", "Ô", "…", "(" * 50])
def test_a_text_of_nothing_says_nothing(text: str) -> None:
    assert list(facts(extract(article(text)))) == []
