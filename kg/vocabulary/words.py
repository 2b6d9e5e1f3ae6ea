"""The words of the ontology as values: titles, kinds of bodies, document types, verbs, fields.

Read once from `ontology/*.ttl`; a row that says something impossible stops with its name.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from kg.errors import VocabularyError
from kg.text import fold
from kg.vocabulary.turtle import (
    LABELS,
    NOTATION,
    NS,
    SCHEME,
    SKOS,
    TYPE,
    Row,
    ontology_files,
    rows,
)


@dataclass(frozen=True, slots=True, eq=False)
class Concept:
    """One concept of the ontology: local name, canonical label, all forms, our own properties.

    `forms` are the Vietnamese labels, the canonical one first; `codes` are the abbreviations,
    whose case counts ("HĐND"); `types` and `schemes` are local names; `properties` are those
    of our namespace by local name. There is one object for each concept, so that identity is
    equality.
    """

    id: str
    label: str
    forms: tuple[str, ...]
    codes: tuple[str, ...]
    types: frozenset[str]
    schemes: frozenset[str]
    properties: Mapping[str, tuple[str, ...]]

    def get(self, name: str) -> str | None:
        """The first value of the property vnkg:`name`, or None."""
        values = self.properties.get(name)
        return values[0] if values else None


@cache
def concepts() -> Mapping[str, Concept]:
    """All SKOS concepts of the ontology by local name, in the order of the files."""
    return read_concepts(ontology_files())


def read_concepts(files: Iterable[Path]) -> dict[str, Concept]:
    """The SKOS concepts of some Turtle files by local name.

    A VocabularyError names the file that is no Turtle, or the concept without one Vietnamese
    label.
    """
    return {name: _concept(name, row) for name, row in rows(files).items() if _is_concept(row)}


def _is_concept(row: Row) -> bool:
    return any(value == SKOS + "Concept" for value, _ in row.get(TYPE, ()))


def _concept(name: str, row: Row) -> Concept:
    labels = [v for v, language in row.get(LABELS[0], ()) if language == "vi"]
    if len(labels) != 1:
        raise VocabularyError(f"vnkg:{name}: {len(labels)} Vietnamese labels, one is needed")
    forms = [v for p in LABELS for v, language in row.get(p, ()) if language in ("vi", "")]
    return Concept(
        id=name,
        label=labels[0],
        forms=tuple(dict.fromkeys(forms)),
        codes=tuple(v for v, _ in row.get(NOTATION, ())),
        types=frozenset(_local(row, TYPE)),
        schemes=frozenset(_local(row, SCHEME)),
        properties={p.removeprefix(NS): _local(row, p) for p in row if p.startswith(NS)},
    )


def _local(row: Row, predicate: str) -> tuple[str, ...]:
    """The values of a property, ours by their local names."""
    return tuple(v.removeprefix(NS) for v, _ in row.get(predicate, ()))


@cache
def of_type(kind: str) -> tuple[Concept, ...]:
    """The concepts of one of our classes: "PositionTitle", "BodyKind", "Verb" …"""
    return tuple(c for c in concepts().values() if kind in c.types)


@cache
def word_set(name: str) -> frozenset[str]:
    """The folded forms of one concept or of all concepts of one scheme; empty if unknown."""
    found = [c for c in concepts().values() if c.id == name or name in c.schemes]
    return frozenset(fold(f) for c in found for f in c.forms + c.codes)


@cache
def headed_kinds(title: str) -> tuple[str, ...]:
    """The kinds of bodies that a title heads by the ontology: of "Hiệu trưởng" the school."""
    return tuple(c.id for c in of_type("BodyKind") if title in c.properties.get("headedBy", ()))
