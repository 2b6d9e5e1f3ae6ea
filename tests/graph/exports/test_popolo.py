"""Popolo JSON, checked against the Popolo Project's schemas; see `popolo/README.md`."""

import io
import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft3Validator
from referencing import Registry
from referencing.jsonschema import DRAFT3

from kg.graph.formats import FORMATS
from tests.graph.exports.made import store, things

SCHEMAS = {
    path.stem: json.loads(path.read_text("utf-8"))
    for path in sorted((Path(__file__).parent / "popolo").glob("*.json"))
}
CLASSES = {
    "persons": ("person", "foaf:Person"),
    "organizations": ("organization", "org:Organization"),
    "posts": ("post", "org:Post"),
    "memberships": ("membership", "org:Membership"),
    "events": ("event", "schema:Event"),
    "areas": ("area", "vnkg:AdministrativeUnit"),
}
each = pytest.mark.parametrize("section", CLASSES)


@cache
def exported() -> dict[str, list[dict[str, Any]]]:
    output = io.BytesIO()
    FORMATS["popolo"](store(), output)
    told: dict[str, list[dict[str, Any]]] = json.loads(output.getvalue())
    return told


@cache
def validator(name: str) -> Draft3Validator:
    """The validator of a class; references are looked up among the files."""
    registry = Registry().with_resources(
        (schema["id"], DRAFT3.create_resource(schema)) for schema in SCHEMAS.values()
    )
    return Draft3Validator(SCHEMAS[name], registry=registry)


@each
def test_the_schemas_find_no_error(section: str) -> None:
    for item in exported()[section]:
        errors = [error.message for error in validator(CLASSES[section][0]).iter_errors(item)]
        assert errors == [], item


def test_they_would_find_one() -> None:
    wrong = exported()["memberships"][0] | {"start_date": "8/2020", "sources": [{"note": "x"}]}
    assert len(list(validator("membership").iter_errors(wrong))) == 2


@each
def test_nothing_but_the_status_is_outside_the_schemas(section: str) -> None:
    known = set(SCHEMAS[CLASSES[section][0]]["properties"])
    used = {name for item in exported()[section] for name in item}
    assert used - known == ({"status"} if section == "memberships" else set())


@each
def test_every_thing_is_there_once(section: str) -> None:
    ids = [item["id"] for item in exported()[section]]
    assert len(ids) == len(set(ids))
    assert {i.removeprefix(store().base) for i in ids} == things(CLASSES[section][1]) != set()


def test_every_id_leads_to_an_item() -> None:
    ids = {item["id"] for items in exported().values() for item in items}
    used = {
        value
        for items in exported().values()
        for item in items
        for name, value in item.items()
        if name.endswith("_id")
    }
    assert used <= ids
    assert len(used) > 5


def test_a_membership() -> None:
    (told,) = (m for m in exported()["memberships"] if m.get("start_date") == "2020-08")
    assert (told["role"], told["status"]) == ("Bí thư", "starts")
    assert told["label"] == "Lê An: Bí thư Huyện ủy Văn Lâm"
    assert "end_date" not in told
    assert told["sources"] == [
        {"url": "https://w3id.org/vnkg/id/article/a1", "note": "Bài a1"},
        {"url": "https://news.example.org/a2?x=1&y=%C3%A9", "note": "Bài a2"},
    ]


def test_sources_have_addresses_without_letters_that_a_uri_has_not() -> None:
    urls = {source["url"] for item in exported()["persons"] for source in item["sources"]}
    assert len(urls) == 4
    assert all(url.isascii() and " " not in url and '"' not in url for url in urls)


def test_an_event_and_its_people() -> None:
    event = next(event for event in exported()["events"] if event.get("attendees"))
    assert [who["name"] for who in event["attendees"]] == ["Lê An", "Nguyễn Văn Hùng"]
    assert (event["start_date"], event["location"]) == ("2023-07-31", "hội trường huyện")
