"""Graph: from readings to quads, to a folder on disk, and out again in many formats."""

from kg.graph.describe import describe
from kg.graph.manifest import Manifest
from kg.graph.namespaces import BASE, ONTOLOGY, prefixes
from kg.graph.records import Entry, Records
from kg.graph.store import Store
from kg.graph.writing import Writer, writing

__all__ = [
    "BASE",
    "ONTOLOGY",
    "Entry",
    "Manifest",
    "Records",
    "Store",
    "Writer",
    "describe",
    "prefixes",
    "writing",
]
