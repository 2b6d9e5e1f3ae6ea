"""Graphs made of quads that were written elsewhere: to be read and asked, not to be built on."""

import gzip
import shutil
from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import Any

import pyoxigraph
from pyoxigraph import NamedNode, Quad, RdfFormat

from kg.errors import StoreError, UsageError
from kg.graph import manifest as manifests
from kg.graph import readers
from kg.graph.loading import load, written_out
from kg.graph.manifest import Manifest

_STORE = "store-1"
_AT_ONCE = 20_000  # quads
_THREADS = 2
_FORMATS = {".trig": RdfFormat.TRIG}


def load_graph(
    sources: Sequence[Path], target: Path, tell: Callable[[str, int, int], None] | None = None
) -> int:
    """Make the graph `target` of files of quads, and of all such files in folders; how many quads.

    They are N-Quads (.nq, the parts that Spark writes) or TriG (.trig), which may be compressed by
    gzip, and have to be of a graph of kg. UsageError if `target` is there already, StoreError for
    a file that cannot be read as that.
    """
    if target.exists():
        raise UsageError(f"{target} is there already; name a new folder for the graph")
    files = [file for source in sources for file in _files(source)]
    if not files:
        raise UsageError("no files of quads found; name N-Quads or TriG, or folders that hold some")
    work = target.with_name(f"{target.name}.part")
    shutil.rmtree(work, ignore_errors=True)
    work.mkdir(parents=True)
    try:
        store = pyoxigraph.Store(str(work / _STORE))
        load(store, _pieces(files, tell), _THREADS)
        store.flush()
        base, count = _base(store), len(store)
        del store
        readers.prepare(work / _STORE)
        manifests.save(work, Manifest(base=base, store=_STORE, loaded=True))
        work.rename(target)
    finally:
        shutil.rmtree(work, ignore_errors=True)
    return count


def _files(source: Path) -> Iterator[Path]:
    """A file as it is; of a folder those that are not hidden, nor marks of having been written."""
    if not source.is_dir():
        yield source
        return
    for path in sorted(source.rglob("*")):
        if path.is_file() and path.name[0] not in "._" and path.suffix not in (".json", ".parquet"):
            yield path


def _pieces(files: Sequence[Path], tell: Callable[[str, int, int], None] | None) -> Iterator[bytes]:
    for done, path in enumerate(files, 1):
        quads = _parsed(path)
        while part := list(islice(quads, _AT_ONCE)):
            yield written_out(part)
        if tell:
            tell("loading", done, len(files))


def _parsed(path: Path) -> Iterator[Quad]:
    plain = path.with_suffix("") if path.suffix == ".gz" else path
    form = _FORMATS.get(plain.suffix, RdfFormat.N_QUADS)
    try:
        with _opened(path) as file:
            yield from pyoxigraph.parse(file, format=form)
    except (OSError, EOFError) as error:
        raise StoreError(f"{path} cannot be read: {error}") from None
    except SyntaxError as error:
        raise StoreError(f"{path} is no {form.name}: {error}") from None


def _opened(path: Path) -> Any:
    return gzip.open(path) if path.suffix == ".gz" else path.open("rb")


def _base(store: pyoxigraph.Store) -> str:
    """What the IRIs of the graph begin with, as its articles' do."""
    kind = NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
    article = NamedNode("https://schema.org/NewsArticle")
    for quad in store.quads_for_pattern(None, kind, article, None):
        before, found, _ = str(getattr(quad.subject, "value", "")).partition("article/")
        if found:
            return before
    raise StoreError("the files hold no graph of kg: no article is told of in them")
