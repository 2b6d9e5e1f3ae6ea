"""Provinces, districts and communes, before and after 1 July 2025.

The table is the one that underthesea carries, of the units before and after Resolution
202/2025/QH15. The ontology (`units.ttl`) adds what it lacks: units that ended earlier, and
other spellings.
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any, TypeAlias, TypeVar

from kg.errors import VocabularyError
from kg.model import Level, Unit
from kg.text import unaccent
from kg.vocabulary.package_data import path, read, without_collecting
from kg.vocabulary.units import key, levels_of, short, unit_name
from kg.vocabulary.words import Concept, of_type

_TABLE = "address/data/mapping.json"

Row: TypeAlias = Mapping[str, str]
"""One commune of the table: province, district and ward before, province and ward after."""

_Units = TypeVar("_Units", Unit, tuple[Unit, ...])


class Gazetteer:
    """Units by folded short name ("hưng yên", "văn lâm"); a name may stand for several.

    Made of the table's provinces (`names`, the old ones first) and communes (`rows`), of the
    concepts of units that it lacks (`former`) and of other spellings of those that it has. A
    VocabularyError says which concept names a unit that does not exist.
    """

    __slots__ = ("_communes", "_communes_2025", "_district", "districts", "provinces")

    def __init__(
        self,
        names: Iterable[Row],
        rows: Iterable[Row],
        former: Iterable[Concept] = (),
        spellings: Iterable[Concept] = (),
    ) -> None:
        rows, former = list(rows), list(former)
        spellings = (*former, *spellings)
        provinces = _provinces(names, former)
        self._district = _district_of_row(rows, former, provinces, _canonical(spellings))
        districts = _by_name(self._district.values(), _former_districts(former, provinces))
        self.provinces: Mapping[str, Unit] = _spelled(provinces, spellings, "province")
        self.districts: Mapping[str, tuple[Unit, ...]] = _spelled(districts, spellings, "district")
        self._communes: dict[str, list[Row]] = defaultdict(list)
        self._communes_2025: dict[str, list[Row]] = defaultdict(list)
        for row in rows:
            self._communes[row["old_ward_key"]].append(row)
            self._communes_2025[row["new_ward_key"]].append(row)

    def communes(self, kind: str, name: str) -> tuple[Unit, ...]:
        """The communes called so until 30 June 2025, each within its district."""
        name = key(name)
        found = self._communes.get(_commune_key(kind, name), ())
        return _distinct(
            Unit(unit_name(row["old_ward"]), "commune", self._district[_district_key(row)])
            for row in found
            if key(row["old_ward"]) == name
        )

    def communes_2025(self, kind: str, name: str) -> tuple[Unit, ...]:
        """The communes called so since 1 July 2025, each directly within its province."""
        name = key(name)
        found = self._communes_2025.get(_commune_key(kind, name), ())
        return _distinct(
            Unit(unit_name(row["new_ward"]), "commune", self.provinces[key(row["new_province"])])
            for row in found
            if key(row["new_ward"]) == name
        )

    def districts_called(self, kind: str | None, name: str) -> tuple[Unit, ...]:
        """The districts called so; only those of the kind, if there are any of it.

        "thị xã" tells Thị xã Kỳ Anh from Huyện Kỳ Anh, but a district that was "huyện" in the
        article's time may be "thành phố" in the table.
        """
        found = self.districts.get(key(name), ())
        return tuple(u for u in found if short(u.name)[0] == kind) or found


@cache
def gazetteer() -> Gazetteer:
    """The gazetteer, read once (under 0.1 s).

    A VocabularyError says that the table is missing or no such table, or names a wrong row of
    the ontology.
    """
    text = read(_TABLE)
    try:
        with without_collecting():
            return from_table(json.loads(text))
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise VocabularyError(
            f"{path(_TABLE)}: not the table of units that was expected ({error!r})"
        ) from error


def from_table(table: Any) -> Gazetteer:
    """The gazetteer of a table of the form of underthesea's, with what the ontology adds."""
    names = (*table["old_province_names"].values(), *table["province_names"].values())
    return Gazetteer(names, table["ward_mapping"], of_type("FormerUnit"), of_type("UnitSpelling"))


