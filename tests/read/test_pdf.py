"""PDFs: paragraphs and columns put together again, margins left out, and what cannot be read."""

import io
import random
import textwrap
import unicodedata
import zlib
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from reportlab.lib.enums import TA_CENTER, TA_JUSTIFY
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFError, TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate, Paragraph

from kg.errors import ReadError
from kg.model import Article
from kg.read import pdf
from kg.read.document import Document
from kg.read.pdf import read_pdf
from kg.read.pdf.paragraphs import _joint

OFFICE = Path(__file__).with_name("office")
FONTS = (
    "/usr/share/fonts/truetype/dejavu/DejaVuSerif.ttf",
    "/usr/share/fonts/dejavu-serif-fonts/DejaVuSerif.ttf",
    "/usr/share/fonts/TTF/DejaVuSerif.ttf",
)
TITLE = "Huyện ủy Bình Sơn họp bàn công tác cán bộ quý II năm 2021"
TEXTS = (
    "Sáng 3/4/2021, Huyện ủy Bình Sơn họp bàn việc kiện toàn cấp ủy ở cơ sở; đồng chí Lê Thử, Bí"
    " thư Huyện ủy chủ trì và kết luận từng nội dung của buổi họp.",
    "Theo báo cáo của Ban Tổ chức Huyện ủy, toàn huyện có 52 chi bộ, trong đó 47 chi bộ đã đại hội"
    " xong; năm chi bộ còn lại làm xong trước ngày 30/4 như Kế hoạch số 15-KH/HU đã nêu.",
    "Kết luận, đồng chí Bí thư giao Ủy ban Kiểm tra theo dõi việc làm của từng nơi, báo cáo Ban"
    " Thường vụ vào cuối tháng; nơi nào làm chậm thì người đứng đầu giải trình.",
)


@pytest.fixture(scope="session")
def font() -> str:
    """A font that has the letters of Vietnamese."""
    for path in FONTS:
        try:
            pdfmetrics.registerFont(TTFont("Serif", path))
        except TTFError:
            continue
        return "Serif"
    pytest.skip("no font with Vietnamese letters: install fonts-dejavu")


def read(data: bytes) -> Article:
    return read_pdf(Document("a", "a.pdf", "pdf", data))


def drawn(draw: Callable[[Canvas], None], **options: Any) -> bytes:
    """One page on which something is drawn."""
    file = io.BytesIO()
    canvas = Canvas(file, (600, 800), invariant=1, **options)
    draw(canvas)
    canvas.showPage()
    canvas.save()
    return file.getvalue()


def printed(
    lines: Sequence[str],
    columns: int = 1,
    *,
    indent: int = 0,
    size: int = 12,
    header: str | None = "Bản tin nội bộ số 7",
) -> bytes:
    """A title and paragraphs on small pages with a header and a page number."""
    head = ParagraphStyle(
        "h", fontName="Serif", fontSize=18, leading=23, alignment=TA_CENTER, spaceAfter=12
    )
    text = ParagraphStyle(
        "t",
        fontName="Serif",
        fontSize=size,
        leading=size * 1.4,
        firstLineIndent=indent,
        spaceAfter=0 if indent else 6,
        alignment=TA_JUSTIFY,
    )
    wide = (500 - 25 * (columns - 1)) / columns
    frames = [Frame(50 + i * (wide + 25), 50, wide, 330, 0, 0, 0, 0) for i in range(columns)]

    def around(canvas: Canvas, document: BaseDocTemplate) -> None:
        canvas.setFont("Serif", 9)
        if header:
            canvas.drawString(50, 410, f"{header}, trang {document.page}")
        canvas.drawCentredString(300, 20, f"- {document.page} -")

    file = io.BytesIO()
    made = BaseDocTemplate(file, pagesize=(600, 440), invariant=1)
    made.addPageTemplates(PageTemplate("p", frames, onPage=around))
    made.build([Paragraph(lines[0], head), *(Paragraph(line, text) for line in lines[1:])])
    return file.getvalue()


