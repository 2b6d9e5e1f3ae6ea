"""The formats that a graph is exported to; the same graph gives the same bytes.

To add one: a file in `kg/graph/exports/`, and its line here.
"""

from collections.abc import Callable, Mapping
from typing import IO, TypeAlias

from kg.graph.exports.network import write_gexf, write_graphml
from kg.graph.exports.quads import write_jsonld, write_nquads
from kg.graph.exports.table import write_table
from kg.graph.exports.turtle import write_trig, write_turtle
from kg.graph.facts import write_facts
from kg.graph.store import Store

Format: TypeAlias = Callable[[Store, IO[bytes]], None]
FORMATS: Mapping[str, Format] = {
    "ttl": write_turtle,
    "trig": write_trig,
    "nq": write_nquads,
    "jsonld": write_jsonld,
    "graphml": write_graphml,
    "gexf": write_gexf,
    "csv": write_table,
    "facts": write_facts,
}
PARTS = ("ttl", "trig", "nq", "jsonld")
"""The formats that can hold a part of a graph, too: those of plain triples."""
