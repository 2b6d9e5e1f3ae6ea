"""Citations of directives as they are written: by number and symbol, by plenum, by congress.

Nghị quyết số 21-NQ/TW ngày 16/6/2022 của BCH Trung ương Đảng khóa XIII về …
Nghị quyết Trung ương 4 (khóa XII) · Nghị quyết Đại hội XIII của Đảng · Luật Đất đai 2013
"""

import re
from dataclasses import replace

from kg.extract.bodies import parse_body
from kg.extract.page import Page, blanks, skip, words
from kg.extract.terms import BodyTerm, DirectiveTerm
from kg.extract.titles import parse_title
from kg.text import LOWER, UPPER, dates

_NUMBER = re.compile(
    rf"(?:số ?:? ?)?(?P<n>\d{{1,5}}(?:\s?[-/]\s?(?:19|20)\d\d(?!\d))?"
    rf"(?:\s?[-/]\s?[{UPPER}][{UPPER}{LOWER}&]*\d*(?![{LOWER}]))*)(?![\d.,]*\d)(?!\w)"
)
_NO_NUMBER = re.compile(
    r" ?(?:năm|tháng|ngày(?! \d)|quý|%|người|điểm|tỷ|triệu|nghìn|khâu|mục tiêu|-\d)"
)
_BACK = re.compile(
    r"(?:này|nói trên|nêu trên"
    r"|trên(?= ?[,.;:)]| (?:đã|được|là|và|của|có|do|tại|sẽ)(?!\w)|\s*$))(?!\w)"
)
_MANY = re.compile(r"(?:các|những|hai|ba) $")
_NEXT_NUMBER = re.compile(r" ?[,;] ?(?:và )?| và ")
_TERM = re.compile(r",? ?\(?khóa ([ivxl]+)(?!\w)\)?")
_PLENUM = re.compile(
    r"(?:của )?(?:hội nghị )?(?:lần thứ \w+ )?(?:ban chấp hành |bch )?(?:trung ương|tw|tư|t\.ư) ?"
    r"(?:đảng )?(?:lần thứ )?(?P<n>\d{1,2}|[ivx]+)(?!\w)"
)
_PLENUM_BY_WORD = re.compile(
    r"(?:của )?hội nghị (?:lần thứ )?(?P<n>\w+) (?:của )?(?:ban chấp hành|bch) "
    r"(?:trung ương|tw|tư|t\.ư)(?: đảng)?(?!\w)"
)
_CONGRESS = re.compile(
    r"(?:của )?đại hội (?:đại biểu )?(?:đảng (?!bộ))?(?:toàn quốc )?(?:lần thứ )?"
    r"(?:(?P<n>[ivxl]+|\d+)(?!\w))?"
)
_OF_THE_PARTY = re.compile(
    r"(?:của )?(?:đảng(?: cộng sản việt nam)?(?! bộ)(?: (?:các cấp|toàn quốc))?"
    r"(?: ?lần thứ ([ivxl]+|\d+))?)(?!\w)"
)
_ORDINAL = re.compile(r" ?lần thứ ([ivxl]+|\d+)(?!\w)")
_PERIOD = re.compile(r",? ?nhiệm kỳ \d{4} ?- ?\d{4}")
_LAW = frozenset(("document-luat", "document-bo-luat", "document-phap-lenh"))
_LAW_YEAR = re.compile(r" ?,? ?(?:năm )?((?:19|20)\d\d)(?![\d-])")
_LAW_NUMBER = re.compile(r" số (?P<n>\d+/\d{4}/QH\d+)")
_TITLE_WORDS = re.compile(
    rf"[{UPPER}][{LOWER}]+(?:,? (?!(?:năm|của|và|được|đã|có|quy|là|cho|trong|về|theo|để|với|"
    rf"thì|mà|hiện hành|này|sửa) )[{UPPER}{LOWER}]+){{0,6}}"
)
_ORGANISES = re.compile(r"tổ chức ")
_ABOUT = re.compile(r" ?[,:]? ?(?:\(? ?v/v|về việc|về) ")
_DIRECT = re.compile(
    r" ?,? ?(?=(?:thực hiện|triển khai|thi hành|thí điểm|hướng dẫn|một số vấn đề|cụ thể hóa|"
    r"quy định chi tiết)(?!\w))"
)
_CITED = r"(?:nghị quyết|chỉ thị|kết luận|kế hoạch|quy định|quyết định|hướng dẫn"
_STOP = re.compile(
    r"[.;\n)…]"
    r"|(?:,| và) (?=khen thưởng|biểu dương|tuyên dương|tôn vinh)"
    r"|, (?=ngày \d|cụ thể|trong đó|theo đó|căn cứ|đồng thời|do |gắn với|qua đó|chủ động|góp phần"
    r"|thực hiện (?:nghị|chỉ|kế|quy|kết|thông|chương)|(?:các )?đồng chí|ông |bà )"
    r"| (?=gắn với (?:việc |thực hiện |nghị quyết|chỉ thị)|theo tinh thần|trên tinh thần"
    rf"|xuất phát từ|để chủ động|nhằm|tại hội nghị|đã được |nêu rõ"
    rf"|và {_CITED}|chương trình|thông báo)(?!\w))"
    rf"|, (?={_CITED}) (?:số )?\d)"
)
_LONGEST = 600
_OF = re.compile(r" ?,? ?(?:của|do) (?:chủ tịch |thủ tướng )?")
_PLENUM_OF = re.compile(r"hội nghị (?:lần thứ [\w]+ )?(?:của )?")
_PRIME_MINISTER = re.compile(r"(?:của|do) (thủ tướng chính phủ|thủ tướng)")
_PASSED = re.compile(r" (?:đã )?được ")


