"""kg: a knowledge graph of people, posts, bodies and directives from Vietnamese news.

    import kg

    report = kg.build(["articles/"], "news.kg")
    graph = kg.open("news.kg")
    holders = graph.ask("holders", position="Bí thư Huyện ủy Văn Lâm", on="2023-07-31")
    rows = graph.query("SELECT ?name WHERE { ?person foaf:name ?name }")
    graph.view(focus="Huyện ủy Văn Lâm")

What a name here stands for is loaded when it is first used.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from kg.errors import KgError
    from kg.graph.store import Store
    from kg.pipeline import Report, build, forget, merge
    from kg.query import Rows, Triples, query
    from kg.view import Graph, Page, page, render

    open = Graph.open  # noqa: A001 - kg.open, as in other libraries

__version__ = "0.1.0"
__all__ = [
    "Graph",
    "KgError",
    "Page",
    "Report",
    "Rows",
    "Store",
    "Triples",
    "__version__",
    "build",
    "forget",
    "merge",
    "open",
    "page",
    "query",
    "render",
]

_HOMES = {
    "Graph": "kg.view",
    "KgError": "kg.errors",
    "Page": "kg.view",
    "Report": "kg.pipeline",
    "Rows": "kg.query",
    "Store": "kg.graph",
    "Triples": "kg.query",
    "build": "kg.pipeline",
    "forget": "kg.pipeline",
    "merge": "kg.pipeline",
    "page": "kg.view",
    "query": "kg.query",
    "render": "kg.view",
}


def __getattr__(name: str) -> Any:
    if name == "open":
        return import_module("kg.view").Graph.open
    if name in _HOMES:
        return getattr(import_module(_HOMES[name]), name)
    raise AttributeError(f"module 'kg' has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted(__all__)
