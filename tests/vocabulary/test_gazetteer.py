"""Provinces, districts and communes, before and after 1 July 2025, and those that ended earlier."""

import json
import re
from datetime import date
from pathlib import Path

import pytest

from kg.errors import VocabularyError
from kg.vocabulary import Concept, Gazetteer, gazetteer, of_type, package_data
from kg.vocabulary.gazetteer import from_table
from kg.vocabulary.units import key, levels_of

from .broken import concept

TABLE = json.loads(package_data.read("address/data/mapping.json"))
FORMER = of_type("FormerUnit")


def districts(name: str) -> list[str]:
    return [unit.path for unit in gazetteer().districts.get(name, ())]


def communes(kind: str, name: str) -> list[str]:
    return [unit.path for unit in gazetteer().communes(kind, name)]


@pytest.mark.parametrize(
    ("name", "unit"),
    [
        ("hưng yên", "tỉnh Hưng Yên"),
        ("hà nội", "thành phố Hà Nội"),
        ("hồ chí minh", "Thành phố Hồ Chí Minh"),
        ("hcm", "Thành phố Hồ Chí Minh"),
        ("sài gòn", "Thành phố Hồ Chí Minh"),
        ("trà vinh", "tỉnh Trà Vinh"),
        ("hà tây", "tỉnh Hà Tây"),
        ("thừa thiên huế", "tỉnh Thừa Thiên Huế"),
        ("thừa thiên - huế", "tỉnh Thừa Thiên Huế"),
        ("huế", "thành phố Huế"),
        ("bà rịa-vũng tàu", "tỉnh Bà Rịa - Vũng Tàu"),
        ("đăk lăk", "tỉnh Đắk Lắk"),
        ("đắc lắc", "tỉnh Đắk Lắk"),
        ("bắc cạn", "tỉnh Bắc Kạn"),
    ],
)
def test_provinces(name: str, unit: str) -> None:
    assert gazetteer().provinces[name].name == unit


def test_there_are_all_provinces_of_before_2025() -> None:
    names = {unit.name for unit in gazetteer().provinces.values()}
    assert len(names) == 63 + len({"tỉnh Hà Tây", "tỉnh Thừa Thiên Huế"})


def test_provinces_have_their_official_codes() -> None:
    assert {unit.code for unit in gazetteer().provinces.values()} >= {"01", "28", "33", "46", "79"}


@pytest.mark.parametrize(
    ("name", "units"),
    [
        ("văn lâm", ["huyện Văn Lâm, tỉnh Hưng Yên"]),
        ("1", ["quận 1, Thành phố Hồ Chí Minh"]),
        ("2", ["quận 2, Thành phố Hồ Chí Minh"]),
        ("9", ["quận 9, Thành phố Hồ Chí Minh"]),
        ("12", ["quận 12, Thành phố Hồ Chí Minh"]),
        ("13", []),
        ("thủ đức", ["thành phố Thủ Đức, Thành phố Hồ Chí Minh"]),
        ("từ liêm", ["huyện Từ Liêm, thành phố Hà Nội"]),
        ("cửa lò", ["thị xã Cửa Lò, tỉnh Nghệ An"]),
        ("huế", ["thành phố Huế, tỉnh Thừa Thiên Huế"]),
        ("hương trà", ["thị xã Hương Trà, tỉnh Thừa Thiên Huế"]),
        ("phú xuân", ["quận Phú Xuân, thành phố Huế"]),
        ("ninh bình", ["thành phố Ninh Bình, tỉnh Ninh Bình"]),
        ("kỳ sơn", ["huyện Kỳ Sơn, tỉnh Nghệ An", "huyện Kỳ Sơn, tỉnh Hòa Bình"]),
        ("krông a na", ["huyện Krông Ana, tỉnh Đắk Lắk"]),
        ("mù cang chải", ["huyện Mù Cang Chải, tỉnh Yên Bái"]),
        ("qui nhơn", ["thành phố Quy Nhơn, tỉnh Bình Định"]),
    ],
)
def test_districts(name: str, units: list[str]) -> None:
    assert districts(name) == units


def test_an_ambiguous_name_stands_for_all_its_districts() -> None:
    found = gazetteer().districts["châu thành"]
    provinces = {unit.parent.name for unit in found if unit.parent}
    assert len(found) == len(provinces) == 10
    assert {"tỉnh Trà Vinh", "tỉnh Tiền Giang", "tỉnh An Giang"} <= provinces


@pytest.mark.parametrize(
    ("kind", "name", "units"),
    [
        ("thị xã", "Kỳ Anh", ["thị xã Kỳ Anh, tỉnh Hà Tĩnh"]),
        ("huyện", "kỳ anh", ["huyện Kỳ Anh, tỉnh Hà Tĩnh"]),
        (None, "Kỳ Anh", ["huyện Kỳ Anh, tỉnh Hà Tĩnh", "thị xã Kỳ Anh, tỉnh Hà Tĩnh"]),
        ("huyện", "Từ Sơn", ["thành phố Từ Sơn, tỉnh Bắc Ninh"]),
        ("quận", "Quận 02", ["quận 2, Thành phố Hồ Chí Minh"]),
        ("huyện", "Nowhere", []),
    ],
)
def test_districts_of_a_kind(kind: str | None, name: str, units: list[str]) -> None:
    assert [unit.path for unit in gazetteer().districts_called(kind, name)] == units


