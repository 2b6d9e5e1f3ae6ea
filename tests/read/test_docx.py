"""Word documents: what is of the text, what is not, and files that are no documents."""

import io
import random
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.oxml import OxmlElement

from kg.errors import ReadError
from kg.model import Article, Span
from kg.read.document import Document
from kg.read.docx import package, read_docx
from kg.text import original

OFFICE = Path(__file__).with_name("office")
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
TITLE = "Huyện ủy Bình Sơn họp bàn công tác cán bộ quý II"
BODY = (
    "Sáng 3/4/2021, Huyện ủy Bình Sơn họp bàn việc kiện toàn cấp ủy ở cơ sở; đồng chí Lê Thử,"
    " Bí thư Huyện ủy chủ trì và kết luận từng nội dung của buổi họp."
)


def packed(body: str, space: str = W, **parts: str | bytes) -> bytes:
    """A .docx with this XML in its body, and further parts by their names' last words."""
    places = {
        "core": "docProps/core.xml",
        "styles": "word/styles.xml",
        "numbering": "word/numbering.xml",
    }
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as made:
        whole = (
            f'<w:document xmlns:w="{space}" xmlns:mc="{MC}"><w:body>{body}</w:body></w:document>'
        )
        made.writestr("word/document.xml", whole)
        for name, part in parts.items():
            made.writestr(places[name], part)
    return file.getvalue()


def read(data: bytes) -> Article:
    return read_docx(Document("a", "a.docx", "docx", data))


def p(*runs: str, properties: str = "") -> str:
    inner = "".join(run if run.startswith("<") else f"<w:r><w:t>{run}</w:t></w:r>" for run in runs)
    return f"<w:p><w:pPr>{properties}</w:pPr>{inner}</w:p>"


def lines(body: str, **parts: str) -> list[str]:
    """The lines that are read between a title and a last sentence."""
    first, *rest, last = read(packed(p(TITLE) + body + p(BODY), **parts)).text.split("\n")
    assert (first, last) == (TITLE, BODY)
    return [line for line in rest if line]


def made(change: Callable[[Any], None] | None = None) -> bytes:
    """A document as python-docx saves it."""
    document = docx.Document()
    document.add_paragraph(TITLE)
    document.add_paragraph(BODY)
    if change:
        change(document)
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def test_paragraphs_are_lines_and_tell_what_a_page_tells() -> None:
    article = read(packed(p(TITLE) + p("Thứ hai, 05/04/2021") + p(BODY) + p("Theo Báo Sông Trà")))
    assert article.text == f"{TITLE}\n{BODY}"
    assert (article.title, article.published) == (TITLE, "2021-04-05")
    assert article.publisher == "Báo Sông Trà"
    place = original(article.origins, Span(len(TITLE) + 1, len(article.text)))
    assert place == Span(len(TITLE) + 21, len(TITLE) + 21 + len(BODY))


def test_headers_footers_and_comments_are_left_out() -> None:
    def change(document: Any) -> None:
        section = document.sections[0]
        section.header.paragraphs[0].text = "Bản tin nội bộ"
        section.footer.paragraphs[0].text = "Trang 1"

    assert read(made(change)).text == f"{TITLE}\n{BODY}"


def test_the_strict_kind_is_read_too() -> None:
    assert read(packed(p(TITLE) + p(BODY), STRICT)).title == TITLE


