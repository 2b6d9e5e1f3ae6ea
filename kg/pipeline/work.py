"""Reading files and extracting what they say, in several processes where there are many."""

import os
import sys
import warnings
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path

from kg.errors import KgError, VocabularyError
from kg.model import Article, Reading
from kg.resolve import complete

MANY = 200  # files from which on more than one process pays


def read_files(paths: Sequence[Path], workers: int | None = None) -> Iterator[Reading | str]:
    """What each file says, in their order; or why it could not be read."""
    count = workers or ((os.cpu_count() or 1) if len(paths) >= MANY else 1)
    if count == 1 or len(paths) < 2:
        yield from map(read_file, paths)
        return
    import multiprocessing

    context = multiprocessing.get_context("fork" if sys.platform == "linux" else "spawn")
    with ExitStack() as stack:
        with warnings.catch_warnings(), _interrupts_held():
            # The store's threads, which Python warns of, are not used in the new processes.
            warnings.simplefilter("ignore", DeprecationWarning)
            pool = stack.enter_context(context.Pool(count))
        yield from pool.imap(read_file, paths, chunksize=8)


def read_file(path: Path) -> Reading | str:
    """What one file says, or why it could not be read."""
    from kg.read import read

    try:
        return read_article(read(path))
    except VocabularyError:
        raise
    except KgError as error:
        return str(error).removeprefix(f"{path}: ")
    except Exception as error:
        return f"a fault of kg, please report it: {type(error).__name__}: {error}"


def read_article(article: Article) -> Reading:
    """What one article says, every person and body that a fact names being listed."""
    from kg.extract import extract

    return complete(extract(article))


@contextmanager
def _interrupts_held() -> Iterator[None]:
    """Leave Ctrl-C to this process, and until it has all workers, so that it ends them all.

    The workers have it masked from the first. Here a mask is not enough: the threads of the
    store have none, and take it for this one.
    """
    import signal
    import threading

    if (
        not hasattr(signal, "pthread_sigmask")
        or threading.current_thread() is not threading.main_thread()
    ):
        yield
        return
    held: list[int] = []
    handler = signal.signal(signal.SIGINT, lambda number, _: held.append(number))
    mask = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, mask)
        signal.signal(signal.SIGINT, signal.SIG_DFL if handler is None else handler)
        if held:
            signal.raise_signal(signal.SIGINT)