def test_a_commune_before_and_after_the_merger() -> None:
    after = [unit.path for unit in gazetteer().communes_2025("xã", "Càng Long")]
    assert communes("thị trấn", "Càng Long") == [
        "thị trấn Càng Long, huyện Càng Long, tỉnh Trà Vinh"
    ]
    assert communes("xã", "Càng Long") == []
    assert after == ["xã Càng Long, tỉnh Vĩnh Long"]


def test_the_kind_of_a_commune_counts() -> None:
    assert "xã Thanh Hà, huyện Thanh Chương, tỉnh Nghệ An" in communes("xã", "thanh hà")
    assert all(path.startswith("xã ") for path in communes("xã", "Thanh Hà"))
    assert communes("xã", "Nowhere") == []


def test_wards_with_numbers() -> None:
    assert communes("phường", "01") == communes("phường", "1")
    assert len(communes("phường", "1")) > 20


def test_communes_of_a_renamed_province_lie_where_they_lay() -> None:
    assert communes("xã", "Phú Diên") == ["xã Phú Diên, huyện Phú Vang, tỉnh Thừa Thiên Huế"]


def test_tone_style_and_case_do_not_count() -> None:
    assert communes("phường", "XUÂN HOÀ") == communes("phường", "Xuân Hòa")


# --- The rows of the ontology


@pytest.mark.parametrize("row", FORMER, ids=lambda row: row.id)
def test_a_former_unit_is_found_in_its_province(row: Concept) -> None:
    if levels_of(row) == ("province",):
        assert gazetteer().provinces[key(row.label)].name == row.label
        return
    parents = {key(u.parent.name) for u in gazetteer().districts[key(row.label)] if u.parent}
    assert key(row.get("inProvince") or "") in parents


@pytest.mark.parametrize("row", FORMER, ids=lambda row: row.id)
def test_a_former_unit_ended_between_2008_and_2025(row: Concept) -> None:
    ended = row.get("endedOn") or ""
    assert re.fullmatch(r"\d{4}-\d\d(-\d\d)?", ended)
    assert date(2008, 1, 1) <= date.fromisoformat(f"{ended}-01"[:10]) <= date(2025, 6, 30)


@pytest.mark.parametrize("row", FORMER, ids=lambda row: row.id)
def test_what_succeeded_a_former_unit_is_known(row: Concept) -> None:
    table = gazetteer()
    properties = row.properties
    successors = properties.get("succeededBy", ()) + properties.get("continuedAs", ())
    assert successors
    assert all(table.districts_called(None, n) or key(n) in table.provinces for n in successors)


def test_the_table_itself_lacks_the_former_units() -> None:
    listed = {
        (key(row["old_province"]), row["old_district"].lower()) for row in TABLE["ward_mapping"]
    }
    own = [(key(row.get("inProvince") or ""), row.label.lower()) for row in FORMER]
    assert [pair for pair in own if pair in listed] == []


def test_a_spelling_is_the_name_of_no_other_unit() -> None:
    listed = {(key(row["old_province"]), key(row["old_district"])) for row in TABLE["ward_mapping"]}
    for row in of_type("UnitSpelling"):
        same = {pair for pair in listed for form in row.forms if pair[1] == key(form)}
        assert len(same) <= 1, row.id


@pytest.mark.parametrize(
    ("more", "message"),
    [
        ('vnkg:unitLevel vnkg:level-district ; vnkg:inProvince "tỉnh X" ;', "no province 'tỉnh X'"),
        ("vnkg:unitLevel vnkg:level-district ;", "no province ''"),
        ("", "the level is missing"),
    ],
)
def test_a_broken_former_unit_is_named(more: str, message: str, tmp_path: Path) -> None:
    row = concept(tmp_path, f'vnkg:former-x a skos:Concept ; {more} skos:prefLabel "huyện X"@vi .')
    names, rows = TABLE["old_province_names"].values(), TABLE["ward_mapping"]
    with pytest.raises(VocabularyError, match=f"vnkg:former-x: .*{message}"):
        Gazetteer(names, rows, former=[row])


def test_a_spelling_of_nothing_is_named(tmp_path: Path) -> None:
    row = concept(
        tmp_path,
        "vnkg:unit-x a skos:Concept ; vnkg:unitLevel vnkg:level-district ;"
        ' skos:prefLabel "huyện Không Có"@vi .',
    )
    names, rows = TABLE["old_province_names"].values(), TABLE["ward_mapping"]
    with pytest.raises(VocabularyError, match="vnkg:unit-x: there is no unit 'huyện Không Có'"):
        Gazetteer(names, rows, spellings=[row])


def test_a_table_of_another_form_is_no_gazetteer() -> None:
    with pytest.raises(KeyError):
        from_table({"province_names": {}})
