"""What each article says, as one JSON object an article, computed from the graph by SPARQL.

    {"article", "published", "persons", "organizations", "positions", "directives", "links",
     "events"}

Each list is in the order in which the article tells of its items; a directive's id ("d1")
is its place in that order.
"""

import json
from collections import defaultdict
from collections.abc import Iterator
from typing import IO, Any, TypeAlias

from kg.graph.questions import Row, rows
from kg.graph.store import Store

Rows: TypeAlias = dict[str, list[Row]]

LINKS = {
    "implements": "implements",
    "guides": "guides",
    "amends": "amends",
    "carriesOut": "carries_out",
    "presents": "presents",
}
_POSITION = ("person", "role", "organization", "status", "since", "until")
_DIRECTIVE = ("type", "number", "date", "issuer", "subject", "name")
_EVENT = ("type", "date", "place", "organizer")


def write_facts(store: Store, output: IO[bytes]) -> None:
    """Write one JSON object an article and line."""
    for item in facts(store):
        output.write(json.dumps(item, ensure_ascii=False).encode() + b"\n")


def facts(store: Store) -> Iterator[dict[str, Any]]:
    """One object an article, in the order of their ids."""
    kinds = ("persons", "organizations", "positions", "directives", "links", "events")
    tables = {kind: _by_article(store, kind) for kind in kinds}
    shares = _by_article(store, "participants")
    for row in rows(store, "facts", "articles"):
        article = row["article"] or ""
        found = {kind: tables[kind].get(article, []) for kind in kinds}
        yield {"article": row["id"], "published": row["published"]} | _object(
            found, shares.get(article, [])
        )


def _object(found: Rows, shares: list[Row]) -> dict[str, Any]:
    ids = {row["directive"]: f"d{n}" for n, row in enumerate(found["directives"], 1)}
    return {
        "persons": [row["name"] for row in found["persons"]],
        "organizations": [_some(row, "name", "within", "unit") for row in found["organizations"]],
        "positions": [_some(row, *_POSITION) for row in found["positions"]],
        "directives": [
            {"id": ids[row["directive"]]} | _some(row, *_DIRECTIVE) for row in found["directives"]
        ],
        "links": [
            {"from": source, "type": kind, "to": target}
            for source, kind, target in dict.fromkeys(_link(row, ids) for row in found["links"])
        ],
        "events": [_event(row, shares) for row in found["events"]],
    }


def _link(row: Row, ids: dict[str | None, str]) -> tuple[str | None, str, str | None]:
    source = ids.get(row["from"], row["from_label"])
    return source, LINKS[row["type"] or ""], ids.get(row["to"], row["to_label"])


def _event(event: Row, shares: list[Row]) -> dict[str, Any]:
    own = (share for share in shares if share["event"] == event["event"])
    people = [{"person": share["person"], "as": share["part"]} for share in own]
    return _some(event, *_EVENT) | {"participants": people}


def _some(row: Row, *names: str) -> dict[str, Any]:
    return {name: row[name] for name in names}


def _by_article(store: Store, name: str) -> Rows:
    found: Rows = defaultdict(list)
    for row in rows(store, "facts", name):
        found[row["article"] or ""].append(row)
    return found
