"""The meetings, visits and ceremonies that an article reports, and who took which part."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from kg.extract.clauses import subjects_of
from kg.extract.page import Page, words
from kg.extract.registry import Registry
from kg.extract.scan import Row, Term
from kg.extract.terms import NameTerm, TitleTerm, UnitTerm
from kg.model import Event, Evidence, Part, Participation
from kg.text import Date, fold
from kg.vocabulary import Concept, is_compound, of_type

_HELD = re.compile(
    r"(?:(?<!các )(?<!của )tổ chức(?!,| (?:đảng|cơ sở|chính trị|xã hội|đoàn|hội|bộ máy|cán bộ))"
    r"|diễn ra|phát biểu[^,.]{0,20} tại|khai mạc|bế mạc|chủ trì|tham dự|dự|làm việc|đến thăm"
    r"|công bố|họp)(?!\w)"
)
_KIND_END = re.compile(
    r"[,.;:()\"\n]|(?<!\w)(?:do|với|tại|nhằm|có|đã|được|của|để|về|ngày|năm|trong|lần thứ|cho|vào|"
    r"diễn ra|và|theo|là|sau|sáng|chiều|tối|một số|tổ chức (?:tại|sáng|chiều|vào|ngày)|\d+)(?!\w)"
)
_DANGLING = re.compile(r"(?: (?:lần )?thứ| một| các| những)$")
_CEREMONY = re.compile(r"lễ (?!hội|tết|nghi|vật|phép|giáo|phục|tân|lạt|phẩm|cưới|giáng)")
_WEAK = re.compile(
    r"(?:cho biết|nói|hỏi|cho hay|chia sẻ|khẳng định|nhận định|cho rằng|giải thích|trả lời|"
    r"thông tin|nhắc lại|bày tỏ|đánh giá|yêu cầu|đề nghị|chỉ đạo|báo cáo|trao đổi)"
)
_AT = re.compile(r"tại (?:buổi|hội nghị|lễ|cuộc|đại hội|kỳ họp|phiên|đây,)|phát biểu|kết luận")
_BEFORE_VERB = re.compile(
    r"((?:(?:T[,&k-]*)*[HR]*P(?:\([wdN,&TU-]*\))?[,:-]*(?:[HR]*[TN][,&k-]*)*[,;&]*)+)(?:w|d|,){0,2}$"
)
_SPOKEN = re.compile(r"[w/:,]{0,6}s(?:s|w|B|U|,|\")*[HRT,]*$")
_OWNED = re.compile(r"gw?[HR]*(?:T[,&]*)*$")
_ASIDE = re.compile(r"(?:ngay |liền )?(?:sau|trước|theo|tại|liên quan|nhân|trong)(?!\w)")
_SIDE = re.compile(r"(?:về phía|phía|cùng dự|cùng đi|tham gia đoàn|đón tiếp)[^.:]{0,80}? có(?!\w)")
_DECISION = re.compile(r"quyết định|bổ nhiệm|bầu|điều động")
_HANDED = re.compile(
    r"(?:trao|nhận) (?:các )?quyết định(?! kết nạp)|tặng hoa"
    r"|chúc mừng (?:ông|bà|(?:các )?đồng chí)(?!\w)"
)
_TO = re.compile(r"(?<!\w)(?:với|cho|về|như|đến|tới|gửi|gặp|từ|bởi|trường hợp|vợ|con)$")
_HAS = re.compile(r"(?<!\w)(?:có|gồm|của)(?!\w)|:")
_MANY = re.compile(r"(?:nhiều|mỗi|từng|những|hai|ba|bốn|năm|sáu|\d|\d kỳ|bên lề(?: một| các)?) $")
_IN_DOCUMENT = re.compile(r"wD,[HRTP,&-]*$")
_IN = re.compile(r"(?<!\w)(?:tại|trong|theo)(?: các)?$")
_PRONOUNS = frozenset(("ông", "bà", "anh", "chị"))
_LEAD = 3
_WORDS = 6
_ORDER: dict[Part, int] = {"chairs": 3, "speaks": 2, "attends": 1}
_CONFIDENCE = {"chairs": 0.9, "speaks": 0.85, "attends": 0.9}


@dataclass(frozen=True, slots=True)
class Found:
    """An event as it was first told: its noun phrase and its row."""

    kind: str
    row: Row
    start: int


def events(page: Page, rows: Sequence[Row], registry: Registry) -> tuple[Event, ...]:
    """The event that the article reports, with all who took part; none where none is told.

    One held "tại các huyện A và B" is two, one at each place.
    """
    found = _first(page, rows)
    if found is None:
        return ()
    parts = tuple(_parts(page, rows, found).values())
    day, organizer = _date(page, rows, found), _organizer(page, found, registry)
    evidence = (Evidence(found.row.span, "event:held", 0.8),)
    return tuple(
        Event(found.kind, day, place, organizer, parts, evidence) for place in _places(page, found)
    )


def _first(page: Page, rows: Sequence[Row]) -> Found | None:
    """The first row that tells of an event as held: best with its date."""
    candidates: list[tuple[int, int, Found]] = []
    for number, row in enumerate(rows):
        text = page.low[row.span.start : row.span.end]
        for pos, form in _nouns(page, row):
            kind = _kind(page, pos, row.span.end)
            held = bool(_HELD.search(text)) or _is_done(page, row, pos)
            dated = any(isinstance(c.term, Date) and c.term.day for c in row.chunks)
            if not held and not dated:
                continue
            rank = 2 * (dated and held) + held + (number < 4)
            if form == "lễ" and not _CEREMONY.match(page.low, pos):
                continue
            candidates.append((-rank, number, Found(kind, row, pos)))
            break
    return min(candidates, key=lambda c: (c[0], c[1]))[2] if candidates else None


def _nouns(page: Page, row: Row) -> Iterator[tuple[int, str]]:
    """The nouns of events in a row, but for those in the name of a directive or a centre."""
    inside = [(c.start + (c.letter == "B"), c.end) for c in row.chunks if c.letter in "DB"]
    for match in _noun().finditer(page.low, row.span.start, row.span.end):
        if _MANY.search(page.low, row.span.start, match.start()):
            continue
        if not any(start <= match.start() < end for start, end in inside):
            yield match.start(), match.group()


def _is_done(page: Page, row: Row, pos: int) -> bool:
    """Whether the noun is what persons named right before it do: "A và B khảo sát thực tế …"."""
    i = next((i for i, c in enumerate(row.chunks) if c.letter in "wv" and c.start == pos), None)
    return i is not None and bool(_subjects(page, row, i))


@cache
def _noun() -> re.Pattern[str]:
    """The nouns of events as one pattern, the longest first."""
    forms = sorted((fold(f) for c in of_type("EventKind") for f in c.forms), key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, forms))})(?!\w)(?! số \d)")


def _kind(page: Page, pos: int, end: int) -> str:
    """The event's noun phrase, to where a preposition or a stop ends it, at most six words."""
    phrase = words().events.longest(page.low, page.plain, pos)
    assert phrase is not None
    stop = _KIND_END.search(page.low, pos + len(phrase.form), end)
    text = _DANGLING.sub("", page.low[pos : stop.start() if stop else end].rstrip()).split()
    cut = len(text) > _WORDS and is_compound(" ".join(text[_WORDS - 1 : _WORDS + 1]))
    if cut and not is_compound(" ".join(text[_WORDS - 2 : _WORDS])):
        return " ".join(text[: _WORDS - 1])
    return " ".join(text[:_WORDS])


