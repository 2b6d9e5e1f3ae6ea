"""What is read of pages after the layouts of Vietnamese portals, beside other libraries.

    python benchmarks/portals.py [--json FILE]

The pages are made of the templates under tests/read/portals, with articles in words of our own.
trafilatura and readability-lxml are compared where they are installed (pip install trafilatura
readability-lxml).
"""

import argparse
import html
import re
import sys
import time
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from report import save, show

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from kg.errors import ReadError
from kg.read import Document, read
from tests.read.portals import LAYOUTS, address, pages
from tests.read.portals.articles import Told

_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Found:
    """What a library found on a page."""

    text: str = ""
    title: str | None = None
    published: str | None = None
    author: str | None = None
    publisher: str | None = None
    url: str | None = None


def ours(page: str) -> Found:
    """What kg reads."""
    try:
        article = read(Document("a", "a.html", ".html", page.encode()))
    except ReadError:
        return Found()
    return Found(
        article.text.removeprefix(article.title or ""),
        article.title,
        article.published,
        article.byline,
        article.publisher,
        article.url,
    )


def by_trafilatura(page: str) -> Found:
    """What trafilatura reads."""
    import trafilatura

    told: Any = trafilatura.bare_extraction(page, include_comments=False, with_metadata=True)
    if told is None:
        return Found()
    text = (told.text or "").removeprefix(told.title or "")
    return Found(text, told.title, told.date, told.author, told.sitename, told.url)


def by_readability(page: str) -> Found:
    """What readability-lxml reads: a text and a title."""
    from readability import Document as Page

    told = Page(page)
    text = html.unescape(re.sub(r"<[^>]*>", " ", told.summary()))
    return Found(text, told.short_title())


READERS: Mapping[str, Callable[[str], Found]] = {
    "kg": ours,
    "trafilatura": by_trafilatura,
    "readability-lxml": by_readability,
}
MODULES = {"kg": "kg", "trafilatura": "trafilatura", "readability-lxml": "readability"}


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure, print, and write JSON where it is asked for."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures as JSON")
    options = parser.parse_args(arguments)
    there = {name: reader for name, reader in READERS.items() if find_spec(MODULES[name])}
    figures = {name: measured(reader) for name, reader in there.items()}
    columns = list(next(iter(figures.values())))
    rows = [(name, *(_shown(told[c]) for c in columns)) for name, told in figures.items()]
    count = len(LAYOUTS) * 4
    show(f"Pages of portals ({count} pages, {len(LAYOUTS)} layouts)", ("", *columns), rows)
    save(options.json, figures)


def _shown(value: float) -> str:
    return f"{value:.3f}" if value <= 1 else f"{value:.0f}"


def measured(reader: Callable[[str], Found]) -> dict[str, float]:
    """Shares of right metadata, and of words, over all pages; pages in a second."""
    right: Counter[str] = Counter()
    kept = wanted = given = good = 0
    made = list(pages())
    begin = time.perf_counter()
    results = [reader(page) for _, _, page in made]
    took = time.perf_counter() - begin
    for (layout, told, _), found in zip(made, results, strict=True):
        right.update(_right(layout, told, found))
        body, title = _words(*told.body), _words(told.title, told.caption)
        have = _words(found.text)
        kept += (have & body).total()
        wanted += body.total()
        extra = have - body - title
        given += (have & body).total() + extra.total()
        good += (have & body).total()
    shares = {name: right[name] / len(made) for name in ("title", "date", "author")}
    shares |= {name: right[name] / len(made) for name in ("publisher", "url")}
    return shares | {
        "body recall": kept / wanted,
        "body precision": good / max(1, given),
        "pages/s": len(made) / took,
    }


def _right(layout: str, told: Told, found: Found) -> dict[str, bool]:
    about = LAYOUTS[layout]
    return {
        "title": found.title == told.title,
        "date": found.published == told.day,
        "author": (found.author or "").casefold() == told.author.casefold(),
        "publisher": found.publisher == about.publisher,
        "url": found.url == (address(told) if about.url else None),
    }


def _words(*texts: str) -> Counter[str]:
    return Counter(_WORD.findall(" ".join(texts).casefold()))


if __name__ == "__main__":
    main()
