"""What goes to a worker and what comes back: plain values that pass between processes."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TypeAlias
from urllib.parse import parse_qsl

from kg.graph import Store
from kg.serve.limits import Limits

TEXT = "text/plain; charset=utf-8"


@dataclass(frozen=True, slots=True)
class Request:
    """What a client asks, as far as a handler needs it.

    `method` is GET (a HEAD comes as one) or POST; `root` is the server's address as the client
    wrote it, without a slash at its end; `accept` and `language` are its headers, "" if there is
    none; `content_type` is the body's.
    """

    path: str
    method: str = "GET"
    query: tuple[tuple[str, str], ...] = ()
    accept: str = ""
    language: str = ""
    content_type: str = ""
    body: bytes = field(default=b"", repr=False)
    root: str = ""
    limits: Limits = field(default_factory=Limits, repr=False)

    def values(self, name: str) -> tuple[str, ...]:
        """The values of a parameter of the URL, in their order."""
        return tuple(value for key, value in self.query if key == name)

    def value(self, name: str, default: str = "") -> str:
        """The first value of a parameter of the URL."""
        return next(iter(self.values(name)), default)


@dataclass(frozen=True, slots=True)
class Reply:
    """What a client is answered; headers are those beside Content-Type and Content-Length."""

    status: int
    body: bytes = field(default=b"", repr=False)
    media_type: str = TEXT
    headers: tuple[tuple[str, str], ...] = ()


class Rejected(Exception):  # noqa: N818 - it ends a handler early, and is no fault of ours
    """Ends a handler with a reply."""

    def __init__(self, reply: Reply) -> None:
        super().__init__(reply)
        self.reply = reply


# A function of a module: its name is sent to the worker, which imports it.
Handler: TypeAlias = Callable[[Store, Request], Reply]


def sentence(status: int, text: str, *headers: tuple[str, str]) -> Reply:
    """A reply that says something in plain text."""
    return Reply(status, f"{text}\n".encode(), TEXT, headers)


def rejected(status: int, text: str, *headers: tuple[str, str]) -> Rejected:
    """To be raised where a request cannot be answered."""
    return Rejected(sentence(status, text, *headers))


def pairs(data: bytes) -> tuple[tuple[str, str], ...]:
    """Names and values of a URL's query or a form, which are the same (WHATWG URL, 5.1)."""
    try:
        found = parse_qsl(
            data.decode("ascii"), keep_blank_values=True, errors="strict", max_num_fields=1000
        )
    except ValueError:
        raise rejected(400, "The parameters are not names and values in UTF-8") from None
    return tuple(found)
