"""The grammar of the syllable takes what news writes, and not what other languages do."""

import re
from pathlib import Path

import pytest

from kg.text import normalise, unaccent
from kg.text.syllables import syllables

ARTICLES = Path(__file__).resolve().parents[2] / "examples" / "articles"
WORD = re.compile(r"[^\W\d_]+")


TAKEN = (
    "đảng bộ nguyễn thuở khuya khuỷu quốc quý quỳnh gì giếng giêng nghiêng ghế kỷ hòa hoà hoàn hòan"
    " ủy uỷ huỳnh yên yếu ỷ ý oanh xoong ngoằn loè khoẻ huế chuếnh ươm rượu lưu thuyết"
)
REFUSED = (
    # A stop with the wrong tone, an onset before the wrong vowel, endings that there are not.
    "càp cảch hỗt ka ce nge gê ngha quo qư giì ân̂ bâ că bé̂ đd été noël strê için für"
)


@pytest.mark.parametrize("syllable", TAKEN.split())
def test_syllables(syllable: str) -> None:
    assert syllable in syllables()


@pytest.mark.parametrize("word", REFUSED.split())
def test_no_syllables(word: str) -> None:
    assert word not in syllables()


def test_nearly_all_marked_words_of_news_are_syllables() -> None:
    words = [
        word
        for path in sorted(ARTICLES.glob("*.txt"))
        for word in WORD.findall(normalise(path.read_text("utf-8-sig")))
        if not word.isascii() and re.search("[aeiouy]", unaccent(word))
    ]
    assert len(words) > 5000
    assert sum(word.lower() in syllables() for word in words) > 0.99 * len(words)


def test_there_are_some_twenty_thousand() -> None:
    assert 15_000 < len(syllables()) < 25_000
