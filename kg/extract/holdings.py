"""A title given to a person, and what a row tells beside it: the term of office, the day."""

import re
from dataclasses import dataclass

from kg.extract.page import Page
from kg.extract.registry import Registry
from kg.extract.scan import Chunk, Row
from kg.extract.terms import BodyTerm, NameTerm, TitleTerm
from kg.model import Status
from kg.text import Date

# The last body or title before the verbs of appointing and removing, none of them after a person
# that the verb is not about.
_DECIDES = re.compile(r"[BT][wd]?,?d?,?i?[w&]?([ar])(?!.*B[wd]?[ar])[^;]*$")
_PASSIVE = re.compile(r"\b(?:được|bị)\b")
_YEARS = re.compile(r"(\d{4}) ?- ?(\d{4})")


@dataclass(frozen=True, slots=True)
class Holding:
    """A title given to a person by a rule: where, with which status, from when to when."""

    person: str
    row: Row
    index: int
    rule: str
    status: Status
    since: str | None = None
    until: str | None = None


def person_at(row: Row, i: int) -> str:
    """The full name of the person that chunk `i` of the row names."""
    term = row.chunks[i].term
    assert isinstance(term, NameTerm)
    return term.name


def years_of(page: Page, chunk: Chunk) -> tuple[str, str] | None:
    """The first and the last year of a term of office that tells them: "nhiệm kỳ 2015-2020"."""
    years = _YEARS.search(page.low, chunk.start, chunk.end)
    return (years.group(1), years.group(2)) if years else None


def period(page: Page, row: Row, index: int) -> tuple[str | None, str | None]:
    """The term of office right after a title: "nhiệm kỳ 2015-2020"."""
    for chunk in row.chunks[index + 1 : index + 4]:
        if chunk.letter == "N":
            if years := years_of(page, chunk):
                return years
        elif chunk.letter not in ",(":
            break
    return None, None


def term_told(page: Page, row: Row, index: int) -> str | None:
    """The term of office right after a title, without its word: "2015-2020", "XIII"."""
    for chunk in row.chunks[index + 1 : index + 4]:
        if chunk.letter == "N":
            words = page.low[chunk.start : chunk.end].removeprefix("các ")
            return re.sub(r"nhiệm kỳ|khóa|\s", "", words).upper()
        if chunk.letter not in ",(":
            break
    return None


def term_shared(page: Page, row: Row, years: tuple[str | None, str | None]) -> str | None:
    """The term of office, told once for several titles, that a holding has its years from."""
    terms = (years_of(page, chunk) for chunk in row.chunks if chunk.letter == "N")
    return next(("-".join(term) for term in terms if term and term == years), None)


def decider(page: Page, row: Row, index: int, registry: Registry) -> str | None:
    """The body right before the verb that gives or takes the title at `index`.

    "Bộ Chính trị quyết định phân công …" · "được Ban Bí thư chuẩn y giữ chức …"; of a title
    ("Chủ tịch UBND tỉnh bổ nhiệm …") it is the title's body. Who "được bổ nhiệm" decides nothing.
    """
    match = _DECIDES.search(row.letters[:index])
    if match is None:
        return None
    between = page.low[row.chunks[match.start()].end : row.chunks[match.start(1)].start]
    if _PASSIVE.search(between):
        return None
    term = row.chunks[match.start()].term
    if isinstance(term, BodyTerm):
        return registry.name_of(term, row.chunks, match.start())
    assert isinstance(term, TitleTerm)
    return registry.of_title(term, row.chunks, match.start())


def day_told(page: Page, row: Row, index: int) -> str | None:
    """The day that the sentence tells: "từ ngày …" after the title, else before it."""
    for j in range(index + 1, min(index + 6, len(row.chunks))):
        after = row.chunks[j].term
        if row.letters[j] in "PT;":
            break
        if isinstance(after, Date) and after.day:
            words = page.low[max(0, row.chunks[j].start - 6) : row.chunks[j].start + 4]
            if re.search(r"từ (?:ngày )?", words):
                return after.iso(page.year)
    for j, chunk in enumerate(row.chunks[:index]):
        if isinstance(chunk.term, Date) and chunk.term.day:
            of_another = "T" in row.letters[:j] and ";" in row.letters[j:index]
            if not of_another:
                return chunk.term.iso(page.year)
    return None
