"""The words of the ontology as values: titles, kinds of bodies, document types, verbs, fields.

Read once from `ontology/*.ttl`; a row that contradicts another stops with the row's name.
"""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from kg.errors import VocabularyError
from kg.text import fold

NS = "https://w3id.org/vnkg/ontology#"
SKOS = "http://www.w3.org/2004/02/skos/core#"
_RDF_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
_FORMS = (SKOS + "prefLabel", SKOS + "altLabel", SKOS + "hiddenLabel", SKOS + "notation")


@dataclass(frozen=True, slots=True, eq=False)
class Concept:
    """One concept of the ontology: local name, canonical label, all forms, our own properties.

    There is one object for each concept, so that identity is equality.
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


def ontology_files() -> tuple[Path, ...]:
    """The Turtle files of the ontology: beside the package in a checkout, inside it when installed."""
    here = Path(__file__).resolve().parent.parent
    for folder in (here / "ontology", here.parent / "ontology"):
        files = tuple(sorted(folder.glob("*.ttl")))
        if files:
            return files
    raise VocabularyError(f"no ontology found beside {here}: install the package again")


@cache
def concepts() -> Mapping[str, Concept]:
    """All SKOS concepts of the ontology by local name, in the order of the files."""
    from pyoxigraph import Literal, RdfFormat, parse

    rows: dict[str, dict[str, list[tuple[str, str]]]] = defaultdict(lambda: defaultdict(list))
    for file in ontology_files():
        try:
            triples = list(parse(path=str(file), format=RdfFormat.TURTLE))
        except (SyntaxError, ValueError) as error:
            raise VocabularyError(f"{file}: {error}") from error
        for t in triples:
            subject = getattr(t.subject, "value", "")
            if subject.startswith(NS):
                language = (t.object.language or "") if isinstance(t.object, Literal) else ""
                rows[subject[len(NS) :]][t.predicate.value].append((t.object.value, language))
    return {name: _concept(name, row) for name, row in rows.items() if _is_concept(row)}


def _is_concept(row: Mapping[str, list[tuple[str, str]]]) -> bool:
    return any(value == SKOS + "Concept" for value, _ in row.get(_RDF_TYPE, ()))


def _concept(name: str, row: Mapping[str, list[tuple[str, str]]]) -> Concept:
    labels = [v for v, language in row.get(SKOS + "prefLabel", ()) if language == "vi"]
    if len(labels) != 1:
        raise VocabularyError(f"vnkg:{name}: {len(labels)} Vietnamese labels, one is needed")
    forms = [v for p in _FORMS[:3] for v, language in row.get(p, ()) if language in ("vi", "")]
    own = {
        p[len(NS) :]: tuple(v.removeprefix(NS) for v, _ in values)
        for p, values in row.items()
        if p.startswith(NS)
    }
    return Concept(
        id=name,
        label=labels[0],
        forms=tuple(dict.fromkeys(forms)),
        codes=tuple(v for v, _ in row.get(_FORMS[3], ())),
        types=frozenset(v.removeprefix(NS) for v, _ in row.get(_RDF_TYPE, ())),
        schemes=frozenset(v.removeprefix(NS) for v, _ in row.get(SKOS + "inScheme", ())),
        properties=own,
    )


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
