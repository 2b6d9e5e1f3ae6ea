"""Ask a graph a question in SPARQL."""

from collections.abc import Iterable, Sequence
from itertools import islice
from pathlib import Path
from typing import TypeVar

from pyoxigraph import NamedNode, QueryBoolean, QuerySolutions

from kg.errors import OversizeError, QueryError
from kg.graph import Store
from kg.query.answer import Answer, Rows, Triples
from kg.query.errors import syntax_error
from kg.query.guard import refuse

T = TypeVar("T")


def query(
    graph: Store | Path | str,
    sparql: str,
    *,
    default_graphs: Sequence[str] = (),
    named_graphs: Sequence[str] = (),
    most: int | None = None,
) -> Answer:
    """The answer of a graph (or of the graph at a path) over the union of all its articles.

    The prefixes of `kg.graph.prefixes` need not be declared. `default_graphs` and `named_graphs`,
    IRIs of articles, take the place of all articles, as in the SPARQL 1.1 Protocol. QueryError
    says where a query is wrong; RefusedError is for one that would change the graph or read
    elsewhere, OversizeError for an answer of more than `most` rows or triples.
    """
    store = graph if isinstance(graph, Store) else Store.open(graph)
    refuse(sparql, (*default_graphs, *named_graphs), store.prefixes, store.has_graph)
    return run(store, sparql, _dataset(default_graphs, named_graphs), most)


def run(
    store: Store,
    sparql: str,
    dataset: tuple[list[NamedNode] | None, list[NamedNode] | None] = (None, None),
    most: int | None = None,
) -> Answer:
    """The answer to a query that may be run: one of ours, or one that was looked at."""
    prefixes = store.prefixes
    try:
        answer = store.query(sparql, *dataset)
        if isinstance(answer, QueryBoolean):
            return bool(answer)
        if isinstance(answer, QuerySolutions):
            names = tuple(variable.value for variable in answer.variables)
            rows = (tuple(row) for row in answer)
            return Rows(names, tuple(_limited(rows, most, "rows")), prefixes)
        return Triples(tuple(_limited(answer, most, "triples")), prefixes)
    except SyntaxError as error:
        raise syntax_error(sparql, str(error), prefixes) from None
    except (OSError, RuntimeError, ValueError) as error:
        raise QueryError(f"The query cannot be run: {error}") from None


def _dataset(
    default: Sequence[str], named: Sequence[str]
) -> tuple[list[NamedNode] | None, list[NamedNode] | None]:
    """The default and the named graphs to be read; None is all, where none is chosen."""
    if not default and not named:
        return None, None
    return [NamedNode(name) for name in default], [NamedNode(name) for name in named]


def _limited(items: Iterable[T], most: int | None, kind: str) -> list[T]:
    found = list(islice(items, None if most is None else most + 1))
    if most is not None and len(found) > most:
        raise OversizeError(
            f"The answer has more than {most} {kind}, and none is given; ask for fewer with LIMIT"
        )
    return found
