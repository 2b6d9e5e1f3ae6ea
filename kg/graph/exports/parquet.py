"""A table as a Parquet file, a part of it at a time."""

from collections.abc import Iterable
from itertools import islice
from pathlib import Path
from typing import Any

from kg.errors import UsageError
from kg.graph.exports.columns import Column, Table
from kg.graph.exports.records import Record

_AT_ONCE = 20_000  # rows that are held and written together


def write_parquet(path: Path, table: Table, rows: Iterable[Record]) -> None:
    """Write rows as a Parquet file; UsageError where pyarrow is missing."""
    try:
        import pyarrow
        from pyarrow import parquet
    except ImportError:
        raise UsageError(
            "Parquet needs pyarrow; install it with: pip install 'kg[parquet]'"
        ) from None
    schema = pyarrow.schema([_field(pyarrow, column) for column in table.flat])
    rest = iter(rows)
    with parquet.ParquetWriter(path, schema, compression="zstd") as writer:
        while part := list(islice(rest, _AT_ONCE)):
            writer.write_table(pyarrow.Table.from_pylist(part, schema))


def _field(pyarrow: Any, column: Column) -> Any:
    types = {
        "integer": pyarrow.int64,
        "number": pyarrow.float64,
        "boolean": pyarrow.bool_,
        "date": pyarrow.date32,
        "names": lambda: pyarrow.list_(pyarrow.string()),
    }
    told = {"description": column.about}
    return pyarrow.field(
        column.name, types.get(column.type, pyarrow.string)(), not column.needed, told
    )
