"""Persons' names as they are written: by surname, by what stands before and after them.

A Vietnamese name begins with one of a few hundred surnames, so a run of capitalised syllables
that begins with one is a name unless its surroundings say otherwise (a street, a school, a
credit under a picture). After "ông", "đồng chí" or a title any capitalised run is a name.
"""

import re

from kg.extract.page import Page, blanks, words
from kg.extract.terms import NameTerm
from kg.extract.units import capital_run, country_at, opens_sentence, surnames
from kg.text import LOWER, UPPER
from kg.vocabulary import gazetteer, is_compound, word_set

_INITIAL = re.compile(rf" ([{UPPER}])\.(?=[ ,;)(]|$)")
_BEFORE = re.compile(r"([^\s.,;:()\"/]+)[ ]+$")
_BEFORE_TWO = re.compile(r"([^\s.,;:()\"/]+ [^\s.,;:()\"/]+)[ ]+$")
_CREDIT = re.compile(
    r"(?:ảnh|video|clip|đồ họa|nguồn|thực hiện|bài|tin|theo)(?: minh họa)? ?[:;] ?"
    r"(?:[^.\n:]{0,25}[/,-] ?)?$"
)
_AGENCY = re.compile(r"/ ?[A-ZĐ]{2,} ?- ?$")
_AFTER_CREDIT = re.compile(r" ?/ ?[A-ZĐ]| ?\((?:TTXVN|Theo|T/h|TH|VOV)")
_GIVEN = re.compile(rf"[{UPPER}][{LOWER}]+(?![{UPPER}{LOWER}])")
_SMALL = re.compile(rf" [{LOWER}]+(?!\w)")
_HOUSE = re.compile(r"\d+[a-z]? $")
_LONGEST = 5
# Names of the Central Highlands: "H'Lê Ayũn", "K'Brõih".
_MINORITY = ("h'", "k'")


def may_begin_name(token: str) -> bool:
    """Whether a folded word can be the first of a name that nothing leads in."""
    return token in surnames() or token in ("h", "k")


def parse_name(page: Page, pos: int, *, led: bool) -> NameTerm | None:
    """The name that begins at `pos`; `led` where a title or "ông" stands before it."""
    if led and (country := country_at(page, pos)):
        abroad = _cut(page, capital_run(page, blanks(page.low, country), 7))
        if len(abroad) > 1 and page.plain[country : country + 1] == " ":
            start, end = abroad[0][0], abroad[-1][1]
            return NameTerm(start, end, _cased(page, abroad))
    run = _cut(page, capital_run(page, pos, 7))
    if not run:
        return None
    first = page.low[run[0][0] : run[0][1]]
    if len(run) == 1 and not (led and first.startswith(_MINORITY)):
        return _short_name(page, run[0], led)
    if first.startswith(_MINORITY) and len(run) == 1 and not led:
        return None
    rare = first in word_set("surnames-rare")
    if (
        first not in surnames()
        and not first.startswith(_MINORITY)
        and not (led and (rare or _foreign_or_minority(page, run)))
    ):
        return None
    start, end = run[0][0], run[-1][1]
    shouted = page.is_shouted(start)
    capitals = [e - s > 1 and page.plain[s:e].isupper() for s, e in run]
    if not shouted and any(capitals) and not (led and all(capitals) and first in surnames()):
        return None
    if shouted and not led:
        return None
    if _is_thing(page, start, end) or (not led and names_a_thing(page, start)):
        return None
    if len(run) == 2 and _goes_on(page, run[-1]):
        return None
    initial = _INITIAL.match(page.plain, end)
    if initial and len(run) >= 2:
        return NameTerm(start, initial.end(), f"{_cased(page, run)} {initial.group(1)}.")
    return NameTerm(start, end, _cased(page, run))


