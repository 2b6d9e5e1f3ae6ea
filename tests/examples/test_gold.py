"""The gold of the example articles is whole, refers to what it names, and keeps to the text."""

import json
import re
from pathlib import Path
from typing import Any, TypeAlias

import pytest

from kg.text import fold, normalise
from tests.examples.layout import FIELDS, KEYS, written

Facts: TypeAlias = dict[str, Any]

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
GOLD = sorted((EXAMPLES / "gold").glob("*.json"))
EACH = pytest.mark.parametrize("path", GOLD, ids=lambda path: path.stem)

PARTIAL_DATE = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")
STATUSES = {"current", "former", "starts", "ends", "proposed"}
PARTS = {"chairs", "speaks", "attends"}
# The classes that a link of each type goes from and to.
LINKS = {
    "implements": ("directive", "directive"),
    "guides": ("directive", "directive"),
    "amends": ("directive", "directive"),
    "carries_out": ("organization", "directive"),
    "presents": ("person", "directive"),
}
# Bodies that the structure of Party and state adds to what an article says.
IMPLIED = {"Chính phủ", "Quốc hội", "Ban Chấp hành Trung ương Đảng"}
SHORT = {
    "BCH": "Ban Chấp hành",
    "BTV": "Ban Thường vụ",
    "CHQS": "Chỉ huy Quân sự",
    "ĐBQH": "đại biểu Quốc hội",
    "HĐND": "Hội đồng nhân dân",
    "MTTQ": "Mặt trận Tổ quốc",
    "THCS": "Trung học cơ sở",
    "THPT": "Trung học phổ thông",
    "UBKT": "Ủy ban Kiểm tra",
    "UBND": "Ủy ban nhân dân",
}


def read(path: Path) -> Facts:
    """What a gold file says."""
    facts: Facts = json.loads(path.read_text("utf-8"))
    return facts


def article(path: Path) -> str:
    """The text of a gold file's article."""
    return normalise((EXAMPLES / "articles" / f"{path.stem}.txt").read_text("utf-8"))


def words(text: str) -> set[str]:
    """The words of a text, in one spelling."""
    return set(re.findall(r"[\w']+", fold(text)))


def told(path: Path) -> set[str]:
    """The words of an article, with those that its abbreviations stand for."""
    text = article(path)
    return words(text) | words(" ".join(full for short, full in SHORT.items() if short in text))


def items(facts: Facts, kind: str) -> list[Any]:
    """The items of one kind, participants over all events."""
    if kind == "participants":
        return [part for event in facts["events"] for part in event["participants"]]
    found: list[Any] = facts[kind]
    return found


def people(facts: Facts) -> set[str]:
    """Everyone named in an event."""
    return {part["person"] for part in items(facts, "participants")}


def test_every_article_has_its_gold() -> None:
    articles = (EXAMPLES / "articles").glob("*.txt")
    assert [path.stem for path in GOLD] == sorted(path.stem for path in articles)


@pytest.mark.parametrize("kind", ["persons", *FIELDS])
def test_readme_counts_them_right(kind: str) -> None:
    found = [item for path in GOLD for item in items(read(path), kind)]
    optional = sum("optional" in item for item in found if isinstance(item, dict))
    row = rf"^\| (?:their )?{kind} \| {len(found)} \| {optional or ''} ?\|$"
    assert re.search(row, (EXAMPLES / "gold" / "README.md").read_text("utf-8"), re.MULTILINE)


@EACH
def test_file_is_in_the_one_layout(path: Path) -> None:
    assert path.read_text("utf-8") == written(read(path))


@EACH
def test_items_have_their_fields_and_no_other(path: Path) -> None:
    facts = read(path)
    assert tuple(facts) == KEYS
    assert facts["article"] == path.stem
    for kind, fields in FIELDS.items():
        for item in items(facts, kind):
            assert set(item) - {"optional"} == set(fields), item
            assert item.get("optional", True) is True, item
    for item in facts["positions"]:
        assert item["status"] in STATUSES


@EACH
def test_dates_are_iso_dates(path: Path) -> None:
    facts = read(path)
    found = [facts["published"]]
    found += [item[key] for item in facts["positions"] for key in ("since", "until")]
    found += [item["date"] for item in (*facts["directives"], *facts["events"])]
    assert [date for date in found if date and not PARTIAL_DATE.fullmatch(date)] == []


