"""A web site on this computer that answers what a test tells it to, well or badly."""

import socket
import ssl
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from kg.read.document import Refused
from kg.read.web import Fetched, Limits, Outside, fetch
from kg.read.web.hosts import Endpoint

TEXT = "<html><title>Huyện ủy họp</title><p>Huyện ủy Bình Sơn họp phiên thường kỳ.</p></html>"
NO_ROBOTS = b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n"
NOON = datetime(2026, 11, 27, 12, tzinfo=UTC)

Answer = bytes | list[bytes] | Callable[[socket.socket, str], None]


def answer(body: str | bytes = TEXT, status: str = "200 OK", **headers: str | None) -> bytes:
    """An answer; `_` stands for `-` in the headers' names, None takes a usual one away."""
    data = body.encode() if isinstance(body, str) else body
    usual = {"Content-Type": "text/html; charset=utf-8", "Content-Length": str(len(data))}
    told = usual | {name.replace("_", "-"): value for name, value in headers.items()}
    lines = "".join(f"{name}: {value}\r\n" for name, value in told.items() if value is not None)
    return f"HTTP/1.1 {status}\r\n{lines}\r\n".encode() + data


def moved(place: str, status: str = "302 Found") -> bytes:
    """An answer that leads elsewhere."""
    return answer("", status, Location=place)


@dataclass
class Site:
    """What is answered at each path (a list: one after the other), and what was asked."""

    port: int
    answers: dict[str, Answer] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    heads: list[str] = field(default_factory=list)
    over: bool = False

    def url(self, path: str = "/", host: str = "127.0.0.1", scheme: str = "http") -> str:
        """The address of a path."""
        return f"{scheme}://{host}:{self.port}{path}"

    def serve(self, plug: socket.socket) -> None:
        """Answer the one request of a connection."""
        head = b""
        while b"\r\n\r\n" not in head:
            piece = plug.recv(65536)
            if not piece:
                return
            head += piece
        path = head.split(b" ", 2)[1].decode()
        self.asked.append(path)
        self.heads.append(head.decode("latin-1"))
        found = self.answers.get(path, NO_ROBOTS)
        if isinstance(found, list):
            found = found.pop(0) if len(found) > 1 else found[0]
        if isinstance(found, bytes):
            plug.sendall(found)
        else:
            found(plug, head.decode("latin-1"))


@contextmanager
def site(
    answers: Mapping[str, Answer] | None = None, trust: ssl.SSLContext | None = None
) -> Iterator[Site]:
    """Run a site on a free port until the end of the block."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        found = Site(listener.getsockname()[1], dict(answers or {}))
        thread = threading.Thread(target=_accept, args=(listener, found, trust), daemon=True)
        thread.start()
        try:
            yield found
        finally:
            found.over = True
            with suppress(OSError):  # the thread that waits for a connection gets one
                socket.create_connection(listener.getsockname(), 1).close()
            thread.join(2)


def _accept(listener: socket.socket, found: Site, trust: ssl.SSLContext | None) -> None:
    while True:
        plug, _ = listener.accept()
        if found.over:
            plug.close()
            return
        threading.Thread(target=_serve, args=(plug, found, trust), daemon=True).start()


def _serve(plug: socket.socket, found: Site, trust: ssl.SSLContext | None) -> None:
    with suppress(OSError):
        plug.settimeout(5)
        try:
            plug = trust.wrap_socket(plug, server_side=True) if trust else plug
            found.serve(plug)
            with suppress(OSError):
                plug.shutdown(socket.SHUT_WR)
                plug.recv(65536)  # a reset would take away what is still on the way
        finally:
            plug.close()


def at_home(_: str, port: int) -> list[Endpoint]:
    """Every host is this computer."""
    return [Endpoint(socket.AF_INET, ("127.0.0.1", port))]


@dataclass
class World:
    """A clock that only sleeping moves, and hosts that lead where the test says."""

    seconds: float = 1000.0
    slept: list[float] = field(default_factory=list)
    resolved: list[str] = field(default_factory=list)
    resolve: Callable[[str, int], list[Endpoint]] = at_home
    trust: Callable[[], ssl.SSLContext] = ssl.create_default_context

    @property
    def outside(self) -> Outside:
        """The world as what is tested sees it."""
        return Outside(self._resolve, self.clock, self._sleep, self.now, self.trust)

    def clock(self) -> float:
        """Seconds since some time."""
        return self.seconds

    def now(self) -> datetime:
        """The same as a time of the day."""
        return NOON + timedelta(seconds=self.seconds - 1000)

    def _sleep(self, seconds: float) -> None:
        self.slept.append(round(seconds, 3))
        self.seconds += seconds

    def _resolve(self, host: str, port: int) -> list[Endpoint]:
        self.resolved.append(host)
        return self.resolve(host, port)


def got(*urls: str, world: World | None = None, **options: object) -> list[Fetched | Refused]:
    """All that comes of some addresses, in a world where private ones are allowed."""
    given = {"private": True, "limits": Limits(silence=5, whole=5), **options}
    return list(fetch(urls, outside=(world or World()).outside, **given))  # type: ignore[arg-type]


def reason(*urls: str, world: World | None = None, **options: object) -> str:
    """Why the last of some addresses is refused."""
    last = got(*urls, world=world, **options)[-1]
    assert isinstance(last, Refused), last
    return last.reason


def page(*urls: str, world: World | None = None, **options: object) -> Fetched:
    """The page at the last of some addresses."""
    last = got(*urls, world=world, **options)[-1]
    assert isinstance(last, Fetched), last
    return last
