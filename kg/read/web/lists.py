"""Lists of addresses: a text with one a line, a sitemap or an index of them, RSS and Atom."""

from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from xml.parsers import expat

from kg.errors import ReadError
from kg.read.web.body import whole
from kg.text.encodings import decode

MAX_ADDRESSES = 50_000
"""As many as a sitemap may hold."""
_MAX_BYTES = 50 * 1024 * 1024
_MAX_DEPTH = 64
_HEAD = 65536
_GZIP = b"\x1f\x8b"
_BEFORE = b"\xef\xbb\xbf\xff\xfe\0 \t\r\n"

# Where addresses stand: the first element, then an element and the one around it.
_ROOTS = frozenset({"urlset", "sitemapindex", "rss", "RDF", "feed"})
_IN_TEXT = frozenset({("url", "loc"), ("sitemap", "loc"), ("item", "link")})
_IN_HREF = ("entry", "link")


def addresses(data: bytes) -> Iterator[str]:
    """The addresses in a list, as they stand there, in its order.

    A list is text with an address a line ("#" begins a comment), a sitemap, an index of sitemaps
    (its addresses are those of sitemaps), RSS or Atom; it may be packed with gzip. Nothing is
    fetched, and XML that declares entities is refused. Raises ReadError before the first
    address where the list cannot be read to its end.
    """
    if data.startswith(_GZIP):
        data = whole(_pieces(data), "gzip", _MAX_BYTES)
    found = _in_xml(data) if _is_xml(data) else _in_text(data)
    if len(found) > MAX_ADDRESSES:
        raise ReadError(f"lists more than {MAX_ADDRESSES:,} addresses; split it")
    return iter(found)


def is_list(data: bytes) -> bool:
    """Whether bytes are a sitemap or a feed, by the first element; a page is neither."""
    with suppress(ReadError):
        if data.startswith(_GZIP):
            data = whole(_pieces(data), "gzip", _HEAD, cut=True)
        return _is_xml(data) and _root(data) in _ROOTS
    return False


def _pieces(data: bytes) -> Iterator[bytes]:
    return (data[start : start + _HEAD] for start in range(0, len(data), _HEAD))


def _is_xml(data: bytes) -> bool:
    return data[:_HEAD].lstrip(_BEFORE).startswith(b"<")


def _in_text(data: bytes) -> list[str]:
    text = decode(data).text.removeprefix("\ufeff")
    lines = (line.partition(" #")[0].strip() for line in text.splitlines())
    return [line for line in lines if line and not line.startswith("#")]


def _in_xml(data: bytes) -> list[str]:
    root = _root(data)
    if root not in _ROOTS:
        raise ReadError(f"is no sitemap and no feed (its first element is <{root}>)")
    reading = _Reading()
    parser = _parser()
    parser.StartElementHandler = reading.start
    parser.EndElementHandler = reading.end
    parser.CharacterDataHandler = reading.text
    try:
        parser.Parse(data, True)
    except expat.ExpatError as error:
        reason = expat.ErrorString(error.code)
        raise ReadError(f"is broken XML (line {error.lineno}: {reason})") from error
    return reading.found


def _parser() -> expat.XMLParserType:
    """A parser that loads nothing and expands nothing."""
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.EntityDeclHandler = _refuse
    return parser


def _refuse(*_: object) -> None:
    raise ReadError("declares entities in its XML, which is not read")


def _root(data: bytes) -> str | None:
    """The name of the first element."""
    names: list[str] = []

    def start(name: str, _: Mapping[str, str]) -> None:
        names.append(name.rpartition(" ")[2])

    parser = _parser()
    parser.StartElementHandler = start
    # What follows the first element may be cut off, or no XML at all.
    with suppress(expat.ExpatError):
        parser.Parse(data[:_HEAD], False)
    return names[0] if names else None


@dataclass
class _Reading:
    """The elements that are open, and the addresses found so far."""

    found: list[str] = field(default_factory=list)
    _open: list[str] = field(default_factory=list)
    _text: list[str] | None = None

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        around = self._open[-1] if self._open else ""
        self._open.append(name)
        if len(self._open) > _MAX_DEPTH:
            raise ReadError(f"nests its XML in more than {_MAX_DEPTH} levels")
        space, _, local = name.rpartition(" ")
        outer_space, _, outer = around.rpartition(" ")
        self._text = None
        if space != outer_space:  # such as the pictures of a page, in a sitemap
            return
        if (outer, local) in _IN_TEXT:
            self._text = []
        elif (outer, local) == _IN_HREF and attributes.get("rel", "alternate") == "alternate":
            self._add(attributes.get("href", ""))

    def text(self, data: str) -> None:
        if self._text is not None:
            self._text.append(data)

    def end(self, _: str) -> None:
        self._open.pop()
        if self._text is not None:
            self._add("".join(self._text))
            self._text = None

    def _add(self, address: str) -> None:
        if address.strip() and len(self.found) <= MAX_ADDRESSES:
            self.found.append(address.strip())
