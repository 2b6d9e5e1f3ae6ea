"""Changing a graph on disk: one writer at a time, and never the store that readers have open.

A change goes into a new generation of the store beside the old one (which shares its files
by hard links). The records name the generation that shows what they hold, and the manifest,
written last, the one that readers open. So a build that is killed leaves the graph as it was
before, or, if only the manifest is missing, the next writer goes on from there.
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
from kg.graph import manifest as manifests
from kg.graph import readers
from kg.graph.loading import load
from kg.graph.manifest import Manifest
from kg.graph.migrate import Describe, migrate
from kg.graph.namespaces import BASE
from kg.graph.records import FILE as RECORDS
from kg.graph.records import Records
from kg.graph.store import with_union
from kg.model import Candidate

_STORE = "store-"
RULINGS = "rulings.csv"


class Writer:
    """The right to change the graph of one folder; get it from `writing`."""

    def __init__(self, folder: Path, manifest: Manifest, records: Records) -> None:
        self.folder = folder
        self.manifest = manifest
        self.records = records

    def rebuild(self, quads: Iterable[bytes], threads: int = 0) -> str:
        """Make a new generation of just these quads; its name. It counts from `publish` on.

        They come as pieces of N-Quads, with those of the union of all graphs.
        """
        name = self._next()
        store = pyoxigraph.Store(str(self.folder / name))
        load(store, quads, threads)
        store.flush()
        readers.prepare(self.folder / name)
        return name

    def update(self, graphs: Iterable[tuple[NamedNode, Iterable[Quad]]]) -> str:
        """Make a new generation in which each of these graphs is replaced, or dropped if empty."""
        name = self._next()
        old = self.folder / self.manifest.store
        logs = shutil.ignore_patterns("LOG*")
        shutil.copytree(old, self.folder / name, copy_function=_share, ignore=logs)
        store = pyoxigraph.Store(str(self.folder / name))
        for graph, quads in graphs:
            _replace(store, graph, set(quads))
        store.flush()
        readers.prepare(self.folder / name)
        return name

    @contextmanager
    def publication(self) -> Iterator[None]:
        """Let the records and, after them, the generation that they name count from now on."""
        with self.records.transaction():
            yield
        self.publish()

    def publish(self) -> None:
        """Let readers open the generation that the records name."""
        manifest = _recorded(self.records, self.manifest)
        if manifest != self.manifest:
            manifests.save(self.folder, manifest)
            self.manifest = manifest

    def name(self, store: str, writing: str, ontology: str) -> None:
        """Note in the records the generation that shows them, and what it was made with."""
        self.records.set({"store": store, "writing": writing, "ontology": ontology})

    def sweep(self) -> None:
        """Delete generations that no longer count, or never did because a build was stopped.

        One that is still read stays until a later sweep.
        """
        for path in self.folder.glob(f"{_STORE}*"):
            if path.name != self.manifest.store:
                with readers.alone(path) as unread:
                    if unread:
                        shutil.rmtree(path, ignore_errors=True)

    def _next(self) -> str:
        """A name after all that are there, since one that is still read may be there."""
        there = {path.name for path in self.folder.glob(f"{_STORE}*")} | {self.manifest.store}
        last = max(int(name.removeprefix(_STORE) or 0) for name in there)
        return f"{_STORE}{last + 1}"


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


def _recorded(records: Records, manifest: Manifest) -> Manifest:
    """The manifest with what the records tell of the store."""
    store, writing, ontology = map(records.get, ("store", "writing", "ontology"))
    return replace(manifest, store=store, writing=writing, ontology=ontology)


def _none(_: object) -> tuple[Candidate, ...]:
    return ()


@contextmanager
def writing(path: Path | str, base: str | None, candidates: Describe = _none) -> Iterator[Writer]:
    """The writer of the graph at `path`, which is made, empty, if it does not exist.

    A graph of an older format is brought to the present one, for which `candidates` tells whom
    identity compares. StoreError if another process is writing, if `path` holds something else,
    or if the graph there has another base than `base`.
    """
    folder = Path(path)
    _make(folder)
    with _lock(folder), _records(folder) as records:
        writer = Writer(folder, _opened(folder, base, records, candidates), records)
        records.set({"base": writer.manifest.base})
        if not records.get("store"):
            writer.name(writer.rebuild(()), "", "")
        writer.publish()
        writer.sweep()
        try:
            yield writer
        finally:
            writer.sweep()


def _opened(folder: Path, base: str | None, records: Records, candidates: Describe) -> Manifest:
    """The manifest of the folder, once it and the records agree on a store that opens."""
    if not (folder / manifests.FILE).exists():
        manifest = Manifest(base=records.get("base") or base or BASE)
    elif manifests.raw(folder)["format"] < manifests.FORMAT:
        manifest = migrate(folder, records, candidates)
    else:
        manifest = manifests.load(folder)
    if base not in (None, manifest.base):
        raise StoreError(f"{folder} has the base {manifest.base}, not {base}")
    name = records.get("store") or manifest.store
    if name and not _opens(folder / name):
        # Such as after a power cut: the manifest may know a store that opens. All is written anew.
        records.set({"store": manifest.store, "ontology": ""})
    return manifest


def _records(folder: Path) -> Records:
    """The records of a folder; StoreError where a graph has lost them."""
    path = folder / RECORDS
    if (folder / manifests.FILE).exists() and manifests.raw(folder).get("loaded"):
        raise StoreError(f"{folder} was loaded from quads; it can be read, but not built on")
    missing = not path.exists() or path.stat().st_size == 0
    if missing and (folder / manifests.FILE).exists():
        if manifests.raw(folder)["format"] == manifests.FORMAT:
            raise StoreError(f"{folder} has lost its {RECORDS}; delete {folder} and build it anew")
    return Records.writing(folder)


def _opens(store: Path) -> bool:
    try:
        pyoxigraph.Store.read_only(str(store))
    except (OSError, RuntimeError):
        return False
    return True


_OURS = (_STORE, "lock", "manifest", "records", "readings", "rulings")


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
