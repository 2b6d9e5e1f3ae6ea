"""The text of a document: its paragraphs, tables and boxes as plain lines, in reading order."""

from dataclasses import dataclass, field
from operator import add

from kg.read.docx.numbers import Numbers
from kg.read.docx.package import Attributes
from kg.read.docx.styles import Styles, font_of
from kg.read.fonts import joined

_LEFT_OUT = (
    *("w:del", "w:moveFrom", "w:delText", "w:instrText", "w:delInstrText", "w:sectPr", "w:rt"),
    *("w:pPrChange", "w:rPrChange", "w:tblPrChange", "w:trPrChange", "w:tcPrChange"),
    "mc:Fallback",
)
"""What is not of the text as it stands: what was deleted, and what stands there once more."""
_TEXT = ("w:t", "m:t")
_SOFT = "\v"
_SIGNS = {"w:tab": "\t", "w:ptab": "\t", "w:cr": _SOFT, "w:noBreakHyphen": "-"}
_OFF = ("0", "false", "off")


@dataclass(slots=True)
class Paragraph:
    """A paragraph that is being read; `boxes` are the lines of what floats beside it."""

    pieces: list[tuple[str, str]] = field(default_factory=list)
    boxes: list[str] = field(default_factory=list)
    style: str | None = None
    number: str | None = None
    level: str | None = None
    is_centred: bool = False
    runs_on: bool = False


@dataclass(slots=True)
class Run:
    """What is known of the run of letters that is being read."""

    font: str | None = None
    style: str | None = None
    is_hidden: bool = False


@dataclass(slots=True)
class Body:
    """A visitor of `document.xml` that gathers its lines."""

    styles: Styles
    numbers: Numbers
    lines: list[str] = field(default_factory=list)
    is_word: bool = False
    _path: list[str] = field(default_factory=list)
    _left_out: int = 0
    _holders: list[list[str]] = field(default_factory=list)
    _paragraphs: list[Paragraph] = field(default_factory=list)
    _runs: list[Run] = field(default_factory=list)
    _rows: list[list[list[str]]] = field(default_factory=list)
    _gone: list[bool] = field(default_factory=list)
    _placeholder: bool = False
    _rest: Paragraph | None = None

    def start(self, name: str, attributes: Attributes) -> None:
        """Go into an element."""
        above = self._path[-1] if self._path else ""
        if not self._left_out:
            self._note(name, above, attributes)
        if self._left_out or name in _LEFT_OUT or self._is_placeholder(name):
            self._left_out += 1
        self._path.append(name)
        if not self._left_out:
            self._open(name, above, attributes)

    def end(self, name: str) -> None:
        """Go out of an element."""
        self._path.pop()
        if self._left_out:
            self._left_out -= 1
            return
        if name == "w:p":
            self._close_paragraph()
        elif name == "w:r" and self._runs:
            self._runs.pop()
        elif name == "w:tc":
            cell = self._holders.pop()
            (self._rows or [[]])[-1].append(cell)
        elif name == "w:tr":
            self._close_row()
        elif name == "w:txbxContent":
            boxed = self._holders.pop()
            (self._paragraphs[-1].boxes if self._paragraphs else self._here).extend(boxed)
        elif name == "w:body" and self._rest:
            self._put(self._rest)

    def text(self, text: str) -> None:
        """Take the letters of a run."""
        if not self._left_out and self._path and self._path[-1] in _TEXT:
            self._add(text)

    @property
    def _here(self) -> list[str]:
        return self._holders[-1] if self._holders else self.lines

    def _is_placeholder(self, name: str) -> bool:
        """Whether this is the text of a form that asks to be written over."""
        if name == "w:sdt":
            self._placeholder = False
        return name == "w:sdtContent" and self._placeholder

    def _note(self, name: str, above: str, attributes: Attributes) -> None:
        """What an element says of the one around it."""
        value = attributes.get("w:val", "")
        if name == "w:del" and above == "w:trPr" and self._gone:
            self._gone[-1] = True
        elif name == "w:showingPlcHdr":
            self._placeholder = value not in _OFF
        elif above == "w:rPr" and self._path[-2:-1] == ["w:r"] and self._runs:
            self._note_run(name, value, attributes)
        elif self._paragraphs and "w:pPr" in self._path[-3:]:
            self._note_paragraph(name, above, value)

    def _note_run(self, name: str, value: str, attributes: Attributes) -> None:
        run = self._runs[-1]
        if name == "w:rFonts":
            run.font = font_of(attributes)
        elif name == "w:rStyle":
            run.style = value
        elif name == "w:vanish":
            run.is_hidden = value not in _OFF

    def _note_paragraph(self, name: str, above: str, value: str) -> None:
        paragraph = self._paragraphs[-1]
        if name == "w:pStyle":
            paragraph.style = value
        elif name == "w:jc":
            paragraph.is_centred = value == "center"
        elif name == "w:numId":
            paragraph.number = value
        elif name == "w:ilvl":
            paragraph.level = value
        elif name == "w:del" and above == "w:rPr":
            paragraph.runs_on = True

    def _open(self, name: str, above: str, attributes: Attributes) -> None:
        if name == "w:document":
            self.is_word = True
        elif name == "w:p":
            self._paragraphs.append(self._rest or Paragraph())
            self._paragraphs[-1].runs_on = False
            self._rest = None
        elif name == "w:r":
            self._runs.append(Run())
        elif name == "w:tr":
            self._rows.append([])
            self._gone.append(False)
        elif name in ("w:tc", "w:txbxContent"):
            self._holders.append([])
        elif above == "w:r" and name == "w:br":
            is_soft = attributes.get("w:type", "textWrapping") == "textWrapping"
            self._add(_SOFT if is_soft else "\n")
        elif above == "w:r" and name in _SIGNS:
            self._add(_SIGNS[name])

    def _add(self, text: str) -> None:
        run = self._runs[-1] if self._runs else Run()
        if not self._paragraphs or run.is_hidden:
            return
        paragraph = self._paragraphs[-1]
        font = run.font or self.styles.font(run.style, paragraph.style)
        paragraph.pieces.append((text, font))

    def _close_paragraph(self) -> None:
        paragraph = self._paragraphs.pop()
        if paragraph.runs_on:
            self._rest = paragraph
        else:
            self._put(paragraph)

    def _put(self, paragraph: Paragraph) -> None:
        style = self.styles.come_to(paragraph.style or self.styles.paragraph)
        is_heading = not self._rows and (paragraph.is_centred or style.is_heading)
        text = _lines(joined(paragraph.pieces), is_heading)
        number = paragraph.number or style.number
        label = self.numbers.next(number, paragraph.level or style.level) if number else ""
        self._here.extend((f"{label} {text}" if label and text else text).split("\n"))
        self._here.extend(paragraph.boxes)

    def _close_row(self) -> None:
        """A row of short cells is one line; cells with paragraphs are read one after another."""
        cells = [[line for line in cell if line] for cell in self._rows.pop()]
        if self._gone.pop():
            return
        if all(len(cell) < 2 for cell in cells):
            self._here.append("\t".join(cell[0] for cell in cells if cell))
        else:
            self._here.extend(line for cell in cells for line in cell)


def _lines(text: str, is_heading: bool) -> str:
    """A paragraph's text, its soft breaks as blanks where a sentence or a heading goes on."""
    first, *rest = (part.strip() for part in text.split(_SOFT))
    breaks = (" " if is_heading or part[:1].islower() else "\n" for part in rest)
    whole = first + "".join(map(add, breaks, rest))
    return "\n".join(line.strip() for line in whole.split("\n"))
