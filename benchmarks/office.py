"""How well Word documents and PDFs are read, beside other libraries, and what harms the readers.

    python benchmarks/office.py [--articles PATH] [--changed 2000] [--json FILE]

Texts of known paragraphs are printed to PDF by several programs (`printed.py`) and read again.
The other libraries (pip install pdfminer.six pypdf python-docx) give text and no article, so
their paragraphs are what they part with blank lines, else their lines.
"""

import argparse
import io
import random
import re
import time
import unicodedata
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeAlias
from unittest.mock import patch

from printed import Story, chromium, printed, reportlab, word
from report import save, show

from kg.errors import ReadError
from kg.model import Article
from kg.read.document import Document
from kg.read.docx import read_docx
from kg.read.pdf import read_pdf

EXAMPLES = Path(__file__).resolve().parent.parent / "examples" / "articles"
TOGETHER = 5  # articles in one document
SHORTEST = 80  # characters of a line that is a paragraph and not a date or a name
CHANGES = 2000
WORD = re.compile(r"\w+")
TAG = re.compile(rb"(?<=[</])w:\w+")

Reader: TypeAlias = Callable[[bytes], tuple[list[str], int]]
"""From a file to paragraphs and the number of pages, 0 where it is not told."""


@dataclass
class Tally:
    """What was counted of one reader."""

    words: int = 0
    kept: int = 0
    wrong: int = 0
    paragraphs: int = 0
    right: int = 0
    pages: int = 0
    seconds: float = 0.0
    failures: list[str] = field(default_factory=list)

    def add(self, story: Story, found: Sequence[str]) -> None:
        """Compare what was read with what was printed."""
        wanted, got = (Counter(WORD.findall(nfc(" ".join(t)))) for t in (story, found))
        self.words += wanted.total()
        self.kept += (wanted & got).total()
        self.wrong += (got - wanted).total()
        self.paragraphs += len(story)
        self.right += (Counter(map(nfc, story)) & Counter(map(nfc, found))).total()


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure, print, and write JSON where it is asked for."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--articles", type=Path, default=EXAMPLES, help="a folder of plain texts")
    parser.add_argument("--changed", type=int, default=CHANGES, help="files with bytes changed")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures as JSON")
    options = parser.parse_args(arguments)
    stories = [*told(options.articles)]
    figures = {"pdf": pdfs(stories), "word": words(stories)}
    figures["changed"] = changed(stories[0], options.changed)
    save(options.json, figures)


def nfc(text: str) -> str:
    """The text with single blanks, in one form."""
    return " ".join(unicodedata.normalize("NFC", text).split())


def told(folder: Path) -> Iterator[Story]:
    """Some articles after one another under the title of the first."""
    articles = [
        [line for line in path.read_text("utf-8").split("\n") if line.strip()]
        for path in sorted(folder.glob("*.txt"))
    ]
    for i in range(0, len(articles), TOGETHER):
        part = articles[i : i + TOGETHER]
        yield [part[0][0], *(line for one in part for line in one[1:] if len(line) > SHORTEST)]


def ours(data: bytes) -> tuple[list[str], int]:
    """Our reader up to the paragraphs, before furniture and names are told apart."""
    found: list[str] = []

    def keep(raw: str, *_: Any) -> Article:
        found.extend(raw.split("\n"))
        return Article("a", raw)

    with patch("kg.read.pdf.believing", keep), patch("kg.read.docx.believing", keep):
        reader = read_pdf if data.startswith(b"%PDF") else read_docx
        reader(Document("a", "a", "a", data))
    return found, 0


def _parted(text: str) -> list[str]:
    text = text.replace("\r\n", "\n").replace("\f", "\n\n")
    parts = text.split("\n\n") if "\n\n" in text.strip() else text.split("\n")
    return [part for part in parts if part.strip()]


def by_pdfium(data: bytes) -> tuple[list[str], int]:
    """pypdfium2's own text of a page."""
    import pypdfium2

    document = pypdfium2.PdfDocument(data)
    texts = [page.get_textpage().get_text_range() for page in document]
    return _parted("\n".join(texts)), len(texts)


def by_pdfminer(data: bytes) -> tuple[list[str], int]:
    """pdfminer.six, which also puts lines together to paragraphs."""
    from pdfminer.high_level import extract_text

    text = extract_text(io.BytesIO(data))
    return _parted(text), text.count("\f")


def by_pypdf(data: bytes) -> tuple[list[str], int]:
    """The text of pypdf."""
    import pypdf

    texts = [page.extract_text() for page in pypdf.PdfReader(io.BytesIO(data)).pages]
    return _parted("\n".join(texts)), len(texts)


