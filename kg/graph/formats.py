"""The whole graph in formats that other programs read; the same graph gives the same bytes."""

import json
from collections.abc import Callable, Iterable, Mapping
from typing import IO, TypeAlias

from pyoxigraph import Quad, RdfFormat, Triple, serialize

from kg.graph.facts import facts
from kg.graph.network import write_gexf, write_graphml
from kg.graph.store import Store
from kg.graph.table import write_table

Format: TypeAlias = Callable[[Store, IO[bytes]], None]


def _order(quad: Quad) -> tuple[str, str, str, str]:
    return str(quad.graph_name), str(quad.subject), str(quad.predicate), str(quad.object)


def _turtle(store: Store, output: IO[bytes]) -> None:
    """The union of all articles' graphs and the ontology."""
    ordered = sorted(
        store.triples(), key=lambda t: (str(t.subject), str(t.predicate), str(t.object))
    )
    _serialize(ordered, output, RdfFormat.TURTLE, store.prefixes)


def _trig(store: Store, output: IO[bytes]) -> None:
    _serialize(sorted(store, key=_order), output, RdfFormat.TRIG, store.prefixes)


def _jsonld(store: Store, output: IO[bytes]) -> None:
    _serialize(sorted(store, key=_order), output, RdfFormat.JSON_LD, None)


def _serialize(
    items: Iterable[Quad] | Iterable[Triple],
    output: IO[bytes],
    kind: RdfFormat,
    prefixes: dict[str, str] | None,
) -> None:
    data = serialize(items, format=kind, prefixes=prefixes) or b""
    lines = data.splitlines(keepends=True)
    head = [line for line in lines[: len(prefixes or ())] if line.startswith(b"@prefix")]
    output.writelines(sorted(head) + lines[len(head) :])


def _nquads(store: Store, output: IO[bytes]) -> None:
    store.dump(output)


def _facts(store: Store, output: IO[bytes]) -> None:
    """One JSON object an article and line."""
    for item in facts(store):
        output.write(json.dumps(item, ensure_ascii=False).encode() + b"\n")


FORMATS: Mapping[str, Format] = {
    "ttl": _turtle,
    "trig": _trig,
    "nq": _nquads,
    "jsonld": _jsonld,
    "graphml": write_graphml,
    "gexf": write_gexf,
    "csv": write_table,
    "facts": _facts,
}
