"""Which directive implements which, who carries one out, who presents one.

The doer of "thực hiện", "quán triệt", "sơ kết" is the sentence's subject: the first body that
no preposition governs, also where it advises another to issue ("tham mưu … ban hành").
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from kg.extract.citations import Citation, Citations
from kg.extract.clauses import Subjects, subjects_of
from kg.extract.page import Page
from kg.extract.registry import Registry
from kg.extract.scan import Row
from kg.extract.terms import BodyTerm, NameTerm
from kg.model import Evidence, Link, LinkType

_DO = r"(?:thực hiện|triển khai|thi hành|cụ thể hóa)"
_IMPLEMENTS = re.compile(
    r"^[ ,]*(?:v/v |về |nhằm |để )?(?:việc )?(?:tổ chức )?(?:tiếp tục )?(?:đẩy mạnh |tăng cường )?"
    r"(?:hướng dẫn )?(?:tổ chức )?(?:quán triệt,? |học tập,? )*(?:và )?"
    r"(?:triển khai,? |(?:một )?số (?:vấn đề|điểm|nội dung)(?: cụ thể)?(?: về| trong| của)? "
    r"(?:việc )?)?"
    r"(?:và )?(?:tổ chức )?"
    rf"{_DO}(?: có hiệu quả| tốt| nghiêm| (?:một số|các) nội dung của| tinh thần)? (?:các )?$"
)
_INSIDE = re.compile(rf"(?:^|[;,] ?)(?:tiếp tục )?{_DO} $")
_AMENDS = re.compile(r"(?:sửa đổi|bổ sung|thay thế|bãi bỏ|hủy bỏ)[^.;]{0,40}$")
_AND = re.compile(r"^ ?(?:, |và |, và | và )?(?:của )?$")
_CARRY = re.compile(
    r"(?:thực hiện|triển khai|quán triệt|sơ kết|tổng kết|giám sát|kiểm tra|thi hành|cụ thể hóa|"
    r"học tập|chấp hành|tổ chức thực hiện|nghiêm túc|đánh giá)"
)
_BY = re.compile(r"(?:theo|theo tinh thần|căn cứ|tinh thần) (?:các )?$")
_OPENS = re.compile(
    r"(?:(?:tiếp theo đó|theo đó|trước đó|tiếp đó|đồng thời),? )?"
    r"(?:(?:để|nhằm|tiếp tục|tích cực|trên cơ sở) )*(?:tổ chức )?"
    r"(?:thực hiện|triển khai|cụ thể hóa|quán triệt|căn cứ|chấp hành)"
)
_PRESENT = re.compile(
    r"(?:(?:quán triệt|trình bày|công bố|trao|ký|phổ biến|đọc|truyền đạt)(?!\w)"
    r"|(?:triển khai|giới thiệu|thông tin)(?= (?:những |các |một số )?(?:nội dung|điểm mới)))"
)
_PRESENTED = re.compile(r"(?:^|đã |vừa )(?:trao|ký|công bố)(?!\w)")
_PLAN = re.compile(
    r"(?:kế hoạch|chương trình|quyết định|dự thảo|kết quả)[^:]{0,20}(?:triển khai|thực hiện)"
)
_SIGNED = re.compile(r" (?:đã )?ký(?!\w)")
_ASKS = re.compile(r"(?:yêu cầu|đề nghị|kêu gọi|mong muốn|giao nhiệm vụ)")
_CONFIDENCE = {
    "link:subject": 0.9,
    "link:and": 0.8,
    "link:fulfil": 0.8,
    "link:carry": 0.75,
    "link:inspect": 0.75,
    "link:present": 0.75,
}
_CHAIN = re.compile(
    r"^[\"”]? ?(?:, (?:và |gắn với )?|và |gắn với |;? ?cùng )(?:việc )?(?:thực hiện |triển khai )?$"
)
_YEARS = re.compile(r"\d năm (?:triển khai |tổ chức )?(?:thực hiện|triển khai) $")
_MET = re.compile(r"(?:làm việc|kiểm tra|giám sát)")
# "Kiểm tra" in a body's name inspects nothing: the carrying out has to follow.
_INSPECTS = re.compile(
    r"(?:kiểm tra|giám sát)(?:,? (?:và )?(?:kiểm tra|giám sát|đánh giá))*"
    r"(?: (?:chuyên đề|về|đối với|việc|công tác|tình hình|kết quả|tiến độ|quá trình|lãnh đạo|"
    r"chỉ đạo|tổ chức|quán triệt|học tập|và|,))*,? "
    r"(?:triển khai|thực hiện|thi hành|chấp hành|quán triệt)"
)
_FAR = 300
_REACH = 60


def links(
    page: Page, rows: Sequence[Row], cited: Citations, registry: Registry
) -> tuple[Link, ...]:
    """The links that the rows tell, each once with all its evidence."""
    types = {d.id: d.type for d in cited.directives}
    by_row: dict[int, list[Citation]] = {}
    for citation in cited.cited:
        by_row.setdefault(citation.row.span.start, []).append(citation)
    found: dict[tuple[str, LinkType, str], Link] = {}
    last: tuple[str, ...] = ()
    for row in rows:
        here = by_row.get(row.span.start, [])
        subjects = subjects_of(page, row, registry)
        names = tuple(n for _, names in subjects for n in names)
        if here:
            inner = {id(c) for c in _nested(page, here)}
            for link in (
                *_between(page, row, here, types),
                *_carried(
                    page, row, [c for c in here if id(c) not in inner], subjects, last, registry
                ),
                *_presented(page, row, [c for c in here if id(c) not in inner]),
            ):
                _collect(found, link)
        last = names or (last if "P" not in row.letters and "B" not in row.letters else ())
    return tuple(found.values())


def _collect(found: dict[tuple[str, LinkType, str], Link], link: Link) -> None:
    key = (link.source, link.type, link.target)
    known = found.get(key)
    if known is not None:
        link = replace(known, evidence=tuple(dict.fromkeys((*known.evidence, *link.evidence))))
    if link.source != link.target:
        found[key] = link


def _link(row: Row, source: str, type_: LinkType, target: str, rule: str) -> Link:
    return Link(source, type_, target, (Evidence(row.span, rule, _CONFIDENCE[rule]),))


def _gap(page: Page, first: Citation, second: Citation) -> str:
    return page.low[first.term.end : second.term.start]


def _nested(page: Page, here: Sequence[Citation]) -> Iterator[Citation]:
    """Citations that only tell what another directive is about."""
    for first, second in pairwise(here):
        span = first.term.subject_span
        if _IMPLEMENTS.match(_gap(page, first, second)) or (
            span is not None and span[0] <= second.term.start < span[1]
        ):
            yield second


def _between(
    page: Page, row: Row, here: Sequence[Citation], types: dict[str, str]
) -> Iterator[Link]:
    """A directive whose subject is to carry out another, and "Thực hiện X, … ban hành Z"."""
    source: Citation | None = None
    for first, second in pairwise(here):
        gap = _gap(page, first, second)
        span = first.term.subject_span
        inside = span is not None and span[0] <= second.term.start < span[1]
        if _IMPLEMENTS.match(gap) or (inside and _INSIDE.search(gap)):
            source = first
            yield _link(row, first.id, _kind(types[first.id]), second.id, "link:subject")
        elif _AMENDS.search(gap) and len(gap) < 80:
            source = None
            yield _link(row, first.id, "amends", second.id, "link:subject")
        elif source is not None and _AND.match(gap):
            yield _link(row, source.id, _kind(types[source.id]), second.id, "link:and")
        else:
            source = None
    if _OPENS.match(page.low, row.span.start):
        for first in here:
            for second in here:
                if first.term.start < second.term.start and _issues(row, first, second):
                    yield _link(row, second.id, "implements", first.id, "link:fulfil")


def _kind(type_: str) -> LinkType:
    return "guides" if type_ == "Hướng dẫn" else "implements"


def _issues(row: Row, first: Citation, second: Citation) -> bool:
    """Whether "ban hành" stands right before the second citation, after the first."""
    before = row.letters[first.index + 1 : second.index]
    return bool(re.search(r"B.*i[wh]?$", before))


def _carried(
    page: Page,
    row: Row,
    here: Sequence[Citation],
    subjects: Subjects,
    last: tuple[str, ...],
    registry: Registry,
) -> Iterator[Link]:
    """Who carries out each citation; one joined to the one before has the same doers."""
    names: tuple[str, ...] = ()
    before: Citation | None = None
    for citation in here:
        joined = before is not None and _CHAIN.match(_rest(page, before, citation))
        if not (joined and names):
            names = (
                _over_years(page, row, citation, registry)
                or _doers(page, row, citation, subjects, last)
                or _meeting(page, row, citation, registry)
            )
        before = citation
        inspects = _INSPECTS.search(page.low, row.span.start, citation.term.start)
        for name in names:
            rule = "link:inspect" if inspects else "link:carry"
            yield _link(row, name, "carries_out", citation.id, rule)


def _doers(
    page: Page, row: Row, citation: Citation, subjects: Subjects, last: tuple[str, ...]
) -> tuple[str, ...]:
    """The subject before the citation, or after "Thực hiện X, …", or of the sentence before."""
    told = [(j, names) for j, names in subjects if j < citation.index]
    if told:
        subject, names = told[-1]
        if _does(page, row, subject, citation):
            return names
    elif _OPENS.match(page.low, row.span.start):
        if subjects:
            return subjects[0][1]
        if "P" not in row.letters:
            return last
    return ()


def _rest(page: Page, first: Citation, second: Citation) -> str:
    """What stands between two citations, without the first one's subject."""
    span = first.term.subject_span
    start = max(first.term.end, span[1] if span else 0)
    return page.low[min(start, second.term.start) : second.term.start]


