"""What a file of an office program claims of its text, and how much of it is believed."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from kg.model import Article
from kg.read.document import Document
from kg.read.furniture import squeeze
from kg.read.page import parse
from kg.text import Date, dates, fold, normalise, year_of

_TOP = 8
"""A title is printed within so many lines."""
_SITE = re.compile(r"\s+[|–—-]\s+[^|–—-]+$")
"""The name of the site after a page's title."""
_DAYS = 10
"""News is written within so many days."""


@dataclass(frozen=True, slots=True)
class Claims:
    """The title, the day of writing (an ISO date), the author and the address in a file's head."""

    title: str | None = None
    created: str | None = None
    creator: str | None = None
    url: str | None = None


def believing(raw: str, document: Document, claims: Claims) -> Article:
    """The article in plain words, with what its file claims where the text bears it out.

    Programs fill in titles of templates ("Microsoft Word - abc.doc"), days of printing and
    names of computers. So a title counts only if it is printed near the top; a day, only if the
    page prints none and the text tells of one at most ten days before; an author, only if the
    name is a line near the end. ReadError where no article is left.
    """
    told = document.told
    title = told.title or _title(raw, claims.title)
    known = replace(document, told=replace(told, title=title, url=told.url or claims.url))
    article = parse(raw, known)
    if article.published is None:
        article = replace(article, published=_day(article.text, claims.created))
    if article.byline is None:
        article = replace(article, byline=_author(article.text, claims.creator))
    return article


def _lines(text: str) -> list[str]:
    return [line for line in text.split("\n") if line.strip()]


def _title(raw: str, title: str | None) -> str | None:
    """The title without the site's name, if one of the first lines is just that."""
    if not title:
        return None
    top = {_key(line) for line in _lines(raw)[:_TOP]}
    title = normalise(title)
    found = (way for way in (title, _SITE.sub("", title)) if _key(way) in top)
    return next(map(squeeze, found), None)


def _key(line: str) -> str:
    return fold(squeeze(normalise(line)))


def _day(text: str, created: str | None) -> str | None:
    """The day of writing, if the text tells of a day just before it."""
    try:
        written = date.fromisoformat(created or "")
    except ValueError:
        return None
    folded = fold(text)
    year = year_of(folded, None)
    told = (day for one in dates(folded) if (day := _date(one, year)))
    near = any(timedelta(0) <= written - day <= timedelta(_DAYS) for day in told)
    return written.isoformat() if near else None


def _date(told: Date, year: int | None) -> date | None:
    """A whole day that is told; `year` is the text's own, for days without one."""
    iso = told.iso(year)
    try:
        return date.fromisoformat(iso or "")
    except ValueError:  # a month alone, or 29 February of another year
        return None


def _author(text: str, creator: str | None) -> str | None:
    name = squeeze(normalise(creator or ""))
    return name if len(name.split()) > 1 and _key(name) in _ends(text) else None


def _ends(text: str) -> Iterable[str]:
    return [_key(line) for line in _lines(text)[-3:]]
