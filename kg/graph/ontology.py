"""The ontology as the quads of one named graph, the same at every run."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from pyoxigraph import CanonicalizationAlgorithm, Dataset, NamedNode, Quad, RdfFormat, parse

from kg.errors import VocabularyError
from kg.graph.namespaces import ONTOLOGY

SHAPES = "shapes.ttl"


def ontology_quads(files: Iterable[Path]) -> Iterator[Quad]:
    """All triples of the ontology's files but the SHACL shapes, in the ontology's graph."""
    graph = NamedNode(ONTOLOGY)
    dataset = Dataset()
    for path in files:
        if path.name == SHAPES:
            continue
        try:
            for quad in parse(path=str(path), format=RdfFormat.TURTLE, rename_blank_nodes=True):
                dataset.add(Quad(quad.subject, quad.predicate, quad.object, graph))
        except (SyntaxError, ValueError) as error:
            raise VocabularyError(f"{path}: {error}") from error
    # Blank nodes get names by their content, so that two builds give the same dump.
    dataset.canonicalize(CanonicalizationAlgorithm.RDFC_1_0)
    return iter(dataset)
