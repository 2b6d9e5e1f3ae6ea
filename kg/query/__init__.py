"""Questions to a graph in SPARQL, and their answers in many formats."""

import sys
from types import ModuleType
from typing import Any

from kg.query.answer import Answer, Rows, Triples
from kg.query.ask import query
from kg.query.formats import FORMATS, write

__all__ = ["FORMATS", "Answer", "Rows", "Triples", "query", "write"]


class _Verb(ModuleType):
    """The package, which is also its verb: importing it puts it where kg.query looks."""

    def __call__(self, *arguments: Any) -> Answer:
        return query(*arguments)


sys.modules[__name__].__class__ = _Verb
