"""PDFs of known texts, printed by three programs in several layouts, to measure readers by.

Chromium (through playwright) and LibreOffice are used where they are installed.
"""

import html
import io
import shutil
import subprocess
import tempfile
import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any, TypeAlias

Story: TypeAlias = Sequence[str]
"""The title and the paragraphs of a text."""
Printer: TypeAlias = Callable[[Story, int], bytes]

FONTS = Path("/usr/share/fonts/truetype/dejavu")
HEADER = "Bản tin nội bộ"
_STYLE = """
@page {{ margin: 2cm }}
body {{ font: {text} "DejaVu Serif"; text-align: {align} }}
h1 {{ font-size: 20pt; text-align: center }}
main {{ column-count: {columns}; column-gap: {gap}; orphans: 1; widows: 1 }}
p {{ margin: 0 0 {below} 0; text-indent: {indent} }}
"""


def reportlab(story: Story, columns: int = 1, *, indent: int = 0, form: str = "NFC") -> bytes:
    """A PDF with a running header and page numbers, laid out by ReportLab."""
    from reportlab.lib.enums import TA_CENTER, TA_JUSTIFY
    from reportlab.lib.pagesizes import A4
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.lib.units import cm
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate, Paragraph

    pdfmetrics.registerFont(TTFont("Serif", str(FONTS / "DejaVuSerif.ttf")))
    head = ParagraphStyle("h", fontName="Serif", fontSize=18, leading=23, alignment=TA_CENTER)
    below = 0 if indent else 6
    body = ParagraphStyle(
        "b", fontName="Serif", fontSize=11, leading=15, firstLineIndent=indent,
        spaceAfter=below, alignment=TA_JUSTIFY,
    )  # fmt: skip
    width, height = A4
    wide = (width - 4 * cm - (columns - 1) * cm) / columns
    frames = [
        Frame(2 * cm + i * (wide + cm), 2 * cm, wide, height - 4.5 * cm, 0, 0, 0, 0)
        for i in range(columns)
    ]

    def around(canvas: Any, document: Any) -> None:
        canvas.setFont("Serif", 9)
        canvas.drawString(2 * cm, height - 1.4 * cm, HEADER)
        canvas.drawCentredString(width / 2, 1 * cm, str(document.page))

    file = io.BytesIO()
    made = BaseDocTemplate(file, pagesize=A4, title=story[0], invariant=1)
    made.addPageTemplates(PageTemplate("p", frames, onPage=around))
    texts = [html.escape(unicodedata.normalize(form, line)) for line in story]
    head.spaceAfter = 12
    made.build([Paragraph(texts[0], head), *(Paragraph(line, body) for line in texts[1:])])
    return file.getvalue()


def chromium(
    story: Story,
    columns: int = 1,
    *,
    indent: str = "0",
    below: str = "8pt",
    text: str = "12pt/1.4",
    gap: str = "1cm",
    align: str = "justify",
) -> bytes:
    """A PDF as a reader prints a page from the browser, with the browser's own header."""
    page = _browser().new_page()
    style = _STYLE.format(
        columns=columns, indent=indent, below=below, text=text, gap=gap, align=align
    )
    title, *rest = (html.escape(line) for line in story)
    paragraphs = "".join(f"<p>{line}</p>" for line in rest)
    page.set_content(
        f"<title>{title}</title><style>{style}</style><h1>{title}</h1><main>{paragraphs}</main>"
    )
    data: bytes = page.pdf(format="A4", display_header_footer=True)
    page.close()
    return data


@cache
def _browser() -> Any:
    from playwright.sync_api import sync_playwright

    driver = sync_playwright().start()
    return driver.chromium.launch(executable_path=shutil.which("chromium"))


def word(story: Story, columns: int = 1, *, indent: int = 0) -> bytes:
    """The text as a .docx, written with python-docx."""
    import docx
    from docx.enum.section import WD_SECTION
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.oxml.ns import qn
    from docx.shared import Pt

    made = docx.Document()
    made.styles["Normal"].font.name = "DejaVu Serif"
    head = made.add_paragraph()
    head.add_run(story[0]).font.size = Pt(18)
    head.alignment = WD_ALIGN_PARAGRAPH.CENTER
    if columns > 1:
        section = made.add_section(WD_SECTION.CONTINUOUS)
        wide = section._sectPr.xpath("./w:cols")[0]
        wide.set(qn("w:num"), str(columns))
    for line in story[1:]:
        paragraph = made.add_paragraph(line)
        paragraph.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
        paragraph.paragraph_format.first_line_indent = Pt(indent)
        paragraph.paragraph_format.space_after = Pt(0 if indent else 8)
    made.sections[0].header.paragraphs[0].text = HEADER
    file = io.BytesIO()
    made.save(file)
    return file.getvalue()


def libreoffice(story: Story, columns: int = 1, *, indent: int = 0) -> bytes:
    """The PDF that LibreOffice makes of `word`."""
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder, "a.docx")
        source.write_bytes(word(story, columns, indent=indent))
        subprocess.run(
            [
                *("soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless"),
                *("--convert-to", "pdf", "--outdir", folder, str(source)),
            ],
            check=True,
            capture_output=True,
            timeout=180,
        )
        return Path(folder, "a.pdf").read_bytes()


LAYOUTS: Mapping[str, Printer] = {
    "ReportLab, 1 column": lambda story, _: reportlab(story),
    "ReportLab, 1 column, indented": lambda story, _: reportlab(story, indent=20),
    "ReportLab, 2 columns": lambda story, _: reportlab(story, 2),
    "ReportLab, 3 columns": lambda story, _: reportlab(story, 3),
    "ReportLab, marks apart": lambda story, _: reportlab(story, form="NFD"),
    "Chromium, 1 column": lambda story, _: chromium(story),
    "Chromium, 2 columns": lambda story, _: chromium(story, 2),
    "Chromium, 2 columns, indented": lambda story, _: chromium(story, 2, indent="1.5em", below="0"),
    "Chromium, 2 columns, ragged": lambda story, _: chromium(
        story, 2, indent="2em", below="0", align="left"
    ),
    "Chromium, 3 narrow columns": lambda story, _: chromium(
        story, 3, indent="1em", below="0", text="9pt/1.25", gap="5mm"
    ),
    "LibreOffice, 1 column": lambda story, _: libreoffice(story),
    "LibreOffice, 2 columns, indented": lambda story, _: libreoffice(story, 2, indent=20),
}


def printed(stories: Sequence[Story]) -> Iterator[tuple[str, Story, bytes]]:
    """Every story in every layout that can be printed here."""
    for name, printer in LAYOUTS.items():
        if name.startswith("LibreOffice") and shutil.which("soffice") is None:
            continue
        if name.startswith("Chromium") and shutil.which("chromium") is None:
            continue
        for i, story in enumerate(stories):
            yield name, story, printer(story, i)
