"""Every sentence of the graph leads back to the characters of its file."""

import unicodedata
from pathlib import Path

import pytest

import kg
from kg.query.original import original
from kg.text import normalise
from tests.cli.running import kg as command
from tests.read.made import lines, zipped

TITLE = "Huyện ủy Văn Lâm họp"
BODY = (
    "Sáng 3/4/2021, Huyện ủy Văn Lâm, tỉnh Hưng Yên họp. Dự có đồng chí Lê Thử, Bí thư Huyện ủy"
    " Văn Lâm. Đồng chí Trần Mẫu, Phó Bí thư Huyện ủy Văn Lâm chủ trì hội nghị."
)
PAGE = f"Tăng cỡ chữ\n\n{TITLE}\n\n  {BODY}\n\nIn trang\n"


@pytest.fixture
def files(tmp_path: Path) -> dict[str, str]:
    """Four files that hold one article, with the text in which its places count."""
    texts = {
        "plain.txt": PAGE,
        "apart.txt": "\ufeff" + unicodedata.normalize("NFD", PAGE).replace("\n", "\r\n"),
        "soft.txt": PAGE.replace("đồng chí", "đồng\u00ad chí").replace("Bí", "B\u200bí"),
    }
    for name, text in texts.items():
        (tmp_path / name).write_bytes(text.encode())
    row = {"id": "row", "title": TITLE, "text": BODY}
    (tmp_path / "x.zip").write_bytes(zipped({"t.jsonl": lines(row)}))
    return {**texts, "x.zip!/t.jsonl!/1": BODY}


def test_a_sentence_leads_to_its_characters(files: dict[str, str], tmp_path: Path) -> None:
    kg.build([tmp_path], tmp_path / "x.kg")
    with kg.Store.open(tmp_path / "x.kg") as store:
        rows = store.query(
            "SELECT DISTINCT ?id ?start ?end ?exact { ?e oa:hasSource/dcterms:identifier ?id ;"
            " oa:hasSelector ?s . ?s oa:start ?start ; oa:end ?end ; oa:exact ?exact }"
        )
        seen = set()
        for row in rows:
            place = original(store, row["id"].value, int(row["start"].value), int(row["end"].value))
            text = files[place.source.removeprefix(f"{tmp_path}/")]
            if row["exact"].value == TITLE and row["id"].value == "row":
                assert place.span is None, "the title stands in another column"
                continue
            assert place.span is not None
            assert normalise(text[place.span.start : place.span.end]) == row["exact"].value
            seen.add(place.source)
    assert len(seen) == len(files)


def test_show_tells_the_file(files: dict[str, str], tmp_path: Path) -> None:
    kg.build([tmp_path / "plain.txt"], tmp_path / "x.kg")
    shown = command("show", tmp_path / "x.kg", "le thu", "--files").out
    start = PAGE.index("Dự có")
    assert f"\n      in {tmp_path}/plain.txt, characters {start} to" in shown
    assert "plain.txt, characters" not in command("show", tmp_path / "x.kg", "le thu").out
    assert files