def parse_directive(page: Page, pos: int) -> DirectiveTerm | None:
    """The citation written at `pos`: numbered, or of a fixed name; None if it is neither."""
    phrase = words().documents.longest(page.low, page.plain, pos)
    if phrase is None:
        return None
    start = blanks(page.low, pos + len(phrase.form))
    term = DirectiveTerm(pos, start, phrase.concept)
    found = _numbered(page, term) or _named(page, term)
    if found is None:
        return _told_before(page, term)
    if found.name == "scheme":
        return found
    found = _details(page, found)
    further = _further(page, found)
    return _enumerated(page, found, further) if further else _about(page, found)


def _told_before(page: Page, term: DirectiveTerm) -> DirectiveTerm | None:
    """A directive that is only pointed back to: "Nghị quyết này", "Chương trình nêu trên"."""
    match = _BACK.match(page.low, term.end)
    return replace(term, end=match.end(), name="back") if match else None


def _further(page: Page, first: DirectiveTerm) -> list[DirectiveTerm]:
    """The further numbers of a list: "các Quy định số 319, 320-QĐ/HU", "… và số 19-NQ/TW"."""
    found: list[DirectiveTerm] = []
    many = bool(_MANY.search(page.low, max(0, first.start - 8), first.start))
    last = first
    while last.number is not None:
        comma = _NEXT_NUMBER.match(page.low, last.end)
        match = _NUMBER.match(page.plain, comma.end()) if comma else None
        if match is None:
            break
        number = re.sub(r"\s", "", match.group("n"))
        bare = not re.search(rf"[{UPPER}]", number)
        if bare and not (many and not _NO_NUMBER.match(page.low, match.end())):
            break
        term = DirectiveTerm(match.start(), match.end(), first.concept, number, "list")
        last = _details(page, term)
        found.append(last)
    return found


def _enumerated(page: Page, first: DirectiveTerm, further: list[DirectiveTerm]) -> DirectiveTerm:
    """A list of numbers as one term: the symbol and the issuer of its last are those of all."""
    last = _about(page, further[-1])
    symbol = (last.number or "").lstrip("0123456789")
    terms = [
        replace(
            one,
            number=f"{one.number}{symbol}" if (one.number or "").isdigit() else one.number,
            issuer=one.issuer or last.issuer,
            term=one.term or last.term,
        )
        for one in (first, *further[:-1])
    ]
    return replace(terms[0], others=(*terms[1:], last))


