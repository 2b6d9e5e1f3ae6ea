"""Documents from addresses on the web."""

import io
from collections.abc import Iterable, Iterator
from pathlib import Path
from urllib.parse import urlsplit

from kg.read.document import Document, Refused, Told
from kg.read.opened import Allowance, Opened
from kg.read.rows import Columns, name_of_address
from kg.read.unpack import unpacked
from kg.read.warc import TYPES


def pages(
    urls: Iterable[str],
    columns: Columns | None = None,
    *,
    cache: Path | None = None,
    offline: bool = False,
    private: bool = False,
    contact: str | None = None,
) -> Iterator[Document | Refused]:
    """The raw material of the articles at some addresses, each fetched when it is asked for.

    `kg.read.web.fetch` says what the arguments mean, and what is obeyed and refused.
    """
    from kg.read.web import CONTACT, Fetched, fetch

    found = fetch(
        urls, cache=cache, offline=offline, lists=True, private=private, contact=contact or CONTACT
    )
    for item in found:
        if isinstance(item, Fetched):
            form = TYPES.get(item.media_type)
            stream = io.BufferedReader(io.BytesIO(item.data))
            opened = Opened(
                _name(item.url, form),
                item.url,
                stream,
                Allowance(len(item.data)),
                told=Told(url=item.url),
                charset=item.charset,
                format=form,
            )
            yield from unpacked(opened, columns or {})
        else:
            yield item


def _name(url: str, form: str | None) -> str:
    """What the file of a page would be called."""
    last = urlsplit(url).path.rpartition("/")[2]
    if form is None and last:
        return last
    return f"{name_of_address(url) or urlsplit(url).hostname or 'page'}{form or ''}"


def listed(paths: Iterable[Path]) -> Iterator[str]:
    """The addresses in files: one a line, or those of a sitemap or a feed."""
    from kg.read.web import addresses

    for path in paths:
        yield from addresses(path.read_bytes())
