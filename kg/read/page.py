"""From the words of a page to an article: title, date, dateline and byline told apart."""

import re
from collections.abc import Iterator, Sequence

from kg.errors import ReadError
from kg.model import Article
from kg.read.credits import credits_of
from kg.read.dates import printed_date, published
from kg.read.document import Document
from kg.read.furniture import LONGEST, is_a, squeeze
from kg.text import UPPER, Offsets, fold, normalise, normalise_traced, through, traced

_URL = re.compile(r"(?:(?:link|url|nguồn)\s*:\s*)?(https?://\S+)", re.IGNORECASE)
_DATELINE = re.compile(
    rf"(?:\(([^()\n]{{2,30}})\)|([{UPPER}][{UPPER}\d.&+/-]{{1,11}}))\s*[-–—]\s+(?=[{UPPER}\"“])"
)
_PARAGRAPH = 150
_KICKER = 4
_NEAR_TOP = 8
"""How many lines from the top a title that is told elsewhere is looked for."""


def parse(raw: str, document: Document, offsets: Offsets = ()) -> Article:
    """The article in a page's plain words; ReadError where none is left.

    `offsets` lead from `raw` to the original. What the document tells beside its text goes before
    what the words of the page say.
    """
    text, moved = normalise_traced(raw)
    told = document.told
    lines, places = _lines(text)
    kept = list(_content(lines))
    dates = {i: iso for i in kept if (iso := printed_date(lines[i]))}
    kept = [i for i in kept if i not in dates]
    urls = {i: match[1] for i in kept if (match := _URL.fullmatch(lines[i]))}
    kept = [i for i in kept if i not in urls]
    title = _title(lines, kept) if told.title is None else _told_title(lines, kept, told.title)
    if told.byline is not None:
        kept = [i for i in kept if i == title or not _same(lines[i], told.byline)]
    top = kept[0] if title is None and kept else title or 0
    body = next((i for i in kept if i > top and _is_paragraph(lines[i])), len(lines))
    credit = credits_of(lines, kept, top, body)
    kept = list(credit.rest)
    if not any(c.isalpha() for i in kept for c in lines[i]):
        raise ReadError("holds no article (empty, or only what a page prints around it)")
    headed = told.title if title is None else None
    whole, origins = traced(_pieces(lines, places, kept, headed))
    return Article(
        id=normalise(document.name),
        text=whole,
        title=told.title if title is None else squeeze(lines[title]),
        published=told.published or published(lines, dates, top, body),
        dateline=_dateline(lines, kept, title),
        byline=told.byline or credit.byline,
        publisher=told.publisher or credit.publisher,
        url=told.url or next(iter(urls.values()), None),
        source=document.source,
        origins=through(origins, through(moved, offsets)),
    )


def _lines(text: str) -> tuple[list[str], list[int]]:
    """The lines of a text without the blanks around them, and where each one begins."""
    lines: list[str] = []
    places: list[int] = []
    start = 0
    for line in text.split("\n"):
        lines.append(line.strip())
        places.append(start + len(line) - len(line.lstrip()))
        start += len(line) + 1
    return lines, places


def _content(lines: Sequence[str]) -> Iterator[int]:
    """The numbers of the lines that are no furniture, nor headlines of other articles."""
    in_tail = False
    for i, line in enumerate(lines):
        if not line or is_a("line", line):
            continue
        if is_a("tail", line):
            in_tail = True
        elif in_tail and not _is_paragraph(line):
            continue
        else:
            in_tail = False
            yield i


def _is_paragraph(line: str) -> bool:
    return len(line) > _PARAGRAPH or (len(line) > _PARAGRAPH // 2 and line[-1] in '.”"')


def _title(lines: Sequence[str], kept: Sequence[int]) -> int | None:
    """The number of the title's line: the first that is a headline, after a short kicker."""
    heads = [i for i in kept[:2] if _is_headline(lines[i])]
    if not heads or heads[0] != kept[0]:
        return None
    short, *longer = heads
    if longer and len(lines[short].split()) <= _KICKER < len(lines[longer[0]].split()):
        return longer[0]
    return short


def _told_title(lines: Sequence[str], kept: Sequence[int], title: str) -> int | None:
    """The number of the line that prints a title which is told beside the text, near the top."""
    return next((i for i in kept[:_NEAR_TOP] if _same(lines[i], title)), None)


def _same(one: str, other: str) -> bool:
    return fold(squeeze(one)) == fold(squeeze(other))


def _is_headline(line: str) -> bool:
    plain = len(line) <= LONGEST and line[-1] not in ".;:," and any(c.isalpha() for c in line)
    return plain and not _DATELINE.match(line)


def _dateline(lines: Sequence[str], kept: Sequence[int], title: int | None) -> str | None:
    """The paper's mark before the first words, "ĐTO" of "ĐTO - Năm 2022, …"."""
    first = [i for i in kept if title is None or i > title][:3]
    found = (match[1] or match[2] for i in first if (match := _DATELINE.match(lines[i])))
    return next(found, None)


def _pieces(
    lines: Sequence[str], places: Sequence[int], kept: Sequence[int], headed: str | None
) -> Iterator[tuple[str, int | None, int]]:
    """The lines that are kept, with their places; a blank line between them where the page had one.

    A title that is not among them stands before them.
    """
    if headed is not None:
        yield headed + "\n\n", None, 1
    last: int | None = None
    for i in kept:
        if last is not None:
            blank = "\n\n" if "" in lines[last + 1 : i] else "\n"
            yield blank, places[last] + len(lines[last]), 1
        yield lines[i], places[i], 1
        last = i