@pytest.mark.parametrize("columns", [1, 2])
@pytest.mark.parametrize("indent", [0, 18])
@pytest.mark.parametrize("form", ["NFC", "NFD"])
@pytest.mark.usefixtures("font")
def test_paragraphs_are_joined_over_lines_columns_and_pages(
    columns: int, indent: int, form: str
) -> None:
    texts = [f"{text[:-1]}, lần thứ {i}." for i in range(5) for text in TEXTS]
    lines = [unicodedata.normalize(form, line) for line in (TITLE, *texts)]
    article = read(printed(lines, columns, indent=indent))
    assert article.text.split("\n") == [TITLE, *texts]
    assert article.title == TITLE


@pytest.mark.parametrize("name", ["chromium.pdf", "libreoffice.pdf"])
def test_prints_of_a_browser_and_of_an_office_are_read(name: str) -> None:
    wanted = (OFFICE / "printed.txt").read_text("utf-8").split("\n")[:-1]
    article = read((OFFICE / name).read_bytes())
    assert article.text.split("\n") == wanted
    assert article.title == wanted[0]


def at(font: str, *rows: tuple[float, float, str], size: int = 12) -> bytes:
    """Lines of text at places on a page."""

    def draw(canvas: Canvas) -> None:
        canvas.setFont(font, size)
        for x, y, text in rows:
            canvas.drawString(x, y, text)

    return drawn(draw)


def body(*first: tuple[float, float, str]) -> list[tuple[float, float, str]]:
    """Rows with a full text below them."""
    lines = textwrap.wrap(TEXTS[0], 70)
    return [*first, *((50, 500 - 16 * i, line) for i, line in enumerate(lines))]


def test_letters_that_are_spaced_out_are_words_again(font: str) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setFont(font, 12)
        canvas.drawString(50, 700, "THÔNG BÁO KẾT LUẬN", charSpace=5)
        for x, y, text in body((50, 650, "T H Ô N G   T I N   C H U N G")):
            canvas.drawString(x, y, text)

    lines = read(drawn(draw)).text.split("\n")
    assert lines[:2] == ["THÔNG BÁO KẾT LUẬN", "THÔNG TIN CHUNG"]


def test_ligatures_are_letters(font: str) -> None:
    rows = body((50, 650, "Cuộc họp có ông Leﬁn và bà Griﬀ dự từ đầu đến cuối."))
    assert "ông Lefin và bà Griff dự" in read(at(font, *rows)).text


def test_two_heads_of_an_office_letter_are_read_one_after_the_other(font: str) -> None:
    heads = [(60, 750, "TỈNH ỦY QUẢNG NGÃI"), (330, 750, "ĐẢNG CỘNG SẢN VIỆT NAM")]
    places = [(80, 734, "Số 15-TB/TU"), (340, 734, "Bình Sơn, ngày 3 tháng 4 năm 2021")]
    lines = read(at(font, *heads, *places, *body((50, 560, "THÔNG BÁO")))).text.split("\n")
    assert lines[:3] == ["TỈNH ỦY QUẢNG NGÃI", "Số 15-TB/TU", "ĐẢNG CỘNG SẢN VIỆT NAM"]


def test_a_table_is_read_by_rows(font: str) -> None:
    rows = [
        (60 + 160 * j, 700 - 16 * i, text)
        for i, row in enumerate(
            [
                ("Lê Thử", "Bí thư", "Bình Sơn"),
                ("Bùi Nháp", "Phó Bí thư", "Trà Bồng"),
                ("Vũ Mẫu", "Chủ tịch", "Mộ Đức"),
            ]
        )
        for j, text in enumerate(row)
    ]
    lines = read(at(font, (50, 750, "Danh sách được giới thiệu"), *rows, *body())).text.split("\n")
    assert lines[1:4] == ["Lê Thử\tBí thư\tBình Sơn", "Bùi Nháp\tPhó Bí thư\tTrà Bồng",
                          "Vũ Mẫu\tChủ tịch\tMộ Đức"]  # fmt: skip


