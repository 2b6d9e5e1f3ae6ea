"""Administrative units: the unit that a body serves, up to its province."""

import pytest

from tests.extract.told import read


def unit(text: str) -> str | None:
    """The unit that the last body of a text serves."""
    last = read(text).bodies[-1]
    return last.unit.path if last.unit else None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("UBND tỉnh Lâm Đồng", "tỉnh Lâm Đồng"),
        ("UBND huyện Văn Lâm", "huyện Văn Lâm, tỉnh Hưng Yên"),
        ("UBND xã Lạc Đạo", "xã Lạc Đạo, huyện Văn Lâm, tỉnh Hưng Yên"),
        ("UBND thị trấn Yên Thế", "thị trấn Yên Thế, huyện Lục Yên, tỉnh Yên Bái"),
        ("UBND thành phố Yên Bái", "thành phố Yên Bái, tỉnh Yên Bái"),
        ("Thị ủy Nghĩa Lộ", "thị xã Nghĩa Lộ, tỉnh Yên Bái"),
        ("HĐND quận Hoàn Kiếm", "quận Hoàn Kiếm, thành phố Hà Nội"),
        ("UBND quận 1, TP.HCM", "quận 1, Thành phố Hồ Chí Minh"),
        ("UBND P.Bến Nghé, Q.1, TP.HCM", "phường Bến Nghé, quận 1, Thành phố Hồ Chí Minh"),
        ("UBND TP Thủ Đức", "thành phố Thủ Đức, Thành phố Hồ Chí Minh"),
        ("UBND TPHCM", "Thành phố Hồ Chí Minh"),
        ("HĐND TP. Hồ Chí Minh", "Thành phố Hồ Chí Minh"),
        ("Công an Hà Nội", "thành phố Hà Nội"),
        ("UBND xã Tân Lập (huyện Lục Yên)", "xã Tân Lập, huyện Lục Yên, tỉnh Yên Bái"),
        ("UBND xã Tân Lập, huyện Lục Yên (Yên Bái)", "xã Tân Lập, huyện Lục Yên, tỉnh Yên Bái"),
        ("UBND huyện Châu Thành, tỉnh Tiền Giang", "huyện Châu Thành, tỉnh Tiền Giang"),
        ("Chính phủ", None),
        ("Bộ Chính trị", None),
    ],
)
def test_a_unit_is_known_up_to_its_province(text: str, expected: str | None) -> None:
    assert unit(f"{text} đã họp.") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Tại tỉnh Yên Bái, UBND xã Tân Lập đã họp.", "xã Tân Lập, huyện Lục Yên, tỉnh Yên Bái"),
        ("UBND xã Tân Lập đã họp.", "xã Tân Lập"),
        ("UBND huyện Châu Thành đã họp.", "huyện Châu Thành"),
        ("Ở tỉnh Tây Ninh, UBND huyện Châu Thành đã họp.", "huyện Châu Thành, tỉnh Tây Ninh"),
    ],
)
def test_units_of_one_name_are_told_apart_by_the_places_named(text: str, expected: str) -> None:
    assert unit(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ông Trần Văn Khải, quê huyện Văn Lâm, gặp đại diện Huyện ủy.", "huyện Văn Lâm"),
        (
            "Ông Trần Văn Khải, trú tại huyện Văn Lâm, đã đến. UBND huyện Trùng Khánh tiếp ông. "
            "Huyện ủy cũng có mặt.",
            "huyện Trùng Khánh",
        ),
    ],
)
def test_where_somebody_lives_is_the_last_resort(text: str, expected: str) -> None:
    last = read(text).bodies[-1]
    assert last.unit is not None
    assert last.unit.name == expected
