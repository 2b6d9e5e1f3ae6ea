"""PDF files with a text layer: lines joined to paragraphs, what every page repeats left out."""

import io
import logging
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from kg.errors import ReadError
from kg.model import Article
from kg.read.document import Document
from kg.read.page import parse
from kg.text.encodings import recode

_MOST_PAGES = 300
_MOST_OBJECTS = 200_000
"""How often a file's objects may be asked for; 300 pages need some ten thousands."""
_REPEATED = 0.5
"""Lines at the edges of more pages than this share are running heads."""
_SHORT = 0.8
"""A shorter line than this share of the widest ends its paragraph, if it ends a sentence."""
_ENDS = (".", "!", "?", ":", ";", "”", '"', "…")
_DIGITS = re.compile(r"\d+")
_CUT = re.compile(r"(?<=[^\s-][-/]) (?=[^\W\d_]+[/-])")
_PAGE_NUMBER = re.compile(r"(?:trang )?[-–]? ?\d{1,4} ?(?:/ ?\d{1,4})? ?[-–]?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of text on a page, and the share of its box's width that it has."""

    text: str
    width: float


def read_pdf(document: Document) -> Article:
    """The article in a PDF file; raises ReadError."""
    pages = list(_pages(document.data))
    if not any(pages):
        raise ReadError("has no text layer (it is a scan, or empty); run text recognition over it")
    heads = _running_heads(pages)
    boxes = [box for page in pages for box in page if not _is_head(box, heads)]
    paragraphs = _joined([part for box in boxes for part in _split(box)])
    return parse(recode("\n\n".join(paragraphs)).text, document)


def _pages(data: bytes) -> Iterator[list[list[_Line]]]:
    """The boxes of text of each page, in the order of reading, each with its lines."""
    from pdfminer.layout import LTTextBoxHorizontal
    from pdfminer.pdfdocument import PDFPasswordIncorrect

    logging.getLogger("pdfminer").setLevel(logging.CRITICAL)
    try:
        for number, page in enumerate(_layouts(data), 1):
            if number > _MOST_PAGES:
                raise ReadError(f"has more than {_MOST_PAGES} pages; split it into articles")
            boxes = (item for item in page if isinstance(item, LTTextBoxHorizontal))
            yield [lines for box in boxes if (lines := list(_lines(box)))]
    except PDFPasswordIncorrect:
        raise ReadError("is encrypted; save it without a password") from None
    except (ReadError, MemoryError):
        raise
    except Exception as error:  # whatever a damaged file makes the library raise
        raise ReadError(f"is no PDF file, or a damaged one ({type(error).__name__})") from None


def _layouts(data: bytes) -> Iterator[Any]:
    """The pages as the library lays them out."""
    from pdfminer.converter import PDFPageAggregator
    from pdfminer.layout import LAParams
    from pdfminer.pdfdocument import PDFDocument
    from pdfminer.pdfinterp import PDFPageInterpreter, PDFResourceManager
    from pdfminer.pdfpage import PDFPage
    from pdfminer.pdfparser import PDFParser

    class Bounded(PDFDocument):
        """A document in which references that lead in circles come to an end."""

        asked = 0

        def getobj(self, objid: int) -> object:
            self.asked += 1
            if self.asked > _MOST_OBJECTS:
                raise ReadError("is a damaged PDF file (it leads in circles, or is too large)")
            return super().getobj(objid)

    resources = PDFResourceManager()
    device = PDFPageAggregator(resources, laparams=LAParams())
    interpreter = PDFPageInterpreter(resources, device)
    for page in PDFPage.create_pages(Bounded(PDFParser(io.BytesIO(data)))):
        interpreter.process_page(page)
        yield device.get_result()


def _lines(box: Any) -> Iterator[_Line]:
    for line in box:
        text = " ".join(line.get_text().replace("\0", "").split())
        if text:
            yield _Line(text, line.width / (box.width or 1))


def _running_heads(pages: Sequence[list[list[_Line]]]) -> frozenset[str]:
    """What stands at the edges of most pages, whatever its numbers."""
    if len(pages) < 2:
        return frozenset()
    seen: Counter[str] = Counter()
    for page in pages:
        edges = [*page[:2], *page[-2:]]
        seen.update({_told(box) for box in edges})
    return frozenset(text for text, count in seen.items() if count > _REPEATED * len(pages))


def _told(box: Sequence[_Line]) -> str:
    return _DIGITS.sub("#", " ".join(line.text for line in box))


def _is_head(box: Sequence[_Line], heads: frozenset[str]) -> bool:
    return _told(box) in heads or all(_PAGE_NUMBER.fullmatch(line.text) for line in box)


def _split(box: Sequence[_Line]) -> Iterator[str]:
    """The paragraphs of a box: a line that is short and ends a sentence ends one."""
    texts: list[str] = []
    for line, following in zip(box, (*box[1:], None), strict=True):
        texts.append(line.text)
        ends = line.text.endswith(_ENDS) and line.width < _SHORT
        if following is None or (ends and following.text[0].isupper()):
            yield _one_line(texts)
            texts.clear()


def _one_line(texts: Sequence[str]) -> str:
    """Lines joined; what a line's end cuts at a hyphen is a symbol, "88-KH/HU", and no word."""
    return _CUT.sub("", " ".join(texts))


def _joined(paragraphs: Sequence[str]) -> list[str]:
    """Paragraphs, those that a column or a page has cut made whole again."""
    found: list[str] = []
    for text in paragraphs:
        if found and not found[-1].endswith(_ENDS) and text[0].islower():
            found[-1] = _one_line((found[-1], text))
        else:
            found.append(text)
    return found
