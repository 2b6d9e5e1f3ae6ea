"""Pages from addresses, one after the other, from the network or from a folder of kept ones."""

import math
import re
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from pathlib import Path

from kg.errors import ReadError, UsageError
from kg.read.document import Refused
from kg.read.web.address import Address, parse
from kg.read.web.body import too_long
from kg.read.web.cache import Entry, drop, load, open_cache, save
from kg.read.web.lists import addresses, is_list
from kg.read.web.outside import GoneError, Limits, Outside, UnreachedError
from kg.read.web.pace import Pace
from kg.read.web.robots import TOKEN
from kg.read.web.times import moment, stamp
from kg.read.web.visit import Visitor, page
from kg.read.web.wire import OK, Headers, Line, Reply

CONTACT = "https://w3id.org/vnkg/ontology"
"""What a site is told of us where the caller tells nothing: who asks, and what for."""
FRESH = 24 * 3600.0
"""How old in seconds a kept page may be that is taken without asking for a newer one."""
_MEDIA = re.compile(r"\s*([\w.+-]+/[\w.+-]+)", re.ASCII)
_CHARSET = re.compile(r";\s*charset\s*=\s*[\"']?([\w.:+-]{1,40})", re.ASCII | re.IGNORECASE)
_CONTACT = re.compile(r"[!-'*-~]{1,200}")  # no blanks, no parentheses
_UNTOLD = "application/octet-stream"
_MAX_DEPTH = 3
"""An index of sitemaps, a sitemap, and one to spare."""


@dataclass(frozen=True, slots=True)
class Fetched:
    """A page: where it was found in the end, what it is said to be, its bytes, and since when.

    `charset` is what the server declares, which need not be true; `fetched` is a time in UTC.
    """

    url: str
    media_type: str
    charset: str | None
    data: bytes
    fetched: str


@dataclass(frozen=True, slots=True)
class _Run:
    """What holds for all addresses: who visits, the folder of kept pages, and what is asked.

    `fresh` is None where nothing is asked of the network at all.
    """

    visitor: Visitor
    folder: Path | None
    fresh: float | None
    lists: bool


def fetch(
    urls: Iterable[str],
    *,
    cache: Path | None = None,
    offline: bool = False,
    fresh: float = FRESH,
    lists: bool = False,
    private: bool = False,
    delay: float = 1.0,
    contact: str = CONTACT,
    limits: Limits | None = None,
    outside: Outside | None = None,
) -> Iterator[Fetched | Refused]:
    """The pages at `urls`, in their order, each fetched when it is asked for.

    An address that comes twice is fetched once, and so is a page to which two addresses lead.

    `cache` is a folder in which pages are kept; with `offline` nothing is asked of the network.
    A kept page that is older than `fresh` seconds is asked after, and taken all the same where
    its site cannot be reached. With `lists`, a sitemap or a feed stands for the pages it lists.
    `private` lets addresses be connected to that are not public, `delay` is the time in seconds
    between two requests to one host, and `contact` an address or a mail box that sites are told.
    Raises UsageError for arguments that make no sense, OutputError where the folder cannot be
    written.
    """
    if not (0 <= delay < math.inf and fresh >= 0):
        raise UsageError("A time is a number of seconds from 0 on; give one such as 1.5")
    if offline and cache is None:
        raise UsageError("Without the network, pages come from a folder; name it with --cache")
    if not _CONTACT.fullmatch(contact):
        raise UsageError(f"A contact is an address or a mail box without blanks, not {contact!r}")
    outside = outside or Outside()
    limits = limits or Limits()
    line = Line(outside, limits, f"{TOKEN} (+{contact})", private)
    visitor = Visitor(line, delay, Pace(outside, limits.patience))
    folder = None if cache is None else open_cache(cache)
    return _each(urls, _Run(visitor, folder, None if offline else fresh, lists))


def _each(urls: Iterable[str], run: _Run) -> Iterator[Fetched | Refused]:
    given = iter(urls)
    listed: deque[tuple[str, int]] = deque()
    seen: set[str] = set()
    while True:
        url, depth = listed.popleft() if listed else (next(given, None), 0)
        if url is None:
            return
        try:
            address = parse(url)
            if address.url in seen:
                continue
            seen.add(address.url)
            found = _one(address, run)
            if run.lists and is_list(found.data):
                if depth >= _MAX_DEPTH:
                    raise ReadError(f"lies in more than {_MAX_DEPTH} lists of addresses")
                listed.extendleft((each, depth + 1) for each in reversed([*addresses(found.data)]))
            elif found.url == address.url or found.url not in seen:
                seen.add(found.url)
                yield found
        except ReadError as error:
            yield Refused(url, str(error))


def _one(address: Address, run: _Run) -> Fetched:
    """The page at an address, kept or fetched; raises ReadError."""
    limits, outside = run.visitor.line.limits, run.visitor.line.outside
    entry = None if run.folder is None else load(run.folder, address.url)
    if entry is not None and len(entry.data) > limits.size:
        raise too_long(limits.size)
    if run.fresh is None:
        if entry is None:
            raise ReadError("is not among the kept pages; fetch it once with the network")
        return _kept(entry)
    if entry is not None and _is_fresh(entry, run, outside.now()):
        return _kept(entry)
    try:
        reply = page(run.visitor, address, partial(_validators, entry))
    except UnreachedError:
        if entry is None:
            raise
        return _kept(entry)
    except GoneError:
        if run.folder is not None:
            drop(run.folder, address.url)
        raise
    new = _entry(address, reply, entry, outside.now())
    if run.folder is not None:
        save(run.folder, new)
    return _kept(new)


def _is_fresh(entry: Entry, run: _Run, now: datetime) -> bool:
    """Whether a page is taken as it is kept; a list never is, for new pages come into it."""
    if run.fresh is None or (run.lists and is_list(entry.data)):
        return False
    age = (now - datetime.fromisoformat(entry.checked)).total_seconds()
    return 0 <= age < run.fresh


def _validators(entry: Entry | None, address: Address) -> Headers:
    """What asks a server whether its page is still the one that is kept."""
    if entry is None or entry.url != address.url:
        return {}
    told = {"If-None-Match": entry.etag, "If-Modified-Since": entry.modified}
    return {name: value for name, value in told.items() if value}


def _entry(address: Address, reply: Reply, old: Entry | None, now: datetime) -> Entry:
    """What is kept of an answer; where the page is the same, the time it came stays the same."""
    if old is not None and reply.status not in OK:
        return replace(old, checked=stamp(now))
    kind = reply.headers.get("content-type", "")
    media = _MEDIA.match(kind)
    charset = _CHARSET.search(kind)
    is_same = old is not None and (old.url, old.data) == (reply.address.url, reply.data)
    return Entry(
        asked=address.url,
        url=reply.address.url,
        media_type=media[1].lower() if media else _UNTOLD,
        charset=charset[1].lower() if charset else None,
        fetched=old.fetched if old and is_same else stamp(moment(reply.headers, now)),
        checked=stamp(now),
        etag=reply.headers.get("etag"),
        modified=reply.headers.get("last-modified"),
        data=reply.data,
    )


def _kept(entry: Entry) -> Fetched:
    return Fetched(entry.url, entry.media_type, entry.charset, entry.data, entry.fetched)
