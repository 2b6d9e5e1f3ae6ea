"""A program of its own: the words of a PDF on standard input, as lines of JSON on standard output.

PDFium is C++ that nothing can interrupt, so it runs in a process with bounds on time and memory,
where a file that was made to harm harms nothing. Only the standard library and pypdfium2 are
imported. The first line is the head, `{"title": …, "created": …}`; each further one is a page: a
list of words as `kg.read.pdf.words.Word` has them. `{"refused": …}` ends what is not read.
"""

import ctypes
import json
import math
import sys
from collections import Counter
from collections.abc import Iterator
from typing import Any, TypeAlias

MAX_PAGES = 1000
"""More pages are a book."""
MAX_CHARACTERS = 1_000_000
MEMORY = 3 * 1024**3 // 4
"""Bytes of address space; PDFium unpacks a stream to a gigabyte if it is let."""
SECONDS = 40
_HYPHEN = 2
"""PDFium's character for a hyphen at the end of a line."""
_UNMAPPED = (0, 0xFFFE, 0xFFFF)
_RIGHT_ANGLE = math.pi / 2

Place: TypeAlias = tuple[float, float, float, float, int]


def main() -> None:
    """Read a PDF and write its words; exit with 1 where it cannot be read."""
    _bound()
    data = sys.stdin.buffer.read()
    for answer in _answers(data):
        sys.stdout.write(json.dumps(answer) + "\n")


def _bound() -> None:
    """Take no more time and memory than an article needs, where the system knows such bounds."""
    try:
        import resource
    except ImportError:  # on Windows, where the caller's clock has to do
        return
    for kind, most in ((resource.RLIMIT_AS, MEMORY), (resource.RLIMIT_CPU, SECONDS)):
        try:
            resource.setrlimit(kind, (most, most))
        except (OSError, ValueError):
            continue


def _answers(data: bytes) -> Iterator[Any]:
    import pypdfium2.raw as pdfium

    document = pdfium.FPDF_LoadMemDocument64(data, len(data), None)
    if not document:
        encrypted = (pdfium.FPDF_ERR_PASSWORD, pdfium.FPDF_ERR_SECURITY)
        error = pdfium.FPDF_GetLastError()
        yield {"refused": "encrypted" if error in encrypted else "damaged"}
        return
    count = pdfium.FPDF_GetPageCount(document)
    if count > MAX_PAGES:
        yield {"refused": "pages"}
        return
    yield {"title": _meta(document, b"Title"), "created": _meta(document, b"CreationDate")}
    left = MAX_CHARACTERS
    for i in range(count):
        page = pdfium.FPDF_LoadPage(document, i)
        if not page:
            yield []
            continue
        text = pdfium.FPDFText_LoadPage(page)
        size = pdfium.FPDFText_CountChars(text) if text else 0
        left -= size
        if left < 0:
            yield {"refused": "long"}
            return
        yield list(_words(pdfium, text, size))
        pdfium.FPDFText_ClosePage(text)
        pdfium.FPDF_ClosePage(page)


def _meta(document: Any, key: bytes) -> str:
    import pypdfium2.raw as pdfium

    size = min(pdfium.FPDF_GetMetaText(document, key, None, 0), 2000)
    room = ctypes.create_string_buffer(size)
    pdfium.FPDF_GetMetaText(document, key, room, size)
    return room.raw.decode("utf-16-le", "ignore").rstrip("\0")


def _words(pdfium: Any, text: Any, size: int) -> Iterator[tuple[Any, ...]]:
    """The words of a page in the order of its stream, of those that run the way most do."""
    places = [_place(pdfium, text, i) for i in range(size)]
    turns = Counter(place[4] for place in places if place)
    most = max(turns, key=lambda turn: (turns[turn], -turn), default=0)
    fonts = _Fonts(pdfium, text)
    word: list[Any] = []
    blank = 1
    for i, place in enumerate(places):
        code = pdfium.FPDFText_GetUnicode(text, i)
        if pdfium.FPDFText_IsGenerated(text, i) or place is None or chr(code).isspace():
            if word:
                yield tuple(word)
            word, blank = [], 1
            continue
        if place[4] != most:
            continue
        letter = "\ufffd" if code in _UNMAPPED else "-" if code == _HYPHEN else chr(code)
        before, after, base, height = _turned(place, most)
        font = fonts.of(i)
        if word and _goes_on(word, before, base, height, font):
            word[0] += letter
            word[2] = max(word[2], after)
        else:
            if word:
                yield tuple(word)
                blank = 0
            word = [letter, before, after, base, height, font, blank]
    if word:
        yield tuple(word)


def _place(pdfium: Any, text: Any, i: int) -> Place | None:
    """Box, baseline, size and quarter turns of a character; None of one that is nowhere."""
    box, matrix = pdfium.FS_RECTF(), pdfium.FS_MATRIX()
    x, y = ctypes.c_double(), ctypes.c_double()
    known = (
        pdfium.FPDFText_GetLooseCharBox(text, i, box)
        and pdfium.FPDFText_GetCharOrigin(text, i, x, y)
        and pdfium.FPDFText_GetMatrix(text, i, matrix)
    )
    if not known:
        return None
    size = pdfium.FPDFText_GetFontSize(text, i) * math.hypot(matrix.c, matrix.d)
    values = (box.left, box.bottom, box.right, box.top, x.value, y.value, size)
    if not all(map(math.isfinite, values)) or max(map(abs, values)) > 1e6:
        return None
    turn = round(math.atan2(matrix.b, matrix.a) / _RIGHT_ANGLE) % 4
    along = (box.left, box.right) if turn % 2 == 0 else (box.bottom, box.top)
    return (*along, y.value if turn % 2 == 0 else x.value, size, turn)


def _turned(place: Place, turn: int) -> tuple[float, float, float, float]:
    """Begin, end, baseline (downwards) and size of a character as a reader sees the page."""
    low, high, base, size, _ = place
    before, after = (low, high) if turn < 2 else (-high, -low)
    down = -base if turn in (0, 3) else base
    return round(before, 2), round(after, 2), round(down, 2), round(size, 2)


def _goes_on(word: list[Any], before: float, base: float, size: float, font: str) -> bool:
    """Whether a character without a blank before it belongs to the word."""
    near = abs(before - word[2]) < size and abs(base - word[3]) < 0.01 + size / 20
    return bool(near and word[4] == size and word[5] == font)


class _Fonts:
    """The fonts of a page's characters; those of one object of text have one."""

    def __init__(self, pdfium: Any, text: Any) -> None:
        self._pdfium = pdfium
        self._text = text
        self._known: dict[int | None, str] = {}

    def of(self, i: int) -> str:
        """The name of a character's font."""
        key = ctypes.cast(self._pdfium.FPDFText_GetTextObject(self._text, i), ctypes.c_void_p)
        if key.value not in self._known:
            room = ctypes.create_string_buffer(200)
            flags = ctypes.c_int()
            size = self._pdfium.FPDFText_GetFontInfo(self._text, i, room, 200, flags)
            name = room.raw[: max(0, min(size, 200) - 1)].decode("utf-8", "replace")
            self._known[key.value] = name
        return self._known[key.value]


if __name__ == "__main__":
    main()