@pytest.mark.parametrize(
    ("body", "found"),
    [
        (p("Đồng chí ", "<w:ins><w:r><w:t>Lê Thử</w:t></w:r></w:ins>"), ["Đồng chí Lê Thử"]),
        (p("Còn", "<w:del><w:r><w:delText> xóa</w:delText></w:r></w:del>"), ["Còn"]),
        (p("Còn", "<w:moveFrom><w:r><w:t> dời</w:t></w:r></w:moveFrom>"), ["Còn"]),
        (p("Còn", "<w:r><w:rPr><w:vanish/></w:rPr><w:t> ẩn</w:t></w:r>"), ["Còn"]),
        (p("Còn", '<w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t> đây</w:t></w:r>'), ["Còn đây"]),
        (
            p("<w:hyperlink><w:r><w:t>Nguồn tin</w:t></w:r></w:hyperlink>", " mới"),
            ["Nguồn tin mới"],
        ),
        (
            p("A", properties="<w:rPr><w:del/></w:rPr>") + p("B"),
            ["AB"],
        ),
        (p("Ngày", "<w:r><w:tab/></w:r>", "mai"), ["Ngày\tmai"]),
        (p("15", "<w:r><w:noBreakHyphen/></w:r>", "NQ/TW"), ["15-NQ/TW"]),
        (p("<w:r><w:instrText>PAGE</w:instrText></w:r>", "Trang đầu"), ["Trang đầu"]),
        (p("Họp bàn về", "<w:r><w:br/></w:r>", "công tác cán bộ"), ["Họp bàn về công tác cán bộ"]),
        (p("Họp xong", "<w:r><w:br/></w:r>", "Lê Thử ký"), ["Họp xong", "Lê Thử ký"]),
        (
            p("CHỈ THỊ", "<w:r><w:br/></w:r>", "VỀ NÔNG THÔN", properties='<w:jc w:val="center"/>'),
            ["CHỈ THỊ VỀ NÔNG THÔN"],
        ),
        (p("Hết", '<w:r><w:br w:type="page"/></w:r>', "sang trang"), ["Hết", "sang trang"]),
    ],
)
def test_what_a_paragraph_holds(body: str, found: list[str]) -> None:
    assert lines(body) == found


def cell(*paragraphs: str) -> str:
    return f"<w:tc>{''.join(map(p, paragraphs))}</w:tc>"


def test_tables_are_read_by_rows_where_they_stand() -> None:
    names = (
        f"<w:tr>{cell('Lê Thử')}{cell('Bí thư')}</w:tr><w:tr>{cell('Bùi Nháp')}{cell('')}</w:tr>"
    )
    gone = f"<w:tr><w:trPr><w:del/></w:trPr>{cell('Đã xóa')}</w:tr>"
    heads = f"<w:tr>{cell('TỈNH ỦY', 'Số 5-NQ/TU')}{cell('ĐẢNG CỘNG SẢN', 'Quảng Ngãi')}</w:tr>"
    body = p("Câu một") + f"<w:tbl>{names}{gone}</w:tbl>" + p("Câu hai") + f"<w:tbl>{heads}</w:tbl>"
    found = ["Câu một", "Lê Thử\tBí thư", "Bùi Nháp", "Câu hai", "TỈNH ỦY", "Số 5-NQ/TU"]
    assert lines(body) == [*found, "ĐẢNG CỘNG SẢN", "Quảng Ngãi"]


def test_a_break_in_a_cell_is_a_break_though_it_is_centred() -> None:
    centred = '<w:jc w:val="center"/>'
    inner = p("TỈNH ỦY", "<w:r><w:br/></w:r>", "Số 5-NQ/TU", properties=centred)
    table = f"<w:tbl><w:tr><w:tc>{inner}</w:tc></w:tr></w:tbl>"
    assert lines(table) == ["TỈNH ỦY", "Số 5-NQ/TU"]


def test_a_text_box_is_read_once_after_the_paragraph_it_hangs_on() -> None:
    box = f"<w:txbxContent>{p('Trong khung')}</w:txbxContent>"
    both = f"<w:r><mc:AlternateContent><mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback>"
    body = p("Ngoài ", both + "</mc:AlternateContent></w:r>", "khung") + p("Câu ba")
    assert lines(body) == ["Ngoài khung", "Trong khung", "Câu ba"]


def test_a_placeholder_of_a_form_is_no_text() -> None:
    def form(flag: str) -> str:
        content = f"<w:sdtContent>{p('Bấm để nhập')}</w:sdtContent>"
        return f"<w:sdt><w:sdtPr>{flag}</w:sdtPr>{content}</w:sdt>"

    assert lines(form("<w:showingPlcHdr/>") + p("Còn")) == ["Còn"]
    assert lines(form("")) == ["Bấm để nhập"]


NUMBERING = f"""<w:numbering xmlns:w="{W}">
<w:abstractNum w:abstractNumId="7">
<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1."/></w:lvl>
<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%2)"/></w:lvl>
<w:lvl w:ilvl="2"><w:numFmt w:val="bullet"/><w:lvlText w:val="&#xf0b7;"/></w:lvl></w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>
<w:num w:numId="2"><w:abstractNumId w:val="7"/>
<w:lvlOverride w:ilvl="0"><w:startOverride w:val="9"/></w:lvlOverride></w:num></w:numbering>"""


