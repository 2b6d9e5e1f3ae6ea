"""The JSON of an article's facts comes out of the graph as it went in."""

import json

import pytest

from kg.graph import Store, describe
from kg.graph.facts import facts
from kg.model import Reading
from kg.resolve import resolve
from tests.graph.readings import full, post


def store_of(*readings: Reading) -> Store:
    """A graph in memory."""
    identity = resolve(readings)
    return Store.memory(quad for reading in readings for quad in describe(reading, identity))


@pytest.fixture(scope="module")
def told() -> dict[str, object]:
    return next(facts(store_of(full())))


def test_the_article_and_its_date(told: dict[str, object]) -> None:
    assert (told["article"], told["published"]) == ("a1", "2023-07-31")


def test_persons_and_bodies(told: dict[str, object]) -> None:
    assert told["persons"] == ["Lê An", "Nguyễn Văn Hùng", "Trần Thị Bích Liễu"]
    assert {
        "name": "Ban Tổ chức Huyện ủy Văn Lâm",
        "within": "Huyện ủy Văn Lâm",
        "unit": "huyện Văn Lâm, tỉnh Hưng Yên",
    } in told["organizations"]  # type: ignore[operator]
    assert {"name": "Tỉnh ủy", "within": None, "unit": None} in told["organizations"]  # type: ignore[operator]


def test_positions(told: dict[str, object]) -> None:
    assert told["positions"] == [
        {
            "person": "Lê An",
            "role": "Bí thư",
            "organization": "Huyện ủy Văn Lâm",
            "status": "starts",
            "since": "2020-08",
            "until": None,
        },
        {
            "person": "Nguyễn Văn Hùng",
            "role": "Chủ tịch nước",
            "organization": None,
            "status": "former",
            "since": "2015",
            "until": "2020",
        },
    ]


def test_directives_and_links(told: dict[str, object]) -> None:
    directives = {d["number"]: d for d in told["directives"]}  # type: ignore[attr-defined]
    plan, resolution = directives["68-KH/HU"], directives["21-NQ/TW"]
    assert {d["id"] for d in directives.values()} == {"d1", "d2"}
    assert resolution == {
        "id": resolution["id"],
        "type": "Nghị quyết",
        "number": "21-NQ/TW",
        "date": "2022-06-16",
        "issuer": "Bộ Chính trị",
        "subject": "xây dựng tổ chức cơ sở đảng",
        "name": "Nghị quyết số 21-NQ/TW ngày 16/6/2022 của Bộ Chính trị",
    }
    assert plan["date"] == "2022-09"
    links = {json.dumps(link, ensure_ascii=False, sort_keys=True) for link in told["links"]}  # type: ignore[attr-defined]
    wanted = [
        (plan["id"], "implements"),
        ("Huyện ủy Văn Lâm", "carries_out"),
        ("Lê An", "presents"),
    ]
    assert links == {
        json.dumps(
            {"from": f, "type": t, "to": resolution["id"]}, ensure_ascii=False, sort_keys=True
        )
        for f, t in wanted
    }


def test_events(told: dict[str, object]) -> None:
    assert told["events"] == [
        {
            "type": "hội nghị sơ kết",
            "date": "2023-07-31",
            "place": "hội trường huyện",
            "organizer": "Huyện ủy Văn Lâm",
            "participants": [
                {"person": "Lê An", "as": "chairs"},
                {"person": "Nguyễn Văn Hùng", "as": "attends"},
            ],
        }
    ]


def test_each_article_tells_only_its_own() -> None:
    one = post("a1", "Lê An", "Bí thư", "Huyện ủy Văn Lâm")
    other = post("a2", "Lê An", "Phó Bí thư", "Huyện ủy Văn Lâm")
    found = list(facts(store_of(one, other)))
    assert [f["article"] for f in found] == ["a1", "a2"]
    assert [[p["role"] for p in f["positions"]] for f in found] == [["Bí thư"], ["Phó Bí thư"]]


def test_an_article_that_says_nothing_is_there() -> None:
    from tests.graph.readings import article

    found = next(facts(store_of(Reading(article("a1")))))
    assert found["persons"] == found["links"] == []
    assert found["published"] is None
