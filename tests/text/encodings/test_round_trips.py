"""What is written in an old encoding comes back as it was."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.model import Span
from kg.text import fold, normalise, normalise_traced
from kg.text.encodings import decode, recode
from kg.text.encodings.tables import letters
from kg.text.offsets import original, through

from .encoders import ENCODERS, LETTERS, saved, tcvn3, vni, windows_1258, writable
from .texts import HEADLINE, NEWS, PARAGRAPH, SENTENCE

ARTICLES = sorted((Path(__file__).resolve().parents[3] / "examples" / "articles").glob("*.txt"))
LOSING = ("TCVN3", "VIQR without escapes")


@pytest.mark.parametrize("label", ENCODERS)
@pytest.mark.parametrize("text", [NEWS, PARAGRAPH, SENTENCE, HEADLINE], ids=len)
def test_texts_come_back(label: str, text: str) -> None:
    name, encode = ENCODERS[label]
    decoded = decode(encode(text))
    assert decoded.encoding == name
    assert normalise(decoded.text) == text


@pytest.mark.parametrize("label", ENCODERS)
def test_the_articles_of_the_examples_come_back(label: str) -> None:
    name, encode = ENCODERS[label]
    for path in ARTICLES:
        text = writable(normalise(path.read_text("utf-8-sig")))
        decoded = decode(encode(text))
        read = normalise(decoded.text)
        assert decoded.encoding == name, path.name
        if label.startswith("TCVN3"):
            text, read = text.lower(), read.lower()
        if label != "VIQR without escapes":
            assert read == text, path.name


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("§¶NG Bé TØNH Hµ NéI", "ĐẢNG BỘ TỈNH HÀ NỘI"),
        ("§¶ng bé tØnh Hµ Nam", "Đảng bộ tỉnh Hà Nam"),
        ("UBND tØnh Hµ Nam häp. ñy ban nhÊt trÝ", "UBND tỉnh Hà Nam họp. Ủy ban nhất trí"),
        ("C¸c ñy viªn ®· häp t¹i Tõ Liªm", "Các ủy viên đã họp tại Từ Liêm"),
    ],
)
def test_capitals_of_tcvn3_are_those_of_their_neighbours(written: str, read: str) -> None:
    assert recode(written).text == read


def test_vni_takes_marks_in_either_case() -> None:
    assert recode("Aùnh saùng cuûa Ñaûng chieáu roïi, AÙNH SAÙNG").text == (
        "Ánh sáng của Đảng chiếu rọi, ÁNH SÁNG"
    )


def test_utf_8_that_lost_bytes() -> None:
    lost = SENTENCE.encode().decode("cp1252", "ignore")
    assert recode(lost).text.startswith("Đồng chí Bí")
    assert recode("lÃ  Äáº£ng bá»™, lÃ tá»‰nh á»§y").text == "là Đảng bộ, là tỉnh ủy"


def test_declared_encodings_need_less_proof() -> None:
    raw = vni("Tỉnh ủy")
    assert decode(raw, "x-viet-vni").text == "Tỉnh ủy"
    assert decode("họp".encode("cp1258", "ignore") + b"", "windows-1258").text == "hp"
    assert decode(windows_1258("xã họp"), "windows-1258").encoding == "windows-1258"


def test_a_declaration_does_not_overrule_the_text() -> None:
    assert decode(NEWS.encode(), "windows-1258").text == NEWS
    assert decode(vni(NEWS), "iso-8859-1").text == NEWS
    assert decode(tcvn3(SENTENCE), "utf-8").encoding == "tcvn3"


def test_a_paragraph_of_its_own_encoding() -> None:
    page = f"{NEWS}\n{saved(vni)(PARAGRAPH).decode()}\n{SENTENCE}\n"
    decoded = decode(page.encode())
    assert decoded.text == f"{NEWS}\n{PARAGRAPH}\n{SENTENCE}\n"
    assert decoded.encoding == "utf-8, in part vni"
    raw = NEWS.encode() + tcvn3(PARAGRAPH) + b"\n" + SENTENCE.encode()
    assert decode(raw).text == f"{NEWS}{PARAGRAPH}\n{SENTENCE}"


def test_beside_unicode_a_line_that_reads_both_ways_stays() -> None:
    line = "Các anh chào ông bà, §2 và §3, 30 m²."
    page = f"{NEWS}{saved(tcvn3)(PARAGRAPH).decode()}\n{line}\n"
    assert decode(page.encode()).text == f"{NEWS}{PARAGRAPH}\n{line}\n"


def test_two_old_encodings_in_one_text() -> None:
    raw = vni(NEWS) + tcvn3(PARAGRAPH)
    assert decode(raw).text == NEWS + PARAGRAPH


def test_tables_name_every_letter_once() -> None:
    both = {c for c in LETTERS | {c.upper() for c in LETTERS} if not c.isascii()}
    for name in ("vni", "viscii", "vps"):
        assert set(letters(name).values()) == both
    assert set(letters("tcvn3").values()) == {c for c in both if c.islower()} | set("ĂÂÊÔƠƯĐ")


@given(
    st.lists(st.sampled_from(NEWS.split()), min_size=14, max_size=40).map(" ".join),
    st.sampled_from([label for label in ENCODERS if not label.startswith(LOSING)]),
    st.data(),
)
def test_each_stretch_leads_to_what_decodes_to_it(
    text: str, label: str, data: st.DataObject
) -> None:
    raw = ENCODERS[label][1](text)
    decoded = decode(raw)
    if decoded.encoding != ENCODERS[label][0]:
        return
    read, moved = normalise_traced(decoded.text)
    offsets = through(moved, decoded.offsets)
    start = data.draw(st.integers(0, len(read) - 1))
    end = data.draw(st.integers(start + 1, len(read)))
    span = original(offsets, Span(start, end))
    assert span is not None
    base = characters(raw, label)
    assert again(base[span.start : span.end], label) == read[start:end]


def characters(raw: bytes, label: str) -> str:
    """The bytes in their plain decoding."""
    from kg.text.encodings.tables import plain

    if label.startswith("UTF-16"):
        return raw.decode("utf-16-le" if " LE" in label else "utf-16-be")
    if label.startswith("UTF-8") or "in UTF-8" in label or "VIQR" in label:
        return raw.decode()
    return plain(raw)


def again(piece: str, label: str) -> str:
    """A stretch of the original, written back by the tables alone."""
    from kg.text.encodings import mojibake, viqr
    from kg.text.encodings.readings import read_word, readings

    name = ENCODERS[label][0]
    if name == "viqr":
        return "".join(part for part, _, _ in viqr.read_text(piece))
    if name.startswith("utf-8 read"):
        return "".join(part for part, _, _ in mojibake.read_line(piece, 0))
    for reading in readings():
        if reading.name == name:
            return normalise(read_word(reading, piece))
    return normalise(piece)


@pytest.mark.parametrize("label", ENCODERS)
def test_what_else_is_uneven_survives(label: str) -> None:
    """Both styles of tone marks come back as written, and fold to one."""
    text = "Uỷ ban và Ủy ban, hoà bình và hòa bình, quý và quí, thuở xưa khoẻ mạnh, vững như trước."
    read = normalise(decode(ENCODERS[label][1](text)).text)
    assert fold(read) == fold(text)
    if not label.startswith("TCVN3"):
        assert read == text