def test_a_page_that_lies_on_its_side_is_read_upright(font: str) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setFont(font, 12)
        canvas.rotate(90)
        for x, y, text in body():
            canvas.drawString(x, y - 800, text)

    assert read(drawn(draw)).text == TEXTS[0]


def test_letters_across_a_page_are_no_text(font: str) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setFont(font, 12)
        for x, y, text in body():
            canvas.drawString(x, y, text)
        canvas.rotate(90)
        canvas.drawString(300, -580, "Bản thảo")

    assert read(drawn(draw)).text == TEXTS[0]


def test_the_stamp_of_a_browser_tells_the_address(font: str) -> None:
    stamp = [(24, 780, "26/2/2024, 13:37"), (250, 780, TITLE)]
    foot = [(24, 20, "https://songtra.example/tin/hop-ban"), (560, 20, "1/1")]
    article = read(at(font, *stamp, *body((50, 600, TITLE)), *foot, size=10))
    assert article.url == "https://songtra.example/tin/hop-ban"
    assert article.published is None
    assert article.text == f"{TITLE}\n{TEXTS[0]}"


@pytest.mark.parametrize(
    ("last", "following", "joined"),
    [
        ("họp bàn", "công tác", "họp bàn công tác"),
        ("Mác - Lê-", "nin", "Mác - Lê-nin"),
        ("nhiệm kỳ 2020-", "2025", "nhiệm kỳ 2020-2025"),
        ("Số 15-", "NQ/TW", "Số 15-NQ/TW"),
        ("Số 15-NQ/", "TW", "Số 15-NQ/TW"),
        ("đảng viên tru-", "ng kiên", "đảng viên trung kiên"),
        ("the organi-", "zation", "the organization"),
        ("Phó Bí thư -", "Chủ tịch", "Phó Bí thư - Chủ tịch"),
        ("nghi\u00ad", "êm", "nghiêm"),
    ],
)
def test_what_stands_at_the_end_of_a_line(last: str, following: str, joined: str) -> None:
    assert _joint(last, following) + following == joined


def test_a_font_of_an_old_code_page_is_converted_by_its_name(monkeypatch: Any, font: str) -> None:
    pdfmetrics.registerFont(TTFont("VNI-Times", pdfmetrics.getFont(font).face.filename))
    seen = []

    def note(text: str, name: str) -> str:
        seen.append((text, name))
        return text

    monkeypatch.setattr("kg.read.fonts._unicode", note)
    monkeypatch.setattr(
        "kg.read.pdf._printed", lambda _: [HEAD, [word(t, i, f) for i, (t, f) in enumerate(MIXED)]]
    )
    read(b"")
    assert seen == [("Ñaûng boä ", "VNI-Times"), (" ".join(t for t, _ in MIXED[2:]), "")]


HEAD = {"title": "", "created": ""}
MIXED = [
    ("Ñaûng", "AAAAAA+VNI-Times"),
    ("boä", "AAAAAA+VNI-Times"),
    *((word, "Arial") for word in TEXTS[0].split()[:12]),
]


def word(text: str, i: int, font: str) -> tuple[Any, ...]:
    return text, 60.0 * i, 60.0 * i + 55, -700.0, 12.0, font, 1


def objects(*parts: bytes) -> bytes:
    """A PDF of these objects, the first of which is the catalogue."""
    file = b"%PDF-1.5\n"
    places = []
    for i, part in enumerate(parts, 1):
        places.append(len(file))
        file += b"%d 0 obj\n%b\nendobj\n" % (i, part)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(parts) + 1
    end = b"trailer<</Root 1 0 R/Size %d>>\nstartxref\n%d\n%%%%EOF" % (size, len(file))
    return file + b"xref\n0 %d\n0000000000 65535 f \n" % size + table + end


