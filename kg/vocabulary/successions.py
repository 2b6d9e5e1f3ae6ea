"""Which unit or body followed which: by the rows of the ontology, and by what follows from them.

A body of a province that went into another is followed by the like body of that one: "Tỉnh ủy
Thái Bình" by "Tỉnh ủy Hưng Yên". Source of each row: `ontology/successions.ttl`.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache

from kg.model import Unit
from kg.text import fold
from kg.vocabulary.units import HO_CHI_MINH
from kg.vocabulary.words import Concept, of_type, word_set

_PARTY = {"Tỉnh ủy": "Thành ủy", "Tỉnh đoàn": "Thành đoàn"}


@dataclass(frozen=True, slots=True)
class Follower:
    """What a body or unit was followed by: name, unit, and the concept of the succession."""

    name: str
    unit: Unit | None
    concept: str


@cache
def unit_followers(unit: Unit) -> tuple[Follower, ...]:
    """The units that followed a province."""
    if unit.level != "province":
        return ()
    rows = _rows("successions-of-units").get(fold(unit.name), ())
    return tuple(
        Follower(name, replace(unit, name=name, code=None), concept.id)
        for concept in rows
        for name in (_value(concept, "resulting"),)
    )


@cache
def body_followers(name: str, unit: Unit | None) -> tuple[Follower, ...]:
    """The bodies that followed a body, of the whole country or of a province."""
    if unit is None:
        rows = _rows("successions-of-bodies").get(fold(name), ())
        return tuple(Follower(_value(row, "resulting"), None, row.id) for row in rows)
    if unit.level != "province":
        return ()
    if renamed := tuple(_same_province(name, unit)):
        return renamed  # which the province's own succession came after
    moved = unit_followers(unit) if _is_provincial(name) else ()
    return tuple(replace(new, name=_renamed(name, unit.name, new.name)) for new in moved)


def _same_province(name: str, unit: Unit) -> Iterator[Follower]:
    """What followed a body within its province, by the beginning of its name."""
    for beginning, concepts in _rows("successions-of-local-bodies").items():
        rest = name[len(beginning) :]
        if fold(name).startswith(f"{beginning} ") and _is_rest(rest, unit):
            for concept in concepts:
                yield Follower(f"{_value(concept, 'resulting')}{rest}", unit, concept.id)


def _is_rest(rest: str, unit: Unit) -> bool:
    """Whether only the unit, or the party committee of it, is told after a beginning."""
    own = _own(unit.name)
    return rest.strip() in (unit.name, own, f"Tỉnh ủy {own}", f"Thành ủy {own}")


def _is_provincial(name: str) -> bool:
    folded = fold(name)
    return any(folded.startswith(f"{start} ") for start in word_set("provincial-bodies"))


def _renamed(name: str, old: str, new: str) -> str:
    """A body's name with another unit in it: "Tỉnh ủy Hải Dương" is "Thành ủy Hải Phòng"."""
    if old in name:
        return name.replace(old, new)
    if not fold(new).startswith("tỉnh "):
        for party, city_party in _PARTY.items():
            name = name.replace(party, city_party)
    return name.replace(_own(old), new if fold(new) == fold(HO_CHI_MINH) else _own(new))


def _own(unit: str) -> str:
    """A unit's name without its kind: "Hải Phòng" of "thành phố Hải Phòng"."""
    kinds = sorted(word_set("unit-kinds"), key=len, reverse=True)
    kind = next((kind for kind in kinds if fold(unit).startswith(f"{kind} ")), "")
    return unit[len(kind) :].strip()


@cache
def _rows(scheme: str) -> Mapping[str, tuple[Concept, ...]]:
    """The successions of a scheme by the folded name of what was followed."""
    found: dict[str, tuple[Concept, ...]] = {}
    for concept in of_type("Succession"):
        if scheme in concept.schemes:
            name = fold(_value(concept, "original"))
            found[name] = (*found.get(name, ()), concept)
    return found


def _value(concept: Concept, name: str) -> str:
    return concept.get(name) or ""
