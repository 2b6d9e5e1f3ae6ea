"""A graph in the browser and for other programs: a read-only web server with SPARQL.

Whoever asks is a stranger. So each query runs in a process of its own kind, which has no network
and limited memory, is ended when it takes too long, and is replaced when it dies.

    from kg.serve import serve

    serve("news.kg")

What is loaded for the server is not loaded in its workers, so `serve` is loaded when it is used.
"""

from typing import TYPE_CHECKING, Any

from kg.serve.limits import Limits

if TYPE_CHECKING:
    from kg.serve.run import serve

__all__ = ["Limits", "serve"]


def __getattr__(name: str) -> Any:
    if name == "serve":
        from kg.serve.run import serve

        return serve
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
