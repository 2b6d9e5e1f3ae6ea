"""A seat: where one job at a time runs in a worker process, which is replaced when it fails."""

import threading
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from kg.errors import StoreError
from kg.serve.exchange import Handler, Reply, Request, sentence
from kg.serve.limits import Limits
from kg.serve.processes import Worker, begin

_START = 30.0  # seconds; a worker that has not begun by then never will
LEFT = sentence(499, "The client is gone")
ENDING = sentence(503, "The server is stopping", ("Retry-After", "10"))
_NONE = sentence(503, "No worker can be had now", ("Retry-After", "10"))
_DIED = sentence(507, "This needs more memory, or nests deeper, than is allowed here")


@dataclass(slots=True, eq=False)
class Job:
    """A request to be answered by a handler; one that is dropped need not be."""

    handler: Handler
    request: Request
    is_dropped: bool = False


class Seat:
    """One worker process and the pipe to it.

    `run` and `start` wait, so they are called in a thread; `drop` and `close` do not.
    """

    def __init__(self, graph: Path | str, limits: Limits, nice: int) -> None:
        self._graph = graph.absolute() if isinstance(graph, Path) else graph
        self._limits, self._nice = limits, nice
        self._lock = threading.Lock()  # over the three that follow
        self._job: Job | None = None
        self._worker: Worker | None = None
        self._is_closed = False

    def start(self) -> bool:
        """Start the worker; whether the network is shut in it. StoreError if it does not begin."""
        with self._lock:
            if self._is_closed:
                raise StoreError("The server is stopping")
            self._worker = worker = begin(self._graph, self._limits, self._nice)
        try:
            if worker.pipe.poll(_START):
                return bool(worker.pipe.recv())
        except (EOFError, OSError):
            pass
        self.end()
        raise StoreError("No worker process can be started")

    def run(self, job: Job) -> Reply:
        """The reply to a job, whatever comes of it; then the seat is ready for the next."""
        if not self._is_ready():
            return ENDING if self._is_closed else _NONE
        with self._lock:
            if job.is_dropped:
                return LEFT
            self._job = job
        reply, is_well = self._ask(job)
        with self._lock:
            self._job = None
        if not is_well:
            self.end()
            self._try_start()
        return reply

    def drop(self, job: Job) -> None:
        """End a job that nobody waits for any more."""
        with self._lock:
            job.is_dropped = True
            if self._job is job and self._worker:
                self._worker.process.kill()

    def close(self) -> None:
        """End the worker, and whatever it does, for good."""
        with self._lock:
            self._is_closed = True
            if self._worker:
                self._worker.process.kill()

    def end(self) -> None:
        """End the worker and wait until it is gone; another can be started."""
        with self._lock:
            worker, self._worker = self._worker, None
        if worker:
            worker.end()

    def _is_ready(self) -> bool:
        """Whether the worker lives; one that the system has ended meanwhile is replaced."""
        if self._worker and not self._worker.process.is_alive():
            self.end()
        return self._worker is not None or self._try_start()

    def _try_start(self) -> bool:
        """Start the worker if that can be; else the next job tries again."""
        with suppress(StoreError, OSError):
            self.start()
        return self._worker is not None

    def _ask(self, job: Job) -> tuple[Reply, bool]:
        """The reply, and whether the worker is still good."""
        assert self._worker
        pipe = self._worker.pipe
        try:
            pipe.send((job.handler, job.request))
            if not pipe.poll(self._limits.seconds):
                return _too_slow(self._limits.seconds), False
            reply, is_well = pipe.recv()
        except (EOFError, OSError):
            if self._is_closed:
                return ENDING, False
            return (LEFT if job.is_dropped else _DIED), False
        return reply, is_well


def _too_slow(seconds: float) -> Reply:
    return sentence(504, f"This took longer than {seconds:g} s and was ended")


def is_guarded(graph: Path | str, limits: Limits) -> bool:
    """Whether the network can be shut in a worker on this system; StoreError if none begins."""
    seat = Seat(graph, limits, 0)
    try:
        return seat.start()
    finally:
        seat.end()
