"""The ontology's files as graphs, read once for all tests of this folder."""

from collections.abc import Iterable
from functools import cache
from pathlib import Path

from rdflib import RDF, RDFS, SKOS, Graph, Namespace, URIRef
from rdflib.term import Literal, Node

VNKG = Namespace("https://w3id.org/vnkg/ontology#")
ROOT = Path(__file__).resolve().parents[2]
FILES = tuple(sorted((ROOT / "ontology").glob("*.ttl")))
LABELS = (SKOS.prefLabel, SKOS.altLabel, SKOS.hiddenLabel)


@cache
def graph(file: Path) -> Graph:
    """One file."""
    return Graph().parse(file, format="turtle")


@cache
def ontology() -> Graph:
    """All files together."""
    whole = Graph()
    for file in FILES:
        for triple in graph(file):
            whole.add(triple)
    return whole


def concepts(source: Graph) -> list[URIRef]:
    """The SKOS concepts of a graph, in order."""
    return sorted(s for s in source.subjects(RDF.type, SKOS.Concept) if isinstance(s, URIRef))


def texts(source: Graph, subject: Node, predicate: Node, language: str) -> list[str]:
    """The values of a property in one language."""
    values = source.objects(subject, predicate)
    return [str(v) for v in values if isinstance(v, Literal) and v.language == language]


def named(subjects: Iterable[Node]) -> list[str]:
    """Local names, for messages that can be read."""
    return [str(s).removeprefix(str(VNKG)) for s in subjects]


def labelled(source: Graph, subject: Node, predicate: Node = RDFS.label) -> bool:
    """Whether a thing has one text in Vietnamese and one in English."""
    return all(len(texts(source, subject, predicate, lang)) == 1 for lang in ("vi", "en"))
