"""A gold file that is wrong is named, with the field."""

import json
from pathlib import Path
from typing import Any

import pytest

from kg.errors import KgError
from kg.evaluate import read_gold
from kg.evaluate.gold import KEYS, problems
from tests.evaluate.made import directive, event, link, post, raw

EXAMPLES = Path(__file__).resolve().parents[2] / "examples" / "gold"


def test_the_examples_are_gold() -> None:
    assert len(read_gold(EXAMPLES)) == len(list(EXAMPLES.glob("*.json")))


def test_one_file_is_read_too(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text(json.dumps(raw("a", persons=["Lê An"])), "utf-8")
    assert read_gold(tmp_path / "a.json").keys() == read_gold(tmp_path).keys() == {"a"}


@pytest.mark.parametrize(
    ("changed", "problem"),
    [
        ({"persons": "Lê An"}, "persons is not a list"),
        ({"people": []}, "people is no field of gold; it has article, published, persons"),
        ({"article": "b"}, "article is 'b', but the file's name says 'a'"),
        ({"published": 2023}, "published is 2023, which is not a text"),
        ({"persons": [""]}, "persons, item 1: name is missing"),
        ({"persons": [3]}, "persons, item 1: name is 3, which is not a text"),
        ({"organizations": ["x"]}, "organizations, item 1 is not an object"),
        (
            {"organizations": [{"name": "x"}, {"name": "y", "place": "z"}]},
            "organizations, item 2: place is no field of it; it has name, within, unit",
        ),
        (
            {"positions": [post("Lê An", "Bí thư", None, status="curent")]},
            "positions, item 1: status is 'curent'; it may be current, former, starts",
        ),
        (
            {"positions": [post("Lê An", "Bí thư", None, since=2020)]},
            "positions, item 1: since is 2020, which is not a text",
        ),
        (
            {"positions": [post("Lê An", "Bí thư", None, optional="yes")]},
            "positions, item 1: optional is 'yes', which is neither true nor false",
        ),
        (
            {"directives": [directive("d1", "Luật"), directive("d1", "Luật")]},
            "directives: the id 'd1' stands twice",
        ),
        ({"links": [link("d1", "cites", "d2")]}, "links, item 1: type is 'cites'"),
        ({"events": [{"type": "hội nghị"}]}, "events, item 1: participants is not a list"),
        (
            {"events": [event(An="chairs"), event(An="sits")]},
            "events, item 2, participant 1: as is 'sits'; it may be chairs, speaks, attends",
        ),
    ],
)
def test_what_is_wrong_is_named(changed: dict[str, Any], problem: str, tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text(json.dumps(raw("a") | changed), "utf-8")
    with pytest.raises(KgError) as error:
        read_gold(tmp_path)
    assert str(error.value).startswith(f"{tmp_path / 'a.json'}: {problem}")


@pytest.mark.parametrize("key", KEYS)
def test_every_key_must_be_there(key: str) -> None:
    rest = {name: value for name, value in raw("a").items() if name != key}
    assert f"{key} is missing" in problems(rest, "a")


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"{", "not JSON, line 1"),
        (b"[]", "not a JSON object"),
        ("Đảng".encode("utf-16"), "is not a text file in UTF-8"),
    ],
)
def test_what_is_no_gold_at_all(content: bytes, problem: str, tmp_path: Path) -> None:
    (tmp_path / "a.json").write_bytes(content)
    with pytest.raises(KgError, match=problem):
        read_gold(tmp_path)


def test_a_folder_without_gold(tmp_path: Path) -> None:
    with pytest.raises(KgError, match="holds no gold files"):
        read_gold(tmp_path)
    with pytest.raises(KgError, match="cannot be read: No such file"):
        read_gold(tmp_path / "no")
