"""Ask a graph a question in SPARQL."""

from pathlib import Path

from pyoxigraph import QueryBoolean, QuerySolutions

from kg.errors import QueryError
from kg.graph import Store
from kg.query.answer import Answer, Rows, Triples
from kg.query.errors import refuse_updates, syntax_error
from kg.query.service import refuse_services


def query(graph: Store | Path | str, sparql: str) -> Answer:
    """The answer of a graph (or of the graph at a path) over the union of all its articles.

    The prefixes of `kg.graph.prefixes` need not be declared. QueryError says where a query is
    wrong, and refuses one that would change the graph or ask another server.
    """
    store = graph if isinstance(graph, Store) else Store.open(graph)
    prefixes = store.prefixes
    refuse_updates(sparql)
    refuse_services(sparql)
    try:
        answer = store.query(sparql)
        if isinstance(answer, QueryBoolean):
            return bool(answer)
        if isinstance(answer, QuerySolutions):
            names = tuple(variable.value for variable in answer.variables)
            return Rows(names, tuple(tuple(row) for row in answer), prefixes)
        return Triples(tuple(answer), prefixes)
    except SyntaxError as error:
        raise syntax_error(sparql, str(error), prefixes) from None
    except (OSError, RuntimeError, ValueError) as error:
        raise QueryError(f"The query cannot be run: {error}") from None
