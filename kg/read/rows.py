"""From a row of a table to the raw material of an article: which column is which."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from hashlib import sha256
from importlib.resources import files
from typing import Any, TypeAlias
from urllib.parse import unquote, urlsplit

from kg.errors import ForeignError, ReadError, UsageError
from kg.read.dates import told_date
from kg.read.document import Document, Refused, Told
from kg.read.opened import MAX_BYTES, Opened
from kg.text import unaccent
from kg.text.encodings import recode

Columns: TypeAlias = Mapping[str, str]
"""The names of columns by the fields of an article; a field that is missing goes by its names."""

_TAG = re.compile(
    r"</?(?:p|div|br|span|h[1-6]|table|strong|em|a|img|ul|li)\b[^<>]*>", re.IGNORECASE
)
_UNSAFE = re.compile(r"[^\w.-]+")
_LONGEST = 150
_TEXTS = ("html", "text", "summary")


@cache
def known() -> Mapping[str, tuple[str, ...]]:
    """The names that columns are known by, as in `columns.txt`."""
    lines = files("kg.read").joinpath("columns.txt").read_text("utf-8").splitlines()
    rows = (line.partition(":") for line in lines if line and not line.startswith("#"))
    return {field: tuple(n.strip() for n in names.split(",")) for field, _, names in rows}


def columns_of(pairs: Iterable[str]) -> Columns:
    """The columns that pairs such as "title=tieu_de" name; UsageError for what is no field."""
    found: dict[str, str] = {}
    for pair in pairs:
        field, equals, column = pair.partition("=")
        if not equals or not column or field not in known():
            fields = ", ".join(known())
            raise UsageError(f"{pair!r} is no column; say FIELD=COLUMN, with one of {fields}")
        found[field] = column
    return found


def fields_of(names: Iterable[str], columns: Columns) -> Columns:
    """The column of each field, of those with these names; ReadError if a given one is missing."""
    plain = {" ".join(unaccent(name).split()): name for name in reversed(list(names))}
    there = set(plain.values())
    found: dict[str, str] = {}
    for field, called in known().items():
        if field in columns:
            if columns[field] not in there:
                listed = ", ".join(sorted(there))
                raise ReadError(f"has no column {columns[field]!r} (it has {listed})")
            found[field] = columns[field]
        elif name := next((plain[name] for name in called if name in plain), None):
            if name not in columns.values():
                found[field] = name
    return found


def document_of(row: Mapping[str, Any], columns: Columns, table: Opened, place: int) -> Document:
    """The raw material of the article in a row; ReadError if it has no text."""
    found = fields_of(row, columns)
    values = {field: _text(row[column]) for field, column in found.items()}
    text = values.get("html") or values.get("text") or values.get("summary")
    if not text:
        if not found.keys().isdisjoint(_TEXTS):
            raise ReadError("has no text")
        listed = ", ".join(row) or "none"
        raise ForeignError(f"no column known here has the text ({listed}); say --map text=COLUMN")
    told = Told(
        title=_recoded(values.get("title")),
        published=told_date(row[found["published"]]) if "published" in found else None,
        byline=_recoded(values.get("byline")),
        publisher=_recoded(values.get("publisher")),
        url=values.get("url"),
    )
    data = text.encode("utf-8", "replace")
    if len(data) > MAX_BYTES:
        raise ReadError(f"is more than an article (over {MAX_BYTES // 2**20} MB)")
    is_html = ("html" in values and values["html"] == text) or len(_TAG.findall(text, 0, 20000)) > 1
    name = values.get("id") or name_of_address(told.url) or f"{table.stem}-{_short(data)}"
    return Document(name, table.place(place), ".html" if is_html else ".txt", data, told)


def documents(
    rows: Iterable[tuple[int, Mapping[str, Any] | str]], columns: Columns, table: Opened
) -> Iterator[Document | Refused]:
    """The articles in a table's rows, given with their numbers; a row may be why it is none.

    ForeignError if the first row has no column of text: the table is one of other things.
    """
    known = False
    for place, row in rows:
        try:
            if isinstance(row, str):
                raise ReadError(row)
            yield document_of(row, columns, table, place)
            known = True
        except ForeignError as error:
            if not known:
                raise
            yield Refused(table.place(place), str(error))
        except ReadError as error:
            yield Refused(table.place(place), str(error))


def name_of_address(url: str | None) -> str | None:
    """What an article is called by its address: the last part of the path, without its ending."""
    if not url:
        return None
    try:
        path = urlsplit(url).path
    except ValueError:
        return None
    last = unquote(path.rstrip("/").rpartition("/")[2])
    stem = re.sub(r"\.(?:s?html?|aspx?|php|jsp|chn|vnp|epi|ldo|bld|tpo|amp|pdf|docx)\Z", "", last)
    name = _UNSAFE.sub("-", stem).strip("-")[:_LONGEST]
    return name if any(c.isalpha() for c in name) or len(name) > 3 else None


def _recoded(text: str | None) -> str | None:
    """A cell in Unicode, also where it is in an old encoding that was taken for another."""
    return None if text is None else recode(text).text


def _short(data: bytes) -> str:
    return sha256(data).hexdigest()[:12]


def _text(value: Any) -> str | None:
    """A cell as text; lists of authors are joined, nothing is None."""
    if value is None or value == "":
        return None
    if isinstance(value, list | tuple):
        return ", ".join(t for item in value if (t := _text(item))) or None
    if isinstance(value, dict):
        return _text(value.get("name") or value.get("text") or value.get("value"))
    if isinstance(value, bytes):
        value = value.decode("utf-8", "replace")
    text = value if isinstance(value, str) else json.dumps(value, default=str).strip('"')
    return text.strip() or None
