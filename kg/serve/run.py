"""Runs the server until it is told to end."""

import asyncio
import logging
import signal
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from ipaddress import ip_address
from pathlib import Path

import uvicorn

from kg.errors import UsageError
from kg.graph.opening import open_graph
from kg.serve.app import app
from kg.serve.incoming import network_of
from kg.serve.limits import Limits
from kg.serve.patience import PatientProtocol
from kg.serve.pool import Pool
from kg.serve.sandbox import give_back_memory
from kg.serve.seat import is_guarded
from kg.serve.security import SafeHeaders
from kg.text import is_address

log = logging.getLogger(__name__)
_STANDARD = Limits()


def serve(
    graph: Path | str,
    host: str = "127.0.0.1",
    port: int = 8000,
    limits: Limits = _STANDARD,
    *,
    unguarded: bool = False,
    proxy: str | None = None,
    ready: Callable[[str], None] = lambda _: None,
) -> None:
    """Serve a graph by HTTP until SIGINT or SIGTERM; StoreError or UsageError if it cannot be.

    The graph is a folder, or the address of a SPARQL endpoint that holds one: workers in front of
    that keep the network, and its server has to keep queries in bounds, too. Port 0 is any that is
    free; `ready` is called with the address once it is open. Where the network cannot be shut to
    queries, only this computer is served, unless `unguarded`. `proxy` is the address of a reverse
    proxy, whose X-Forwarded-For is believed. Called from a file, this stands under
    `if __name__ == "__main__"`, as all that starts processes.
    """
    _check_proxy(proxy)
    place = str(graph) if is_address(graph) else Path(graph)
    open_graph(place).close()  # whatever is wrong with it is said here
    with _listen(host, port) as listener:
        _guard(is_guarded(place, limits), host, unguarded)
        give_back_memory()
        web = app(place, limits)
        config = uvicorn.Config(
            SafeHeaders(web),
            http=_protocol(proxy),
            ws="none",
            lifespan="on",
            log_config=None,
            log_level="error",
            access_log=False,
            server_header=False,
            proxy_headers=proxy is not None,
            forwarded_allow_ips=proxy,
            timeout_graceful_shutdown=1,
            h11_max_incomplete_event_size=limits.url + 16_000,
        )
        with _until_told():
            ready(_address(listener))
            _Server(config, web.state.pools).run(sockets=[listener])


@contextmanager
def _until_told() -> Iterator[None]:
    """Let SIGTERM end the block as SIGINT does, quietly.

    uvicorn raises the signal again once all has ended; SIGTERM would leave Python's own files.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        with suppress(KeyboardInterrupt):
            yield
    finally:
        signal.signal(signal.SIGTERM, before)


class _Server(uvicorn.Server):
    """uvicorn's server, that ends the queries first: it would wait for them."""

    def __init__(self, config: uvicorn.Config, pools: tuple[Pool, ...]) -> None:
        super().__init__(config)
        self._pools = pools

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        await asyncio.gather(*(pool.close() for pool in self._pools))
        await super().shutdown(sockets)


def _listen(host: str, port: int) -> socket.socket:
    try:
        if not 0 <= port <= 65_535:  # the system would take the rest of a division
            raise OverflowError("no such port")
        family, *_, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        listener = socket.create_server(address[:2], family=family)
    except (OSError, OverflowError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise UsageError(
            f"{host}:{port} cannot be listened at ({reason}); choose another with --port"
        ) from None
    # Connections take it over; without it each answer waits 40 ms for a packet to be told of.
    listener.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    return listener


def _guard(is_in_force: bool, host: str, unguarded: bool) -> None:
    if is_in_force:
        return
    if not unguarded and not _is_this_computer(host):
        raise UsageError(
            "This system cannot keep queries off the network, so only this computer is served;"
            f" serve {host} on Linux, or pass unguarded"
        )
    log.warning("This system cannot keep queries off the network; let in only who is trusted")


def _is_this_computer(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _check_proxy(proxy: str | None) -> None:
    try:
        ip_address(proxy or "127.0.0.1")
    except ValueError:
        raise UsageError(f"--proxy {proxy!r} is no address such as 127.0.0.1") from None


def _protocol(proxy: str | None) -> type[PatientProtocol]:
    return type("Protocol", (PatientProtocol,), {"proxy": proxy and network_of(proxy)})


def _address(listener: socket.socket) -> str:
    host, port = listener.getsockname()[:2]
    return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"