def by_python_docx(data: bytes) -> tuple[list[str], int]:
    """python-docx: the paragraphs of the body."""
    import docx

    return [one.text for one in docx.Document(io.BytesIO(data)).paragraphs if one.text], 0


READERS: Mapping[str, Reader] = {
    "ours": ours,
    "pypdfium2": by_pdfium,
    "pdfminer.six": by_pdfminer,
    "pypdf": by_pypdf,
}


def pdfs(stories: Sequence[Story]) -> dict[str, Any]:
    """Every reader on every layout."""
    tallies: dict[tuple[str, str], Tally] = {}
    for layout, story, data in printed(stories):
        pages = by_pdfium(data)[1]
        for name, reader in READERS.items():
            tally = tallies.setdefault((layout, name), Tally(pages=0))
            begin = time.perf_counter()
            found, _ = reader(data)
            tally.seconds += time.perf_counter() - begin
            tally.pages += pages
            tally.add(story, found)
    return shown("PDF", tallies)


def words(stories: Sequence[Story]) -> dict[str, Any]:
    """Ours and python-docx on Word documents, a document being a page."""
    tallies = {("python-docx", name): Tally() for name in ("ours", "python-docx")}
    for story in stories:
        data = word(story)
        for (_, name), tally in tallies.items():
            begin = time.perf_counter()
            found, _ = (ours if name == "ours" else by_python_docx)(data)
            tally.seconds += time.perf_counter() - begin
            tally.pages += 1
            tally.add(story, found)
    return shown("Word", tallies)


def shown(title: str, tallies: Mapping[tuple[str, str], Tally]) -> dict[str, Any]:
    """Print the table and give it as JSON has it."""
    rows = [
        (
            *(f"{made}: {name}", f"{tally.kept / tally.words:.1%}", tally.wrong),
            f"{tally.right}/{tally.paragraphs}",
            f"{1000 * tally.seconds / tally.pages:.0f}",
        )
        for (made, name), tally in tallies.items()
    ]
    show(title, ("printed by: read by", "words kept", "wrong", "paragraphs", "ms a page"), rows)
    head = ("case", "kept", "wrong", "paragraphs", "ms_a_page")
    return {"rows": [dict(zip(head, row, strict=True)) for row in rows]}


def changed(story: Story, count: int) -> dict[str, Any]:
    """Files with bytes changed or cut off: each must end in an article or a reason."""
    whole = {"Word": word(story), "ReportLab": reportlab(story), "Chromium": chromium(story)}
    spoilers: Mapping[str, tuple[bytes, Callable[[bytes, random.Random], bytes]]] = {
        "Word, its XML": (whole["Word"], spoilt_inside),
        **{name: (data, spoilt) for name, data in whole.items()},
    }
    rows = []
    for name, (data, spoil) in spoilers.items():
        chance = random.Random(name)
        ends: Counter[str] = Counter()
        slowest = 0.0
        for _ in range(count):
            broken = spoil(data, chance)
            begin = time.perf_counter()
            ends[end(read_docx if name.startswith("Word") else read_pdf, broken)] += 1
            slowest = max(slowest, time.perf_counter() - begin)
        other = ends.total() - ends["article"] - ends["reason"]
        rows.append((name, ends["article"], ends["reason"], other, f"{slowest:.1f}"))
    show("Bytes changed", ("file", "articles", "reasons", "other", "slowest, s"), rows)
    return {"rows": rows}


def end(reader: Callable[[Document], Article], data: bytes) -> str:
    """What reading comes to: an article, a reason, or an error that must not be."""
    try:
        reader(Document("a", "a", "a", data))
    except ReadError:
        return "reason"
    except Exception as error:
        return type(error).__name__
    return "article"


def spoilt(data: bytes, chance: random.Random) -> bytes:
    """A file with some bytes changed, or without its end."""
    broken = bytearray(data)
    for _ in range(chance.choice((1, 3, 30, 1000))):
        broken[chance.randrange(len(broken))] = chance.randrange(256)
    return bytes(broken[: chance.randrange(len(broken))] if chance.random() < 0.1 else broken)


def spoilt_inside(data: bytes, chance: random.Random) -> bytes:
    """A zip whose parts have some of their elements changed for others of the same file."""
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as whole, zipfile.ZipFile(file, "w") as broken:
        for name in whole.namelist():
            part = whole.read(name)
            tags = sorted(set(TAG.findall(part)))
            for _ in range(chance.choice((0, 1, 3)) if tags else 0):
                part = part.replace(chance.choice(tags), chance.choice(tags))
            broken.writestr(name, part)
    return file.getvalue()


if __name__ == "__main__":
    main()
