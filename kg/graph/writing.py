"""Changing a graph on disk: one writer at a time, and never the store that readers have open.

A change goes into a new generation of the store beside the old one (which shares its files
by hard links); the manifest, written last, says which generation counts. So a build that is
killed leaves the graph as it was before.
"""

import os
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pyoxigraph
from pyoxigraph import DefaultGraph, NamedNode, Quad

from kg.errors import StoreError
from kg.graph import journal
from kg.graph import manifest as manifests
from kg.graph.manifest import Manifest
from kg.graph.store import with_union

_STORE = "store-"


class Writer:
    """The right to change the graph of one folder; get it from `writing`."""

    def __init__(self, folder: Path, manifest: Manifest) -> None:
        self.folder = folder
        self.manifest = manifest

    def rebuild(self, quads: Iterable[Quad]) -> str:
        """Make a new generation of just these quads; its name. It counts from `publish` on."""
        name = self._next()
        store = pyoxigraph.Store(str(self.folder / name))
        store.bulk_extend(with_union(quads))
        store.flush()
        return name

    def update(self, graphs: Iterable[tuple[NamedNode, Iterable[Quad]]]) -> str:
        """Make a new generation in which each of these graphs is replaced, or dropped if empty."""
        name = self._next()
        shutil.copytree(self.folder / self.manifest.store, self.folder / name, copy_function=_share)
        store = pyoxigraph.Store(str(self.folder / name))
        for graph, quads in graphs:
            _replace(store, graph, set(quads))
        store.flush()
        return name

    def publish(self, manifest: Manifest) -> None:
        """Let `manifest`, and the generation that it names, count from now on."""
        manifests.save(self.folder, manifest)
        self.manifest = manifest

    def sweep(self) -> None:
        """Delete generations that no longer count, or never did because a build was stopped."""
        for path in self.folder.glob(f"{_STORE}*"):
            if path.name != self.manifest.store:
                shutil.rmtree(path, ignore_errors=True)

    def _next(self) -> str:
        last = int(self.manifest.store.removeprefix(_STORE) or 0)
        name = f"{_STORE}{last + 1}"
        shutil.rmtree(self.folder / name, ignore_errors=True)
        return name


def _replace(store: pyoxigraph.Store, graph: NamedNode, new: set[Quad]) -> None:
    """Make a graph hold just these quads, and the default graph the union of all graphs."""
    # Literals are compared as the store writes them: "1.00" becomes "1.0".
    written = pyoxigraph.Store()
    written.extend(new)
    new = set(written)
    old = set(store.quads_for_pattern(None, None, None, graph))
    store.extend(with_union(new - old))
    for quad in old - new:
        store.remove(quad)
        parts = quad.subject, quad.predicate, quad.object
        others = store.quads_for_pattern(*parts, None)
        if all(isinstance(other.graph_name, DefaultGraph) for other in others):
            store.remove(Quad(*parts))
    if not new:
        store.remove_graph(graph)


def _share(source: str, target: str) -> None:
    """Link a file that the store never changes once written (.sst), copy any other."""
    if source.endswith(".sst"):
        try:
            os.link(source, target)
            return
        except OSError:
            pass
    shutil.copyfile(source, target)


@contextmanager
def writing(path: Path | str, base: str) -> Iterator[Writer]:
    """The writer of the graph at `path`, which is made, empty, if it does not exist.

    StoreError if another process is writing, if `path` holds something else, or if the graph
    there has another base.
    """
    folder = Path(path)
    _make(folder)
    with _lock(folder):
        if (folder / manifests.FILE).exists():
            manifest = manifests.load(folder)
            if manifest.base != base:
                raise StoreError(f"{folder} has the base {manifest.base}, not {base}")
            writer = Writer(folder, _mended(folder, manifest))
        else:
            writer = Writer(folder, Manifest(base=base))
            writer.publish(Manifest(base=base, store=writer.rebuild(())))
        writer.sweep()
        try:
            yield writer
        finally:
            writer.sweep()


def _mended(folder: Path, manifest: Manifest) -> Manifest:
    """The manifest; if its store is damaged, such that a build writes all anew."""
    try:
        pyoxigraph.Store.read_only(str(folder / manifest.store))
    except (OSError, RuntimeError):
        return replace(manifest, ontology="")
    return manifest


_OURS = (_STORE, "lock", manifests.FILE.split(".")[0], journal.FILE.split(".")[0])


def _make(folder: Path) -> None:
    """Make the folder; StoreError where something else than a graph stands there."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        inside = [path.name for path in folder.iterdir()]
    except (FileExistsError, NotADirectoryError):
        raise StoreError(f"{folder} is a file; name a new folder for the graph") from None
    except OSError as error:
        raise StoreError(f"{folder} cannot be made: {error.strerror}") from None
    strange = sorted(name for name in inside if not name.startswith(_OURS))
    if strange and manifests.FILE not in inside:
        raise StoreError(f"{folder} holds other files ({strange[0]}); name a new folder")


@contextmanager
def _lock(folder: Path) -> Iterator[None]:
    """Hold the folder's lock, which the system frees when the process ends in whatever way."""
    try:
        handle = os.open(folder / "lock", os.O_RDWR | os.O_CREAT, 0o644)
    except OSError as error:
        raise StoreError(f"{folder} cannot be written: {error.strerror}") from None
    try:
        if not _claim(handle):
            raise StoreError(f"{folder} is being built by another process; wait until it has ended")
        yield
    finally:
        os.close(handle)


def _claim(handle: int) -> bool:
    """Take an exclusive lock without waiting; whether it was free."""
    try:
        import fcntl
    except ImportError:  # Windows
        return True
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
