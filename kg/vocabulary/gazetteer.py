"""Provinces, districts and communes, before and after 1 July 2025.

The table is the one that underthesea carries (`address/data/mapping.json`, from the
administrative units before and after Resolution 202/2025/QH15); the package itself is not
imported, which would take a second.
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from kg.errors import VocabularyError
from kg.model import Level, Unit
from kg.text import fold, plain, unaccent

# Kind words of units, as they are written and as the canonical name has them.
KINDS: Mapping[str, tuple[str, tuple[Level, ...]]] = {
    "tỉnh": ("tỉnh", ("province",)),
    "thành phố": ("thành phố", ("province", "district")),
    "tp": ("thành phố", ("province", "district")),
    "t.p": ("thành phố", ("province", "district")),
    "huyện": ("huyện", ("district",)),
    "h": ("huyện", ("district",)),
    "quận": ("quận", ("district",)),
    "q": ("quận", ("district",)),
    "thị xã": ("thị xã", ("district",)),
    "tx": ("thị xã", ("district",)),
    "thị trấn": ("thị trấn", ("commune",)),
    "tt": ("thị trấn", ("commune",)),
    "xã": ("xã", ("commune",)),
    "phường": ("phường", ("commune",)),
    "p": ("phường", ("commune",)),
    "đặc khu": ("đặc khu", ("commune",)),
}
HO_CHI_MINH = "Thành phố Hồ Chí Minh"
_SHORT = {
    "hồ chí minh": "hồ chí minh", "hcm": "hồ chí minh", "tp.hcm": "hồ chí minh",
    "sài gòn": "hồ chí minh", "thừa thiên - huế": "thừa thiên huế",
    "bà rịa - vũng tàu": "bà rịa - vũng tàu", "bà rịa-vũng tàu": "bà rịa - vũng tàu",
    "br-vt": "bà rịa - vũng tàu", "bắc cạn": "bắc kạn", "đắc lắc": "đắk lắk",
    "đăk lăk": "đắk lắk", "đắk lăk": "đắk lắk", "đắc nông": "đắk nông", "đăk nông": "đắk nông",
    "đaklak": "đắk lắk", "thanh hoá": "thanh hóa", "khánh hoà": "khánh hòa",
}  # fmt: skip


Row = Mapping[str, str]


class Gazetteer:
    """Units by folded short name ("hưng yên", "văn lâm"); a name may stand for several."""

    __slots__ = ("_communes", "_communes_2025", "districts", "provinces")

    def __init__(self, old: Iterable[Row], new: Iterable[Row], rows: Iterable[Row]) -> None:
        self.provinces: Mapping[str, Unit] = _provinces([*old, *new])
        districts: dict[str, dict[str, Row]] = defaultdict(dict)
        self._communes: dict[str, list[Row]] = defaultdict(list)
        self._communes_2025: dict[str, list[Row]] = defaultdict(list)
        for row in rows:
            district = row["old_district_key"]
            districts[district].setdefault(row["old_province_key"], row)
            self._communes[row["old_ward_key"]].append(row)
            self._communes_2025[row["new_ward_key"]].append(row)
        self.districts: Mapping[str, tuple[Unit, ...]] = self._districts(districts.values())

    def _districts(self, groups: Iterable[Mapping[str, Row]]) -> dict[str, tuple[Unit, ...]]:
        units: dict[str, list[Unit]] = defaultdict(list)
        for group in groups:
            for row in group.values():
                units[_key(row["old_district"])].append(self._district(row))
        for number in range(1, 13):
            parent = self.provinces["hồ chí minh"]
            units.setdefault(str(number), [Unit(f"quận {number}", "district", parent)])
        return {k: tuple(v) for k, v in units.items()}

    def _district(self, row: Row) -> Unit:
        parent = self.provinces[short(row["old_province"])[1]]
        return Unit(unit_name(row["old_district"]), "district", parent)

    def communes(self, kind: str, name: str) -> tuple[Unit, ...]:
        """The communes called so until 30 June 2025, each within its district."""
        rows = self._communes.get(_commune_key(kind, name), ())
        found = [r for r in rows if _key(r["old_ward"]) == _key(name)]
        return tuple(
            dict.fromkeys(
                Unit(unit_name(r["old_ward"]), "commune", self._district(r)) for r in found
            )
        )

    def communes_2025(self, kind: str, name: str) -> tuple[Unit, ...]:
        """The communes called so since 1 July 2025, each directly within its province."""
        rows = self._communes_2025.get(_commune_key(kind, name), ())
        found = [r for r in rows if _key(r["new_ward"]) == _key(name)]
        return tuple(
            dict.fromkeys(
                Unit(
                    unit_name(r["new_ward"]),
                    "commune",
                    self.provinces[short(r["new_province"])[1]],
                )
                for r in found
            )
        )


def _commune_key(kind: str, name: str) -> str:
    return "".join(c for c in unaccent(f"{kind}{name}") if c.isalnum())


def short(name: str) -> tuple[str, str]:
    """Kind word and folded short name: "Huyện Văn Lâm" gives ("huyện", "văn lâm")."""
    low = fold(name)
    for kind in (
        "thành phố",
        "thị xã",
        "thị trấn",
        "đặc khu",
        "tỉnh",
        "huyện",
        "quận",
        "phường",
        "xã",
    ):
        if low.startswith(kind + " "):
            return kind, low[len(kind) + 1 :]
    return "", low


def unit_name(name: str) -> str:
    """The canonical form: kind in small letters, but "Thành phố Hồ Chí Minh" and "quận 2"."""
    kind, rest = short(name)
    proper = plain(name)[len(kind) + 1 :] if kind else plain(name)
    if rest == "hồ chí minh":
        return HO_CHI_MINH
    if rest.isdigit():
        return f"{kind} {int(rest)}"
    return f"{kind} {proper}".strip()


def _data_file() -> Path:
    spec = find_spec("underthesea")
    if spec is None or not spec.origin:
        raise VocabularyError("the gazetteer is missing: install the package underthesea")
    return Path(spec.origin).parent / "address" / "data" / "mapping.json"


@cache
def gazetteer() -> Gazetteer:
    """The gazetteer, read once (about 0.15 s)."""
    file = _data_file()
    try:
        table = json.loads(file.read_text("utf-8"))
        old, new = table["old_province_names"].values(), table["province_names"].values()
        return Gazetteer(old, new, table["ward_mapping"])
    except (OSError, ValueError, KeyError) as error:
        message = f"{file}: not the table of units that was expected ({error})"
        raise VocabularyError(message) from error


def _provinces(rows: Iterable[Mapping[str, str]]) -> dict[str, Unit]:
    units: dict[str, Unit] = {}
    for row in rows:
        key = short(row["name"])[1]
        units.setdefault(key, Unit(unit_name(row["name"]), "province", None, row["code"]))
    units["thừa thiên huế"] = Unit("tỉnh Thừa Thiên Huế", "province", None, "46")
    units["hà tây"] = Unit("tỉnh Hà Tây", "province", None, "28")
    for form, key in _SHORT.items():
        if key in units:
            units.setdefault(form, units[key])
    return units


def _key(name: str) -> str:
    rest = short(name)[1]
    return str(int(rest)) if rest.isdigit() else rest
