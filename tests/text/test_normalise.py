"""The text that offsets refer to is one text, however it was typed."""

import unicodedata

import pytest
from hypothesis import given

from kg.text import normalise

from .texts import TEXTS


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("Ủy ban", "Ủy ban"),
        (unicodedata.normalize("NFD", "Nguyễn Bật Khánh, Huyện ủy"), "Nguyễn Bật Khánh, Huyện ủy"),
        ("một\r\nhai\rba\n", "một\nhai\nba\n"),
        ("\ufeffTin \u00adtức\u200b", "Tin tức"),
        ("e\u200b\u0301", "é"),
        ("", ""),
    ],
)
def test_normalise(raw: str, text: str) -> None:
    assert normalise(raw) == text


@given(TEXTS)
def test_normalising_twice_changes_nothing(raw: str) -> None:
    assert normalise(normalise(raw)) == normalise(raw)


@given(TEXTS)
def test_the_text_is_composed_and_has_one_kind_of_line_end(raw: str) -> None:
    text = normalise(raw)
    assert unicodedata.is_normalized("NFC", text)
    assert "\r" not in text


@given(TEXTS)
def test_decomposed_input_gives_the_same_text(raw: str) -> None:
    assert normalise(unicodedata.normalize("NFD", raw)) == normalise(raw)
