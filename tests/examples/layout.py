"""The one layout of gold files, so that two hands never differ in more than what they mean.

`python tests/examples/layout.py examples/gold/*.json` rewrites files in it.
"""

import json
import sys
import unicodedata
from pathlib import Path
from typing import Any

KEYS = (
    "article",
    "published",
    "persons",
    "organizations",
    "positions",
    "directives",
    "links",
    "events",
)
FIELDS = {
    "organizations": ("name", "within", "unit"),
    "positions": ("person", "role", "organization", "status", "since", "until"),
    "directives": ("id", "type", "number", "date", "issuer", "subject", "name"),
    "links": ("from", "type", "to"),
    "events": ("type", "date", "place", "organizer", "participants"),
    "participants": ("person", "as"),
}


def written(facts: dict[str, Any]) -> str:
    """A gold file's text: NFC, one order of keys, lists sorted, one item a line."""
    lines = [f"  {_json(key)}: {_value(key, facts[key])}" for key in KEYS]
    return unicodedata.normalize("NFC", "{\n" + ",\n".join(lines) + "\n}\n")


def _value(key: str, value: Any) -> str:
    if not isinstance(value, list):
        return _json(value)
    items = [_item(key, item) for item in _sorted(key, value)]
    return "[\n    " + ",\n    ".join(items) + "\n  ]" if items else "[]"


def _item(key: str, item: Any) -> str:
    if key == "persons":
        return _json(item)
    pairs = {name: item[name] for name in (*FIELDS[key], "optional") if name in item}
    if key != "events":
        return _json(pairs)
    people = [_item("participants", one) for one in _sorted("participants", pairs["participants"])]
    head = _json({name: value for name, value in pairs.items() if name != "participants"})[:-1]
    inner = "\n      " + ",\n      ".join(people) + "\n    " if people else ""
    return f'{head}, "participants": [{inner}]}}'


def _sorted(key: str, items: list[Any]) -> list[Any]:
    """Directives by the number of their id, events as told, all else by its fields."""
    if key == "events":
        return items
    if key == "directives":
        return sorted(items, key=lambda item: int(item["id"][1:]))
    if key == "persons":
        return sorted(items)
    return sorted(items, key=lambda item: [item[name] or "" for name in FIELDS[key]])


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


if __name__ == "__main__":
    for path in map(Path, sys.argv[1:]):
        path.write_text(written(json.loads(path.read_text("utf-8"))), "utf-8")
