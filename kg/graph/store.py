"""A graph on disk, opened to be read: NAME.kg with its manifest, its store and its readings."""

import os
import warnings
from collections.abc import Iterable, Iterator
from pathlib import Path
from types import TracebackType
from typing import IO, TYPE_CHECKING, Self

import pyoxigraph
from pyoxigraph import DefaultGraph, NamedNode, Quad, RdfFormat, Triple

from kg.errors import StoreError
from kg.graph import manifest as manifests
from kg.graph import readers
from kg.graph.manifest import Manifest
from kg.graph.names import article_path
from kg.graph.namespaces import BASE, prefixes
from kg.graph.records import Records
from kg.model import Reading

if TYPE_CHECKING:
    from rdflib import Dataset

Result = pyoxigraph.QuerySolutions | pyoxigraph.QueryBoolean | pyoxigraph.QueryTriples


def with_union(quads: Iterable[Quad]) -> Iterator[Quad]:
    """Each quad, then its triple in the default graph.

    So the default graph is the union of all graphs. The engine could make the union itself at
    every query, but gives a triple that two articles state twice, and counts come out wrong.
    """
    for quad in quads:
        yield quad
        yield Quad(quad.subject, quad.predicate, quad.object)


class Store:
    """One graph, read-only: its quads, its articles, and SPARQL over the union of all articles.

    A store is one fixed state: a build that runs meanwhile makes a new one beside it.
    """

    def __init__(self, path: Path, manifest: Manifest, quads: pyoxigraph.Store) -> None:
        self.path = path
        self.manifest = manifest
        self.quads = quads
        self._handle: int | None = None

    @classmethod
    def open(cls, path: Path | str) -> Self:
        """Open the graph at `path`; StoreError says what to run if there is none."""
        folder = Path(path)
        if not folder.exists():
            raise StoreError(
                f"{folder} does not exist; make it with: kg build ARTICLES -o {folder}"
            )
        if not folder.is_dir():
            raise StoreError(f"{folder} is a file; a graph is a folder made by kg build")
        manifest = manifests.load(folder)
        handle = None
        try:
            handle = readers.hold(folder / manifest.store)
            quads = pyoxigraph.Store.read_only(str(folder / manifest.store))
        except (OSError, RuntimeError) as error:
            _close(handle)
            # A build may have put a new store in place between the two reads.
            if manifests.load(folder).store != manifest.store:
                return cls.open(path)
            raise StoreError(
                f"{folder} is damaged ({' '.join(str(error).split())});"
                f" mend it with: kg build ARTICLES -o {folder}"
            ) from None
        store = cls(folder, manifest, quads)
        store._handle = handle
        return store

    @classmethod
    def memory(cls, quads: Iterable[Quad], base: str = BASE) -> Self:
        """A graph of these quads that stands on no disk."""
        store = pyoxigraph.Store()
        store.bulk_extend(with_union(quads))
        return cls(Path("memory"), Manifest(base=base), store)

    @property
    def base(self) -> str:
        """The IRI that every node's IRI begins with."""
        return self.manifest.base

    @property
    def prefixes(self) -> dict[str, str]:
        """The prefixes that queries and exports know without declaring them."""
        return prefixes(self.base)

    def query(
        self,
        sparql: str,
        default: Iterable[NamedNode] | None = None,
        named: Iterable[NamedNode] | None = None,
    ) -> Result:
        """Run a SPARQL query, as pyoxigraph does and raises.

        It reads the union of all graphs, or the graphs of `default` as the default graph and those
        of `named` by name.
        """
        return self.quads.query(
            sparql,
            prefixes=self.prefixes,
            default_graph=None if default is None else [*default],
            named_graphs=None if named is None else [*named],
        )

    def has_graph(self, iri: str) -> bool:
        """Whether an IRI is that of a graph of this store: an article's, or the ontology's."""
        try:
            return self.quads.contains_named_graph(NamedNode(iri))
        except ValueError:
            return False

    def article(self, name: str) -> NamedNode:
        """The IRI of an article by its id, which also names its graph."""
        return NamedNode(self.base + article_path(name))

    def records(self) -> Records:
        """What was read and decided, to be read only; close it after use.

        StoreError if the graph was loaded from quads, and so has none.
        """
        if self.manifest.loaded:
            raise StoreError(f"{self.path} was loaded from quads, which do not tell what was read")
        return Records.reading(self.path)

    def readings(self) -> Iterator[Reading]:
        """What was read of each article, with its text, in the order of their ids."""
        with self.records() as records:
            yield from records.readings()

    def dump(self, output: IO[bytes]) -> None:
        """Write all quads as N-Quads in a fixed order; the same articles give the same bytes."""
        output.writelines(sorted(self._nquads().splitlines(keepends=True)))

    def rdflib(self) -> "Dataset":
        """A copy of the graph in memory as an rdflib Dataset whose default graph is the union."""
        from rdflib import Dataset

        dataset = Dataset(default_union=True)
        with warnings.catch_warnings():
            # rdflib warns of what its own parser uses.
            warnings.simplefilter("ignore", DeprecationWarning)
            dataset.parse(data=self._nquads(), format="nquads")
        for prefix, namespace in self.prefixes.items():
            dataset.bind(prefix, namespace)
        return dataset

    def _nquads(self) -> bytes:
        return pyoxigraph.serialize(self, format=RdfFormat.N_QUADS) or b""

    def triples(self) -> Iterator[Triple]:
        """The triples of all graphs, none twice."""
        for quad in self.quads.quads_for_pattern(None, None, None, DefaultGraph()):
            yield quad.triple

    def __iter__(self) -> Iterator[Quad]:
        """The quads of the articles' graphs and the ontology's."""
        for graph in self.quads.named_graphs():
            yield from self.quads.quads_for_pattern(None, None, None, graph)

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let a build delete this state; the store is not to be used after."""
        _close(self._handle)
        self._handle = None

    def __del__(self) -> None:
        self.close()


def _close(handle: int | None) -> None:
    if handle is not None:
        os.close(handle)