def _date(page: Page, rows: Sequence[Row], found: Found) -> str | None:
    for row in (found.row, *rows[:3]):
        for chunk in row.chunks:
            if isinstance(chunk.term, Date) and chunk.term.day and chunk.term.month:
                return chunk.term.iso(page.year)
    return None


def _places(page: Page, found: Found) -> list[str | None]:
    """Where the event is held, by the first unit after "tại"; each unit of a list by itself."""
    for chunk in found.row.chunks:
        if isinstance(chunk.term, UnitTerm) and chunk.term.name:
            before = page.low[max(0, chunk.start - 16) : chunk.start]
            if not re.search(r"(?:tại|ở) (?:hội trường |các |\d+ )?$", before):
                continue
            if not chunk.term.others:
                return [page.proper(chunk.start, chunk.end)]
            units = sorted((chunk.term, *chunk.term.others), key=lambda u: u.start)
            return [f"{u.kind} {u.name}" for u in units]
    return [None]


def _organizer(page: Page, found: Found, registry: Registry) -> str | None:
    """The body that is the subject of the event's sentence, before the event is named."""
    for j, names in subjects_of(page, found.row, registry):
        if found.row.chunks[j].start < found.start:
            return names[0]
    return None


def _parts(page: Page, rows: Sequence[Row], found: Found) -> dict[str, Participation]:
    parts: dict[str, Participation] = {}
    leads = found.row in rows[:_LEAD] and not _ASIDE.match(page.low, found.row.span.start)
    decides = bool(_DECISION.search(found.kind))
    for row in rows:
        at_event = bool(_AT.search(page.low, row.span.start, row.span.end))
        for person, part, sure in (
            *_row_parts(page, row),
            *_appointed(page, row, decides and row == found.row),
        ):
            if not (sure or at_event or leads or person in parts):
                continue
            known = parts.get(person)
            if known is not None and _ORDER[known.part] >= _ORDER[part]:
                continue
            evidence = Evidence(row.span, f"event:{part}", _CONFIDENCE[part])
            parts[person] = Participation(person, part, (evidence,))
    return parts


