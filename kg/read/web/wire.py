"""One request and its answer, within limits of time and size.

h11 reads and writes HTTP, the socket is ours: so every wait ends with the request's own time, be
it for a name, a handshake, a header or a body that comes byte by byte. One connection serves one
request; between two of them a site is left alone for longer than a connection costs.
"""

import socket
import ssl
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from queue import Empty, SimpleQueue

import h11

from kg.errors import ReadError
from kg.read.web.address import Address
from kg.read.web.body import CODINGS, too_long, whole
from kg.read.web.hosts import Endpoint, refusal
from kg.read.web.outside import Limits, Outside, UnreachedError

Headers = Mapping[str, str]

OK = frozenset({200, 203})
"""The statuses with which a page comes; of any other the body is not read."""
_PIECE = 65536
_LONGEST_HEAD = 65536


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer: the names of its headers are in small letters, the body is unpacked."""

    address: Address
    status: int
    headers: Headers
    data: bytes


@dataclass(frozen=True, slots=True)
class Line:
    """How requests are made: who asks, of whom, and what they may cost.

    `private` says that addresses may be connected to that are not public.
    """

    outside: Outside
    limits: Limits
    agent: str
    private: bool


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is asked for: headers of its own, the bytes it may have, and what refuses it.

    `refuse` is given the headers of the answer before its body is read, and raises ReadError;
    with `cut`, the first bytes of a longer body are enough.
    """

    size: int
    headers: Headers
    refuse: Callable[[Headers], None] = lambda _: None
    cut: bool = False


def ask(line: Line, address: Address, wanted: Wanted) -> Reply:
    """The answer of a server; ReadError where it is refused, UnreachedError without one."""
    ends = line.outside.clock() + line.limits.whole
    endpoints = _checked(line, address, ends)
    try:
        with _connected(line, address, endpoints, ends) as plug:
            return _exchange(_Stream(plug, line, ends), line, address, wanted)
    except TimeoutError as error:
        raise UnreachedError("does not answer in time") from error
    except ssl.SSLCertVerificationError as error:
        raise ReadError(f"shows no valid certificate ({error.verify_message})") from error
    except h11.RemoteProtocolError as error:
        raise UnreachedError("answers, but not in whole and proper HTTP", again=True) from error
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise UnreachedError(f"cannot be reached ({reason})", again=True) from error


def _checked(line: Line, address: Address, ends: float) -> Sequence[Endpoint]:
    """The addresses of the host, of which each one must be allowed."""
    try:
        found = _in_time(
            lambda: line.outside.resolve(address.host, address.port),
            min(line.limits.connect, ends - line.outside.clock()),
        )
    except TimeoutError as error:
        raise UnreachedError(f"cannot be reached (nobody tells where {address.host} is)") from error
    except (OSError, UnicodeError) as error:
        raise UnreachedError(f"cannot be reached (there is no host {address.host})") from error
    if not found:
        raise UnreachedError(f"cannot be reached ({address.host} has no address)")
    for endpoint in found:
        if not line.private and (why := refusal(endpoint.ip)) is not None:
            raise ReadError(f"leads to {why}; --allow-private lets it")
    return found


def _in_time(work: Callable[[], Sequence[Endpoint]], seconds: float) -> Sequence[Endpoint]:
    """What a function gives; TimeoutError where that lasts too long, as resolving may."""
    answers: SimpleQueue[Sequence[Endpoint] | Exception] = SimpleQueue()

    def run() -> None:
        try:
            answers.put(work())
        except Exception as error:
            answers.put(error)

    # Nothing ends a call of the system's resolver; its thread is left behind, and dies with us.
    threading.Thread(target=run, daemon=True).start()
    try:
        answer = answers.get(timeout=max(seconds, 0))
    except Empty:
        raise TimeoutError from None
    if isinstance(answer, Exception):
        raise answer
    return answer


@contextmanager
def _connected(
    line: Line, address: Address, endpoints: Sequence[Endpoint], ends: float
) -> Iterator[socket.socket]:
    """A connection to the first address that takes one, encrypted where the scheme says so."""
    with _first(line, endpoints, ends) as plug:
        if address.scheme == "http":
            yield plug
            return
        plug.settimeout(_left(line, ends, line.limits.connect))
        trust = line.outside.trust()
        with trust.wrap_socket(plug, server_hostname=address.host) as secure:
            yield secure


def _first(line: Line, endpoints: Sequence[Endpoint], ends: float) -> socket.socket:
    trouble = OSError()
    for endpoint in endpoints:
        plug = socket.socket(endpoint.family, socket.SOCK_STREAM)
        try:
            plug.settimeout(_left(line, ends, line.limits.connect))
            plug.connect(endpoint.place)
        except OSError as error:
            plug.close()
            trouble = error
        except BaseException:
            plug.close()
            raise
        else:
            return plug
    raise trouble


def _left(line: Line, ends: float, most: float) -> float:
    """How long may be waited now; TimeoutError where the time is up."""
    left = ends - line.outside.clock()
    if left <= 0:
        raise TimeoutError
    return min(left, most)


@dataclass(frozen=True, slots=True)
class _Stream:
    """A connection of which every wait is bounded by the end of the whole request."""

    plug: socket.socket
    line: Line
    ends: float

    def send(self, data: bytes) -> None:
        self.plug.settimeout(_left(self.line, self.ends, self.line.limits.silence))
        self.plug.sendall(data)

    def receive(self) -> bytes:
        self.plug.settimeout(_left(self.line, self.ends, self.line.limits.silence))
        return self.plug.recv(_PIECE)


def _exchange(stream: _Stream, line: Line, address: Address, wanted: Wanted) -> Reply:
    http = h11.Connection(h11.CLIENT, max_incomplete_event_size=_LONGEST_HEAD)
    headers = {
        "Host": address.authority,
        "User-Agent": line.agent,
        "Accept-Encoding": CODINGS[0],
        "Connection": "close",
        **wanted.headers,
    }
    lines = [(name.encode(), value.encode("latin-1")) for name, value in headers.items()]
    request = h11.Request(method="GET", target=address.target, headers=lines)
    stream.send((http.send(request) or b"") + (http.send(h11.EndOfMessage()) or b""))
    # Any number of early hints may come before it.
    head = next((e for e in _events(http, stream) if isinstance(e, h11.Response)), None)
    if head is None:
        raise UnreachedError("does not answer")
    found: dict[str, str] = {}
    for name, value in head.headers:
        found.setdefault(name.decode("latin-1"), value.decode("latin-1"))
    if head.status_code not in OK:
        return Reply(address, head.status_code, found, b"")
    wanted.refuse(found)
    # h11 takes no length that is not a number.
    if not wanted.cut and int(found.get("content-length", 0)) > wanted.size:
        raise too_long(wanted.size)
    pieces = (bytes(event.data) for event in _events(http, stream) if isinstance(event, h11.Data))
    coding = found.get("content-encoding", "")
    data = whole(pieces, coding, wanted.size, cut=wanted.cut)
    return Reply(address, head.status_code, found, data)


def _events(http: h11.Connection, stream: _Stream) -> Iterator[h11.Event]:
    """What the server sends, up to the end of its answer."""
    while True:
        event = http.next_event()
        if event is h11.NEED_DATA:
            http.receive_data(stream.receive())
        elif isinstance(event, h11.EndOfMessage | h11.ConnectionClosed) or event is h11.PAUSED:
            return
        elif isinstance(event, h11.Event):
            yield event
