"""Titles right beside a name: after it, before it, or before a list of names.

"A - Bí thư Huyện ủy, Chủ tịch HĐND huyện" · "Bí thư Thành ủy A" · "các Ủy viên …: A, B và C".
"""

import re
from collections.abc import Iterator, Sequence

from kg.extract.holdings import Holding, period, person_at
from kg.extract.page import Page
from kg.extract.scan import Row
from kg.extract.terms import TitleTerm
from kg.model import Status

_BUNDLE = r"T(?:N?(?:[,&k]|-|,[&k])?T)*"
_ASIDE = r"(?:\([wdN,&]*\))?"
_AFTER = re.compile(
    rf"P{_ASIDE}[,(:-]{{1,2}}w?({_BUNDLE})|P({_BUNDLE})|P{_ASIDE},[wBUdN(),]{{1,9}},({_BUNDLE})"
    rf"|P\([wd]{{1,3}},({_BUNDLE})"
)
_APART = re.compile(r"(?<!g)T,[HR]+P")
_LIST = re.compile(r"T:([HRTP,&(wd)-]*)")
_BEFORE = re.compile(rf"({_BUNDLE})(?:[HR-]*)(P(?:[,&][HR]*P(?![,(:-]+T))*)")


def beside(page: Page, row: Row, taken: set[int]) -> Iterator[Holding]:
    """Titles right after or right before a name."""
    letters, kept = _squeeze(row)
    for match in _BEFORE.finditer(letters):
        titles = _titles(row, kept, match.start(1), match.end(1))
        before = letters[max(0, match.start() - 2) : match.start()]
        if re.search(r"P[,(:-]?$|g$", before):
            titles = titles[-1:]
        persons = [kept[i] for i in range(match.start(2), match.end(2)) if letters[i] == "P"]
        last = row.chunks[titles[-1]].term
        if not (isinstance(last, TitleTerm) and last.plural):
            persons = persons[:1]
        verb = letters[match.start() - 1 : match.start()]
        former: Status | None = None
        for index in titles:
            if index in taken:
                continue
            taken.add(index)
            former = _inherited(row, index, former)
            for p in persons:
                status = _near(verb) or former
                yield _holding(page, row, index, person_at(row, p), "post:before", status)
    for match in _AFTER.finditer(letters):
        group = next(g for g in (1, 2, 3, 4) if match.group(g))
        person = kept[match.start()]
        former = None
        for index in _titles(row, kept, match.start(group), match.end(group)):
            if index not in taken:
                taken.add(index)
                former = _inherited(row, index, former)
                yield _holding(page, row, index, person_at(row, person), "post:after", former)
    yield from _listed(page, row, letters, kept, taken)
    for match in _APART.finditer(row.letters):
        if match.start() not in taken:
            taken.add(match.start())
            name = person_at(row, match.end() - 1)
            yield _holding(page, row, match.start(), name, "post:before", None)


def _squeeze(row: Row) -> tuple[str, list[int]]:
    """The letters without honorifics and ranks, and where each stands in the row."""
    kept = [i for i, c in enumerate(row.letters) if c not in "HR"]
    return "".join(row.letters[i] for i in kept), kept


def _titles(row: Row, kept: Sequence[int], start: int, end: int) -> list[int]:
    return [kept[i] for i in range(start, end) if row.letters[kept[i]] == "T"]


def _listed(
    page: Page, row: Row, letters: str, kept: Sequence[int], taken: set[int]
) -> Iterator[Holding]:
    """A title of many before a colon: "các Ủy viên Trung ương Đảng: A, B và C"."""
    for match in _LIST.finditer(letters):
        index = kept[match.start()]
        term = row.chunks[index].term
        if index in taken or not isinstance(term, TitleTerm) or not term.plural:
            continue
        taken.add(index)
        for i in range(match.start(1), match.end(1)):
            if letters[i] == "P":
                yield _holding(page, row, index, person_at(row, kept[i]), "post:before", None)


def _inherited(row: Row, index: int, former: Status | None) -> Status | None:
    """ "nguyên" before the first title of a bundle holds for the rest, until another status."""
    term = row.chunks[index].term
    assert isinstance(term, TitleTerm)
    return "former" if term.status == "former" else (former if term.status is None else None)


def _near(verb: str) -> Status | None:
    return "proposed" if verb == "o" else None


def _holding(
    page: Page, row: Row, index: int, person: str, rule: str, status: Status | None
) -> Holding:
    term = row.chunks[index].term
    assert isinstance(term, TitleTerm)
    since, until = period(page, row, index)
    return Holding(person, row, index, rule, status or term.status or "current", since, until)
