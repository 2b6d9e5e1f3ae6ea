"""The process that reads the graph: it gives up what it must not reach, then takes jobs."""

import logging
import os
import signal
import sys
import threading
from multiprocessing.connection import Connection, wait
from multiprocessing.process import parent_process
from pathlib import Path

from kg.errors import KgError, OversizeError, RefusedError, StoreError
from kg.graph import Store
from kg.graph.manifest import FILE
from kg.graph.opening import open_graph
from kg.serve import sandbox
from kg.serve.exchange import Handler, Rejected, Reply, Request, sentence
from kg.serve.limits import Limits

log = logging.getLogger(__name__)

_STATUS: tuple[tuple[type[KgError], int], ...] = (
    (RefusedError, 403),
    (OversizeError, 507),
    (KgError, 400),
)


def work(jobs: Connection, graph: Path | str, limits: Limits, nice: int) -> None:
    """Answer jobs from a connection until it closes; first say whether the network is shut.

    A process that once held half of what it may ends, so that the next job has all of it.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the server ends its workers itself
    shut = sandbox.no_network() if isinstance(graph, Path) else False  # or no endpoint is reached
    sandbox.be_nice(nice)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    state = State(graph)
    state.try_open()
    sandbox.limit_memory(limits.megabytes)
    base = _most_memory()
    jobs.send(shut)
    while True:
        try:
            handler, request = jobs.recv()
        except (EOFError, OSError):
            return
        reply, is_well = _answer(state, handler, request)
        is_well = is_well and _most_memory() < base + limits.megabytes * 2**19
        jobs.send((reply, is_well))
        if not is_well:
            return


def _end_with_parent() -> None:
    """End this process in the midst of a job when the server is gone, however it went."""
    parent = parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)


class State:
    """The graph as it last was; opened anew when a build has put a new state in place."""

    def __init__(self, path: Path | str) -> None:
        self.path = path
        self._stamp: tuple[int, int] | None = None
        self._store: Store | None = None

    def store(self) -> Store:
        """The store of today; StoreError if there is none."""
        stamp = self._look()
        if self._store is None or stamp != self._stamp:
            fresh = open_graph(self.path)
            if self._store is not None:
                self._store.close()
            self._store, self._stamp = fresh, stamp
        return self._store

    def try_open(self) -> None:
        """Open the store before it is needed; a job will tell what is wrong with it."""
        try:
            self.store()
        except StoreError as error:
            log.warning("%s", error)  # which tells paths: for who runs the server alone

    def _look(self) -> tuple[int, int]:
        """What changes with the manifest's file, which a build replaces as a whole."""
        if isinstance(self.path, str):
            return 0, 0
        try:
            found = (self.path / FILE).stat()
        except OSError:
            return 0, 0
        return found.st_mtime_ns, found.st_ino


def _answer(state: State, handler: Handler, request: Request) -> tuple[Reply, bool]:
    """The reply to a job, and whether the process is fit for another."""
    try:
        reply = handler(state.store(), request)
    except Rejected as end:
        return end.reply, True
    except StoreError as error:
        log.warning("%s", error)  # which tells paths: for who runs the server alone
        return sentence(503, "The graph cannot be read now", ("Retry-After", "10")), True
    except KgError as error:
        return _said(error, state), True
    except RecursionError:
        return sentence(400, "This nests too deeply to be read"), True
    except MemoryError:
        return sentence(507, "This needs more memory than is allowed here"), False
    except BaseException:  # a panic of the engine is no Exception
        log.exception("A job failed")
        return sentence(500, "Something went wrong here; the server's log tells what"), False
    if len(reply.body) > request.limits.bytes:
        most = request.limits.bytes
        return sentence(507, f"The answer has more than {most:,} bytes, and none is given"), True
    return reply, True


def _said(error: KgError, state: State) -> Reply:
    status = next(status for kind, status in _STATUS if isinstance(error, kind))
    return sentence(status, str(error).replace(str(state.path), "the graph"))


def _most_memory() -> int:
    """How many bytes this process has ever held at a time; it might never give them back."""
    if sys.platform != "linux":
        return 0
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