def _provinces(names: Iterable[Row], former: Iterable[Concept]) -> dict[str, Unit]:
    units: dict[str, Unit] = {}
    for row in names:
        units.setdefault(
            key(row["name"]), Unit(unit_name(row["name"]), "province", None, row["code"])
        )
    for concept in former:
        if levels_of(concept) == ("province",):
            code = concept.codes[0] if concept.codes else None
            units.setdefault(key(concept.label), Unit(concept.label, "province", None, code))
    return units


def _district_key(row: Row) -> tuple[str, str]:
    return row["old_province_key"], row["old_district_key"]


def _canonical(spellings: Iterable[Concept]) -> dict[tuple[str, str], str]:
    """By kind and folded short name in any spelling, the name that a unit goes by."""
    return {(short(c.label)[0], key(form)): c.label for c in spellings for form in c.forms}


def _district_of_row(
    rows: Iterable[Row],
    former: Iterable[Concept],
    provinces: Mapping[str, Unit],
    canonical: Mapping[tuple[str, str], str],
) -> dict[tuple[str, str], Unit]:
    """The districts of the table by their keys in its rows, under their canonical names.

    A province that went on whole as a city a few months before the table's date (Thừa Thiên
    Huế as Huế) keeps its districts, but for the "quận", which only cities have.
    """
    whole = ((c.get("continuedAs"), provinces.get(key(c.label))) for c in former)
    earlier = {key(name): unit for name, unit in whole if name and unit}
    units: dict[tuple[str, str], Unit] = {}
    for row in {_district_key(row): row for row in rows}.values():
        name = unit_name(canonical.get(short(row["old_district"]), row["old_district"]))
        parent = provinces[key(row["old_province"])]
        if not name.startswith("quận "):
            parent = earlier.get(key(parent.name), parent)
        units[_district_key(row)] = Unit(name, "district", parent)
    return units


def _former_districts(former: Iterable[Concept], provinces: Mapping[str, Unit]) -> list[Unit]:
    units = []
    for concept in former:
        if levels_of(concept) == ("district",):
            province = concept.get("inProvince") or ""
            if key(province) not in provinces:
                raise VocabularyError(f"vnkg:{concept.id}: there is no province {province!r}")
            units.append(Unit(unit_name(concept.label), "district", provinces[key(province)]))
    return units


def _by_name(listed: Iterable[Unit], former: Iterable[Unit]) -> dict[str, tuple[Unit, ...]]:
    """The districts by short name; a former one where its province lists no other so called."""
    found: dict[str, list[Unit]] = defaultdict(list)
    for unit in listed:
        found[key(unit.name)].append(unit)
    for unit in former:
        if unit.parent not in [u.parent for u in found[key(unit.name)]]:
            found[key(unit.name)].append(unit)
    return {name: tuple(units) for name, units in found.items()}


def _spelled(
    units: Mapping[str, _Units], concepts: Iterable[Concept], level: Level
) -> dict[str, _Units]:
    """The units of a level, also under the other forms of their names."""
    spelled = dict(units)
    for concept in concepts:
        if level not in levels_of(concept):
            continue
        if key(concept.label) not in units:
            raise VocabularyError(f"vnkg:{concept.id}: there is no unit {concept.label!r}")
        spelled.update((key(form), units[key(concept.label)]) for form in concept.forms)
    return spelled


def _commune_key(kind: str, name: str) -> str:
    """A folded name as the table's keys have it: "phường" and "1" give "phuong1"."""
    return "".join(c for c in unaccent(kind + name) if c.isalnum())


def _distinct(units: Iterable[Unit]) -> tuple[Unit, ...]:
    return tuple(dict.fromkeys(units))