def _row_parts(page: Page, row: Row) -> Iterator[tuple[str, Part, bool]]:
    """Who takes which part by a row, and whether its words alone show that it is at a meeting.

    Persons after "Dự hội nghị có", before "chủ trì" or after "do … chủ trì", subjects of
    "phát biểu"; "cho biết" may as well be said to a reporter.
    """
    listed: Part | None = "attends" if _SIDE.match(page.low, row.span.start) else None
    opened = row.span.start
    events_at = {pos for pos, _ in _nouns(page, row)}
    for i, chunk in enumerate(row.chunks):
        if chunk.letter in "tc":
            part: Part = "attends" if chunk.letter == "t" else "chairs"
            subjects = _subjects(page, row, i)
            yield from ((person, part, True) for person in subjects)
            listed = part if chunk.letter == "t" or not subjects else None
            opened = chunk.end
        elif isinstance(chunk.term, NameTerm):
            if listed == "attends" and not _HAS.search(page.low, opened, chunk.start):
                listed = None
            if listed is not None and not _OWNED.search(row.letters[:i]):
                yield chunk.term.name, listed, True
            if _leads_delegation(row, i):
                yield chunk.term.name, "chairs", True
            if _SPOKEN.match(row.letters[:i]):
                yield chunk.term.name, "speaks", False
        elif chunk.letter in "wv" and chunk.start in events_at:
            yield from ((person, "attends", True) for person in _subjects(page, row, i))
        elif chunk.letter in "sv" and _speaks(chunk.term):
            if not _in_writing(page, row, i):
                sure = not _WEAK.match(page.low, chunk.start)
                yield from ((person, "speaks", sure) for person in _subjects(page, row, i))
        if chunk.letter == "c" and row.letters[i + 1 : i + 2] == "g":
            yield from ((person, "chairs", True) for person in _under(row, i))
            listed = None


def _appointed(page: Page, row: Row, decided: bool) -> Iterator[tuple[str, Part, bool]]:
    """Those who are there because the decision is about them, or is handed to them."""
    if (decided and "a" in row.letters) or _HANDED.search(page.low, row.span.start, row.span.end):
        for chunk in row.chunks:
            if isinstance(chunk.term, NameTerm):
                yield chunk.term.name, "attends", True


def _speaks(term: Term) -> bool:
    return isinstance(term, Concept) and "speak" in term.properties.get("meaning", ())


def _in_writing(page: Page, row: Row, i: int) -> bool:
    """Whether the verb tells what a document says: "Tại Chỉ thị số 1, đồng chí A nhấn mạnh"."""
    match = _IN_DOCUMENT.search(row.letters[:i])
    return match is not None and bool(_IN.search(_words(page, row, match.start())))


def _under(row: Row, i: int) -> list[str]:
    """Who chairs in "dưới sự chủ trì của đồng chí A"."""
    match = re.match(r"g[HR]*(?:[TN][,&k-]*)*P", row.letters[i + 1 :])
    term = row.chunks[i + match.end()].term if match else None
    return [term.name] if isinstance(term, NameTerm) else []


def _leads_delegation(row: Row, i: int) -> bool:
    """Whether the person is told to head a delegation: "do ông A, … làm Trưởng đoàn"."""
    match = re.match(r"[HR]*[,-]?(?:T[,&-]*)*hT", row.letters[i + 1 :])
    term = row.chunks[i + match.end()].term if match else None
    return isinstance(term, TitleTerm) and term.concept.id == "position-truong-doan"


def _subjects(page: Page, row: Row, i: int) -> list[str]:
    """The persons right before a verb, over their titles: "A, Bí thư …, và B, … chủ trì"."""
    match = _BEFORE_VERB.search(row.letters[: _before_proxy(page, row, i)])
    if not match:
        return []
    return [
        chunk.term.name
        for j, chunk in enumerate(row.chunks[match.start(1) : match.end(1)], match.start(1))
        if isinstance(chunk.term, NameTerm)
        and not _is_governed(page, row, j)
        and page.low[chunk.start : chunk.end] not in _PRONOUNS
    ]


def _before_proxy(page: Page, row: Row, i: int) -> int:
    """Where "thay mặt" with its body begins, if it stands before the verb; else the verb."""
    match = re.search(r"w[BTU]w?,?$", row.letters[:i])
    if match and _words(page, row, match.start()).endswith("thay mặt"):
        return match.start()
    return i


def _is_governed(page: Page, row: Row, j: int) -> bool:
    """Whether a preposition stands before the person: "bài viết của Tổng Bí thư A", "với ông A"."""
    while j and row.letters[j - 1] in "HRT":
        j -= 1
    if j and row.letters[j - 1] == "g":
        return True
    return bool(j) and row.letters[j - 1] == "w" and bool(_TO.search(_words(page, row, j - 1)))


def _words(page: Page, row: Row, j: int) -> str:
    return page.low[row.chunks[j].start : row.chunks[j].end]
