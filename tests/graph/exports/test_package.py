"""The data package: valid for the frictionless library; its Parquet is read by pyarrow."""

import csv
import json
import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from frictionless import Package
from pyarrow import parquet

from kg.graph.exports.package import NO_LICENCE
from kg.graph.exports.records import days
from kg.graph.exports.tables import TABLES
from kg.graph.formats import FOLDERS
from tests.graph.exports.made import ODD, PAGE, store, things

# The class of what each table lists.
CLASSES = {
    "articles": "schema:NewsArticle",
    "sentences": "oa:TextQuoteSelector",
    "people": "foaf:Person",
    "units": "vnkg:AdministrativeUnit",
    "bodies": "org:Organization",
    "posts": "org:Post",
    "directives": "vnkg:Directive",
    "events": "schema:Event",
    "holdings": "org:Membership",
    "participations": "vnkg:Participation",
    "links": "vnkg:Link",
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The data package of the graph, as CSV."""
    made = tmp_path_factory.mktemp("tables")
    FOLDERS["tables"](store(), made, None)
    return made


@pytest.fixture(scope="module")
def columnar(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same as Parquet."""
    made = tmp_path_factory.mktemp("parquet")
    FOLDERS["parquet"](store(), made, "https://creativecommons.org/licenses/by/4.0/")
    return made


def rows(folder: Path, table: str) -> list[dict[str, str]]:
    with (folder / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def read(folder: Path, table: str) -> list[dict[str, Any]]:
    """The rows of a table as frictionless gives them, by the types of datapackage.json."""
    package = Package(str(folder / "datapackage.json"))
    return [dict(row.to_dict()) for row in package.get_resource(table).read_rows()]


def test_frictionless_finds_it_valid(folder: Path) -> None:
    report = Package(str(folder / "datapackage.json")).validate()
    assert report.flatten(["title", "rowNumber", "fieldName", "note"]) == []
    assert report.valid
    assert {task.name for task in report.tasks} == {table.name for table in TABLES}


@pytest.mark.parametrize(
    ("table", "old", "new", "error"),
    [
        ("people", r"(?m)^person/le-an.*\n", "", "foreign-key"),
        ("people", r"(?m)^(person/le-an.*\n)", r"\1\1", "primary-key"),
        ("holdings", "2020-08,", "8/2020,", "constraint-error"),
        ("holdings", "2020-08-31", "2020-08-32", "type-error"),
    ],
)
def test_frictionless_would_find_what_is_wrong(
    folder: Path, tmp_path: Path, table: str, old: str, new: str, error: str
) -> None:
    for path in folder.iterdir():
        text = path.read_bytes().decode()
        changed = re.sub(old, new, text.replace("\r\n", "\n")) if path.stem == table else text
        (tmp_path / path.name).write_text(changed, "utf-8", newline="")
    report = Package(str(tmp_path / "datapackage.json")).validate()
    assert error in {kind for (kind,) in report.flatten(["type"])}


@pytest.mark.parametrize("table", CLASSES)
def test_every_node_of_the_graph_is_in_its_table(folder: Path, table: str) -> None:
    ids = [row["id"] for row in rows(folder, table)]
    assert set(ids) == things(CLASSES[table]) != set()
    assert ids == sorted(ids)


def test_every_proof_is_in_the_evidence(folder: Path) -> None:
    evidence = rows(folder, "evidence")
    found = store().query("SELECT (COUNT(*) AS ?n) { ?x vnkg:evidence ?y }")
    assert [str(len(evidence))] == [row[0].value for row in found]  # type: ignore[union-attr]
    ids = {row["id"] for table in CLASSES for row in rows(folder, table)}
    assert {row["about"] for row in evidence} <= ids
    assert {row["about"].split("/")[0] for row in evidence} == {
        *("person", "body", "directive", "event", "membership", "participation", "link")
    }


def test_a_partial_date_stays_one(folder: Path) -> None:
    told = {row["name"]: row for row in read(folder, "holdings")}
    since = told["Lê An: Bí thư Huyện ủy Văn Lâm"]
    former = told["Nguyễn Văn Hùng: Chủ tịch nước"]
    names = ("since", "since_earliest", "since_latest")
    assert [former[name] for name in names] == ["2015", date(2015, 1, 1), date(2015, 12, 31)]
    assert (since["until"], since["until_earliest"], since["until_latest"]) == (None,) * 3
    told = {row["number"]: row for row in read(folder, "directives")}
    assert told["68-KH/HU"]["date"] == "2022-09"
    assert told["68-KH/HU"]["date_latest"] == date(2022, 9, 30)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2024", (2024, 1, 1), (2024, 12, 31)),
        ("2024-02", (2024, 2, 1), (2024, 2, 29)),
        ("2024-02-29", (2024, 2, 29), (2024, 2, 29)),
    ],
)
def test_what_a_partial_date_can_mean(
    text: str, first: tuple[int, int, int], last: tuple[int, int, int]
) -> None:
    assert days(text) == (date(*first), date(*last))


