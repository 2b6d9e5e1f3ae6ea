"""Small ontologies written for a test, most of them with one wrong row."""

from pathlib import Path

from kg.vocabulary.words import Concept, read_concepts

PREFIXES = """
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix vnkg: <https://w3id.org/vnkg/ontology#> .
"""


def written(folder: Path, turtle: str) -> Path:
    """A file with the usual prefixes and some rows."""
    file = folder / "broken.ttl"
    file.write_text(PREFIXES + turtle, "utf-8")
    return file


def concept(folder: Path, turtle: str) -> Concept:
    """The one concept of some rows."""
    (found,) = read_concepts([written(folder, turtle)]).values()
    return found
