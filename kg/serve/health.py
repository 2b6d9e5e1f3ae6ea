"""Whether the server can answer, for who watches over it."""

from kg.graph import Store
from kg.serve.exchange import Reply, Request, sentence


def health(store: Store, _: Request) -> Reply:
    """Say that a worker is there and reads the graph."""
    found = store.query("ASK { ?s ?p ?o }")
    return sentence(200, "ok" if found else "ok, but the graph is empty")
