"""One spelling of tone marks, dashes, quotes and blanks, aligned with the text as written."""

import re
import unicodedata

import pytest
from hypothesis import given

from kg.text import LOWER, UPPER, fold, plain, slug, unaccent

from .texts import TEXTS, VIETNAMESE


@pytest.mark.parametrize(
    ("written", "one"),
    [
        # At a syllable's end the mark stands on the first vowel.
        ("hoà", "hòa"),
        ("hòa", "hòa"),
        ("Hoà Bình", "Hòa Bình"),
        ("KHÁNH HOÀ", "KHÁNH HÒA"),
        ("khoẻ", "khỏe"),
        ("xoè", "xòe"),
        ("loá", "lóa"),
        ("uỷ ban", "ủy ban"),
        ("UỶ BAN", "ỦY BAN"),
        ("Uỷ ban", "Ủy ban"),
        ("thuỷ lợi", "thủy lợi"),
        ("luỹ kế", "lũy kế"),
        ("huỵ", "hụy"),
        ("hoà, hoá; toạ.", "hòa, hóa; tọa."),
        ("oÀ", "òA"),
        # Before another letter, on the second.
        ("hoàn", "hoàn"),
        ("hòan", "hoàn"),
        ("Hòang", "Hoàng"),
        ("ngòai", "ngoài"),
        ("toán", "toán"),
        ("huỳnh", "huỳnh"),
        ("Hùynh", "Huỳnh"),
        ("huýt", "huýt"),
        ("khuỷu", "khuỷu"),
        # After q the u is no vowel.
        ("quý", "quý"),
        ("qúy", "quý"),
        ("Quỹ", "Quỹ"),
        ("QUỲ CHÂU", "QUỲ CHÂU"),
        # Others stay.
        ("của", "của"),
        ("muỗi", "muỗi"),
        ("nghĩa", "nghĩa"),
    ],
)
def test_tone_marks_have_one_place(written: str, one: str) -> None:
    assert plain(written) == one


@pytest.mark.parametrize(
    ("written", "one"),
    [
        ("2020–2025 — khóa", "2020-2025 - khóa"),
        ("“Dân vận khéo”", '"Dân vận khéo"'),
        ("Cư M’gar", "Cư M'gar"),
        ("a\u00a0b\tc\u202fd", "a b c d"),
        ("ðồng Ðảng", "đồng Đảng"),
        ("một\nhai", "một\nhai"),
    ],
)
def test_dashes_quotes_blanks_and_eth(written: str, one: str) -> None:
    assert plain(written) == one


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("TỈNH UỶ Hưng Yên", "tỉnh ủy hưng yên"),
        ("Số 28–CTr/TU", "số 28-ctr/tu"),
        ("Ð/c HUỲNH ĐẢM", "đ/c huỳnh đảm"),
        ("İzmir", "izmir"),
    ],
)
def test_fold(written: str, folded: str) -> None:
    assert fold(written) == folded


@pytest.mark.parametrize(
    ("written", "bare"),
    [
        ("Nguyễn Bật Khánh", "nguyen bat khanh"),
        (unicodedata.normalize("NFD", "Đỗ Thị Mừng"), "do thi mung"),
        ("ÐẶNG", "dang"),
        ("Ưng Ơn", "ung on"),
    ],
)
def test_unaccent(written: str, bare: str) -> None:
    assert unaccent(written) == bare


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("Ủy ban nhân dân tỉnh", "uy-ban-nhan-dan-tinh"),
        ("  Nghị quyết 21-NQ/TW ", "nghi-quyet-21-nq-tw"),
        ("Ea H'leo", "ea-h-leo"),
        ("…", "x"),
        ("", "x"),
    ],
)
def test_slug(written: str, name: str) -> None:
    assert slug(written) == name


def test_letter_classes_keep_the_cases_apart() -> None:
    assert all(c.isupper() for c in UPPER)
    assert all(c.islower() for c in LOWER)
    assert {"Đ", "Ư", "Ỹ", "Ế"} <= set(UPPER)
    assert {"đ", "ư", "ỹ", "ế"} <= set(LOWER)


@given(TEXTS)
def test_spellings_are_aligned_and_final(text: str) -> None:
    for spelling in (plain, fold):
        assert len(spelling(text)) == len(text)
        assert spelling(spelling(text)) == spelling(text)


@given(TEXTS)
def test_folding_needs_no_plain_before_it(text: str) -> None:
    assert fold(plain(text)) == fold(text)


@given(TEXTS)
def test_plain_keeps_letters_lines_and_case(text: str) -> None:
    written, one = text.translate({0xF0: "đ", 0xD0: "Đ"}), plain(text)
    assert unaccent(one).count("\n") == unaccent(written).count("\n")
    assert [c.isupper() for c in one] == [c.isupper() for c in written]


@given(VIETNAMESE)
def test_capitals_fold_to_the_same(text: str) -> None:
    if len(text.upper()) == len(text) and text.upper().lower() == text.lower():
        assert fold(text.upper()) == fold(text)


@given(TEXTS)
def test_tone_style_does_not_change_the_bare_letters(text: str) -> None:
    assert slug(plain(text)) == slug(text)


@given(TEXTS)
def test_a_slug_is_safe_in_an_iri_and_final(text: str) -> None:
    assert re.fullmatch("[a-z0-9]+(-[a-z0-9]+)*", slug(text))
    assert slug(slug(text)) == slug(text)
