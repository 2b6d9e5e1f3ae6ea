"""Loading many quads into a store, in several threads, which the engine's work does not block."""

from collections.abc import Iterable
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait

import pyoxigraph
from pyoxigraph import Quad, RdfFormat, serialize

from kg.graph.store import with_union

_AT_ONCE = 8 * 1024 * 1024  # bytes that are loaded together; more take more memory, fewer time


def written_out(quads: Iterable[Quad]) -> bytes:
    """Quads as N-Quads, each in its own graph and in the union of all."""
    return serialize(with_union(quads), format=RdfFormat.N_QUADS) or b""


def load(store: pyoxigraph.Store, pieces: Iterable[bytes], threads: int) -> None:
    """Load pieces of N-Quads, none of which ends within a line, as they come.

    Only a few are held in memory at a time. Without `threads` all is done in this one.
    """
    if not threads:
        for part in _parts(pieces):
            store.bulk_load(part, RdfFormat.N_QUADS)
        return
    loading: set[Future[None]] = set()
    with ThreadPoolExecutor(threads, "kg-load") as pool:
        for part in _parts(pieces):
            if len(loading) == threads:
                loading = _without_done(loading)
            loading.add(pool.submit(store.bulk_load, part, RdfFormat.N_QUADS))
        for future in loading:
            future.result()


def _without_done(loading: set[Future[None]]) -> set[Future[None]]:
    done, left = wait(loading, return_when=FIRST_COMPLETED)
    for future in done:
        future.result()
    return left


def _parts(pieces: Iterable[bytes]) -> Iterable[bytes]:
    """The pieces joined to parts that are worth a load of their own."""
    part: list[bytes] = []
    size = 0
    for piece in pieces:
        part.append(piece)
        size += len(piece)
        if size >= _AT_ONCE:
            yield b"".join(part)
            part, size = [], 0
    if part:
        yield b"".join(part)