@EACH
def test_nothing_is_said_twice(path: Path) -> None:
    facts = read(path)
    held = [(p["person"], p["role"], p["organization"], p["status"]) for p in facts["positions"]]
    linked = [(link["from"], link["type"], link["to"]) for link in facts["links"]]
    documents = [(item["type"], item["number"] or item["name"]) for item in facts["directives"]]
    bodies = [item["name"] for item in facts["organizations"]]
    for named in (facts["persons"], bodies, held, linked, documents):
        assert len(named) == len(set(named))
    for event in facts["events"]:
        names = [part["person"] for part in event["participants"]]
        assert len(names) == len(set(names))
        assert {part["as"] for part in event["participants"]} <= PARTS


@EACH
def test_names_that_are_referred_to_exist(path: Path) -> None:
    facts = read(path)
    bodies = {item["name"] for item in facts["organizations"]}
    assert {item["person"] for item in facts["positions"]} | people(facts) <= set(facts["persons"])
    named = [item["within"] for item in facts["organizations"]]
    named += [item["organization"] for item in facts["positions"]]
    named += [item["issuer"] for item in facts["directives"]]
    named += [item["organizer"] for item in facts["events"]]
    assert set(named) - {None} <= bodies


@EACH
def test_links_join_what_their_type_joins(path: Path) -> None:
    facts = read(path)
    ids = [item["id"] for item in facts["directives"]]
    assert ids == [f"d{number}" for number in range(1, len(ids) + 1)]
    ends = {
        "directive": set(ids),
        "organization": {item["name"] for item in facts["organizations"]},
        "person": set(facts["persons"]),
    }
    for link in facts["links"]:
        source, target = LINKS[link["type"]]
        assert link["from"] in ends[source], link
        assert link["to"] in ends[target], link
        assert link["from"] != link["to"]


@EACH
def test_persons_are_named_in_the_article(path: Path) -> None:
    text = " ".join(fold(article(path)).split())
    assert [name for name in read(path)["persons"] if fold(name) not in text] == []


@EACH
def test_bodies_and_posts_are_made_of_the_articles_words(path: Path) -> None:
    """But for the unit, which public knowledge may add, and what stands above every ministry."""
    facts, known = read(path), told(path)
    for body in facts["organizations"]:
        if body["name"] not in IMPLIED:
            assert words(body["name"]) - words(body["unit"] or "") <= known, body["name"]
    for post in facts["positions"]:
        # Whoever joins a committee is its member, whichever word says so.
        assert post["role"] == "Ủy viên" or words(post["role"]) <= known, post


@EACH
def test_directives_are_made_of_the_articles_words(path: Path) -> None:
    text = fold(article(path))
    one_line, closed = " ".join(text.split()), "".join(text.split())
    for item in read(path)["directives"]:
        assert fold(item["number"] or "") in closed, item
        assert fold(item["subject"] or "") in one_line, item
        assert words(item["name"]) <= told(path), item


def stands(iso: str, text: str, year: str) -> bool:
    """Whether a text gives a day ("16/6/2022", "17.9", "18 và 19/7"); `year` may go unsaid."""
    told_year, month, day = iso.split("-")
    ending = rf"[/. -]+0?{int(month)}"
    ending += rf"(?:[/. -]+(?:20)?{told_year[2:]})" + ("?" if told_year == year else "")
    range_of_days = r"(?: (?:và|đến) \d{1,2})?"
    numerals = re.sub(r" (?:tháng|năm) ", "/", text)
    return bool(re.search(rf"\b0?{int(day)}{range_of_days}{ending}\b", numerals))


@EACH
def test_dates_stand_in_the_article(path: Path) -> None:
    facts, text = read(path), article(path)
    found = [item["date"] for item in (*facts["directives"], *facts["events"])]
    found += [item["since"] for item in facts["positions"] if "-" in (item["since"] or "")]
    found += [item["until"] for item in facts["positions"] if "-" in (item["until"] or "")]
    year = facts["published"][:4]
    assert [date for date in found if date and not stands(date, text, year)] == []
    assert stands(facts["published"], text, "")