def item(text: str, level: int, number: int = 1) -> str:
    place = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'
    return p(text, properties=place)


def test_lists_are_counted_as_word_counts_them() -> None:
    body = "".join(
        item(text, level, number)
        for text, level, number in [
            *(("Một", 0, 1), ("nhỏ", 1, 1), ("nhỏ nữa", 1, 1), ("vạch", 2, 1), ("Hai", 0, 1)),
            *(("nhỏ lại", 1, 1), ("Chín", 0, 2), ("Mười", 0, 2), ("không", 0, 0)),
        ]
    )
    found = ["I. Một", "1) nhỏ", "2) nhỏ nữa", "- vạch", "II. Hai", "1) nhỏ lại"]
    assert lines(body, numbering=NUMBERING) == [*found, "IX. Chín", "X. Mười", "không"]


def test_a_style_may_number_and_set_the_font(monkeypatch: pytest.MonkeyPatch) -> None:
    styles = f"""<w:styles xmlns:w="{W}"><w:docDefaults><w:rPrDefault><w:rPr>
    <w:rFonts w:ascii="Times New Roman"/></w:rPr></w:rPrDefault></w:docDefaults>
    <w:style w:type="paragraph" w:styleId="A"><w:rPr><w:rFonts w:ascii=".VnTime"/></w:rPr>
    <w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
    <w:style w:type="paragraph" w:styleId="B"><w:basedOn w:val="A"/></w:style>
    <w:style w:type="paragraph" w:styleId="C"><w:basedOn w:val="C"/></w:style></w:styles>"""
    monkeypatch.setattr(
        "kg.read.fonts._unicode", lambda text, font: f"[{font}:{text}]" if font else text
    )
    found = lines(
        p("Một", properties='<w:pStyle w:val="B"/>') + p("Hai", properties='<w:pStyle w:val="C"/>'),
        styles=styles,
        numbering=NUMBERING,
    )
    assert found == ["I. [.VnTime:Một]", "Hai"]


def test_runs_of_an_old_font_are_converted_together(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[tuple[str, str]] = []

    def note(text: str, font: str) -> str:
        seen.append((text, font))
        return text

    monkeypatch.setattr("kg.read.fonts._unicode", note)
    old = '<w:r><w:rPr><w:rFonts w:hAnsi="VNI-Times"/></w:rPr><w:t>{}</w:t></w:r>'
    lines(p("Mới ", old.format("Ñaûng "), old.format("\uf062oä"), " mới"))
    assert seen[-4:-1] == [("Mới ", ""), ("Ñaûng boä", "VNI-Times"), (" mới", "")]


CORE = """<c:coreProperties xmlns:c="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/">
<dc:title>{title}</dc:title><dc:creator>{creator}</dc:creator>
<dcterms:created>{created}</dcterms:created></c:coreProperties>"""


def test_the_core_properties_are_heard() -> None:
    core = CORE.format(title=TITLE, creator="Trần Vân Nháp", created="2021-04-03T20:30:00Z")
    body = p("Xây dựng Đảng") + p("Tin ở huyện") + p(TITLE) + p(BODY) + p("Trần Vân Nháp")
    article = read(packed(body, core=core))
    assert (article.title, article.published) == (TITLE, "2021-04-04")
    assert article.byline == "Trần Vân Nháp"


@pytest.mark.parametrize("created", ["9999-12-31T23:00:00Z", "hôm qua", ""])
def test_a_day_that_is_none_is_not_told(created: str) -> None:
    core = CORE.format(title="", creator="", created=created)
    assert read(packed(p(TITLE) + p(BODY), core=core)).published is None


def bare(**parts: bytes) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as made:
        for name, part in parts.items():
            made.writestr(name.replace("__", "/").replace("_xml", ".xml"), part)
    return file.getvalue()


BOMB = b"<!DOCTYPE a [<!ENTITY b 'bbbbbbbb'>]><a>&b;</a>"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "damaged"),
        (b"PK\x03\x04" + bytes(40), "damaged"),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600),
            r"a \.doc of old Word; save it as \.docx",
        ),
        (b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"), "encrypted"),
        (rb"{\rtf1 abc}", "RTF"),
        (bare(xl__workbook_xml=b"<a/>"), "no Word document"),
        (bare(word__document_xml=b"<a/>"), "no Word document"),
        (bare(word__document_xml=BOMB), "entities"),
        (bare(word__document_xml=b"<a>" * 2000), "lie in each other"),
        (bare(word__document_xml=b"<a><b></a>"), "damaged"),
        (bare(word__document_xml=b"<?xml version='1.0' encoding='PTF-8'?><a/>"), "damaged"),
        (packed(""), "holds no article"),
        (packed("<w:tc>" + p("A") + "</w:tc><w:r><w:tab/></w:r>"), "holds no article"),
    ],
)
def test_what_is_no_document_is_refused_with_a_reason(data: bytes, reason: str) -> None:
    with pytest.raises(ReadError, match=reason) as error:
        read(data)
    assert "a.docx" not in str(error.value)


