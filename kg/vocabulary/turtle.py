"""The files of the ontology as rows: what each of our own terms says, by property."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TypeAlias

from kg.errors import VocabularyError

NS = "https://w3id.org/vnkg/ontology#"
SKOS = "http://www.w3.org/2004/02/skos/core#"
TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"

LABELS = (SKOS + "prefLabel", SKOS + "altLabel", SKOS + "hiddenLabel")
NOTATION = SKOS + "notation"
SCHEME = SKOS + "inScheme"
_READ = frozenset({TYPE, NOTATION, SCHEME, *LABELS})

Row: TypeAlias = Mapping[str, list[tuple[str, str]]]
"""By property's IRI, the values as text with their language ("" where they have none)."""


def ontology_files() -> tuple[Path, ...]:
    """The Turtle files: beside the package in a checkout, inside it when installed."""
    here = Path(__file__).resolve().parent.parent
    for folder in (here / "ontology", here.parent / "ontology"):
        files = tuple(sorted(folder.glob("*.ttl")))
        if files:
            return files
    raise VocabularyError(f"no ontology found beside {here}: install the package again")


def rows(files: Iterable[Path]) -> dict[str, Row]:
    """What the files say of our terms, by local name ("role-secretary"), in their order.

    Read are types, labels, notations, schemes and our own properties; definitions and sources
    are for people. A VocabularyError names the file, and the line, that is no Turtle.
    """
    found: dict[str, dict[str, list[tuple[str, str]]]] = {}
    for file in files:
        try:
            _add(found, file)
        except (OSError, SyntaxError, ValueError) as error:
            raise VocabularyError(f"{file}: {error}") from error
    return dict(found)


def _add(found: dict[str, dict[str, list[tuple[str, str]]]], file: Path) -> None:
    from pyoxigraph import Literal, NamedNode, RdfFormat, parse

    for triple in parse(path=str(file), format=RdfFormat.TURTLE):
        subject, predicate, value = triple.subject, triple.predicate.value, triple.object
        if not (predicate.startswith(NS) or predicate in _READ):
            continue
        if isinstance(value, Literal):
            told = (value.value, value.language or "")
        elif isinstance(value, NamedNode):
            told = (value.value, "")
        else:
            continue
        if isinstance(subject, NamedNode) and subject.value.startswith(NS):
            row = found.setdefault(subject.value.removeprefix(NS), {})
            row.setdefault(predicate, []).append(told)
