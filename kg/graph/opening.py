"""Opening a graph by what names it: a folder, or the address of a SPARQL endpoint."""

from pathlib import Path

from kg.graph.store import Store
from kg.text import is_address


def open_graph(where: Path | str) -> Store:
    """The graph in a folder, or behind the address of an endpoint; StoreError if there is none."""
    if not is_address(where):
        return Store.open(where)
    from kg.graph.endpoint import Endpoint  # it brings HTTP, which graphs on the disk need not

    return Endpoint.open(where)
