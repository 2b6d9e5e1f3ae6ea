"""Dates as Vietnamese news writes them, as ISO prefixes: "2018", "2018-04", "2018-04-27"."""

import re
from dataclasses import dataclass
from datetime import date as calendar_date

_SEP = r" ?[-/.] ?"
_YYYY = r"(?:19|20)\d\d"
_RANGE = r"(?: ?- ?\d{1,2}(?=/))?"
_FULL = rf"(?P<d>\d{{1,2}}){_RANGE}{_SEP}(?P<m>\d{{1,2}}){_SEP}(?P<y>{_YYYY})(?!\d)"
_WORDS = (
    r"(?P<d2>\d{1,2}) tháng (?P<m2>\d{1,2})(?!\d)"
    rf"(?:,? năm (?P<y2>{_YYYY})|{_SEP}(?P<y3>{_YYYY}))?"
)
_DAY = rf"(?P<d3>\d{{1,2}}){_RANGE}{_SEP}(?P<m3>\d{{1,2}})(?![\d%])(?!{_SEP}\d)"
_MONTH = rf"tháng (?P<m4>\d{{1,2}})(?:,? năm |{_SEP})(?P<y4>{_YYYY})"
_YEAR = rf"năm (?P<y5>{_YYYY})"

# The look-ahead at the beginning only saves time.
_DATE = re.compile(
    rf"(?=[\dtn])(?:(?<![\d/.-])(?:{_FULL}|{_WORDS}|{_DAY})|(?<!\w)(?:{_MONTH}|{_YEAR})(?!\d))"
)
_LEAD = re.compile(
    r"(?<!\w)(?:ngày|ngay|sáng|chiều|tối|trưa|đêm|hôm nay|mùng|mồng)"
    r" ?\(?,? ?(?:ngày )?(?:(?:mùng|mồng) )?\Z"
)
_LONGEST_LEAD = 24
"""How many characters before a day are looked at for "chiều ngày"."""
_LINKED = re.compile(r"(?<!\w)(?:từ|đến|và|ngày) \Z")

# Plans and births say nothing of the article's year, nor do years before there was such news.
_TOLD_YEAR = re.compile(
    r"(?<!đến )(?<!tới )(?<!tầm nhìn )(?<!đến năm \d{4} và )(?<!sinh )năm (?P<a>20[0-3]\d)(?! ?-)"
    r"|(?:(?<!\d)\d{1,2}|quý [1-4iv]{1,3}) ?[-/.] ?(?P<b>20[0-3]\d)(?![\d-])"
)


@dataclass(frozen=True, slots=True)
class Date:
    """A date in a text: where it stands and what is told of it (year None: day and month only).

    `led` says that a day word ("ngày", "chiều") or a bracket stands before it; the day word is
    part of the date's span. Of a range of days, "26-27/4", it is the first.
    """

    start: int
    end: int
    year: int | None
    month: int | None
    day: int | None
    led: bool

    def iso(self, year: int | None = None) -> str | None:
        """The date as an ISO prefix, with `year` where the text gives none; None without one."""
        year = self.year or year
        if year is None:
            return None
        parts = [f"{year:04d}"] + [f"{p:02d}" for p in (self.month, self.day) if p]
        return "-".join(parts)


def dates(folded: str) -> list[Date]:
    """The dates of a folded text, left to right; days that no calendar has are left out.

    A bare "7/10" counts only with a day word before it ("ngày", "chiều") or in brackets,
    since it may as well be a fraction; "3 tháng 7" likewise, since it may count months.
    """
    found: list[Date] = []
    for match in _DATE.finditer(folded):
        date = _date(folded, match, found[-1].end if found else 0)
        if date is not None:
            found.append(date)
    return found


def _date(folded: str, match: re.Match[str], last: int) -> Date | None:
    """The date of a match, with the day word before it; `last` is where the one before ends."""
    year, month, day = (_number(match, kind) for kind in "ymd")
    if not _exists(year, month, day):
        return None
    start = match.start()
    lead = _LEAD.search(folded, max(last, start - _LONGEST_LEAD), start) if day else None
    led = lead is not None or folded[start - 1 : start] == "("
    if day and not (year or led or _LINKED.search(folded, max(0, start - 6), start)):
        return None
    return Date(lead.start() if lead else start, match.end(), year, month, day, led)


def _number(match: re.Match[str], kind: str) -> int | None:
    """What a match says of a kind: "y", "m" or "d", in whichever of its forms."""
    for name, value in match.groupdict().items():
        if value and name[0] == kind:
            return int(value)
    return None


def _exists(year: int | None, month: int | None, day: int | None) -> bool:
    """Whether the calendar has the day; without a year, whether a leap year has it."""
    try:
        calendar_date(year or 2000, month or 1, day or 1)
    except ValueError:
        return False
    return month != 0 and day != 0


def year_of(folded: str, published: str | None) -> int | None:
    """The year that dates without one belong to: of publication, else the latest told.

    `published` is an ISO date or the beginning of one. A year that stands in a date or after
    "năm" counts; births, plans ("đến năm 2025 và năm 2030", "giai đoạn 2021-2030") and years
    before 2000 do not.
    """
    if published:
        return int(published[:4])
    years = (int(m["a"] or m["b"]) for m in _TOLD_YEAR.finditer(folded))
    return max(years, default=None)
