"""Questions to a graph in SPARQL, and their answers in many formats."""

import sys
from types import ModuleType
from typing import Any

from kg.query.answer import Answer, Rows, Triples
from kg.query.ask import query
from kg.query.formats import FORMATS, write
from kg.query.graph import Graph

__all__ = ["FORMATS", "Answer", "Graph", "Rows", "Triples", "query", "write"]


class _Verb(ModuleType):
    """The package, which is also its verb: importing it puts it where kg.query looks."""

    def __call__(self, graph: Any, *arguments: Any) -> Answer:
        return query(graph.store if isinstance(graph, Graph) else graph, *arguments)


sys.modules[__name__].__class__ = _Verb
