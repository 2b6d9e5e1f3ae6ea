"""From the words of a page to an article: title, date, dateline and byline told apart."""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from kg.errors import ReadError
from kg.model import Article
from kg.read.credits import credits_of
from kg.read.dates import printed_date, published
from kg.read.furniture import LONGEST, is_a, squeeze
from kg.text import UPPER, normalise

_URL = re.compile(r"(?:(?:link|url|nguồn)\s*:\s*)?(https?://\S+)", re.IGNORECASE)
_DATELINE = re.compile(
    rf"(?:\(([^()\n]{{2,30}})\)|([{UPPER}][{UPPER}\d.&+/-]{{1,11}}))\s*[-–—]\s+(?=[{UPPER}\"“])"
)
_PARAGRAPH = 150
_KICKER = 4


def parse(raw: str, path: Path) -> Article:
    """The article in a page's plain words; raises ReadError where none is left."""
    lines = [line.strip() for line in normalise(raw).split("\n")]
    kept = list(_content(lines))
    dates = {i: iso for i in kept if (iso := printed_date(lines[i]))}
    kept = [i for i in kept if i not in dates]
    urls = {i: match[1] for i in kept if (match := _URL.fullmatch(lines[i]))}
    kept = [i for i in kept if i not in urls]
    title = _title(lines, kept)
    top = kept[0] if title is None and kept else title or 0
    body = next((i for i in kept if i > top and _is_paragraph(lines[i])), len(lines))
    credit = credits_of(lines, kept, top, body)
    kept = list(credit.rest)
    if not any(c.isalpha() for i in kept for c in lines[i]):
        raise ReadError(f"{path}: holds no article (empty, or only what a page prints around it)")
    return Article(
        id=normalise(path.stem),
        text=_join(lines, kept),
        title=None if title is None else squeeze(lines[title]),
        published=published(lines, dates, top, body),
        dateline=_dateline(lines, kept, title),
        byline=credit.byline,
        publisher=credit.publisher,
        url=next(iter(urls.values()), None),
        source=str(path),
    )


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


def _is_headline(line: str) -> bool:
    plain = len(line) <= LONGEST and line[-1] not in ".;:," and any(c.isalpha() for c in line)
    return plain and not _DATELINE.match(line)


def _dateline(lines: Sequence[str], kept: Sequence[int], title: int | None) -> str | None:
    """The paper's mark before the first words, "ĐTO" of "ĐTO - Năm 2022, …"."""
    first = [i for i in kept if title is None or i > title][:3]
    found = (match[1] or match[2] for i in first if (match := _DATELINE.match(lines[i])))
    return next(found, None)


def _join(lines: Sequence[str], kept: Sequence[int]) -> str:
    """The lines that are kept, a blank line between them where the page had one."""
    text, last = "", None
    for i in kept:
        if last is not None:
            text += "\n\n" if "" in lines[last + 1 : i] else "\n"
        text += lines[i]
        last = i
    return text
