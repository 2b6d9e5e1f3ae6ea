"""A Frictionless data package: a folder of tables, as CSV or Parquet, with datapackage.json.

Data Package 1.0 and Table Schema 1.0, https://specs.frictionlessdata.io.
"""

import csv
import json
from collections.abc import Callable, Iterable, Mapping
from importlib.metadata import version
from pathlib import Path
from typing import Any, TypeAlias

from kg.graph.exports.columns import Column, Table, Type
from kg.graph.exports.parquet import write_parquet
from kg.graph.exports.records import PARTIAL, Record, records
from kg.graph.exports.tables import TABLES
from kg.graph.store import Store

Write: TypeAlias = Callable[[Path, Table, Iterable[Record]], None]

DESCRIPTOR = "datapackage.json"
NO_LICENCE = (
    "No licence is stated. Facts are the articles'; their sentences and titles are quoted and"
    " stay their authors' and publishers'."
)
_TYPES: Mapping[Type, str] = {"id": "string", "partial": "string", "names": "array"}


def write_csv_package(store: Store, folder: Path, licence: str | None) -> None:
    """Write the tables as CSV (RFC 4180, UTF-8)."""
    _write(store, folder, licence, "csv", write_csv)


def write_parquet_package(store: Store, folder: Path, licence: str | None) -> None:
    """Write the tables as Parquet; UsageError where pyarrow is missing."""
    _write(store, folder, licence, "parquet", write_parquet)


def _write(store: Store, folder: Path, licence: str | None, ending: str, write: Write) -> None:
    for table in TABLES:
        write(folder / f"{table.name}.{ending}", table, records(store, table))
    text = json.dumps(descriptor(store, ending, licence), ensure_ascii=False, indent=2)
    (folder / DESCRIPTOR).write_text(text + "\n", "utf-8")


def write_csv(path: Path, table: Table, rows: Iterable[Record]) -> None:
    """Write rows as a CSV file; lists are written as JSON."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(column.name for column in table.flat)
        for row in rows:
            writer.writerow(map(_cell, row.values()))


def _cell(value: object) -> object:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, list):
        return json.dumps(value, ensure_ascii=False) if value else None
    return value


def descriptor(store: Store, ending: str, licence: str | None) -> dict[str, Any]:
    """What datapackage.json says."""
    package: dict[str, Any] = {
        "profile": "tabular-data-package" if ending == "csv" else "data-package",
        "name": "kg",
        "title": "People, posts, bodies and directives in Vietnamese news",
        "description": f"Ids are paths under {store.base}, which with a path is the IRI of a node."
        + ("" if licence else f" {NO_LICENCE}"),
        "version": version("kg"),
    }
    if licence:
        package["licenses"] = [{"path": licence}]
    return package | {
        "sources": [{"title": "The articles", "path": f"articles.{ending}"}],
        "contributors": [{"title": f"kg {version('kg')}", "role": "wrangler"}],
        "resources": [_resource(table, ending) for table in TABLES],
    }


def _resource(table: Table, ending: str) -> dict[str, Any]:
    schema: dict[str, Any] = {
        "fields": [_field(column) for column in table.flat],
        "primaryKey": list(table.key),
    }
    keys = [_key(table, column) for column in table.columns if column.to]
    return {
        "profile": "tabular-data-resource" if ending == "csv" else "data-resource",
        "name": table.name,
        "path": f"{table.name}.{ending}",
        "format": ending,
        "mediatype": "text/csv" if ending == "csv" else "application/vnd.apache.parquet",
        **({"encoding": "utf-8"} if ending == "csv" else {}),
        "description": table.about,
        "schema": schema | ({"foreignKeys": keys} if keys else {}),
    }


def _field(column: Column) -> dict[str, Any]:
    constraints: dict[str, Any] = {"required": True} if column.needed else {}
    if column.type == "partial":
        constraints["pattern"] = PARTIAL.pattern
    return {
        "name": column.name,
        "type": _TYPES.get(column.type, column.type),
        "description": column.about,
        **({"constraints": constraints} if constraints else {}),
    }


def _key(table: Table, column: Column) -> dict[str, Any]:
    """A foreign key; the specification writes "" for the table itself."""
    there = "" if column.to == table.name else column.to
    return {"fields": [column.name], "reference": {"resource": there, "fields": ["id"]}}
