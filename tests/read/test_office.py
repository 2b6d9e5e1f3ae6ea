"""Word and PDF files: paragraphs as they are printed, and what damaged or hostile ones come to."""

import io
import random
import time
import zipfile
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

import pytest

from kg.errors import ReadError
from kg.model import Article
from kg.read import Document, read
from tests.read.made import zipped
from tests.read.portals.articles import ARTICLES

HERE = Path(__file__).resolve().parent / "office"
TOLD = ARTICLES[0]
BODY = [text for told in ARTICLES[:3] for text in told.body]
SCHEMAS = "http://schemas.openxmlformats.org"
NAMES = f'xmlns:w="{SCHEMAS}/wordprocessingml/2006/main"'
NAMES += f' xmlns:mc="{SCHEMAS}/markup-compatibility/2006"'


def article(form: str, data: bytes) -> Article:
    """The article in a file."""
    return read(Document("a", f"a{form}", form, data))


def paragraph(text: str, extra: str = "") -> str:
    half = len(text) // 2
    runs = (
        f'<w:r><w:t xml:space="preserve">{part}</w:t></w:r>' for part in (text[:half], text[half:])
    )
    return f"<w:p><w:pPr><w:jc/></w:pPr>{''.join(runs)}{extra}</w:p>"


def docx(body: str, more: Mapping[str, str] | None = None) -> bytes:
    """A Word file with this body."""
    whole = f"<w:document {NAMES}><w:body>{body}</w:body></w:document>"
    return zipped({"[Content_Types].xml": "<Types/>", "word/document.xml": whole, **(more or {})})


def properties(title: str) -> dict[str, str]:
    names = 'xmlns:cp="x" xmlns:dc="http://purl.org/dc/elements/1.1/"'
    return {"docProps/core.xml": f"<cp:p {names}><dc:title>{title}</dc:title></cp:p>"}


def test_word_gives_paragraphs_in_the_order_of_reading() -> None:
    deleted = "<w:del><w:r><w:delText>đã xóa</w:delText></w:r></w:del>"
    inserted = "<w:ins><w:r><w:t> Thêm vào.</w:t></w:r></w:ins>"
    field = "<w:r><w:instrText>PAGE</w:instrText></w:r>"
    box = f"<w:r><mc:AlternateContent><mc:Choice>{paragraph('Trong khung.')}</mc:Choice>"
    box += f"<mc:Fallback>{paragraph('Trong khung.')}</mc:Fallback></mc:AlternateContent></w:r>"
    cells = "".join(f"<w:tc>{paragraph(text)}</w:tc>" for text in ("Ô một.", "Ô hai."))
    body = paragraph(TOLD.title) + paragraph("03/04/2024") + paragraph(TOLD.lead, deleted + field)
    body += paragraph(TOLD.paragraphs[0], inserted) + f"<w:tbl><w:tr>{cells}</w:tr></w:tbl>"
    body += paragraph(TOLD.paragraphs[1], box)
    found = article(".docx", docx(body, properties(TOLD.title.upper())))
    assert (found.title, found.published) == (TOLD.title, "2024-04-03")
    assert found.text.split("\n\n") == [
        TOLD.title,
        TOLD.lead,
        f"{TOLD.paragraphs[0]} Thêm vào.",
        "Ô một.",
        "Ô hai.",
        TOLD.paragraphs[1],
        "Trong khung.",
    ]


def test_a_title_of_a_template_is_not_believed() -> None:
    data = docx(paragraph(TOLD.title) + paragraph(TOLD.lead), properties("Microsoft Word - mau 1"))
    assert article(".docx", data).title == TOLD.title


@pytest.mark.parametrize("name", ["one-column", "two-columns"])
def test_pdf_gives_paragraphs_without_running_heads(name: str) -> None:
    found = article(".pdf", (HERE / f"{name}.pdf").read_bytes())
    assert (found.title, found.published) == (TOLD.title, "2024-04-03")
    assert found.text.split("\n\n") == [TOLD.title, *BODY]


