"""Finding known phrases in a folded text: an index by first word, the longest match wins."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from kg.errors import VocabularyError
from kg.text import fold, plain
from kg.vocabulary.words import Concept, concepts, of_type

WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Phrase:
    """A form of a concept; `exact` is set where the case of the letters counts ("TVTU")."""

    form: str
    concept: Concept
    written: str
    exact: str | None = None


class Phrases:
    """An index of phrases by their first word; a form that begins with none is an error."""

    __slots__ = ("_index",)

    def __init__(self, phrases: Iterable[Phrase]) -> None:
        index: dict[str, list[Phrase]] = {}
        for phrase in phrases:
            first = WORD.match(phrase.form)
            if first is None:
                raise VocabularyError(f"vnkg:{phrase.concept.id}: {phrase.written!r} is no word")
            index.setdefault(first.group(), []).append(phrase)
        for rows in index.values():
            rows.sort(key=lambda p: -len(p.form))
        self._index: Mapping[str, tuple[Phrase, ...]] = {k: tuple(v) for k, v in index.items()}

    @property
    def first_words(self) -> frozenset[str]:
        """The first words of all phrases."""
        return frozenset(self._index)

    def __iter__(self) -> Iterator[Phrase]:
        """All phrases, by first word."""
        for rows in self._index.values():
            yield from rows

    def __contains__(self, word: str) -> bool:
        return word in self._index

    def at(self, folded: str, text: str, pos: int, word: str) -> list[Phrase]:
        """All phrases that stand at `pos`, whose word there is `word`; the longest come first."""
        found = []
        for phrase in self._index.get(word, ()):
            end = pos + len(phrase.form)
            if not folded.startswith(phrase.form, pos):
                continue
            if folded[end : end + 1].isalnum():
                continue
            if phrase.exact is None or text.startswith(phrase.exact, pos):
                found.append(phrase)
        return found

    def longest(self, folded: str, text: str, pos: int) -> Phrase | None:
        """The longest phrase at `pos`, or None."""
        word = WORD.match(folded, pos)
        if not word or word.group() not in self._index:
            return None
        found = self.at(folded, text, pos, word.group())
        return found[0] if found else None


def _spellings(form: str) -> tuple[str, ...]:
    """A form with and without blanks about its hyphens: "kinh tế - xã hội", "kinh tế-xã hội"."""
    if " - " not in form:
        return (form,)
    return (form, form.replace(" - ", "-"), form.replace(" - ", " -"), form.replace(" - ", "- "))


def phrases_of(kind: str) -> Phrases:
    """The phrases of all concepts of one class; notations count in their own case only."""
    rows = []
    for concept in of_type(kind):
        rows += [Phrase(form, concept, f) for f in concept.forms for form in _spellings(fold(f))]
        rows += [Phrase(fold(c), concept, c, plain(c)) for c in concept.codes]
    return Phrases(rows)


def phrases_in(*schemes: str) -> Phrases:
    """The phrases of all concepts of some schemes: "honorifics", "ranks"."""
    found = [c for c in concepts().values() if c.schemes & set(schemes)]
    return Phrases(Phrase(fold(f), c, f) for c in found for f in (*c.forms, *c.codes))