@pytest.mark.parametrize("text", [None, "", "XIII", "2023-02-29", "24", "2024-1", "2024-01-01-01"])
def test_what_is_no_date_is_none(text: str | None) -> None:
    assert days(text) == (None, None)


def test_texts_and_lists_come_back(folder: Path) -> None:
    page = {row["id"]: row for row in read(folder, "articles")}["article/a2"]
    assert (page["url"], page["byline"]) == (PAGE, 'Lê, "An"\nvà bạn')
    assert ODD in {row["name"] for row in read(folder, "articles")}
    assert ["Anh; ba", "LÊ AN"] in [row["other_names"] for row in read(folder, "people")]


def test_pairs_and_successions(folder: Path) -> None:
    names = {row["id"]: row["name"] for row in rows(folder, "bodies") + rows(folder, "directives")}
    issued = {
        (names[row["directive"]], names[row["body"]]) for row in rows(folder, "directive_issuers")
    }
    assert issued == {
        ("Nghị quyết 21-NQ/TW", "Bộ Chính trị"),
        ("Kế hoạch 68-KH/HU", "Huyện ủy Văn Lâm"),
    }
    followed = {(row["new_name"], row["new_told"]) for row in rows(folder, "successions")}
    assert followed == {("Ban Tổ chức Huyện ủy Văn Lâm", "true"), ("Ban khác", "false")}


def test_no_licence_is_claimed_but_the_one_that_is_given(folder: Path, columnar: Path) -> None:
    without, given = (
        json.loads((made / "datapackage.json").read_text("utf-8")) for made in (folder, columnar)
    )
    assert "licenses" not in without
    assert NO_LICENCE in without["description"]
    assert given["licenses"] == [{"path": "https://creativecommons.org/licenses/by/4.0/"}]
    assert NO_LICENCE not in given["description"]


@pytest.mark.parametrize("table", [table.name for table in TABLES])
def test_parquet_holds_what_csv_does(folder: Path, columnar: Path, table: str) -> None:
    held = parquet.ParquetFile(columnar / f"{table}.parquet").read().to_pylist()
    told = [
        {name: value or [] if name == "other_names" else value for name, value in row.items()}
        for row in read(folder, table)
    ]
    assert held == [
        {n: float(v) if n == "confidence" else v for n, v in row.items()} for row in told
    ]


def test_parquet_has_types_and_says_what_is_never_empty(columnar: Path) -> None:
    schema = parquet.read_schema(columnar / "holdings.parquet")
    assert str(schema.field("since_earliest").type) == "date32[day]"
    assert (schema.field("person").nullable, schema.field("body").nullable) == (False, True)
    assert str(
        parquet.read_schema(columnar / "people.parquet").field("other_names").type
    ).startswith("list")
    descriptor = json.loads((columnar / "datapackage.json").read_text("utf-8"))
    assert list(Package.metadata_validate(descriptor)) == []
    assert all((columnar / r["path"]).exists() for r in descriptor["resources"])
