"""An article laid open for the rules: its text in three aligned spellings, and its sentences.

`text` is the article's own, `plain` has one style of tone marks and punctuation, `low` is
`plain` in small letters. All have the same length, so that a span of one is a span of all.
"""

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cache

from kg.model import Article, Span
from kg.text import LOWER, UPPER, fold, plain, sentences, year_of
from kg.vocabulary import Phrases, phrases_in, phrases_of

SYLLABLE = re.compile(rf"(?:[{UPPER}]['’])?[{UPPER}][{UPPER}{LOWER}]*(?:['’][{LOWER}]+)?")


@dataclass(frozen=True, slots=True)
class Page:
    """The aligned spellings of one article, its sentences and the year that it speaks in."""

    article: Article
    text: str
    plain: str
    low: str
    sentences: tuple[Span, ...]
    starts: tuple[int, ...]
    shouted: tuple[bool, ...]
    year: int | None

    def sentence(self, pos: int) -> int:
        """The number of the sentence that holds the character at `pos`."""
        return max(bisect_right(self.starts, pos) - 1, 0)

    def is_upper(self, pos: int) -> bool:
        """Whether the character at `pos` is a capital."""
        return self.plain[pos : pos + 1].isupper()

    def is_shouted(self, pos: int) -> bool:
        """Whether the character at `pos` stands in a sentence written in capitals."""
        return self.shouted[self.sentence(pos)]

    def proper(self, start: int, end: int) -> str:
        """The words of a span with single blanks, in one spelling."""
        return " ".join(self.plain[start:end].split())


def lay_open(article: Article) -> Page:
    """The page of an article."""
    low = fold(article.text)
    spans = sentences(article.text)
    spelt = plain(article.text)
    return Page(
        article=article,
        text=article.text,
        plain=spelt,
        low=low,
        sentences=spans,
        starts=tuple(s.start for s in spans),
        shouted=tuple(_is_shouted(spelt[s.start : s.end]) for s in spans),
        year=year_of(low, article.published),
    )


def _is_shouted(sentence: str) -> bool:
    words = [w for w in sentence.split() if w[0].isalpha()]
    return len(words) > 3 and sum(map(str.isupper, words)) * 2 > len(words)


@dataclass(frozen=True, slots=True)
class Words:
    """The phrase tables that the parsers look words up in."""

    titles: Phrases
    qualifiers: Phrases
    bodies: Phrases
    fields: Phrases
    documents: Phrases
    verbs: Phrases
    events: Phrases
    addresses: Phrases


@cache
def words() -> Words:
    """The tables, made once from the ontology."""
    return Words(
        titles=phrases_of("PositionTitle"),
        qualifiers=phrases_of("PositionQualifier"),
        bodies=phrases_of("BodyKind"),
        fields=phrases_of("Field"),
        documents=phrases_of("DocumentType"),
        verbs=phrases_of("Verb"),
        events=phrases_of("EventKind"),
        addresses=phrases_in("honorifics", "ranks"),
    )


def skip(low: str, pos: int, *forms: str) -> int:
    """The position after blanks and then any of `forms` with the blanks after it."""
    pos = blanks(low, pos)
    for form in forms:
        end = pos + len(form)
        if low.startswith(form, pos) and not low[end : end + 1].isalnum():
            return blanks(low, end)
    return pos


def blanks(low: str, pos: int) -> int:
    """The position after the blanks at `pos`, staying on the line."""
    while low[pos : pos + 1] == " ":
        pos += 1
    return pos