CATALOGUE = b"<</Type/Catalog/Pages 2 0 R>>"
PAGES = b"<</Type/Pages/Kids[3 0 R]/Count 1>>"
PAGE = (
    b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R"
    b"/Resources<</Font<</F 5 0 R>>/XObject<</X 6 0 R>>>>>>"
)
FONT = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"


def stream(data: bytes, head: bytes = b"") -> bytes:
    return b"<</Length %d%b>>\nstream\n%b\nendstream" % (len(data), head, data)


def inflating(size: int) -> bytes:
    """A few bytes that unpack to very many blanks."""
    packer = zlib.compressobj(9)
    once = b"".join(packer.compress(b" " * 2**20) for _ in range(size // 2**20)) + packer.flush()
    return stream(zlib.compress(once), b"/Filter[/FlateDecode/FlateDecode]")


def hostile() -> Iterator[tuple[str, bytes]]:
    one = (CATALOGUE, PAGES, PAGE)
    form = b"/Type/XObject/Subtype/Form/BBox[0 0 600 800]/Resources<</XObject<</X 6 0 R>>>>"
    many = b"<</Type/Pages/Kids[3 0 R]/Count 100000>>"
    yield "damaged", b""
    yield "damaged", b"%PDF-1.7\n" + random.Random(1).randbytes(5000)
    yield "no text layer", objects(CATALOGUE, b"<</Type/Pages/Kids[2 0 R 2 0 R]/Count 50>>")
    yield "no text layer", objects(*one, stream(b"[" * 100000), FONT)
    yield "more than 1000 pages", objects(CATALOGUE, many, PAGE, stream(b""), FONT)
    yield "damaged, or needs", objects(*one, inflating(2**30), FONT)
    yield (
        "no text layer|damaged",
        objects(*one, stream(b"/X Do"), FONT, stream(b"/X Do " * 20, form)),
    )


@pytest.mark.parametrize(("reason", "data"), [*hostile()])
def test_files_made_to_harm_end_in_a_reason(reason: str, data: bytes) -> None:
    with pytest.raises(ReadError, match=reason) as error:
        read(data)
    assert "a.pdf" not in str(error.value)


def test_a_scan_is_told_what_to_do(font: str) -> None:
    with pytest.raises(ReadError, match="no text layer"):
        read(drawn(lambda canvas: canvas.rect(9, 9, 300, 300)))
    with pytest.raises(ReadError, match="no text layer"):
        read(at(font, (50, 20, "Scanned with CamScanner")))


def test_letters_without_unicode_are_not_taken_for_text(monkeypatch: pytest.MonkeyPatch) -> None:
    page = [word("\ufffd" * 9, i, "T1") for i in range(9)]
    monkeypatch.setattr("kg.read.pdf._printed", lambda _: [HEAD, page])
    with pytest.raises(ReadError, match="do not tell their letters"):
        read(b"")


def test_a_password_is_asked_for_only_where_it_is_needed(font: str) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setFont(font, 12)
        for x, y, text in body():
            canvas.drawString(x, y, text)

    assert read(drawn(draw, encrypt=StandardEncryption("", "chủ"))).text == TEXTS[0]
    with pytest.raises(ReadError, match="encrypted"):
        read(drawn(draw, encrypt=StandardEncryption("bạn", "chủ")))


def test_a_reading_that_takes_too_long_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "_SECONDS", 0.001)
    with pytest.raises(ReadError, match=r"more than 0\.001 seconds"):
        read(b"")


def test_changed_bytes_end_in_an_article_or_a_reason() -> None:
    whole = (OFFICE / "libreoffice.pdf").read_bytes()
    chance = random.Random(5)
    for _ in range(40):
        changed = bytearray(whole)
        for _ in range(chance.choice((1, 10, 1000))):
            changed[chance.randrange(len(changed))] = chance.randrange(256)
        cut = changed[: chance.randrange(len(changed))] if chance.random() < 0.2 else changed
        try:
            read(bytes(cut))
        except ReadError:
            continue
