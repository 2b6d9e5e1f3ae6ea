"""What a page says of its article beside the text: JSON-LD, OpenGraph, Dublin Core, microdata."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from kg.read.dates import told_date
from kg.read.furniture import squeeze
from kg.text import fold

_META: Mapping[str, tuple[str, ...]] = {
    "title": ("og:title", "twitter:title", "dc.title", "dcterms.title", "title"),
    "published": (
        "article:published_time", "datepublished", "pubdate", "publishdate", "publish_date",
        "dc.date.issued", "dcterms.issued", "dc.date", "dcterms.created", "date", "og:pubdate",
    ),
    "author": ("article:author", "author", "dc.creator", "dcterms.creator", "twitter:creator"),
    "site": ("og:site_name", "application-name", "dc.publisher", "dcterms.publisher"),
    "url": ("og:url", "twitter:url", "dc.identifier"),
}  # fmt: skip
"""The names of <meta> by what they tell, the surest first."""

_ARTICLES = ("NewsArticle", "Article", "ReportageNewsArticle", "BlogPosting", "WebPage")
# Who publishes a page by the name of a program, or of nobody, has not written it.
_NOBODY = re.compile(
    r"(?:super ?user|admin(?:istrator|istrateur)?|webmaster|editor|user\d*|unknown|anonymous"
    r"|quan tri.*|quản trị.*|ban biên tập|bbt|https?:.*|www\..*)", re.IGNORECASE
)  # fmt: skip
_MOST_JSON = 200_000  # characters


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a page tells; titles are all that it gives, the surest first."""

    titles: tuple[str, ...] = ()
    published: str | None = None
    author: str | None = None
    site: str | None = None
    url: str | None = None


def metadata(root: Any) -> Metadata:
    """What the page tells of its article."""
    named = _named(root)
    linked = dict(_of_json(root))
    micro = _microdata(root)
    site = _first([linked.get("publisher"), *named["site"]])
    titles = [linked.get("headline"), *micro["headline"], *named["title"], *_title(root)]
    dates = [
        linked.get("datePublished"),
        *named["published"],
        *micro["datePublished"],
        *_times(root),
    ]
    authors = [linked.get("author"), *micro["author"], *named["author"]]
    urls = [*_canonical(root), linked.get("url"), *named["url"]]
    return Metadata(
        titles=tuple(dict.fromkeys(_without_site(t, site) for t in titles if t and t.strip())),
        published=next((day for value in dates if (day := told_date(value))), None),
        author=next((a.strip() for a in authors if a and _is_person(a, site)), None),
        site=site,
        url=next((u for u in urls if u and re.match(r"https?://", u)), None),
    )


def _first(values: Iterable[str | None]) -> str | None:
    return next((squeeze(value) for value in values if value and value.strip()), None)


def _is_person(name: str, site: str | None) -> bool:
    """Whether a name may be an author's: neither a program's, nor the site's own."""
    plain = fold(name).strip()
    return not _NOBODY.fullmatch(plain) and not (site and fold(site) in plain) and len(name) < 80


def _named(root: Any) -> dict[str, list[str]]:
    """What <meta> tells, by its meaning."""
    told: dict[str, str] = {}
    for element in root.iter("meta"):
        name = element.get("name") or element.get("property") or element.get("itemprop") or ""
        content = element.get("content")
        if content and content.strip():
            told.setdefault(name.strip().lower(), content.strip())
    return {kind: [told[n] for n in names if n in told] for kind, names in _META.items()}


def _title(root: Any) -> Iterator[str]:
    for element in root.iter("title"):
        yield squeeze("".join(element.itertext()))
        return


def _canonical(root: Any) -> Iterator[str]:
    for element in root.iter("link"):
        if (element.get("rel") or "").lower() == "canonical" and element.get("href"):
            yield element.get("href")


def _times(root: Any) -> Iterator[str]:
    """The moments of <time>, those that are called published before others."""
    times = [e for e in root.iter("time") if e.get("datetime")]
    for element in sorted(times, key=lambda e: "updated" in (e.get("class") or "")):
        yield element.get("datetime")


def _microdata(root: Any) -> dict[str, list[str]]:
    """The properties of schema.org that stand at elements of the page."""
    found: dict[str, list[str]] = {"headline": [], "datePublished": [], "author": []}
    for element in root.iter():
        kinds = element.get("itemprop", "").split() if isinstance(element.tag, str) else ()
        for kind in kinds:
            if kind in found:
                value = element.get("content") or element.get("datetime") or _name_in(element)
                found[kind].append(value)
    return found


def _name_in(element: Any) -> str:
    """The text of an element, or of the name in it."""
    names = [e for e in element.iter() if e.get("itemprop") == "name"]
    return squeeze("".join((names or [element])[0].itertext()))


def _of_json(root: Any) -> Iterator[tuple[str, str]]:
    """The properties of the article in JSON-LD."""
    for element in root.iter("script"):
        if "ld+json" in (element.get("type") or "") and element.text:
            try:
                data = json.loads(element.text[:_MOST_JSON], strict=False)
            except (ValueError, RecursionError):
                continue
            yield from _properties(data)


def _properties(data: Any) -> Iterator[tuple[str, str]]:
    items = data if isinstance(data, list) else [data]
    graph = [i.get("@graph") for i in items if isinstance(i, dict)]
    items = [*items, *(one for part in graph if isinstance(part, list) for one in part)]
    for kind in _ARTICLES:
        for item in items:
            kinds = item.get("@type") if isinstance(item, dict) else None
            if kind == kinds or (isinstance(kinds, list) and kind in kinds):
                yield from _of_article(item, kind)
                return


def _of_article(item: Mapping[str, Any], kind: str) -> Iterator[tuple[str, str]]:
    told = {"headline": item.get("headline"), "datePublished": item.get("datePublished")}
    told |= {"author": _name(item.get("author")), "url": item.get("url")}
    if kind != "WebPage":
        told["publisher"] = _name(item.get("publisher"))
    yield from ((name, value) for name, value in told.items() if isinstance(value, str))


def _name(value: Any) -> str | None:
    """The name of a person or a body, or of the first of several."""
    if isinstance(value, list):
        value = value[0] if value else None
    if isinstance(value, dict):
        value = value.get("name")
    return value if isinstance(value, str) else None


_BETWEEN = re.compile(r"\s+[-–—|»]\s+")


def _without_site(title: str, site: str | None) -> str:
    """A title without the name of the site, which pages put before or behind it."""
    title = squeeze(title)
    parts = _BETWEEN.split(title)
    if site and len(parts) > 1:
        for part, rest in ((parts[-1], parts[:-1]), (parts[0], parts[1:])):
            if fold(part) in fold(site) or fold(site) in fold(part):
                start = title.index(rest[0])
                return title[start : title.index(rest[-1], start) + len(rest[-1])]
    return title
