"""What one job may take, and how many may run and wait."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """The limits of each worker and of the queue before it.

    A job may take `seconds` of wall clock and `megabytes` of memory beyond those of an idle
    worker; an answer may have `rows` rows or triples and `bytes` bytes. `workers` jobs run at a
    time, `waiting` more wait for at most `patience` seconds. A URL may have `url` bytes, what is
    sent with it `body`.
    """

    seconds: float = 10.0
    megabytes: int = 1024
    rows: int = 10_000
    bytes: int = 20_000_000
    workers: int = 4
    waiting: int = 16
    patience: float = 1.0
    url: int = 16_000
    body: int = 100_000

    @property
    def share(self) -> int:
        """How many workers one client may hold at a time: half of them, and at least one."""
        return max(1, self.workers // 2)
