"""The data files that the package underthesea carries; to import it would take a second."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path

from kg.errors import VocabularyError


def read(name: str) -> str:
    """The text of a file of the package: "address/data/mapping.json".

    A VocabularyError says that the package or the file is missing.
    """
    file = path(name)
    try:
        return file.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise VocabularyError(f"{file}: {error}; install the package underthesea again") from error


def path(name: str) -> Path:
    """Where a file of the package stands."""
    spec = find_spec("underthesea")
    if spec is None or not spec.origin:
        raise VocabularyError(f"{name} is missing: install the package underthesea")
    return Path(spec.origin).parent / name


@contextmanager
def without_collecting() -> Iterator[None]:
    """No garbage collection inside: a large table is made faster, and none of it is garbage."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()
