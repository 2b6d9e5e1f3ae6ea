"""What is known of one thing: its names, its facts, and the sentences that say so."""

from collections.abc import Iterator, Mapping
from typing import Any

from pyoxigraph import Literal, NamedNode

from kg.graph import Store
from kg.graph.questions import bound
from kg.query.files import text
from kg.query.names import Thing, solutions
from kg.query.shorten import shorten
from kg.query.witnesses import independent

# What a thing's own properties, and those by which others name it, are called.
WORDS: Mapping[str, str] = {
    "skos:altLabel": "also",
    "eli:date_document": "of",
    "dcterms:title": "about",
    "vnkg:term": "term",
    "schema:startDate": "on",
    "vnkg:place": "at",
    "eli:passed_by": "by",
    "org:subOrganizationOf": "part of",
    "vnkg:serves": "of",
    "vnkg:partOf": "in",
    "schema:organizer": "by",
    "schema:datePublished": "published",
    "schema:publisher": "by",
    "schema:url": "at",
    "vnkg:replacedIn": "replaced",
}
REVERSED: Mapping[str, str] = {
    "eli:passed_by": "issued",
    "org:subOrganizationOf": "has the part",
    "vnkg:serves": "is served by",
    "schema:organizer": "organized",
}


def known(store: Store, thing: Thing) -> str:
    """All that is known of a thing, as text: each fact, then its sentences with their articles."""
    node = NamedNode(thing.iri)
    lines = [f"{thing.label}  {thing.name}"]
    for name, values in _own(store, node).items():
        lines += [f"  {WORDS[name]}: {value}" for value in values if name in WORDS]
    facts: dict[str, list[Any]] = {}
    for row in _ask(store, "facts", {"thing": node}):
        facts.setdefault(row["fact"].value, []).append(row)
    for told in facts.values():
        lines += _told(told, shorten(told[0]["property"].value, store.prefixes))
    if not facts:
        lines += ["", *_sentences(_ask(store, "quotes", {"thing": node}))]
    return "\n".join(lines)


def _own(store: Store, node: NamedNode) -> dict[str, list[str]]:
    """What is told of a node itself: values by the prefixed names of properties."""
    found: dict[str, list[str]] = {}
    for row in _ask(store, "own", {"thing": node}):
        name = shorten(row["property"].value, store.prefixes)
        found.setdefault(name, []).append(row["value"].value)
    return found


def _told(rows: list[Any], property_: str) -> list[str]:
    """A fact with all its sentences; or in one line a thing that names the one in question."""
    if rows[0]["kind"].value == "fact":
        return ["", f"  {_fact(rows)}  {_told_by(rows)}", *_sentences(rows)]
    return [f"  {REVERSED[property_]}: {rows[0]['label'].value}  [{rows[0]['id'].value}]"]


def _fact(rows: list[Any]) -> str:
    """A fact's label, with status and time: "…: Bí thư Huyện ủy (current, seen 2021 to 2023)"."""
    row = rows[0]
    since, until = (row[name].value if row[name] else "" for name in ("since", "until"))
    time = f"{since} to {until}" if until else since and f"since {since}"
    term = row["term"] and f"term {row['term'].value}"
    seen = sorted({row["published"].value for row in rows if row["published"]})
    days = (
        f"seen {' to '.join(dict.fromkeys((seen[0], seen[-1])))}" if seen and row["state"] else ""
    )
    parts = (row["state"] and row["state"].value, time, term, days)
    rest = ", ".join(part for part in parts if part)
    return f"{row['label'].value} ({rest})" if rest else str(row["label"].value)


def _sentences(rows: list[Any]) -> Iterator[str]:
    for line in dict.fromkeys(map(_sentence, rows)):
        yield f"    {line}"


def _sentence(row: Any) -> str:
    """A sentence with its article and day, its characters there, the rule and how sure that is."""
    day = f", {row['published'].value}" if row["published"] else ""
    place = f"{row['start'].value}-{row['end'].value}"
    read = f"{row['rule'].value} {float(row['confidence'].value):.2f}"
    quote = " ".join(row["sentence"].value.split())
    return f'"{quote}"  [{row["id"].value}{day}, {place}, {read}]'


def _told_by(rows: list[Any]) -> str:
    """How many articles tell a fact, and how many of them in words of their own."""
    told = [(row["id"].value, " ".join(row["sentence"].value.split())) for row in rows]
    articles, sources = len({article for article, _ in told}), independent(told)
    if articles == 1:
        return "told once"
    apart = "" if sources == articles else f", {sources} of them independent"
    return f"told by {articles} articles{apart}"


def _ask(store: Store, name: str, values: Mapping[str, NamedNode | Literal]) -> list[Any]:
    return list(solutions(store, bound(text("thing", name), values)))
