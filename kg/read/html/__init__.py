"""Pages of the web as people save them: the article, freed of the page around it.

`tree` makes blocks of text of the source, `region` finds those of the article, `metadata` reads
what the page says of it, and `places` where the words stand in the source. What is title, date,
author and source among the lines is told as for plain text, in `kg.read.page`.
"""

import re
from dataclasses import replace

from kg.errors import ReadError
from kg.model import Article
from kg.read.document import Document, Told
from kg.read.html.metadata import Metadata, metadata
from kg.read.html.places import placed
from kg.read.html.region import Region, region
from kg.read.html.tree import blocks, parse
from kg.read.page import parse as parse_page
from kg.text import through
from kg.text.encodings import decode

__all__ = ["read_html"]

_HEAD = 4096
_CHARSET = re.compile(rb"charset\s*=\s*[\"']?([\w.:-]{1,40})", re.IGNORECASE)


def read_html(document: Document) -> Article:
    """The article in a page, or in a part of one; raises ReadError."""
    decoded = decode(document.data, document.charset or _declared(document.data))
    source = decoded.text
    root = parse(source)
    if root is None:
        raise ReadError("holds no article (it is an empty page)")
    about = metadata(root)
    found = region(blocks(root), about.titles)
    text, offsets = placed((block.text for block in found.blocks), source)
    told = replace(document, told=_told(document.told, about, found))
    return parse_page(text, told, through(offsets, decoded.offsets))


def _declared(data: bytes) -> str | None:
    """The encoding that a page says it has, which need not be true."""
    found = _CHARSET.search(data, 0, _HEAD)
    return found[1].decode("ascii") if found else None


def _told(given: Told, about: Metadata, found: Region) -> Told:
    """What is told of the article: by what led to the page, else by the page."""
    title = found.title.text if found.title else next(iter(about.titles), None)
    return Told(
        title=given.title or title,
        published=given.published or about.published,
        byline=given.byline or about.author,
        publisher=given.publisher or about.site,
        url=given.url or about.url,
    )
