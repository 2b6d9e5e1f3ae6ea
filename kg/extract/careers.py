"""Titles governed by the verbs of a career.

"bầu A giữ chức …" · "A thôi giữ chức …" · "A từng là …" · "chỉ định A tham gia Ban Thường vụ …"
"""

import re
from collections.abc import Iterator

from kg.extract.holdings import Holding, day_told, period, person_at, years_of
from kg.extract.page import Page
from kg.extract.scan import Row
from kg.extract.terms import BodyTerm, TitleTerm
from kg.model import Status
from kg.vocabulary import Concept

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
_JOINED = frozenset(
    ("body-executive-committee", "body-standing-committee", "body-politburo", "body-secretariat")
)
_JOIN = re.compile(r"(?:(?=a)|a[wHPR,T&]*?h?w?)([ah])(?:B[,&]{1,2})*$")
_OPEN = re.compile(r"(?:kiện toàn|khuyết|còn thiếu)$")
_ASKS = re.compile(r"(?:đề xuất|đề nghị|kiến nghị)(?!\w)")
_UNDERGONE = re.compile(r"(?<!\w)(?:được|bị|nhận quyết định|sẽ|vừa|chính thức)(?!\w)")
_SPAN = re.compile(
    r"(?:từ|giai đoạn)(?: đầu| cuối)?(?: tháng| năm)? (?:(?P<m1>\d{1,2})[/-])?(?P<y1>(?:19|20)\d\d)"
    r"(?: ?(?:-|đến)(?: đầu| cuối)?(?: tháng| năm)? ?"
    r"(?:(?P<m2>\d{1,2})[/-])?(?P<y2>(?:19|20)\d\d))?"
)
_EARLIER = re.compile(r"(?:trước đó|trước đây|trước khi|khi còn|lúc còn)(?!\w)")
_LIFE = re.compile(r"[HR]*P[wdU,()N]*l[T,&N]*$")
_FOR = re.compile(r"(?:đối với|cho|với)$")


def governed(page: Page, row: Row, taken: set[int]) -> Iterator[Holding]:
    """Titles after a verb of a career, of the person that the verb is about."""
    person: str | None = None
    verb, used = "", False
    pending: list[tuple[int, str]] = []
    for i, chunk in enumerate(row.chunks):
        letter = chunk.letter
        if letter == "P":
            if person is None or not re.search(r"y[HR]*$", row.letters[:i]):
                person = person_at(row, i)
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
            if not verb or not _adjacent(page, row, i) or _is_asked(page, row, i):
                continue
            if verb in "lk" and not _close(page, row, i, taken):
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


def _span_told(page: Page, row: Row, index: int) -> tuple[str | None, str | None]:
    """The years before a title: "giai đoạn 2006 - 2011 … làm", "Từ tháng 5/2018, bà A là"."""
    told = list(_SPAN.finditer(page.low, row.span.start, row.chunks[index].start))
    if not told:
        return None, None
    match = told[-1]
    return _iso(match["y1"], match["m1"]), _iso(match["y2"], match["m2"])


def _iso(year: str | None, month: str | None) -> str | None:
    if year is None:
        return None
    return f"{year}-{int(month):02d}" if month else year


def _joins(page: Page, row: Row, i: int) -> bool:
    """Whether a committee is what somebody is appointed to join: "chỉ định … tham gia Ban …"."""
    match = _JOIN.search(row.letters[:i])
    term = row.chunks[i].term
    if match is None or not isinstance(term, BodyTerm):
        return False
    if term.kind.id not in _JOINED:
        return False
    last = row.chunks[match.start(1)]
    words = page.low[last.start : last.end]
    return words.endswith("tham gia") or words.startswith("vào")


def _period_after(page: Page, row: Row, i: int) -> tuple[str | None, str | None]:
    for chunk in row.chunks[i:]:
        if chunk.letter == "N" and (years := years_of(page, chunk)):
            return years
    return day_told(page, row, i), None


def _is_asked(page: Page, row: Row, i: int) -> bool:
    """Whether the holder of the title is asked for something: "đề xuất Thủ tướng xem xét"."""
    before = row.chunks[i - 1]
    return before.letter == "o" and bool(_ASKS.match(page.low, before.start))


def _stronger(verb: str, letter: str) -> str:
    """What "bầu … giữ chức" means together: the holding verb keeps the meaning of the first."""
    if letter in "hk" and verb in ("a", "r", "p", "o", "k", "y"):
        return verb
    if letter == "a" and verb == "o":
        return verb
    return letter


def _adjacent(page: Page, row: Row, i: int) -> bool:
    """Whether the title follows its verb, or another title that does, with few words between."""
    for j in range(i - 1, -1, -1):
        letter = row.letters[j]
        if letter in "arepolhky":
            return not (letter == "h" and j and _is_open(page, row, j))
        if letter == "T":
            continue
        if letter == "w" and row.chunks[j].end - row.chunks[j].start > 28:
            return False
        if letter not in "w,&(gN-HkBdU:" and not (letter == ";" and row.letters[j + 1] == "T"):
            return False
    return False


def _is_open(page: Page, row: Row, j: int) -> bool:
    """Whether the post is one still to be filled: "đến khi kiện toàn chức danh Bí thư"."""
    before = row.chunks[j - 1]
    return before.letter == "w" and bool(_OPEN.search(page.low, before.start, before.end))


def _is_now(page: Page, row: Row, i: int) -> bool:
    """Whether the verb before the title says "hiện là", after facts of somebody's life."""
    last = max(j for j in range(i) if row.letters[j] in "lkh")
    return page.low.startswith(("hiện", "đang"), row.chunks[last].start)


def _close(page: Page, row: Row, i: int, taken: set[int]) -> bool:
    """Whether "là" or "kiêm" stands right after the person or a title read as his."""
    match = re.search(r"([PTN])[,)]?w?,?[apsw]?[lk]w?(?:[TN&,]*)$", row.letters[:i])
    if not match:
        return bool(_LIFE.match(row.letters[:i])) and _is_now(page, row, i)
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
    return person_at(row, p) if _is_for(page, row, p) else None


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
    since, until = period(page, row, index)
    if since is None and status in ("current", "former"):
        since, until = _span_told(page, row, index)
        if until is not None and until[:4] <= str(page.year or until[:4]):
            status = "former"
    if status == "current" and _EARLIER.match(page.low, row.span.start):
        status = "former"
    day = day_told(page, row, index)
    if status == "starts" and since is None:
        since = day
    elif status == "ends" and until is None:
        until = day
    rule = "post:past" if status == "former" else "post:verb"
    return Holding(person, row, index, rule, status, since, until)
