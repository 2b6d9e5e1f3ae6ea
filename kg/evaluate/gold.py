"""Gold: what a careful reader takes from each article, read from JSON files and checked."""

import json
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeAlias, get_args

from kg.errors import KgError
from kg.evaluate.facts import Facts, facts_of
from kg.model import LinkType, Part, Status

Raw: TypeAlias = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Field:
    """A field of an item: its name, whether it must be filled, and the values it may have."""

    name: str
    filled: bool = False
    among: tuple[str, ...] = ()


LAYOUT: Mapping[str, tuple[Field, ...]] = {
    "organizations": (Field("name", True), Field("within"), Field("unit")),
    "positions": (
        Field("person", True),
        Field("role", True),
        Field("organization"),
        Field("status", True, get_args(Status)),
        Field("since"),
        Field("until"),
    ),
    "directives": (
        Field("id", True),
        Field("type", True),
        Field("number"),
        Field("date"),
        Field("issuer"),
        Field("subject"),
        Field("name", True),
    ),
    "links": (Field("from", True), Field("type", True, get_args(LinkType)), Field("to", True)),
    "events": (Field("type", True), Field("date"), Field("place"), Field("organizer")),
}
PARTICIPANT = (Field("person", True), Field("as", True, get_args(Part)))
LISTS = ("persons", *LAYOUT)
KEYS = ("article", "published", *LISTS)


def read_gold(place: Path) -> dict[str, Facts]:
    """The gold of a folder (or of one file) by article; KgError names the file and the field."""
    paths = sorted(place.glob("*.json")) if place.is_dir() else [place]
    if not paths:
        raise KgError(f"{place} holds no gold files (*.json)")
    return {unicodedata.normalize("NFC", path.stem): read_file(path) for path in paths}


def read_file(path: Path) -> Facts:
    """The facts of one gold file."""
    try:
        raw = json.loads(path.read_text("utf-8"))
    except OSError as error:
        raise KgError(f"{path} cannot be read: {error.strerror}") from None
    except UnicodeDecodeError:
        raise KgError(f"{path} is not a text file in UTF-8") from None
    except json.JSONDecodeError as error:
        raise KgError(f"{path}: not JSON, line {error.lineno}: {error.msg}") from None
    problem = next(problems(raw, path.stem), None)
    if problem:
        raise KgError(f"{path}: {problem}")
    return facts_of(raw)


def problems(raw: Any, name: str) -> Iterator[str]:
    """What is wrong with the gold of the article `name`, each with the field it is in."""
    if not isinstance(raw, dict):
        yield "not a JSON object"
        return
    yield from (f"{key} is missing" for key in KEYS if key not in raw)
    unknown = sorted(raw.keys() - KEYS)
    yield from (f"{key} is no field of gold; it has {', '.join(KEYS)}" for key in unknown)
    lists = {key: raw[key] for key in LISTS if isinstance(raw.get(key), list)}
    yield from (f"{key} is not a list" for key in LISTS if key not in lists)
    if _nfc(raw.get("article")) != _nfc(name):
        yield f"article is {raw.get('article')!r}, but the file's name says {name!r}"
    if not isinstance(raw.get("published"), str | None):
        yield f"published is {raw['published']!r}, which is not a text"
    for key, items in lists.items():
        for number, item in enumerate(items, 1):
            yield from _item(item, key, f"{key}, item {number}")
    found = [item.get("id") for item in lists.get("directives", ()) if isinstance(item, dict)]
    yield from (f"directives: the id {one!r} stands twice" for one in found if found.count(one) > 1)


def _item(item: Any, key: str, place: str) -> Iterator[str]:
    if key == "persons":
        named = item if isinstance(item, dict) else {"name": item}
        yield from _fields(named, (Field("name", True),), place)
    elif key == "events" and isinstance(item, dict):
        yield from _event(item, place)
    else:
        yield from _fields(item, LAYOUT[key], place)


def _event(item: Raw, place: str) -> Iterator[str]:
    people = item.get("participants")
    if not isinstance(people, list):
        yield f"{place}: participants is not a list"
        return
    rest = {name: value for name, value in item.items() if name != "participants"}
    yield from _fields(rest, LAYOUT["events"], place)
    for number, person in enumerate(people, 1):
        yield from _fields(person, PARTICIPANT, f"{place}, participant {number}")


def _fields(item: Any, fields: tuple[Field, ...], place: str) -> Iterator[str]:
    if not isinstance(item, dict):
        yield f"{place} is not an object"
        return
    names = [field.name for field in fields]
    for name in sorted(item.keys() - {*names, "optional"}):
        yield f"{place}: {name} is no field of it; it has {', '.join(names)}"
    if not isinstance(item.get("optional", True), bool):
        yield f"{place}: optional is {item['optional']!r}, which is neither true nor false"
    for field in fields:
        yield from _value(item, field, place)


def _value(item: Raw, field: Field, place: str) -> Iterator[str]:
    value = item.get(field.name)
    if field.filled and not value:
        yield f"{place}: {field.name} is missing"
    elif value is not None and not isinstance(value, str):
        yield f"{place}: {field.name} is {value!r}, which is not a text"
    elif field.among and value not in field.among:
        yield f"{place}: {field.name} is {value!r}; it may be {', '.join(field.among)}"


def _nfc(text: Any) -> str:
    return unicodedata.normalize("NFC", str(text))
