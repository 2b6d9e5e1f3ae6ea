"""The formats that a graph is exported to; the same graph gives the same bytes.

To add one: a file in `kg/graph/exports/`, and its line here.
"""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import IO, TypeAlias

from kg.graph.exports.followthemoney import write_followthemoney
from kg.graph.exports.neo4j import write_neo4j
from kg.graph.exports.network import write_gexf, write_graphml
from kg.graph.exports.package import write_csv_package, write_parquet_package
from kg.graph.exports.popolo import write_popolo
from kg.graph.exports.quads import write_jsonld, write_nquads
from kg.graph.exports.rocrate import write_rocrate
from kg.graph.exports.table import write_table
from kg.graph.exports.turtle import write_trig, write_turtle
from kg.graph.facts import write_facts
from kg.graph.store import Store

Format: TypeAlias = Callable[[Store, IO[bytes]], None]
Folder: TypeAlias = Callable[[Store, Path, str | None], None]
"""Writes into an empty folder; the text is the IRI of the licence that the user states, if any."""

FORMATS: Mapping[str, Format] = {
    "ttl": write_turtle,
    "trig": write_trig,
    "nq": write_nquads,
    "jsonld": write_jsonld,
    "graphml": write_graphml,
    "gexf": write_gexf,
    "csv": write_table,
    "facts": write_facts,
    "ftm": write_followthemoney,
    "popolo": write_popolo,
}
FOLDERS: Mapping[str, Folder] = {
    "tables": write_csv_package,
    "parquet": write_parquet_package,
    "neo4j": write_neo4j,
    "rocrate": write_rocrate,
}
PARTS = ("ttl", "trig", "nq", "jsonld")
"""The formats that can hold a part of a graph, too: those of plain triples."""
