"""An address on the web, taken apart once and written in one way.

What is checked, asked for and stored is this form, so that no two readers of an address differ
on what it means: what browsers guess at (a backslash, a user's name, 0177.0.0.1) is refused.
"""

import re
from dataclasses import dataclass
from ipaddress import AddressValueError, IPv4Address, IPv6Address
from urllib.parse import quote, unquote, urljoin, urlsplit

from kg.errors import ReadError

LONGEST = 4096
_PORTS = {"http": 80, "https": 443}
_FREE_PORTS = 1024
"""Below are the ports of mail and the like; of them only those of the web are asked."""
_AUTHORITY = re.compile(r"(?:\[([0-9A-Fa-f:.]+)\]|([^\[\]:]+))(?::([0-9]{0,5}))?")
_LABEL = re.compile(r"[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?")
_NUMBER = re.compile(r"[0-9]+|0x[0-9a-f]*")
_BROKEN = re.compile(r"[\x00-\x1f\x7f-\x9f\\]")
_BLANKS = " \t\r\n"
_SAFE = "/%:@!$&'()*+,;=~-._"


@dataclass(frozen=True, slots=True)
class Address:
    """A web address: `host` in small ASCII letters, `target` the path and the query, escaped."""

    scheme: str
    host: str
    port: int
    target: str

    @property
    def authority(self) -> str:
        """The host, and the port where it is not the usual one."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == _PORTS[self.scheme] else f"{host}:{self.port}"

    @property
    def url(self) -> str:
        """The address as text."""
        return f"{self.scheme}://{self.authority}{self.target}"

    def at(self, target: str) -> "Address":
        """Another place on the same server."""
        return Address(self.scheme, self.host, self.port, target)


def parse(url: str) -> Address:
    """The address in a text; ReadError where it is none, or one that is not asked."""
    url = url.strip(_BLANKS)
    if len(url) > LONGEST:
        raise ReadError(f"is longer than {LONGEST} characters")
    if _BROKEN.search(url):
        raise ReadError("is no web address (it holds a backslash or a control character)")
    try:
        parts = urlsplit(url)
        if parts.scheme not in _PORTS or not parts.netloc:
            raise ReadError("is no web address; write http:// or https:// and a host")
        host, port = _authority(parts.netloc)
        target = _target(parts.path, parts.query)
    except ValueError as error:
        raise ReadError("is no web address (it cannot be taken apart)") from error
    port = _PORTS[parts.scheme] if port is None else port
    if port not in _PORTS.values() and not _FREE_PORTS <= port < 2**16:
        raise ReadError(f"asks for port {port}, which is not one of a web server")
    return Address(parts.scheme, host, port, target)


def joined(base: Address, reference: str) -> Address:
    """Where a server at `base` leads to; raises ReadError as `parse`."""
    try:
        # urljoin drops line ends in silence, so they are looked for before.
        if _BROKEN.search(reference):
            raise ReadError("holds a backslash or a control character")
        return parse(urljoin(base.url, reference.strip(_BLANKS)))
    except ValueError as error:
        raise ReadError("leads to an address that cannot be taken apart") from error
    except ReadError as error:
        raise ReadError(f"leads to an address that {error}") from error


def _authority(text: str) -> tuple[str, int | None]:
    if "@" in text:
        raise ReadError("carries a user's name, which is not sent; write the address without it")
    match = _AUTHORITY.fullmatch(text)
    if match is None:
        raise ReadError("is no web address (its host cannot be read)")
    six, name, port = match.groups()
    return _six(six) if six else _name(name), int(port) if port else None


def _six(text: str) -> str:
    try:
        return str(IPv6Address(text))
    except AddressValueError as error:
        raise ReadError(f"is no web address ([{text}] is no IPv6 address)") from error


def _name(text: str) -> str:
    """A host's name in ASCII, by IDNA where it is in other letters."""
    try:
        name = text.encode("idna").decode("ascii").lower().removesuffix(".")
    except UnicodeError as error:
        raise ReadError("is no web address (its host is no name)") from error
    labels = name.split(".")
    if _NUMBER.fullmatch(labels[-1]):
        return _four(name)
    if len(name) > 253 or not all(map(_LABEL.fullmatch, labels)):
        raise ReadError("is no web address (its host is no name)")
    return name


def _four(name: str) -> str:
    """An IPv4 address in its one usual form; not 127.1, 0x7f000001 or 0177.0.0.1."""
    try:
        return str(IPv4Address(name))
    except AddressValueError as error:
        raise ReadError(
            f"writes its host as a number ({name}); write it as four numbers with dots"
        ) from error


def _target(path: str, query: str) -> str:
    target = quote(_undotted(path), safe=_SAFE)
    return f"{target}?{quote(query, safe=_SAFE + '?')}" if query else target


def _undotted(path: str) -> str:
    """A path without "." and "..", also where they are escaped.

    A server takes them away too, so robots.txt has to be asked about what is left.
    """
    kept: list[str] = []
    *folders, last = path.removeprefix("/").split("/")
    for part in (*folders, last):
        plain = unquote(part)
        if plain == "..":
            del kept[-1:]
        elif plain != ".":
            kept.append(part)
    if kept and unquote(last) in {".", ".."}:
        kept.append("")
    return "/" + "/".join(kept)