def _numbered(page: Page, term: DirectiveTerm) -> DirectiveTerm | None:
    match = _NUMBER.match(page.plain, term.end)
    if not match:
        return None
    number = re.sub(r"\s", "", match.group("n"))
    counted = number.isdigit() and "số" not in match.group().lower()
    if counted and _NO_NUMBER.match(page.low, match.end()):
        return None
    if counted and not page.is_upper(term.start):
        if term.concept.id not in ("document-nghi-dinh", "document-thong-tu"):
            return None
    return replace(term, end=match.end(), number=number)


def _named(page: Page, term: DirectiveTerm) -> DirectiveTerm | None:
    """A directive of a fixed name: of a plenum, of a congress, a law, a scheme."""
    low = page.low
    if term.concept.id == "document-nghi-quyet":
        plenum = _PLENUM.match(low, term.end) or _PLENUM_BY_WORD.match(low, term.end)
        if plenum:
            body = words().bodies.longest("trung ương", "Trung ương", 0)
            assert body is not None
            issuer = BodyTerm(term.end, plenum.end(), body.concept, body.concept.label)
            return replace(term, end=plenum.end(), name="plenum", issuer=issuer)
        congress = _CONGRESS.match(low, term.end)
        if congress:
            return _congress(page, replace(term, end=congress.end(), name="congress"), congress)
    if term.concept.id in _LAW and page.is_upper(term.start):
        return _law(page, term)
    if term.concept.id == "document-de-an" and page.is_upper(term.start):
        return _scheme(page, term)
    return None


def _congress(page: Page, term: DirectiveTerm, match: re.Match[str]) -> DirectiveTerm | None:
    low = page.low
    end = blanks(low, match.end())
    rest = _OF_THE_PARTY.match(low, end)
    stop = match.end()
    if rest:
        stop = rest.end()
    else:
        body = parse_body(page, skip(low, end, "của"))
        if body is not None:
            stop = body.end
            term = replace(term, bodies=(body,))
            again = _ORDINAL.match(low, stop)
            stop = again.end() if again else stop
    period = _PERIOD.match(low, stop)
    stop = period.end() if period else stop
    if not match.group("n") and stop == match.end():
        return None
    if rest and not (match.group("n") or rest.group(1) or period):
        return None
    return replace(term, end=stop)


def _law(page: Page, term: DirectiveTerm) -> DirectiveTerm | None:
    phrase = words().fields.longest(page.low, page.plain, term.end)
    organises = _ORGANISES.match(page.low, term.end)
    if phrase and (page.is_upper(term.end) or " " in phrase.form):
        end = term.end + len(phrase.form)
    elif organises and (body := words().bodies.longest(page.low, page.plain, organises.end())):
        end = organises.end() + len(body.form)
    else:
        own = _title_words(page, term.end)
        if own is None:
            return None
        end = own
    number = _LAW_NUMBER.match(page.plain, end)
    if number:
        spelt = re.sub(r"\s", "", number.group("n"))
        return replace(term, end=number.end(), name="law", number=spelt)
    year = _LAW_YEAR.match(page.low, end)
    return replace(term, end=year.end() if year else end, name="law")


def _title_words(page: Page, pos: int) -> int | None:
    """The end of a title such as "Phòng, chống tham nhũng" or "Đất đai"."""
    match = _TITLE_WORDS.match(page.plain, pos)
    return match.end() if match else None


def _scheme(page: Page, term: DirectiveTerm) -> DirectiveTerm | None:
    limit = min(len(page.low), term.end + _LONGEST)
    stop = _STOP.search(page.low, term.end, limit)
    comma = page.low.find(", đề án", term.end, limit)
    end = min(stop.start() if stop else limit, comma if comma >= 0 else limit)
    name = page.proper(term.end, end)
    if not 3 <= len(name.split()) <= 30 or name.startswith(("này", "trên", "số")):
        return None
    return replace(term, end=end, name="scheme", subject=name, subject_span=(term.end, end))


def _details(page: Page, term: DirectiveTerm) -> DirectiveTerm:
    """The date, issuer and term of office after the number or name, in whatever order."""
    for _ in range(4):
        moved = (
            _date(page, term)
            or _issuer(page, term)
            or _party_term(page, term)
            or _issued(page, term)
        )
        if moved is None:
            break
        term = moved
    return term


