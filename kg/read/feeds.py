"""XML that lists articles: RSS and Atom. A sitemap lists only addresses."""

import re
from calendar import timegm
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

from kg.errors import ForeignError, ReadError
from kg.read.dates import told_date
from kg.read.document import Document, Refused, Told
from kg.read.opened import Opened
from kg.read.rows import Columns, name_of_address

_ROOT = re.compile(rb"<(?:[\w.-]+:)?(rss|feed|RDF|urlset|sitemapindex|html)\b", re.IGNORECASE)
_SITEMAPS = (b"urlset", b"sitemapindex")


def root_of(head: bytes) -> bytes | None:
    """The root of XML that lists articles or is a page: b"rss", b"urlset", b"html"."""
    found = _ROOT.search(head.replace(b"\0", b""))
    return found and found[1].lower()


def read_feed(file: Opened, _: Columns) -> Iterator[Document | Opened | Refused]:
    """The articles of an RSS or Atom file: the full text where it holds that, else the teaser."""
    root = root_of(file.head())
    if root == b"html":
        yield Opened(f"{file.name}.html", file.source, file.stream, file.allowance, file.depth)
        return
    if root is None:
        raise ForeignError("is XML, but neither RSS, Atom nor a page")
    data = file.article()
    if root in _SITEMAPS:
        count = data.count(b"<loc")
        raise ReadError(
            f"lists {count} addresses, no articles; kg build --urls {file.name} fetches them"
        )
    import feedparser

    feed = feedparser.parse(data, sanitize_html=False, resolve_relative_uris=False)
    if not feed.entries:
        raise ReadError("has no articles, or cannot be read as RSS or Atom")
    for number, entry in enumerate(feed.entries, 1):
        text = _text(entry)
        if not text.strip():
            yield Refused(file.place(number), "has no text")
            continue
        url = entry.get("link")
        told = Told(
            title=entry.get("title") or None,
            published=_published(entry),
            byline=entry.get("author") or None,
            publisher=(entry.get("source") or {}).get("title") or None,
            url=url,
        )
        data = text.encode("utf-8", "replace")
        name = name_of_address(url) or f"{file.stem}-{number}"
        yield Document(name, file.place(number), ".html", data, told)


def _text(entry: Any) -> str:
    """The fullest text of an entry."""
    told = [part.get("value") or "" for part in entry.get("content", ())]
    return max([*told, entry.get("summary") or ""], key=len)


def _published(entry: Any) -> str | None:
    """The day in Vietnam; the library gives moments in UTC."""
    moment = entry.get("published_parsed") or entry.get("updated_parsed")
    return told_date(datetime.fromtimestamp(timegm(moment), UTC)) if moment else None