def _over_years(page: Page, row: Row, citation: Citation, registry: Registry) -> tuple[str, ...]:
    """ "trong 10 năm thực hiện X, Ban Thường vụ đã lãnh đạo …": the body after X carries it out."""
    if not _YEARS.search(page.low, row.span.start, citation.term.start):
        return ()
    match = re.match(r"[N]?,B", row.letters[citation.index + 1 :])
    term = row.chunks[citation.index + match.end()].term if match else None
    if not isinstance(term, BodyTerm):
        return ()
    return registry.names_of(term, row.chunks, citation.index + 2)


def _meeting(page: Page, row: Row, citation: Citation, registry: Registry) -> tuple[str, ...]:
    """ "buổi làm việc của A với B về thực hiện X": both carry X out."""
    before = row.letters[: citation.index]
    match = re.search(r"gBw?&?w?B[wl,]*v[wv,]*$|B(?:w|v|,)*wBw?[wl,]*v[wv,]*$", before)
    if match is None or not _MET.search(page.low, row.span.start, citation.term.start):
        return ()
    names: list[str] = []
    for j in range(match.start(), citation.index):
        term = row.chunks[j].term
        if isinstance(term, BodyTerm):
            names += registry.names_of(term, row.chunks, j)
    return tuple(dict.fromkeys(names))


