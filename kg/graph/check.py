"""Whether a graph keeps to its shapes (SHACL) and rules, and where its articles contradict.

A fault is of the graph. A contradiction is of the articles: both sides stay in the graph.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pyoxigraph import NamedNode, RdfFormat, serialize

from kg.graph.ontology import SHAPES
from kg.graph.questions import names, rows
from kg.graph.store import Store


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """What is wrong with a node, and the sentence that it was read from."""

    node: str
    message: str
    sentence: str = ""

    def __str__(self) -> str:
        read = f' (read from "{self.sentence}")' if self.sentence else ""
        return f"{self.node}: {self.message}{read}"


@dataclass(frozen=True, slots=True, order=True)
class Contradiction:
    """What cannot all be so, the nodes that say it, and the sentences these were read from."""

    message: str
    nodes: tuple[str, ...]
    sentences: tuple[str, ...] = ()

    def __str__(self) -> str:
        return "\n".join((self.message, *(f"    {sentence}" for sentence in self.sentences)))


def contradictions(store: Store) -> list[Contradiction]:
    """Where articles contradict each other, in a fixed order, each thing once."""
    found: dict[str, dict[tuple[str, str], None]] = {}
    for name in names("contradictions"):
        for row in rows(store, "contradictions", name):
            sides = found.setdefault(row["message"] or name, {})
            sides[row["node"] or "", row["article"] or ""] = None
            sides[row["other"] or "", row["counter"] or ""] = None
    return [
        Contradiction(message, tuple(dict.fromkeys(n for n, _ in sides)), _told(store, sides))
        for message, sides in sorted(found.items())
    ]


def _told(store: Store, sides: Iterable[tuple[str, str]]) -> tuple[str, ...]:
    """The first sentence of each of some nodes in an article, with the article and its day."""
    told: dict[str, None] = {}
    for node, article in sides:
        about = {"node": NamedNode(node), "article": NamedNode(article)}
        for row in rows(store, "queries", "told", about):
            where = ", ".join(part for part in (row["id"], row["published"]) if part)
            told[f'"{" ".join((row["sentence"] or "").split())}"  [{where}]'] = None
    return tuple(told)


def check(store: Store) -> list[Problem]:
    """All faults of a graph, in a fixed order."""
    found = {*_shapes(store), *_violations(store)}
    return sorted(Problem(node, message, _sentence(store, node)) for node, message in found)


def _violations(store: Store) -> set[tuple[str, str]]:
    """What the questions of `violations/` find, which should be nothing."""
    return {
        (row["node"] or "", row["message"] or name)
        for name in names("violations")
        for row in rows(store, "violations", name)
    }


def _shapes(store: Store) -> set[tuple[str, str]]:
    """What pySHACL finds by the ontology's shapes over the union of all articles."""
    from kg.vocabulary import ontology_files

    shapes = [path for path in ontology_files() if path.name == SHAPES]
    return _validate(store, shapes[0]) if shapes else set()


def _validate(store: Store, shapes: Path) -> set[tuple[str, str]]:
    from pyshacl import validate
    from rdflib import Graph
    from rdflib.namespace import RDF, SH

    data = Graph().parse(data=serialize(store.triples(), format=RdfFormat.N_TRIPLES), format="nt")
    _, report, _ = validate(data, shacl_graph=Graph().parse(shapes), inference="none")
    return {
        (
            str(report.value(result, SH.focusNode)),
            _message(report.objects(result, SH.resultMessage)),
        )
        for result in report.subjects(RDF.type, SH.ValidationResult)
    }


def _message(messages: Iterable[Any]) -> str:
    """The message in English if there is one, as the rest of the command line is."""
    ranked = sorted(messages, key=lambda m: (m.language != "en", str(m)))
    return str(ranked[0]) if ranked else "it does not keep to its shape"


def _sentence(store: Store, node: str) -> str:
    """The first sentence that a node was read from; "" if there is none."""
    try:
        about = {"node": NamedNode(node)}
    except ValueError:
        return ""
    row = next(rows(store, "queries", "sentence", about))
    return " ".join((row["sentence"] or "").split())
