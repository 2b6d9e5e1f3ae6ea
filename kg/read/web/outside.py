"""What lies outside of this program (time, names, certificates), and how much of it is borne."""

import ssl
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache

from kg.errors import ReadError
from kg.read.opened import MAX_BYTES
from kg.read.web.hosts import Endpoint, resolve


@cache
def _trust() -> ssl.SSLContext:
    """The certificates that the system trusts, or SSL_CERT_FILE names."""
    return ssl.create_default_context()


def _now() -> datetime:
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class Outside:
    """The clock, the names of hosts and the trust in certificates; tests bring their own."""

    resolve: Callable[[str, int], Sequence[Endpoint]] = resolve
    clock: Callable[[], float] = time.monotonic
    sleep: Callable[[float], None] = time.sleep
    now: Callable[[], datetime] = _now
    trust: Callable[[], ssl.SSLContext] = _trust


@dataclass(frozen=True, slots=True)
class Limits:
    """What one address may cost; seconds, bytes and times.

    `silence` is how long a server may send nothing, `whole` how long one request may last,
    `patience` how long a site may ask to be left alone before it is given up.
    """

    connect: float = 10.0
    silence: float = 20.0
    whole: float = 60.0
    patience: float = 60.0
    size: int = MAX_BYTES
    redirects: int = 5
    retries: int = 2


class UnreachedError(ReadError):
    """A trouble that may pass; `again` says whether it may pass at once."""

    def __init__(self, reason: str, *, again: bool = False) -> None:
        super().__init__(reason)
        self.again = again


class GoneError(ReadError):
    """What was at the address is there no more."""