def _does(page: Page, row: Row, subject: int, citation: Citation) -> bool:
    """Whether a carrying verb, or "tham mưu … ban hành", leads from the subject to the citation."""
    begin = row.chunks[subject].end
    between = page.low[begin : citation.term.start]
    if _ASKS.search(between) or len(between) > _FAR:
        return False
    if "tham mưu" in between and re.search(r"ban hành (?:các )?$", between):
        return True
    for j in range(citation.index - 1, subject, -1):
        chunk = row.chunks[j]
        if chunk.letter == "P":
            return False
        if chunk.letter in "vs" and _CARRY.match(page.low, chunk.start):
            near = citation.term.start - chunk.end < 90
            return near or bool(_BY.search(between))
    return False


def _presented(page: Page, row: Row, here: Sequence[Citation]) -> Iterator[Link]:
    """ "đồng chí A, Trưởng Ban … quán triệt Quy định …", "Văn bản … do ông A ký"."""
    for citation in here:
        person = _presenter(page, row, citation)
        if person is not None:
            yield _link(row, person, "presents", citation.id, "link:present")
        for chunk in row.chunks[citation.index + 1 : citation.index + 20]:
            if isinstance(chunk.term, NameTerm) and _SIGNED.match(page.low, chunk.end):
                yield _link(row, chunk.term.name, "presents", citation.id, "link:present")


def _presenter(page: Page, row: Row, citation: Citation) -> str | None:
    """The person whose first verb is to present, and presents the citation, not a plan for it."""
    person: str | None = None
    verb_end: int | None = None
    for chunk in row.chunks[max(0, citation.index - _REACH) : citation.index]:
        if isinstance(chunk.term, NameTerm):
            person, verb_end = chunk.term.name, None
        elif person is None or verb_end is not None:
            continue
        elif chunk.letter in "svi":
            if not _PRESENT.match(page.low, chunk.start):
                person = None
            else:
                verb_end = chunk.end
        elif chunk.letter in 'tw"':
            words = page.low[chunk.start : chunk.end]
            if chunk.letter == '"':
                person = None
            elif match := _PRESENTED.search(words):
                verb_end = chunk.start + match.end()
    if person is None or verb_end is None:
        return None
    return None if _PLAN.search(page.low, verb_end, citation.term.start) else person
