"""FollowTheMoney entities, checked by the followthemoney library."""

import io
import json
from collections import Counter
from functools import cache
from typing import Any

import pytest

from kg.graph.formats import FORMATS
from tests.graph.exports.made import PAGE, store

model = pytest.importorskip("followthemoney").model  # the extra "ftm"

Entity = dict[str, Any]


@cache
def entities() -> dict[str, Entity]:
    """The exported entities by their ids."""
    output = io.BytesIO()
    FORMATS["ftm"](store(), output)
    told = [json.loads(line) for line in output.getvalue().splitlines()]
    assert len({entity["id"] for entity in told}) == len(told)
    return {entity["id"]: entity for entity in told}


def of(schema: str) -> list[dict[str, list[str]]]:
    return [e["properties"] for e in entities().values() if e["schema"] == schema]


def caption(id_: str) -> str:
    told = entities()[id_]["properties"]
    return str((told.get("name") or told["title"])[0])


def test_no_value_is_unknown_or_invalid() -> None:
    for entity in entities().values():
        proxy = model.get_proxy(entity, cleaned=False)
        kept = proxy.to_dict()["properties"]
        told = entity["properties"]
        assert {n: set(v) for n, v in kept.items()} == {n: set(v) for n, v in told.items()}, told
        assert model[entity["schema"]].validate(entity) is None
        assert proxy.id == entity["id"]


def test_what_a_schema_requires_is_there() -> None:
    for entity in entities().values():
        schema = model.get(entity["schema"])
        assert schema is not None
        assert not schema.abstract
        assert set(schema.required) <= set(entity["properties"])
        assert not any(schema.properties[name].deprecated for name in entity["properties"])


def test_every_reference_leads_to_an_entity_of_the_right_schema() -> None:
    for entity in entities().values():
        schema = model[entity["schema"]]
        for name, values in entity["properties"].items():
            wanted = schema.properties[name].range
            if wanted is not None:
                there = [model[entities()[value]["schema"]] for value in values]
                assert all(found.is_a(wanted) for found in there), (entity, name)


def test_each_kind_of_thing_has_its_schema() -> None:
    numbers = Counter(entity["schema"] for entity in entities().values())
    assert set(numbers) == {
        *("Article", "Person", "Organization", "Membership", "Succession"),
        *("Position", "Occupancy", "UnknownLink", "Document", "Documentation", "Event"),
    }
    assert numbers["Article"] == 4


def test_a_holding_is_an_occupancy_with_its_proof() -> None:
    (told,) = (o for o in of("Occupancy") if o.get("startDate") == ["2020-08"])
    assert caption(told["holder"][0]) == "Lê An"
    assert caption(told["post"][0]) == "Bí thư Huyện ủy Văn Lâm"
    assert (told["status"], told["periodStart"], told["periodEnd"]) == (
        ["starts"],
        ["2020"],
        ["2025"],
    )
    assert [caption(article) for article in told["proof"]] == ["Bài a1", "Bài a2"]
    assert told["description"] == ["Dự hội nghị có đồng chí Lê An, Bí thư Huyện ủy."]
    (position,) = (p for p in of("Position") if p["name"] == ["Bí thư Huyện ủy Văn Lâm"])
    assert caption(position["organization"][0]) == "Huyện ủy Văn Lâm"


def test_who_was_only_proposed_occupies_nothing() -> None:
    assert "proposed" not in {status for o in of("Occupancy") for status in o["status"]}
    (link,) = (link for link in of("UnknownLink") if link["role"] == ["proposed"])
    assert (caption(link["subject"][0]), caption(link["object"][0])) == (
        *("Lê An", "Bí thư Huyện ủy Văn Lâm"),
    )


def test_events_links_and_articles() -> None:
    event = next(event for event in of("Event") if event.get("organizer"))
    assert sorted(map(caption, event["involved"])) == ["Lê An", "Nguyễn Văn Hùng"]
    assert event["location"] == ["hội trường huyện"]
    roles = {
        (caption(e["subject"][0]), e["role"][0], caption(e["object"][0])) for e in of("UnknownLink")
    }
    assert ("Kế hoạch 68-KH/HU", "implements", "Nghị quyết 21-NQ/TW") in roles
    assert ("Lê An", "chairs", "hội nghị sơ kết, 2023-07-31") in roles
    (page,) = (article for article in of("Article") if article["fileName"] == ["a2"])
    assert (page["publisher"], page["publishedAt"]) == (["Báo Thử"], ["2024-01-02"])
    assert page["sourceUrl"] == [PAGE]
