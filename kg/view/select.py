"""Ask a graph the questions of `queries/`, the page's only way to its data."""

import re
from collections.abc import Iterable, Iterator
from functools import cache, partial
from importlib.resources import files
from typing import TYPE_CHECKING, Any, cast

from kg.graph import Store

if TYPE_CHECKING:
    from pyoxigraph import QuerySolutions

Row = tuple[Any, ...]
"""The terms of one solution in the order of the SELECT; None where a variable is unbound."""
MANY = 20_000  # values that one query is given; beyond, asking for all is quicker


def rows(store: Store, question: str, **only: Iterable[str]) -> Iterator[Row]:
    """Yield the solutions of `queries/{question}.rq`, or those for some IRIs of a variable.

    A query says by the comment `# only ?name` where such values are looked up first; after a
    colon, how, with … for them.
    """
    query = _text(question)
    for name, values in only.items():
        iris = " ".join(f"<{iri}>" for iri in sorted(set(values)))
        query = re.sub(
            rf"# only [?\w ]*\?{name}\b[?\w ]*(?:: (.*))?",
            partial(_bound, f"VALUES ?{name} {{ {iris} }}"),
            query,
        )
    yield from map(tuple, cast("QuerySolutions", store.query(query)))


def some(name: str, iris: Iterable[str]) -> dict[str, list[str]]:
    """The restriction to these IRIs as `rows` takes it; none at all where they are too many."""
    wanted = sorted(set(iris))
    return {name: wanted} if len(wanted) <= MANY else {}


def _bound(values: str, found: re.Match[str]) -> str:
    """What stands for a comment of a query."""
    return (found[1] or "…").replace("…", values)


@cache
def _text(question: str) -> str:
    """Read a question's SPARQL."""
    return (files("kg.view") / "queries" / f"{question}.rq").read_text(encoding="utf-8")
