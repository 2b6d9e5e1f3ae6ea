"""How long and how often the server lets one client keep it busy without asking anything.

uvicorn waits for ever: for a request whose headers trickle in, for a reply that nobody fetches.
"""

import asyncio
from collections import Counter
from typing import ClassVar

from uvicorn.protocols.http.h11_impl import H11Protocol

from kg.serve.incoming import network_of

HEADERS = 10.0  # seconds in which a request's headers are to be here
FETCHING = 30.0  # seconds in which a client is to fetch what waits for it
UNFETCHED = 64_000_000  # bytes that may wait for one address
CONNECTIONS = 64  # of one address at a time: a browser opens six


class PatientProtocol(H11Protocol):
    """HTTP/1.1 as uvicorn speaks it, that hangs up on who is too slow or too many."""

    proxy: str | None = None  # whose connections are those of many clients
    _open: ClassVar[Counter[str]] = Counter()
    _unfetched: ClassVar[Counter[str]] = Counter()
    _waiting = 0  # bytes that wait for this connection
    _headers: asyncio.TimerHandle | None = None
    _fetching: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Begin to wait for a request."""
        super().connection_made(transport)
        self._address = network_of(self.client[0]) if self.client else ""
        self._open[self._address] += 1
        if self._open[self._address] > CONNECTIONS and self._address != self.proxy:
            transport.abort()
        self._wait_for_headers()

    def connection_lost(self, exc: Exception | None) -> None:
        """Stop waiting."""
        super().connection_lost(exc)
        self._stop(self._headers, self._fetching)
        self._wait_with(0)
        self._open[self._address] -= 1
        if not self._open[self._address]:
            del self._open[self._address]

    def data_received(self, data: bytes) -> None:
        """Stop waiting once a request has begun."""
        super().data_received(data)
        if self._is_busy():
            self._stop(self._headers)

    def on_response_complete(self) -> None:
        """Wait for the next request, unless it is there already."""
        super().on_response_complete()
        if not self._is_busy():
            self._wait_for_headers()

    def pause_writing(self) -> None:
        """Begin to wait for the client to fetch what it has asked for."""
        super().pause_writing()
        self._wait_with(self.transport.get_write_buffer_size())
        self._fetching = self.loop.call_later(FETCHING, self.transport.abort)
        if self._unfetched[self._address] > UNFETCHED and self._address != self.proxy:
            self.transport.abort()

    def resume_writing(self) -> None:
        """Stop waiting: it has."""
        super().resume_writing()
        self._wait_with(0)
        self._stop(self._fetching)

    def _wait_with(self, size: int) -> None:
        """Note how many bytes wait for this connection."""
        self._unfetched[self._address] += size - self._waiting
        self._waiting = size
        if not self._unfetched[self._address]:
            del self._unfetched[self._address]

    def _wait_for_headers(self) -> None:
        self._stop(self._headers)
        self._headers = self.loop.call_later(HEADERS, self._hang_up)

    def _hang_up(self) -> None:
        if not self.transport.is_closing():
            self.transport.close()  # what waits in it is still sent, as long as it is fetched

    def _is_busy(self) -> bool:
        return self.cycle is not None and not self.cycle.response_complete

    def _stop(self, *timers: asyncio.TimerHandle | None) -> None:
        for timer in timers:
            if timer is not None:
                timer.cancel()