def _cut(page: Page, run: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The syllables of the run that one name can have."""
    for i, (start, end) in enumerate(run):
        if i and page.plain[run[i - 1][1] : start] not in (" ", "-"):
            return run[:i]
        if i >= 2 and page.is_shouted(start) and words().verbs.longest(page.low, page.plain, start):
            return run[:i]
        if i >= 2 and (_begins_other(page, start) or opens_sentence(page, start, "opener-sure")):
            return run[:i]
        if (
            i
            and page.plain[start:end].isupper()
            and end - start > 1
            and not _capitals(page, run[0])
        ):
            return run[:i]
    return run[:_LONGEST] if not _is_minority(page, run) else run[:6]


def _capitals(page: Page, span: tuple[int, int]) -> bool:
    word = page.plain[span[0] : span[1]]
    return word.isupper() and (len(word) > 1)


def _begins_other(page: Page, pos: int) -> bool:
    """Whether a title or body of more than one syllable begins inside the run."""
    for table in (words().titles, words().bodies):
        phrase = table.longest(page.low, page.plain, pos)
        if phrase is not None and " " in phrase.form:
            return True
    return False


def _is_minority(page: Page, run: list[tuple[int, int]]) -> bool:
    return bool(run) and page.low[run[0][0] : run[0][1]] in word_set("surnames-tay-nguyen")


def _foreign_or_minority(page: Page, run: list[tuple[int, int]]) -> bool:
    key = page.low[run[0][0] : run[-1][1]]
    return key not in gazetteer().provinces and page.plain[run[0][0]].isupper()


def _short_name(page: Page, span: tuple[int, int], led: bool) -> NameTerm | None:
    """A given name alone after "ông" or a title; or "Nguyễn Công" + initial."""
    start, end = span
    initial = _INITIAL.match(page.plain, end)
    if initial and page.low[start:end] in surnames() and led:
        return NameTerm(start, initial.end(), f"{page.proper(start, end)} {initial.group(1)}.")
    if led and _GIVEN.fullmatch(page.plain, start, end) and not _goes_on(page, span):
        return NameTerm(start, end, page.proper(start, end), given=True)
    return None


def _cased(page: Page, run: list[tuple[int, int]]) -> str:
    """The name in normal case, with its hyphens."""
    name = page.proper(run[0][0], run[-1][1])
    if all(page.plain[s:e].isupper() for s, e in run) and len(name) > 3:
        return " ".join(w if len(w) == 1 else _capitalised(w) for w in name.split())
    return name


def _capitalised(word: str) -> str:
    return "'".join(p[:1].upper() + p[1:].lower() for p in word.split("'"))


def _is_thing(page: Page, start: int, end: int) -> bool:
    """Whether the run is a place or a thing that begins like a name: "Lâm Đồng", "Thái Lan"."""
    key = page.low[start:end]
    if key in gazetteer().provinces and key != "hồ chí minh":
        return True
    return key in word_set("name-nonpersons")


def _goes_on(page: Page, last: tuple[int, int]) -> bool:
    """Whether the last syllable is the first of a longer word: the "Chủ" of "Đoàn Chủ tịch"."""
    small = _SMALL.match(page.plain, last[1])
    return small is not None and is_compound(page.low[last[0] : small.end()])


def names_a_thing(page: Page, start: int) -> bool:
    """Whether what stands before says that the run is no person's name: "đường", a number."""
    if _HOUSE.search(page.low, max(0, start - 8), start):
        return True
    for pattern in (_BEFORE, _BEFORE_TWO):
        before = pattern.search(page.low, max(0, start - 30), start)
        if before and before.group(1) in word_set("name-context-negative"):
            return True
    return False


def is_credited(page: Page, pos: int) -> bool:
    """Whether what begins at `pos` is only named as a source: "Ảnh: Báo X", "VOV - Trung tâm Y"."""
    return bool(_CREDIT.search(page.low, max(0, pos - 40), pos)) or bool(
        _AGENCY.search(page.plain, max(0, pos - 12), pos)
    )


def is_credit(page: Page, name: NameTerm) -> bool:
    """Whether the name stands in a credit: "Ảnh: Trí Dũng/TTXVN", or signs the article."""
    if _CREDIT.search(page.low, max(0, name.start - 40), name.start):
        return True
    if _AFTER_CREDIT.match(page.plain, name.end):
        return True
    tail = page.plain[name.end :].strip(" .()\n")
    if tail and len(tail) > 24:
        return False
    before = page.plain[: name.start].rstrip()
    return not before or before[-1] in '.!?…"”\n)' or page.plain[name.start - 1] == "\n"
