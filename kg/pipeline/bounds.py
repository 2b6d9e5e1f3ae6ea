"""How long and how large the reading of one document may get."""

import faulthandler
import os
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import cache
from pathlib import Path
from types import FrameType

SECONDS = 60
"""No article takes longer to read; those of the usual length take some thousandths of one."""
_GRACE = 15
_MEMORY = 3 * 1024**3


class Late(BaseException):
    """A document took longer than any article does."""


@contextmanager
def bounded(seconds: float = SECONDS) -> Iterator[None]:
    """Raise `Late` in what takes longer, where the system can interrupt it."""
    if not hasattr(signal, "setitimer") or not _is_main():
        yield
        return
    handler = signal.signal(signal.SIGALRM, _late)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, signal.SIG_DFL if handler is None else handler)


def _late(_number: int, _frame: FrameType | None) -> None:
    raise Late(f"takes longer than an article should (over {SECONDS} s)")


def _is_main() -> bool:
    return threading.current_thread() is threading.main_thread()


@cache
def confine() -> None:
    """Let this process, a worker, take only so much memory, and not outlive what hangs in it."""
    with suppress(ImportError, OSError, ValueError):
        import resource

        pages = int(Path("/proc/self/statm").read_text("ascii").split()[0])
        most = pages * os.sysconf("SC_PAGE_SIZE") + _MEMORY
        resource.setrlimit(resource.RLIMIT_AS, (most, resource.RLIM_INFINITY))


@contextmanager
def watched() -> Iterator[None]:
    """End this process, a worker, if what it does hangs where nothing can interrupt it."""
    faulthandler.dump_traceback_later(SECONDS + _GRACE, exit=True, file=_nowhere())
    try:
        yield
    finally:
        faulthandler.cancel_dump_traceback_later()


@cache
def _nowhere() -> int:
    return os.open(os.devnull, os.O_WRONLY)
