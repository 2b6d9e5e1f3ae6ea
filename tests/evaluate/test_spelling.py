"""Names that mean one thing have one spelling."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.evaluate.spelling import spelt, spelt_number, words

SAME = [
    ("Huyện uỷ Hoà An", "huyện ủy hòa an"),
    ("HUYỆN ỦY", "huyện ủy"),
    ("UBND tỉnh", "Ủy ban nhân dân tỉnh"),
    ("Đảng ủy CAND TW", "đảng ủy công an nhân dân trung ương"),
    ("Ban Tổ chức TƯ", "Ban Tổ chức Trung ương"),
    ("TP.HCM", "Thành phố Hồ Chí Minh"),
    ("Ban Chấp hành Đảng bộ tỉnh Cao Bằng", "Tỉnh ủy Cao Bằng"),
    ("BCH Đảng bộ thành phố Cần Thơ", "Thành ủy Cần Thơ"),
    ("BCH Đảng bộ thị xã Phú Mỹ", "Thị ủy Phú Mỹ"),
    ("BCH Đảng bộ xã Đà Sơn", "Đảng ủy xã Đà Sơn"),
    ("Ban Chấp hành Trung ương", "Trung ương Đảng"),
    ("BCH Trung ương Đảng", "Trung ương"),
    ("Thường vụ Huyện ủy", "Ban Thường vụ Huyện ủy"),
    ("Ban Thường vụ Huyện ủy", "ban thường vụ huyện ủy"),
    ("Sở Nội vụ, tỉnh Cao Bằng;", "Sở Nội vụ tỉnh Cao Bằng"),
    ("", ""),
]
OTHER = [
    ("Đảng bộ huyện Văn Lâm", "Huyện ủy Văn Lâm"),
    ("Hoàn", "Hoà"),
    ("Ban Tổ chức Tỉnh ủy", "Tỉnh ủy"),
    ("Thường trực Huyện ủy", "Ban Thường vụ Huyện ủy"),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_the_same(one: str, other: str) -> None:
    assert spelt(one) == spelt(other)
    assert spelt(unicodedata.normalize("NFD", one)) == spelt(other)


@pytest.mark.parametrize(("one", "other"), OTHER)
def test_not_the_same(one: str, other: str) -> None:
    assert spelt(one) != spelt(other)


@pytest.mark.parametrize(
    ("number", "spelling"),
    [
        ("21-NQ/TW", "21-nq/tw"),
        ("21 – NQ/TW", "21-nq/tw"),
        ("số 45-Ctr/TU", "45-ctr/tu"),
        ("116/2024/NĐ-CP", "116/2024/nđ-cp"),
        ("", ""),
    ],
)
def test_numbers(number: str, spelling: str) -> None:
    assert spelt_number(number) == spelling


@given(st.text())
def test_any_text_has_a_spelling(text: str) -> None:
    assert spelt(text) == " ".join(spelt(text).split())
    assert " " not in spelt_number(text)


def test_light_words_are_in_the_spelling() -> None:
    assert {spelt(word) for word in words().light} == words().light
