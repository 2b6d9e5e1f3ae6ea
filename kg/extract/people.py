"""Persons of an article: full names, and who "ông Tùng", "đồng chí" or "ông" is.

A name is taken as the article first gives it in full. A given name after "ông" or a title is
the person of that given name told last; a bare "ông" that opens a sentence is its last person.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from kg.extract.evidence import kept
from kg.extract.page import Page
from kg.extract.scan import Chunk, Row
from kg.extract.terms import NameTerm
from kg.model import Evidence, Person
from kg.text import fold
from kg.vocabulary import word_set

_GOES_ON = re.compile(r" (?:cũng|đã|còn|vẫn|sẽ)(?!\w)")


@dataclass(frozen=True, slots=True)
class People:
    """The persons of an article, and its rows with every person under the full name."""

    persons: tuple[Person, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class _Names:
    """Full names by their folded form, and all of one given name in the order of the article."""

    full: Mapping[str, str]
    by_given: Mapping[str, Sequence[str]]

    @classmethod
    def of(cls, full: Mapping[str, str]) -> _Names:
        by_given: dict[str, list[str]] = {}
        for name in full.values():
            by_given.setdefault(name.split()[-1], []).append(name)
        return cls(full, by_given)


def people(page: Page, rows: Sequence[Row]) -> People:
    """Tells who the persons are and puts their full names into the rows."""
    names = _Names.of(_full_names(page, rows))
    linked = tuple(_link(page, row, names, last) for row, last in _with_last(rows, names))
    found: dict[str, list[Evidence]] = {}
    for row in linked:
        for chunk in row.chunks:
            if chunk.letter == "P" and isinstance(chunk.term, NameTerm):
                found.setdefault(chunk.term.name, []).append(
                    Evidence(row.span, "person:name", 0.95)
                )
    persons = tuple(Person(name, evidence=kept(evidence)) for name, evidence in found.items())
    return People(persons, linked)


def _full_names(page: Page, rows: Iterable[Row]) -> dict[str, str]:
    """Full names by their folded form, those that are sure enough, as first written."""
    sure: dict[str, str] = {}
    unsure: dict[str, tuple[str, int]] = {}
    for row in rows:
        for i, chunk in enumerate(row.chunks):
            term = chunk.term
            if chunk.letter != "P" or not isinstance(term, NameTerm) or term.given:
                continue
            key = fold(term.name)
            shouted = page.plain[chunk.start : chunk.end].isupper()
            if _is_sure(row, i, term) and not (shouted and key in unsure):
                sure.setdefault(key, term.name)
            elif not shouted:
                unsure[key] = (term.name, unsure.get(key, ("", 0))[1] + 1)
    for key, (name, count) in unsure.items():
        if count > 1 and name.count(" ") >= 2:
            sure.setdefault(key, name)
    return sure


def _is_sure(row: Row, i: int, term: NameTerm) -> bool:
    """Whether the name's length or what stands beside it shows that it is a person's."""
    before = row.letters[i - 1 : i]
    after = row.letters[i + 1 : i + 3]
    if before in ("H", "T", "R") or (before and before in "HTR"):
        return True
    if after[:1] == "T" or after in (",T", "-T", "(T", ":T"):
        return True
    syllables = term.name.split()
    if len(syllables) < 3:
        return len(syllables) == 2 and after[:1] in tuple("scht") and before in ("", ",", ";")
    return fold(syllables[0]) not in word_set("surnames-rare") or _middle(syllables)


def _middle(syllables: Sequence[str]) -> bool:
    return fold(syllables[1]) in word_set("middle-names")


def _with_last(rows: Iterable[Row], names: _Names) -> Iterable[tuple[Row, str | None]]:
    """Each row with the first person of the last row before it that names one."""
    last: str | None = None
    for row in rows:
        yield row, last
        for chunk in row.chunks:
            if isinstance(chunk.term, NameTerm):
                name = _named(chunk.term, names, last)
                if name is not None:
                    last = name
                    break


def _named(term: NameTerm, names: _Names, last: str | None) -> str | None:
    if not term.given:
        return names.full.get(fold(term.name))
    fitting = names.by_given.get(term.name, ())
    if last in fitting:
        return last
    return fitting[-1] if fitting else None


def _link(page: Page, row: Row, names: _Names, last: str | None) -> Row:
    """The row with full names in place of names, and with a bare "ông" at its head resolved."""
    chunks: list[Chunk] = []
    for i, chunk in enumerate(row.chunks):
        if chunk.letter == "P" and isinstance(chunk.term, NameTerm):
            name = _named(chunk.term, names, last)
            if name is None:
                chunks.append(Chunk("w", chunk.start, chunk.end))
                continue
            last = name
            chunks.append(replace(chunk, term=replace(chunk.term, name=name)))
        elif _is_pronoun(page, row, i) and last is not None:
            term = NameTerm(chunk.start, chunk.end, last, given=True)
            chunks.append(Chunk("P", chunk.start, chunk.end, term))
        else:
            chunks.append(chunk)
    return Row(row.span, tuple(chunks), "".join(c.letter for c in chunks))


def _is_pronoun(page: Page, row: Row, i: int) -> bool:
    """Whether the honorific stands for the person told last: "Ông", or "đồng chí cũng …"."""
    chunk = row.chunks[i]
    if chunk.letter != "H" or row.letters[i + 1 : i + 2] in ("P", "T", "H", ":", "R"):
        return False
    if page.low[chunk.start : chunk.end] not in word_set("honorific-pronoun"):
        return False
    if i == 0 or row.letters[i - 1] in ',d"a':
        return True
    return row.letters[i + 1 : i + 2] == "s" or bool(_GOES_ON.match(page.low, chunk.end))
