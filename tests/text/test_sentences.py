"""Sentences cover all that is no blank, in order, and abbreviations end none."""

import pytest
from hypothesis import given

from kg.text import sentences
from kg.text.sentences import abbreviations

from .texts import TEXTS


def split(text: str) -> list[str]:
    return [text[s.start : s.end] for s in sentences(text)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Đoàn công tác đến TP. Đà Nẵng.",
        "Ông làm việc tại Tp. Hồ Chí Minh.",
        "Nhà ở Q. Bình Tân, P. An Lạc.",
        "Trụ sở ở Q.2 và Q.9.",
        "TS. Trần An phát biểu.",
        "PGS.TS. Trần An và GS. Lê Bình phát biểu.",
        "BS.CKII. Lê Bình và ThS. Đỗ Hà dự.",
        "Dự có đ/c. Nguyễn Văn An và Đ/C. Lê Bình.",
        "Nghệ sĩ NSƯT. Minh Hằng hát.",
        "Bị cáo Nguyễn Văn A. Trần khai tại tòa.",
        "Diện tích 1.500 ha, tăng 3.2 lần.",
        "Ngày 27.4.2018, ông nhận nhiệm vụ.",
        "Theo quyết định v.v. và các văn bản khác.",
        "Trang web kg.vn có tin.",
    ],
)
def test_a_full_stop_inside(sentence: str) -> None:
    assert split(sentence) == [sentence]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Một. Hai! Ba? Bốn… Năm", ["Một.", "Hai!", "Ba?", "Bốn…", "Năm"]),
        ("Ông nói: “Tốt lắm.” Rồi về.", ["Ông nói: “Tốt lắm.”", "Rồi về."]),
        ("(Hết.) “Sau đó” nghỉ.", ["(Hết.)", "“Sau đó” nghỉ."]),
        ("Năm 2020. 15 người dự.", ["Năm 2020.", "15 người dự."]),
        ("Dòng một\nDòng hai\n\n  Dòng ba  ", ["Dòng một", "Dòng hai", "Dòng ba"]),
        ("Kết quả tốt. • Một", ["Kết quả tốt.", "• Một"]),
        ("Thôi... Được rồi.", ["Thôi...", "Được rồi."]),
        ("Thôi... được rồi.", ["Thôi... được rồi."]),
        ("Về tp. Vinh. Ông An dự.", ["Về tp. Vinh.", "Ông An dự."]),
        ("  \n\n ", []),
        ("", []),
    ],
)
def test_the_end_of_a_sentence(text: str, parts: list[str]) -> None:
    assert split(text) == parts


def test_abbreviations_are_small_letters() -> None:
    assert {"tp", "ts", "đ/c"} <= abbreviations()
    assert all(word == word.lower() and not word.endswith(".") for word in abbreviations())


@pytest.mark.parametrize("word", sorted(abbreviations()))
def test_no_abbreviation_ends_a_sentence(word: str) -> None:
    text = f"Đến {word}. Hòa Bình."
    assert split(text) == [text]
    assert split(text.upper()) == [text.upper()]


@given(TEXTS)
def test_sentences_cover_all_text_in_order(text: str) -> None:
    spans = sentences(text)
    edges = [0, *(edge for s in spans for edge in (s.start, s.end)), len(text)]
    assert edges == sorted(edges)
    gaps = zip(edges[::2], edges[1::2], strict=True)
    assert not "".join(text[start:end] for start, end in gaps).strip()


@given(TEXTS)
def test_a_sentence_is_trimmed_and_not_empty(text: str) -> None:
    for sentence in split(text):
        assert sentence
        assert sentence == sentence.strip()


@given(TEXTS)
def test_a_sentence_holds_no_line_end(text: str) -> None:
    assert not any("\n" in sentence for sentence in split(text))
