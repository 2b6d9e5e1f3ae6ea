"""What units are called: kind words, short names, canonical names."""

from pathlib import Path

import pytest

from kg.errors import VocabularyError
from kg.vocabulary import KINDS, short, unit_kinds, unit_name
from kg.vocabulary.units import key, levels_of

from .broken import concept


@pytest.mark.parametrize(
    ("word", "kind", "levels"),
    [
        ("tỉnh", "tỉnh", ("province",)),
        ("tp", "thành phố", ("province", "district")),
        ("t.p", "thành phố", ("province", "district")),
        ("h", "huyện", ("district",)),
        ("q", "quận", ("district",)),
        ("tx", "thị xã", ("district",)),
        ("tt", "thị trấn", ("commune",)),
        ("p", "phường", ("commune",)),
        ("xã", "xã", ("commune",)),
        ("đặc khu", "đặc khu", ("commune",)),
    ],
)
def test_kinds(word: str, kind: str, levels: tuple[str, ...]) -> None:
    assert KINDS[word] == (kind, levels)


def test_kinds_are_those_of_the_ontology() -> None:
    assert dict(KINDS) == dict(unit_kinds())
    assert len(KINDS) == len(unit_kinds())
    assert "làng" not in KINDS


@pytest.mark.parametrize(
    ("name", "kind", "rest"),
    [
        ("Huyện Văn Lâm", "huyện", "văn lâm"),
        ("THỊ XÃ Sơn Tây", "thị xã", "sơn tây"),
        ("Thành phố Hoà Bình", "thành phố", "hòa bình"),
        ("xã Xuân Xã", "xã", "xuân xã"),
        ("Văn Lâm", "", "văn lâm"),
        ("Huyện", "", "huyện"),
    ],
)
def test_short(name: str, kind: str, rest: str) -> None:
    assert short(name) == (kind, rest)


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("Huyện Văn Lâm", "huyện Văn Lâm"),
        ("huyện Lệ Thuỷ", "huyện Lệ Thủy"),
        ("thành phố Hồ Chí Minh", "Thành phố Hồ Chí Minh"),
        ("Hồ Chí Minh", "Thành phố Hồ Chí Minh"),
        ("Thành phố Hà Nội", "thành phố Hà Nội"),
        ("Quận 02", "quận 2"),
        ("phường 14", "phường 14"),
        ("Văn Lâm", "Văn Lâm"),
    ],
)
def test_canonical_names(written: str, name: str) -> None:
    assert unit_name(written) == name
    assert unit_name(name) == name


def test_numbers_are_keys_without_noughts() -> None:
    assert key("Quận 02") == key("quận 2") == key("2") == "2"


@pytest.mark.parametrize(
    ("level", "message"),
    [
        ("", "vnkg:unit-kind-x: the level is missing"),
        ("vnkg:unitLevel vnkg:level-central ;", "vnkg:unit-kind-x: the level is level-central"),
        ("vnkg:unitLevel vnkg:level-district, vnkg:level-x ;", "vnkg:unit-kind-x: the level is"),
    ],
)
def test_a_wrong_level_names_its_row(level: str, message: str, tmp_path: Path) -> None:
    row = f'vnkg:unit-kind-x a skos:Concept ; {level} skos:prefLabel "tổng"@vi .'
    with pytest.raises(VocabularyError, match=message):
        levels_of(concept(tmp_path, row))
