"""What administrative units are called: kind words, short names and canonical names."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import TypeAlias

from kg.errors import VocabularyError
from kg.model import Level
from kg.text import fold, plain
from kg.vocabulary.words import Concept, of_type

HO_CHI_MINH = "Thành phố Hồ Chí Minh"
"""The one name whose kind is written with a capital."""

Kind: TypeAlias = tuple[str, tuple[Level, ...]]
"""A kind word as canonical names have it, and the levels of its units, the highest first."""

_LEVELS: Mapping[str, Level] = {
    "level-province": "province",
    "level-district": "district",
    "level-commune": "commune",
}


@cache
def unit_kinds() -> Mapping[str, Kind]:
    """The kinds of units by each folded form of their words: "huyện", "tp", "q"."""
    return {
        fold(form): (concept.label, levels_of(concept))
        for concept in of_type("UnitKind")
        for form in (*concept.forms, *concept.codes)
    }


class _Kinds(Mapping[str, Kind]):
    """`unit_kinds` as a constant that reads the ontology at its first use, not at import."""

    def __getitem__(self, word: str) -> Kind:
        return unit_kinds()[word]

    def __iter__(self) -> Iterator[str]:
        return iter(unit_kinds())

    def __len__(self) -> int:
        return len(unit_kinds())


KINDS: Mapping[str, Kind] = _Kinds()


def levels_of(concept: Concept) -> tuple[Level, ...]:
    """The levels that a concept of units names, the highest first.

    A VocabularyError says which concept names none, or one that units do not have.
    """
    told = concept.properties.get("unitLevel", ())
    if not told or not _LEVELS.keys() >= set(told):
        raise VocabularyError(
            f"vnkg:{concept.id}: the level is {' '.join(told) or 'missing'}, "
            f"it must be of {', '.join(_LEVELS)}"
        )
    return tuple(level for name, level in _LEVELS.items() if name in told)


@cache
def _kind_word() -> re.Pattern[str]:
    words = sorted((kind for kind, _ in unit_kinds().values()), key=len, reverse=True)
    return re.compile(f"({'|'.join(dict.fromkeys(words))}) ")


def short(name: str) -> tuple[str, str]:
    """Kind word and folded short name: "Huyện Văn Lâm" gives ("huyện", "văn lâm")."""
    low = fold(name)
    kind = _kind_word().match(low)
    return (kind[1], low[kind.end() :]) if kind else ("", low)


def key(name: str) -> str:
    """The folded short name by which units are looked up: "quận 02" gives "2"."""
    rest = short(name)[1]
    return str(int(rest)) if rest.isdecimal() else rest


def unit_name(name: str) -> str:
    """The canonical form: kind in small letters, but "Thành phố Hồ Chí Minh" and "quận 2"."""
    kind, rest = short(name)
    proper = plain(name)[len(kind) + 1 :] if kind else plain(name)
    if rest == "hồ chí minh":
        return HO_CHI_MINH
    if rest.isdecimal():
        return f"{kind} {int(rest)}".strip()
    return f"{kind} {proper}".strip()
