"""Good text passes untouched, and what is no text is refused."""

import random
import unicodedata
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import ReadError
from kg.text import fold, normalise, plain
from kg.text.encodings import Decoded, decode, recode

from ..texts import TEXTS
from .encoders import tcvn3, vni
from .texts import FOREIGN, MIXED, NEWS, PARAGRAPH, SENTENCE


@pytest.mark.parametrize("text", (FOREIGN | MIXED).values(), ids=(FOREIGN | MIXED).keys())
def test_good_text_is_left_alone(text: str) -> None:
    assert recode(text) == Decoded(text, "unicode")
    assert decode(text.encode()) == Decoded(text, "utf-8")
    page = f"{NEWS}\n{text}\n{NEWS}"
    assert recode(page) == Decoded(page, "unicode")
    assert recode("\n".join([text] * 30)).encoding == "unicode"


@pytest.mark.parametrize("text", FOREIGN.values(), ids=FOREIGN.keys())
def test_a_foreign_paragraph_in_old_text_is_left_alone(text: str) -> None:
    page = f"{vni(NEWS).decode('latin-1')}\n{text}\n"
    assert recode(page).text == f"{NEWS}\n{text}\n"


def test_french_in_latin_1_is_never_vietnamese() -> None:
    raw = FOREIGN["French"].replace("œ", "oe").encode("latin-1")
    assert decode(raw, "iso-8859-1") == Decoded(raw.decode("latin-1"), "cp1252")
    with pytest.raises(ReadError, match="no encoding that is known here; save it as UTF-8"):
        decode(raw)


def test_other_languages_as_declared() -> None:
    text = "Приказ о собрании комитета"
    assert decode(text.encode("koi8-r"), "koi8-r").text == text
    assert decode("委员会会议".encode("gb18030"), "gb2312").text == "委员会会议"
    with pytest.raises(ReadError, match="no encoding"):
        decode(text.encode("koi8-r"), "rot13")


def test_english_with_the_quotes_of_windows() -> None:
    assert decode(b"The \x93Party\x94 \x96 it\x92s old").text == "The “Party” – it’s old"


@given(TEXTS)
def test_any_text_in_utf_8_is_read(text: str) -> None:
    with suppress(ReadError):  # many control characters
        decoded = decode(text.encode("utf-8"))
        assert recode(text.removeprefix("\ufeff")).text == decoded.text


@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(raw: bytes) -> None:
    with suppress(ReadError):
        decode(raw)


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "holds NUL bytes"),
        (b"\x01\x07\x08\x0e" * 100, "control characters"),
        (random.Random(1).randbytes(4000).replace(b"\0", b""), "control characters"),
        (bytes(random.Random(1).choices(range(0x80, 0x100), k=4000)), "in no encoding"),
        (b"\xff\xfe\x00", "broken UTF-16-LE at byte 2"),
        (b"\xff\xfe\x00\x00a\x00\x00\x00", "holds NUL bytes"),
        (SENTENCE.encode()[:-1] + b"\xc3", "is UTF-8, but broken at byte"),
    ],
    ids=["png", "controls", "random", "high", "half", "utf-32", "cut"],
)
def test_what_is_no_text_is_refused(raw: bytes, reason: str) -> None:
    with pytest.raises(ReadError, match=reason):
        decode(raw)


def test_nothing_and_blanks() -> None:
    assert decode(b"") == Decoded("", "utf-8")
    assert recode(" \n\n") == Decoded(" \n\n", "unicode")
    assert decode(b"\xef\xbb\xbf").text == ""


@pytest.mark.parametrize("encode", [str.encode, vni, tcvn3])
def test_hidden_and_uneven_characters_survive_in_combination(encode: object) -> None:
    """A zero-width blank, one that does not break, decomposed letters, "ð" for "đ"."""
    text = PARAGRAPH.replace("Huyện ủy", "Huyện\u00a0uỷ")
    if encode is str.encode:
        raw = unicodedata.normalize("NFD", text.replace("đ", "ð")).replace("ủ", "u\u200b\u0309")
        raw = raw.replace(" tháng", " thá\u00adng").encode("utf-8-sig")
    else:
        raw = encode(text)  # type: ignore[operator]
    assert fold(normalise(decode(raw).text)) == fold(plain(PARAGRAPH))


def test_lists_of_characters_are_no_text() -> None:
    latin = "\n".join(f"{chr(c)} {c:X} small letter" for c in range(0xA1, 0x100))
    assert recode(latin).encoding == "unicode"
    assert recode("".join(chr(c) for c in range(0xA1, 0x100))).encoding == "unicode"
    assert recode(" ".join(f"U+{c:04X}, u+{c:X}" for c in range(0x100))).encoding == "unicode"