BOMB = '<!DOCTYPE w [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>'


@pytest.mark.parametrize(
    ("form", "data", "reason"),
    [
        (".docx", b"PK\x03\x04 nothing", "is no Word file, or a damaged one"),
        (".docx", zipped({"a.txt": "x"}), "is no Word file"),
        (".docx", zipped({"word/document.xml": "<a>"}), "is a damaged Word file"),
        (".docx", zipped({"word/document.xml": bytes(60_000_000)}), "unpacks to more than 50 MB"),
        (".docx", zipped({"word/document.xml": f"{BOMB}<w>&b;</w>"}), "holds no article"),
        (".docx", zipped({"word/document.xml": "<a>" * 100_000}), "is a damaged Word file"),
        (".docx", docx(""), "holds no article"),
        (".pdf", b"%PDF-1.4 nothing", "is no PDF file, or a damaged one"),
        (".pdf", b"", "is no PDF file, or a damaged one"),
        (".pdf", (HERE / "one-column.pdf").read_bytes()[:9000], "PDF file"),
    ],
    ids=range(10),
)
def test_damaged_and_hostile_files_are_refused(form: str, data: bytes, reason: str) -> None:
    with pytest.raises(ReadError, match=reason):
        article(form, data)


def pdf(*objects: str) -> bytes:
    """A PDF file of these objects, numbered from 1, the first being the catalog."""
    out, places = b"%PDF-1.4\n", []
    for number, told in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n{told}\nendobj\n".encode("latin-1")
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    size = len(objects) + 1
    end = f"xref\n0 {size}\n0000000000 65535 f \n{table}trailer\n<< /Size {size} /Root 1 0 R >>\n"
    return out + end.encode() + f"startxref\n{len(out)}\n%%EOF".encode()


CATALOG = "<< /Type /Catalog /Pages 2 0 R >>"


PAGE = "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] >>"
CIRCLES = {
    "pages in themselves": (CATALOG, "<< /Type /Pages /Kids [2 0 R] /Count 1 >>"),
    "no text": (CATALOG, "<< /Type /Pages /Kids [3 0 R] /Count 1 /Parent 2 0 R >>", PAGE),
    "numbers that are pages": (CATALOG, "<< /Type /Pages /Kids 2 0 R /Count 2 0 R >>"),
    "a reference to itself": ("1 0 R",),
    "two that lead to each other": (CATALOG, "3 0 R", "2 0 R"),
}


@pytest.mark.parametrize("objects", CIRCLES.values(), ids=CIRCLES)
def test_a_pdf_that_leads_in_circles_is_refused(objects: tuple[str, ...]) -> None:
    begin = time.process_time()
    with pytest.raises(ReadError):
        article(".pdf", pdf(*objects))
    assert time.process_time() - begin < 2


def test_many_pages_are_refused() -> None:
    kids = " ".join(["3 0 R"] * 400)
    with pytest.raises(ReadError, match=r"has more than 300 pages|has no text layer"):
        article(".pdf", pdf(CATALOG, f"<< /Type /Pages /Kids [{kids}] /Count 400 >>", PAGE))


@pytest.mark.parametrize("form", [".docx", ".pdf"])
def test_files_with_wrong_bytes_are_articles_or_refused(form: str) -> None:
    whole = docx(paragraph(TOLD.title) + paragraph(TOLD.lead))
    if form == ".pdf":
        whole = (HERE / "one-column.pdf").read_bytes()
    chance = random.Random(1)
    for _ in range(60):
        data = bytearray(whole)
        for _ in range(chance.randint(1, 30)):
            data[chance.randrange(len(data))] = chance.randrange(256)
        if chance.random() < 0.2:
            del data[chance.randrange(len(data)) :]
        with suppress(ReadError):
            assert article(form, bytes(data)).text
    assert zipfile.is_zipfile(io.BytesIO(whole)) == (form == ".docx")