def test_a_bomb_is_not_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(package, "MAX_BYTES", 2**20)
    with pytest.raises(ReadError, match="unpacks to more than 1 MB"):
        read(packed(p(" " * 2**21)))


def test_the_document_may_have_another_name() -> None:
    relations = (
        b'<r:Relationships xmlns:r="http://schemas.openxmlformats.org/package/2006/relationships">'
        b'<r:Relationship Type="x/officeDocument" Target="/Other/Text.xml"/></r:Relationships>'
    )
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as made:
        made.writestr("_rels/.rels", relations)
        made.writestr(
            "Other/Text.xml", f'<w:document xmlns:w="{W}">{p(TITLE)}{p(BODY)}</w:document>'
        )
    assert read(file.getvalue()).title == TITLE


def test_a_file_of_libreoffice_is_read() -> None:
    article = read((OFFICE / "libreoffice.docx").read_bytes())
    assert article.text.split("\n")[:2] == [TITLE, BODY]


def test_changed_bytes_end_in_an_article_or_a_reason() -> None:
    whole = packed(p(TITLE) + p(BODY), numbering=NUMBERING, core=CORE)
    stored = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(whole)) as one, zipfile.ZipFile(stored, "w") as other:
        for name in one.namelist():
            other.writestr(name, one.read(name))
    chance = random.Random(5)
    for data in (whole, stored.getvalue(), made()):
        for _ in range(150):
            changed = bytearray(data)
            for _ in range(chance.randint(1, 6)):
                changed[chance.randrange(len(changed))] = chance.randrange(256)
            cut = changed[: chance.randrange(len(changed))] if chance.random() < 0.2 else changed
            try:
                read(bytes(cut))
            except ReadError:
                continue


def test_changed_xml_ends_in_an_article_or_a_reason() -> None:
    tags = [f"w:{tag}" for tag in ("p", "r", "t", "tc", "tr", "tbl", "del", "pPr", "rPr", "body")]
    tags += ["w:txbxContent", "w:sdt", "w:br", "w:numPr"]
    chance = random.Random(6)
    for _ in range(300):
        body, open_tags = p(TITLE), []
        for _ in range(40):
            if open_tags and chance.random() < 0.45:
                body += f"</{open_tags.pop()}>"
            else:
                open_tags.append(chance.choice(tags))
                body += f"<{open_tags[-1]}>chữ"
        body += "".join(f"</{tag}>" for tag in reversed(open_tags))
        read(packed(body))


def test_a_paragraph_mark_that_was_deleted_loses_no_text() -> None:
    last = p("Ở cuối là một câu.", properties="<w:rPr><w:del/></w:rPr>")
    assert read(packed(p(TITLE) + p(BODY) + last)).text.endswith("\nỞ cuối là một câu.")


def test_oxml_of_python_docx_with_a_revision() -> None:
    def change(document: Any) -> None:
        paragraph = document.paragraphs[1]
        deleted = OxmlElement("w:del")
        deleted.append(paragraph.add_run(" Câu này đã xóa.")._r)
        paragraph._p.append(deleted)

    article = read(made(change))
    assert article.text == f"{TITLE}\n{BODY}"
