"""How an article introduces a person, apart from posts: by what word, of what age, from where.

Whoever is known to all is named without more; a private person comes with an age, a place of
living or a word such as "cháu" or "bị cáo".
"""

import re
from dataclasses import dataclass
from functools import cache

from kg.model import Article, Person
from kg.text import fold
from kg.vocabulary import word_set

_BORN = re.compile(r"\W{0,3}(?:sinh năm|sn|sinh) ?:? ?(\d{4})\b")
_AGE = re.compile(r"\W{0,3}(\d{1,2}) ?tuổi\b")
_HOME = re.compile(
    r"[^.;]{0,25}\b(?:trú|ngụ|quê|hktt|hộ khẩu|sống) (?:tại|ở|quán|tổ|xã|phường|huyện|quận|thôn)"
)
_BEFORE = 24
_AFTER = 60


@dataclass(frozen=True, slots=True)
class Introduction:
    """Words before the name, possible years of birth, and whether a private person is told of."""

    callings: frozenset[str] = frozenset()
    born: frozenset[str] = frozenset()
    private: bool = False


def introduced(article: Article, person: Person) -> Introduction:
    """How the sentences that name a person introduce it."""
    callings: set[str] = set()
    born: set[str] = set()
    private = False
    for proof in person.evidence:
        sentence = fold(article.text[proof.span.start : proof.span.end])
        for place in re.finditer(rf"(?<!\w){re.escape(fold(person.name))}(?!\w)", sentence):
            before = sentence[max(0, place.start() - _BEFORE) : place.start()].split()
            after = sentence[place.end() : place.end() + _AFTER]
            calling = _calling(before)
            if calling:
                callings.add(calling)
            if found := _BORN.match(after):
                born.add(found[1])
            elif found := _AGE.match(after):
                private = True
                if article.published:
                    year = int(article.published[:4]) - int(found[1])
                    born |= {str(year), str(year - 1)}
            private = private or bool(_HOME.match(after))
    private = private or bool(born) or bool(callings & word_set("private-words"))
    return Introduction(frozenset(callings), frozenset(born), private)


def _calling(before: list[str]) -> str:
    """The longest word of address, rank or profession that ends where a name begins."""
    for count in (4, 3, 2, 1):
        word = " ".join(before[-count:])
        if len(before) >= count and word in _callings():
            return word
    return ""


@cache
def _callings() -> frozenset[str]:
    return word_set("honorific") | word_set("ranks") | word_set("private-words")
