"""Files for Neo4j's import, read by the rules of its manual: no Neo4j runs here.

"CSV file header format" of the Operations Manual: fields are NAME:TYPE; one :ID, unique over all
nodes; :START_ID and :END_ID name nodes that exist; an empty field is no value.
"""

import csv
import re
import shlex
from collections import Counter
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from kg.graph.exports.neo4j import README
from kg.graph.formats import FOLDERS
from tests.graph.exports.made import store, things


def true_or_false(text: str) -> bool:
    assert text in ("true", "false")
    return text == "true"


TYPES: dict[str, Callable[[str], Any]] = {
    "string": str,
    "long": int,
    "double": float,
    "date": date.fromisoformat,
    "boolean": true_or_false,
}
Row = dict[str, Any]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("neo4j")
    FOLDERS["neo4j"](store(), made, None)
    return made


def options(folder: Path) -> dict[str, list[str]]:
    """The options of the command that the folder's README shows."""
    (command,) = re.findall(
        r"^neo4j-admin database import full neo4j \\\n(?:.*\\\n)*.*$",
        (folder / README).read_text("utf-8"),
        re.MULTILINE,
    )
    found: dict[str, list[str]] = {}
    for word in shlex.split(command.replace("\\\n", " "))[5:]:
        name, _, value = word.removeprefix("--").partition("=")
        found.setdefault(name, []).append(value)
    return found


def read(path: Path, separator: str) -> list[Row]:
    """The rows of a file, strictly: every field of its type, every row as long as the header."""
    with path.open(encoding="utf-8", newline="") as file:
        header, *rows = csv.reader(file, strict=True)
    assert len(header) == len(set(header))
    told = []
    for row in rows:
        assert len(row) == len(header)
        told.append({f: value(f, text, separator) for f, text in zip(header, row, strict=True)})
    return told


def value(field: str, text: str, separator: str) -> Any:
    name, _, kind = field.partition(":")
    if kind in ("ID", "LABEL", "START_ID", "END_ID", "TYPE"):
        assert text
        assert not name or kind == "ID"
        return text
    assert re.fullmatch("[a-z_]+", name)
    if not text:
        return None
    if kind.endswith("[]"):
        return [TYPES[kind[:-2]](item) for item in text.split(separator)]
    return TYPES[kind](text)


@pytest.fixture(scope="module")
def nodes(folder: Path) -> dict[str, Row]:
    told = options(folder)
    rows = [row for name in told["nodes"] for row in read(folder / name, "\x1f")]
    assert len({row["id:ID"] for row in rows}) == len(rows)
    return {row["id:ID"]: row for row in rows}


@pytest.fixture(scope="module")
def relations(folder: Path) -> list[Row]:
    told = options(folder)
    return [row for name in told["relationships"] for row in read(folder / name, "\x1f")]


def test_the_command_names_every_file_and_how_to_read_it(folder: Path) -> None:
    told = options(folder)
    assert {*told["nodes"], *told["relationships"], README} == {p.name for p in folder.iterdir()}
    assert told["array-delimiter"] == ["U+001F"]
    assert told["multiline-fields"] == ["true"]


def test_every_node_is_there_with_its_label(nodes: dict[str, Row]) -> None:
    classes = {
        "Article": "schema:NewsArticle",
        "Sentence": "oa:TextQuoteSelector",
        "Person": "foaf:Person",
        "Unit": "vnkg:AdministrativeUnit",
        "Body": "org:Organization",
        "Post": "org:Post",
        "Directive": "vnkg:Directive",
        "Event": "schema:Event",
    }
    for label, kind in classes.items():
        assert {i for i, row in nodes.items() if row[":LABEL"] == label} == things(kind) != set()
    assert {row[":LABEL"] for row in nodes.values()} == set(classes)


def test_every_relation_joins_nodes_that_exist(nodes: dict[str, Row], relations: list[Row]) -> None:
    assert all(row[end] in nodes for row in relations for end in (":START_ID", ":END_ID"))
    shapes = {
        (nodes[r[":START_ID"]][":LABEL"], r[":TYPE"], nodes[r[":END_ID"]][":LABEL"])
        for r in relations
    }
    assert shapes == {
        ("Person", "HOLDS", "Post"),
        ("Person", "TAKES_PART", "Event"),
        ("Person", "PRESENTS", "Directive"),
        ("Body", "CARRIES_OUT", "Directive"),
        ("Directive", "IMPLEMENTS", "Directive"),
        ("Body", "PART_OF", "Body"),
        ("Unit", "PART_OF", "Unit"),
        ("Body", "SERVES", "Unit"),
        ("Directive", "PASSED_BY", "Body"),
        ("Event", "ORGANIZED_BY", "Body"),
        ("Body", "FOLLOWED_BY", "Body"),
        ("Post", "POST_IN", "Body"),
        ("Sentence", "STANDS_IN", "Article"),
        *((label, "READ_IN", "Sentence") for label in ("Person", "Body", "Directive", "Event")),
    }


def test_each_fact_is_one_relation_with_its_sentences(
    nodes: dict[str, Row], relations: list[Row]
) -> None:
    numbers = Counter(row[":TYPE"] for row in relations)
    assert numbers["HOLDS"] == len(things("org:Membership"))
    assert numbers["TAKES_PART"] == len(things("vnkg:Participation"))
    proofs = [row["sentences:string[]"] for row in relations if "sentences:string[]" in row]
    assert all(proofs)
    assert {nodes[i][":LABEL"] for proof in proofs for i in proof} == {"Sentence"}


def test_properties_are_of_their_types(nodes: dict[str, Row], relations: list[Row]) -> None:
    (held,) = (row for row in relations if row.get("since:string") == "2015")
    assert held["since_latest:date"] == date(2015, 12, 31)
    assert (held["status:string"], held["until:string"]) == ("former", "2020")
    person = nodes[held[":START_ID"]]
    assert person["name:string"] == "Nguyễn Văn Hùng"
    assert ["Anh; ba", "LÊ AN"] in [row.get("other_names:string[]") for row in nodes.values()]
    assert nodes["article/a2"]["byline:string"] == 'Lê, "An"\nvà bạn'
