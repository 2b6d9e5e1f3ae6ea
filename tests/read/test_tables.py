"""Tables of articles: which column is what, and what becomes of bad rows."""

import json
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from kg.errors import UsageError
from kg.read import Told, columns_of, opened, read
from kg.read.dates import told_date
from kg.read.rows import name_of_address
from tests.read.made import BODY, PAGE, ROW, TITLE, documents, lines, refusals, write

TOLD = Told(title=TITLE, published="2024-04-03")


def table(kind: str, *rows: dict[str, str]) -> bytes:
    """Rows in a format of tables."""
    names = list(rows[0])
    if kind == "parquet":
        pa = pytest.importorskip("pyarrow")
        from pyarrow import parquet

        out = pa.BufferOutputStream()
        parquet.write_table(pa.Table.from_pylist(list(rows)), out)
        return bytes(out.getvalue())
    if kind in ("csv", "tsv"):
        between = {"csv": ",", "tsv": "\t"}[kind]
        cells = [names, *([f'"{row[name]}"' for name in names] for row in rows)]
        return "".join(between.join(line) + "\r\n" for line in cells).encode("utf-8-sig")
    return (json.dumps(rows) if kind == "json" else lines(*rows)).encode()


@pytest.mark.parametrize("kind", ["jsonl", "json", "csv", "tsv", "parquet"])
def test_rows_are_articles_under_the_names_that_columns_have(tmp_path: Path, kind: str) -> None:
    rows = [ROW, ROW | {"id": "a2", "noi_dung": f"{BODY} Bí thư chủ trì."}]
    found = documents(write(tmp_path / f"t.{kind}", table(kind, *rows)))
    assert [(d.name, d.told) for d in found] == [("a1", TOLD), ("a2", TOLD)]
    assert [d.source for d in found] == [f"{tmp_path}/t.{kind}!/{i}" for i in (1, 2)]
    article = read(found[0])
    assert (article.text, article.title) == (PAGE.strip(), TITLE)
    assert article.published == "2024-04-03"


def test_a_told_title_that_the_text_repeats_comes_once(tmp_path: Path) -> None:
    (found,) = documents(write(tmp_path / "t.jsonl", lines(ROW | {"noi_dung": PAGE})))
    assert read(found).text == PAGE.strip()


def test_columns_are_named_by_hand(tmp_path: Path) -> None:
    path = write(tmp_path / "t.csv", f"k,x,y\n7,{TITLE},{BODY.replace(',', ';')}\n")
    ((place, why),) = refusals(path)
    assert place == "t.csv"
    assert why == "no column known here has the text (k, x, y); say --map text=COLUMN"
    (found,) = documents(path, columns_of(["title=x", "text=y", "id=k"]))
    assert (found.name, found.told.title, found.data.decode()[:4]) == ("7", TITLE, "Sáng")


@pytest.mark.parametrize("pair", ["title", "title=", "titel=x"])
def test_a_column_that_is_none_is_refused(pair: str) -> None:
    with pytest.raises(UsageError, match="is no column; say FIELD=COLUMN, with one of id, url"):
        columns_of([pair])


def test_a_named_column_that_is_missing_is_said(tmp_path: Path) -> None:
    path = write(tmp_path / "t.csv", "text\nx\n")
    from kg.read import Refused, unpack

    (item,) = unpack(path, {"text": "noi"})
    assert isinstance(item, Refused)
    assert item.reason == "has no column 'noi' (it has text)"


def test_bad_rows_are_told_and_the_rest_is_read(tmp_path: Path) -> None:
    bad = '{"id": \n[1]\n{"id": "a3", "text": " "}\n{"x": "y"}\n'
    path = write(tmp_path / "t.jsonl", lines(ROW) + bad + lines(ROW | {"id": "a9"}))
    told = refusals(path)
    assert [place for place, _ in told] == [f"t.jsonl!/{i}" for i in (2, 3, 4, 5)]
    assert told[0][1].startswith("is no JSON (Expecting value")
    assert [why for _, why in told[1:3]] == ["is no JSON object, {…}", "has no text"]


def test_a_long_line_costs_its_row_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kg.read.tables.MAX_BYTES", 1000)
    path = write(tmp_path / "t.jsonl", lines({"text": "a" * 5000}, ROW))
    assert refusals(path) == [("t.jsonl!/1", "is longer than an article (over 0 MB)")]
    path = write(tmp_path / "t.csv", "text\n" + "a" * 5000)
    assert refusals(path) == [
        ("t.csv", "line 2 is longer than an article; what follows is not read")
    ]
    assert opened.MAX_BYTES > 1000


def test_a_quote_that_is_never_closed_ends_the_table(tmp_path: Path) -> None:
    path = write(tmp_path / "t.csv", 'id,text\na,b\nc,"d\n')
    (one, two) = documents(path)
    assert (one.name, two.data) == ("a", b"d")


def test_json_may_be_objects_one_after_another(tmp_path: Path) -> None:
    path = write(tmp_path / "t.json", json.dumps(ROW, indent=1) * 2 + "\n[" + json.dumps(ROW))
    assert [d.source[-2:] for d in documents(path)] == ["/1", "/2", "/3"]
    cut = write(tmp_path / "cut.json", lines(ROW) + '{"id": "a2", "text')
    ((place, why),) = refusals(cut)
    assert place == "cut.json!/2"
    assert why.startswith("is no JSON from here on (Unterminated string")


def test_deep_json_is_a_row(tmp_path: Path) -> None:
    path = write(tmp_path / "t.jsonl", lines(ROW) + "[" * 200_000 + "\n" + lines(ROW))
    ((place, why),) = refusals(path)
    assert (place, "is no JSON" in why) == ("t.jsonl!/2", True)


def test_cells_that_hold_html_are_pages(tmp_path: Path) -> None:
    (found,) = documents(write(tmp_path / "t.jsonl", lines({"content": f"<p>{BODY}</p>"})))
    assert found.format == ".html"
    assert found.name.startswith("t-")


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("https://a.vn/tin-tuc/huyen-uy-hop-123.html?x=1#y", "huyen-uy-hop-123"),
        ("https://a.vn/x/huy%E1%BB%87n-%E1%BB%A7y.aspx", "huyện-ủy"),
        ("https://a.vn/20240403.htm", "20240403"),
        ("https://a.vn/a/b/", "b"),
        ("https://a.vn/", None),
        ("https://[a", None),
        ("", None),
        (None, None),
    ],
)
def test_an_address_gives_a_name(address: str | None, name: str | None) -> None:
    assert name_of_address(address) == name


@pytest.mark.parametrize(
    ("value", "iso"),
    [
        ("2024-04-03", "2024-04-03"),
        ("2024-04-02T20:30:00Z", "2024-04-03"),
        ("2024-04-02 20:30:00", "2024-04-02"),
        ("Tue, 02 Apr 2024 18:00:00 +0000", "2024-04-03"),
        ("Thứ tư, 03/04/2024 08:15", "2024-04-03"),
        (1712102400, "2024-04-03"),
        (1712102400000, "2024-04-03"),
        ("1712102400", "2024-04-03"),
        (datetime(2024, 4, 2, 18, tzinfo=UTC), "2024-04-03"),
        (date(2024, 4, 3), "2024-04-03"),
        ("hôm qua", None),
        ("1900-01-01", None),
        (float("nan"), None),
        (True, None),
        (12, None),
        (None, None),
        ("9" * 400, None),
    ],
)
def test_moments_are_days_in_vietnam(value: object, iso: str | None) -> None:
    assert told_date(value) == iso
