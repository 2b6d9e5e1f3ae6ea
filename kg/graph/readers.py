"""A generation of the store that somebody reads stays on the disk until nobody does.

The engine opens its files when it first needs them, so a reader would miss those that a build
has deleted meanwhile. Readers share a lock, which the system frees when they end in whatever way.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_FILE = "readers"


def prepare(generation: Path) -> None:
    """Make the file that readers of a generation share."""
    (generation / _FILE).touch()


def hold(generation: Path) -> int | None:
    """A handle that keeps a generation until it is closed; None where that cannot be had.

    OSError if the generation is just being deleted.
    """
    try:
        import fcntl
    except ImportError:  # Windows, which deletes no file that is open
        return None
    try:
        handle = os.open(generation / _FILE, os.O_RDONLY)
    except FileNotFoundError:
        if generation.exists():
            return None  # made before readers shared a lock
        raise
    try:
        fcntl.flock(handle, fcntl.LOCK_SH | fcntl.LOCK_NB)
    except OSError:
        os.close(handle)
        raise
    return handle


@contextmanager
def alone(generation: Path) -> Iterator[bool]:
    """Whether nobody reads a generation; nobody can begin to while this lasts."""
    try:
        import fcntl

        handle = os.open(generation / _FILE, os.O_RDONLY)
    except (ImportError, OSError):
        yield True
        return
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        free = True
    except OSError:
        free = False
    try:
        yield free
    finally:
        os.close(handle)