def _about(page: Page, term: DirectiveTerm) -> DirectiveTerm:
    """The subject after those, and a date after a subject in parentheses."""
    term = _subject(page, term)
    if term.subject_span and page.low[term.subject_span[1] : term.subject_span[1] + 1] == ")":
        aside = replace(term, end=term.subject_span[1] + 1)
        return _date(page, aside) or term
    return term


def _date(page: Page, term: DirectiveTerm) -> DirectiveTerm | None:
    if term.date is not None:
        return None
    window = page.low[term.end : term.end + 40]
    for date in dates(window):
        gap = window[: date.start]
        if gap.strip(" ,(") == "" and date.iso() and (date.day or date.month):
            end = term.end + date.end
            end += 1 if page.low[end : end + 1] == ")" and "(" in gap else 0
            return replace(term, end=end, date=date.iso())
        break
    return None


def _issuer(page: Page, term: DirectiveTerm) -> DirectiveTerm | None:
    match = _OF.match(page.low, term.end)
    if not match:
        return None
    if term.issuer is not None and term.name != "plenum":
        return None
    plenum = _PLENUM_OF.match(page.low, match.end())
    start = plenum.end() if plenum else match.end()
    title = parse_title(page, start)
    body = title.body if title is not None else parse_body(page, start)
    if body is None:
        prime = _PRIME_MINISTER.match(page.low, blanks(page.low, term.end))
        if not prime:
            return None
        kind = words().bodies.longest("chính phủ", "Chính phủ", 0)
        assert kind is not None
        body = BodyTerm(start, prime.end(), kind.concept, kind.concept.label)
    return replace(term, end=body.end, issuer=term.issuer or body)


def _issued(page: Page, term: DirectiveTerm) -> DirectiveTerm | None:
    """ "được Tỉnh ủy ban hành" after the number."""
    match = _PASSED.match(page.low, term.end)
    body = parse_body(page, match.end()) if match and term.issuer is None else None
    if body is None or not page.low.startswith(" ban hành", body.end):
        return None
    return replace(term, end=body.end + len(" ban hành"), issuer=body)


def _party_term(page: Page, term: DirectiveTerm) -> DirectiveTerm | None:
    match = _TERM.match(page.low, term.end)
    if not match or term.term is not None:
        return None
    return replace(term, end=match.end(), term=match.group(1).upper())


def _subject(page: Page, term: DirectiveTerm) -> DirectiveTerm:
    """What the directive is about: the words after "về", to where the phrase ends."""
    match = _ABOUT.match(page.low, term.end)
    if match is None and term.number is not None:
        match = _DIRECT.match(page.low, term.end) if term.end < len(page.low) else None
    if match is None:
        return _quoted(page, term, skip(page.low, term.end, ":"))
    start = blanks(page.low, match.end())
    if page.plain[start : start + 1] == '"':
        return _quoted(page, term, start)
    end = _subject_end(page, start)
    text = " ".join(page.text[start:end].split()).rstrip(" ,")
    if len(text.split()) < 2:
        return term
    return replace(term, subject=text, subject_span=(start, end))


def _quoted(page: Page, term: DirectiveTerm, start: int) -> DirectiveTerm:
    if page.plain[start : start + 1] != '"':
        return term
    close = page.plain.find('"', start + 1, start + _LONGEST)
    if close < 0 or close - start > 500 or close - start < 8:
        return term
    text = " ".join(page.text[start + 1 : close].split())
    text = re.sub(r"^[Vv]ề (?:việc )?", "", text)
    return replace(term, subject=text, subject_span=(start, close + 1))


def _subject_end(page: Page, start: int) -> int:
    pos = start
    while True:
        match = _STOP.search(page.low, pos, start + _LONGEST)
        if not match:
            return min(len(page.low), start + _LONGEST)
        if match.group() == "." and page.low[match.end() : match.end() + 1].isdigit():
            pos = match.end()
            continue
        if match.group() == ")" and "(" in page.low[start : match.start()]:
            pos = match.end()
            continue
        return match.start()
