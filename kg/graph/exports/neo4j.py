"""CSV files for `neo4j-admin database import`: a file for each label and each kind of relation.

Headers as in Neo4j's Operations Manual, "Import", "CSV file header format". Holdings, parts taken
and links are relations with properties; what proves them is a list of sentences' ids.
"""

import csv
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from kg.graph.exports.answers import Told, answers, beside
from kg.graph.exports.columns import Column, Type
from kg.graph.exports.package import NO_LICENCE
from kg.graph.exports.records import Record, records
from kg.graph.exports.tables import TABLES
from kg.graph.questions import Row
from kg.graph.store import Store

SEPARATOR = "\x1f"  # between the items of a list: no name holds it
README = "README.txt"

LABELS: Mapping[str, str] = {
    "articles": "Article",
    "sentences": "Sentence",
    "people": "Person",
    "units": "Unit",
    "bodies": "Body",
    "posts": "Post",
    "directives": "Directive",
    "events": "Event",
}


@dataclass(frozen=True, slots=True)
class Relation:
    """Relations from one column of a table to another; `facts` is the class of those with proof.

    `type` is Neo4j's type, or, in small letters, the column that tells it.
    """

    table: str
    type: str
    start: str
    end: str
    facts: str | None = None
    file: str = ""


RELATIONS: tuple[Relation, ...] = (
    Relation("holdings", "HOLDS", "person", "post", "org:Membership"),
    Relation("participations", "TAKES_PART", "person", "event", "vnkg:Participation"),
    Relation("links", "relation", "subject", "object", "vnkg:Link"),
    Relation("body_parts", "PART_OF", "body", "part_of"),
    Relation("body_units", "SERVES", "body", "unit"),
    Relation("unit_parts", "PART_OF", "unit", "part_of"),
    Relation("directive_issuers", "PASSED_BY", "directive", "body"),
    Relation("event_organizers", "ORGANIZED_BY", "event", "body"),
    Relation("successions", "FOLLOWED_BY", "old", "new"),
    Relation("evidence", "READ_IN", "about", "sentence"),
    Relation("posts", "POST_IN", "id", "body", file="post_bodies"),
    Relation("sentences", "STANDS_IN", "id", "article", file="sentence_articles"),
)
_SEEN = frozenset(("person", "body", "directive", "event"))
# Rows whose ends are both nodes here; a fact's own sentences are a property of its relation.
_CHOICE: Mapping[str, Callable[[Record], bool]] = {
    "evidence": lambda row: str(row["about"]).split("/")[0] in _SEEN,
    "successions": lambda row: bool(row["new_told"]),
}
_README = """\
A graph of kg as files for Neo4j 5 and later. Run this in the folder, with the database stopped:

{command}

Every node's id is its path; lists are divided by the character U+001F; a date told in part, "2018",
is a text with two days beside it, the earliest and the latest that it can mean.

{licence}
"""
_TABLES = {table.name: table for table in TABLES}
_TYPES: Mapping[Type, str] = {
    "integer": "long",
    "number": "double",
    "boolean": "boolean",
    "date": "date",
}


def write_neo4j(store: Store, folder: Path, licence: str | None) -> None:
    """Write nodes, relations, and the command that imports them."""
    for table in LABELS:
        _write(folder / f"{table}.csv", _node_header(table), _nodes(store, table))
    for relation in RELATIONS:
        path = folder / f"{relation.file or relation.table}.csv"
        _write(path, _relation_header(relation), _relations(store, relation))
    (folder / README).write_text(_readme(licence), "utf-8")


def _write(path: Path, header: Sequence[str], rows: Iterator[Sequence[object]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(header)
        writer.writerows(rows)


def _header(column: Column) -> str:
    if column.type == "names":
        return f"{column.name}:string[]"
    return f"{column.name}:{_TYPES.get(column.type, 'string')}"


def _own(table: str) -> list[Column]:
    """The columns that stay properties of a node: those that name other nodes are relations."""
    return [column for column in _TABLES[table].flat if column.name != "id" and not column.to]


def _node_header(table: str) -> list[str]:
    return ["id:ID", *map(_header, _own(table)), ":LABEL"]


def _nodes(store: Store, table: str) -> Iterator[list[object]]:
    names = [column.name for column in _own(table)]
    for row in records(store, _TABLES[table]):
        yield [row["id"], *(_cell(row[name]) for name in names), LABELS[table]]


def _cell(value: object) -> object:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, list):
        return SEPARATOR.join(item.replace(SEPARATOR, " ") for item in value)
    return value


def _told(relation: Relation) -> list[Column]:
    """The properties of a relation; one made of a node's column has none."""
    ends = {relation.start, relation.end, relation.type}
    columns = () if relation.file else _TABLES[relation.table].flat
    return [column for column in columns if column.name not in ends]


def _relation_header(relation: Relation) -> list[str]:
    proof = ["sentences:string[]"] if relation.facts else []
    return [":START_ID", ":END_ID", ":TYPE", *map(_header, _told(relation)), *proof]


def _relations(store: Store, relation: Relation) -> Iterator[list[object]]:
    names = [column.name for column in _told(relation)]
    for row in _facts(store, relation):
        kind = row.get(relation.type)
        proof = [_cell(row["sentences"])] if relation.facts else []
        told = (_cell(row[name]) for name in names)
        if row[relation.start] and row[relation.end]:
            type_ = _constant(str(kind)) if kind else relation.type
            yield [row[relation.start], row[relation.end], type_, *told, *proof]


def _constant(name: str) -> str:
    """A type in Neo4j's manner: "carriesOut" gives "CARRIES_OUT"."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", "_", name).upper()


def _facts(store: Store, relation: Relation) -> Iterator[Told]:
    """The rows of a relation; those of facts with the sentences that they were read from."""
    rows = records(store, _TABLES[relation.table])
    if relation.facts:
        return beside(rows, _proofs(store, relation.facts), "sentences", "sentence")
    return filter(_CHOICE.get(relation.table), rows)


def _proofs(store: Store, facts: str) -> Iterator[Row]:
    for row in answers(store, "proofs", facts):
        yield {name: value and value.removeprefix(store.base) for name, value in row.items()}


def _readme(licence: str | None) -> str:
    nodes = [f"--nodes={table}.csv" for table in LABELS]
    relations = [f"--relationships={r.file or r.table}.csv" for r in RELATIONS]
    command = " \\\n    ".join(
        [
            "neo4j-admin database import full neo4j",
            *nodes,
            *relations,
            "--array-delimiter=U+001F",
            "--multiline-fields=true",
        ]
    )
    return _README.format(command=command, licence=f"Licence: {licence}" if licence else NO_LICENCE)
