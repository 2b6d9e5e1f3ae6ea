"""Who holds, takes up or leaves which post.

Titles beside a name are read first (`_beside`): after it ("A - Bí thư Huyện ủy, Chủ tịch HĐND
huyện") or before it ("Bí thư Thành ủy A"). What is left is governed by the verbs of a career
(`_governed`): "bầu A giữ chức …", "A thôi giữ chức …", "A từng là …".
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from kg.extract.page import Page
from kg.extract.registry import Registry
from kg.extract.scan import Row
from kg.extract.terms import BodyTerm, NameTerm, TitleTerm
from kg.model import Evidence, Membership, Status
from kg.text import Date
from kg.vocabulary import Concept, concepts

_BUNDLE = r"T(?:N?(?:[,&k]|-|,[&k])?T)*"
_ASIDE = r"(?:\([wdN,&]*\))?"
_AFTER = re.compile(
    rf"P{_ASIDE}[,(:-]{{1,2}}w?({_BUNDLE})|P({_BUNDLE})|P{_ASIDE},[wBU(),]{{1,9}},({_BUNDLE})"
)
_LIST = re.compile(r"T:([HRTP,&(wd)-]*)")
_BEFORE = re.compile(rf"({_BUNDLE})(?:[HR-]*)(P(?:[,&][HR]*P(?![,(:-]+T))*)")
_STATUS: dict[str, Status] = {
    "a": "starts",
    "r": "ends",
    "e": "ends",
    "p": "former",
    "o": "proposed",
    "l": "current",
    "h": "current",
    "k": "current",
    "y": "starts",
}
_CONFIDENCE = {
    "post:after": 0.95,
    "post:before": 0.93,
    "post:verb": 0.8,
    "post:past": 0.75,
    "post:joins": 0.8,
}
_JOINED = frozenset(
    ("body-executive-committee", "body-standing-committee", "body-politburo", "body-secretariat")
)
_YEARS = re.compile(r"(\d{4}) ?- ?(\d{4})")
_UNDERGONE = re.compile(r"(?<!\w)(?:được|bị|nhận quyết định|sẽ|vừa|chính thức)(?!\w)")
_FOR = re.compile(r"(?:đối với|cho|với)$")


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


def posts(page: Page, rows: Sequence[Row], registry: Registry) -> tuple[Membership, ...]:
    """The memberships that the rows tell, each post of a person once."""
    holdings = [holding for row in rows for holding in _holdings(page, row)]
    told = {(h.person, _role(h)) for h in holdings if not _is_bare(h)}
    found = [
        membership
        for holding in holdings
        if not (_is_bare(holding) and (holding.person, _role(holding)) in told)
        and (membership := _membership(page, holding, registry)) is not None
    ]
    return _merged(found)


def _role(holding: Holding) -> str:
    term = holding.row.chunks[holding.index].term
    return term.role if isinstance(term, TitleTerm) else ""


def _holdings(page: Page, row: Row) -> Iterator[Holding]:
    if "T" not in row.letters or "P" not in row.letters:
        return
    taken: set[int] = set()
    yield from _beside(page, row, taken)
    yield from _governed(page, row, taken)


def _squeeze(row: Row) -> tuple[str, list[int]]:
    """The letters without honorifics and ranks, and where each stands in the row."""
    kept = [i for i, c in enumerate(row.letters) if c not in "HR"]
    return "".join(row.letters[i] for i in kept), kept


def _person(row: Row, i: int) -> str:
    term = row.chunks[i].term
    assert isinstance(term, NameTerm)
    return term.name


def _titles(row: Row, kept: Sequence[int], start: int, end: int) -> list[int]:
    return [kept[i] for i in range(start, end) if row.letters[kept[i]] == "T"]


def _beside(page: Page, row: Row, taken: set[int]) -> Iterator[Holding]:
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
                yield _holding(page, row, index, _person(row, p), "post:before", status)
    for match in _AFTER.finditer(letters):
        group = next(g for g in (1, 2, 3) if match.group(g))
        person = kept[match.start()]
        former = None
        for index in _titles(row, kept, match.start(group), match.end(group)):
            if index not in taken:
                taken.add(index)
                former = _inherited(row, index, former)
                yield _holding(page, row, index, _person(row, person), "post:after", former)
    yield from _listed(page, row, letters, kept, taken)


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
                yield _holding(page, row, index, _person(row, kept[i]), "post:before", None)


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
    since, until = _period(page, row, index)
    return Holding(person, row, index, rule, status or term.status or "current", since, until)


def _period(page: Page, row: Row, index: int) -> tuple[str | None, str | None]:
    """The term of office right after a title: "nhiệm kỳ 2015-2020"."""
    for chunk in row.chunks[index + 1 : index + 4]:
        if chunk.letter == "N":
            years = _YEARS.search(page.low, chunk.start, chunk.end)
            if years:
                return years.group(1), years.group(2)
        elif chunk.letter not in ",(":
            break
    return None, None


def _governed(page: Page, row: Row, taken: set[int]) -> Iterator[Holding]:
    """Titles after a verb of a career, of the person that the verb is about."""
    person: str | None = None
    verb, used = "", False
    pending: list[tuple[int, str]] = []
    for i, chunk in enumerate(row.chunks):
        letter = chunk.letter
        if letter == "P":
            person = _person(row, i)
            if pending and _is_for(page, row, i):
                for index, governing in pending:
                    yield _by_verb(page, row, index, person, governing)
            pending = []
        elif letter in "arepolhky":
            if letter == "a" and person is not None and not _is_passive(page, row, i):
                person = None
            leaves = verb == "r" and used and letter in "hk"
            verb, used = ("a" if leaves else _stronger(verb, letter)), False
        elif letter == "B" and person is not None and _joins(page, row, i):
            body = chunk.term
            assert isinstance(body, BodyTerm)
            yield Holding(person, row, i, "post:joins", "starts", *_period_after(page, row, i))
        elif letter == "T" and i not in taken:
            if not verb or not _adjacent(page, row, i):
                continue
            if verb in "lk" and not _close(row, i, taken):
                continue
            used = True
            receiver = _receiver(page, row, i) or person
            if receiver is None:
                pending.append((i, verb))
            else:
                taken.add(i)
                yield _by_verb(page, row, i, receiver, verb)
        elif letter == ";":
            verb = ""


def _joins(page: Page, row: Row, i: int) -> bool:
    """Whether a committee is what somebody is appointed to join: "chỉ định … tham gia Ban …"."""
    match = re.search(r"a[wHPR,T&]*h?w?h(?:B[,&]{1,2})*$", row.letters[:i])
    term = row.chunks[i].term
    if match is None or not isinstance(term, BodyTerm):
        return False
    if term.kind.id not in _JOINED:
        return False
    last = row.letters[:i].rindex("h")
    return page.low.startswith(("tham gia", "vào"), row.chunks[last].start)


def _period_after(page: Page, row: Row, i: int) -> tuple[str | None, str | None]:
    for chunk in row.chunks[i:]:
        if chunk.letter == "N":
            years = _YEARS.search(page.low, chunk.start, chunk.end)
            if years:
                return years.group(1), years.group(2)
    return _day(page, row, i), None


def _stronger(verb: str, letter: str) -> str:
    """What "bầu … giữ chức" means together: the holding verb keeps the meaning of the first."""
    if letter in "hk" and verb in ("a", "r", "p", "o", "k"):
        return verb
    if letter == "a" and verb == "o":
        return verb
    return letter


def _adjacent(page: Page, row: Row, i: int) -> bool:
    """Whether the title follows its verb, or another title that does, with few words between."""
    for j in range(i - 1, -1, -1):
        letter = row.letters[j]
        if letter in "arepolhky":
            return True
        if letter == "T":
            continue
        if letter == "w" and row.chunks[j].end - row.chunks[j].start > 28:
            return False
        if letter not in "w,&(gN-HkBdU":
            return False
    return False


def _close(row: Row, i: int, taken: set[int]) -> bool:
    """Whether "là" or "kiêm" stands right after the person or a title read as his."""
    match = re.search(r"([PTN])[,)]?w?,?[apsw]?[lk]w?(?:[TN&,]*)$", row.letters[:i])
    if not match:
        return False
    return match.group(1) == "P" or match.start(1) in taken or match.start(1) - 1 in taken


def _is_passive(page: Page, row: Row, i: int) -> bool:
    """Whether the person before the verb is appointed ("được bầu", "trúng cử"), not appointing."""
    chunk = row.chunks[i]
    if isinstance(chunk.term, Concept) and chunk.term.id == "verb-trung-cu":
        return True
    start = max((c.end for c in row.chunks[:i] if c.letter == "P"), default=row.span.start)
    return bool(_UNDERGONE.search(page.low, start, chunk.start)) or row.letters[:i].endswith("P")


def _receiver(page: Page, row: Row, i: int) -> str | None:
    """The person after "đối với" behind the title: "miễn nhiệm chức vụ … đối với bà A"."""
    match = re.match(r"[N,]*w[HR]*P", row.letters[i + 1 :])
    if match is None:
        return None
    p = i + match.end()
    return _person(row, p) if _is_for(page, row, p) else None


def _is_for(page: Page, row: Row, i: int) -> bool:
    """Whether "đối với" stands before the person: "miễn nhiệm chức danh … đối với ông A"."""
    j = i - 1
    while j >= 0 and row.letters[j] in "HR":
        j -= 1
    words = page.low[row.chunks[j].start : row.chunks[j].end] if j >= 0 else ""
    return row.letters[j : j + 1] == "w" and bool(_FOR.search(words))


def _by_verb(page: Page, row: Row, index: int, person: str, verb: str) -> Holding:
    term = row.chunks[index].term
    assert isinstance(term, TitleTerm)
    status = _STATUS[verb]
    if term.status and status in ("current", "starts"):
        status = term.status
    since, until = _period(page, row, index)
    day = _day(page, row, index)
    if status == "starts" and since is None:
        since = day
    elif status == "ends" and until is None:
        until = day
    rule = "post:past" if status == "former" else "post:verb"
    return Holding(person, row, index, rule, status, since, until)


def _day(page: Page, row: Row, index: int) -> str | None:
    """The day that the sentence tells: "từ ngày …" after the title, else before it."""
    for j in range(index + 1, min(index + 6, len(row.chunks))):
        after = row.chunks[j].term
        if row.letters[j] in "PT;":
            break
        if isinstance(after, Date) and after.day:
            words = page.low[max(0, row.chunks[j].start - 6) : row.chunks[j].start + 4]
            if re.search(r"từ (?:ngày )?", words):
                return after.iso(page.year)
    for chunk in row.chunks[:index]:
        if isinstance(chunk.term, Date) and chunk.term.day:
            return chunk.term.iso(page.year)
    return None


def _membership(page: Page, holding: Holding, registry: Registry) -> Membership | None:
    chunk = holding.row.chunks[holding.index]
    if isinstance(chunk.term, BodyTerm):
        role = concepts()["position-uy-vien"]
        body = registry.name_of(chunk.term, holding.row.chunks, holding.index)
    else:
        assert isinstance(chunk.term, TitleTerm)
        role = chunk.term.concept
        body = registry.of_title(chunk.term, holding.row.chunks, holding.index)
    if body is None and not role.get("noBody"):
        return None
    evidence = Evidence(holding.row.span, holding.rule, _CONFIDENCE[holding.rule])
    return Membership(
        person=holding.person,
        role=role.label,
        body=body,
        concept=role.id,
        status=holding.status,
        since=holding.since,
        until=holding.until,
        evidence=(evidence,),
    )


def _is_bare(holding: Holding) -> bool:
    """Whether the title is told without its body: "Bí thư Thăng"."""
    term = holding.row.chunks[holding.index].term
    return isinstance(term, TitleTerm) and term.body is None and term.unit is None


_RANK: dict[Status, int] = {
    "starts": 5,
    "ends": 5,
    "acting": 4,
    "former": 3,
    "proposed": 2,
    "current": 1,
}


def _merged(found: Sequence[Membership]) -> tuple[Membership, ...]:
    """One membership a post and person: the most telling status, all evidence, dates filled."""
    posts: dict[tuple[str, str, str | None], Membership] = {}
    for membership in found:
        key = (membership.person, membership.role, membership.body)
        known = posts.get(key)
        if known is None:
            posts[key] = membership
            continue
        first, second = known, membership
        if _RANK[second.status] > _RANK[first.status]:
            first, second = second, first
        evidence = tuple(dict.fromkeys((*known.evidence, *membership.evidence)))[:5]
        posts[key] = replace(
            first,
            since=first.since or second.since,
            until=first.until or second.until,
            evidence=evidence,
        )
    return tuple(m for m in posts.values() if not _is_lesser(m, posts))


def _is_lesser(
    membership: Membership, posts: Mapping[tuple[str, str, str | None], Membership]
) -> bool:
    """Whether the post only shortens another: "Phó Bí thư" of "Phó Bí thư Thường trực"."""
    fuller = (membership.person, f"{membership.role} Thường trực", membership.body)
    return fuller in posts
