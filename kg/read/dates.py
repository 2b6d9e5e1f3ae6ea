"""Dates of publication: those that a page prints, and those that a table or a file tells."""

import re
from collections.abc import Mapping, Sequence
from contextlib import suppress
from datetime import UTC, date, datetime, timedelta, timezone
from email.utils import parsedate_to_datetime
from typing import Any

from kg.read.furniture import LONGEST, only_beside_a_date
from kg.text import fold

_DATE = re.compile(
    r"(?<!\d)(?:(?P<d>\d{1,2})\s?[-/.]\s?(?P<m>\d{1,2})\s?[-/.]\s?(?P<y>\d{4}|\d{2})"
    r"|(?P<d2>\d{1,2}) tháng (?P<m2>\d{1,2}),?(?: năm)? (?P<y2>\d{4})"
    r"|(?P<y3>\d{4})-(?P<m3>\d\d)-(?P<d3>\d\d)t?)(?!\d\d\d|\d?[-/.]\d)"
)
_NEAR = 8
"""How many lines below the title a date is still the title's."""


def printed_date(line: str) -> str | None:
    """The ISO date of a line that prints a date and nothing else: "Thứ hai, 09/01/2023"."""
    if len(line) > LONGEST:
        return None
    folded = fold(line)
    match = _DATE.search(folded)
    if match is None or not only_beside_a_date(
        folded[: match.start()] + " " + folded[match.end() :]
    ):
        return None
    year, month, day = (int(match[k] or match[f"{k}2"] or match[f"{k}3"]) for k in ("y", "m", "d"))
    try:
        return date(year + 2000 if year < 100 else year, month, day).isoformat()
    except ValueError:
        return None


def is_bare(line: str) -> bool:
    """Whether a line that prints a date has nothing beside it, as a heading in a story may."""
    folded = fold(line).strip()
    match = _DATE.search(folded)
    return match is not None and folded.removeprefix("ngày ") == match.group()


def published(lines: Sequence[str], dates: Mapping[int, str], title: int, body: int) -> str | None:
    """The publication date among the printed ones: the one next to the title.

    `title` and `body` are the numbers of the lines where the title and the first paragraph
    stand. The first date just below the title wins, since the top of a portal's page is its
    clock; then the nearest above; then one far below, if it is more than a bare date.
    """
    told = {i: iso for i, iso in dates.items() if i < body or not is_bare(lines[i])}
    filled = [i for i, line in enumerate(lines) if line and i > title]
    near = filled[_NEAR - 1] if len(filled) >= _NEAR else len(lines)
    below = sorted(i for i in told if i > title)
    above = sorted(i for i in told if i < title)
    order = [i for i in below if i <= near] + above[::-1] + below
    return told[order[0]] if order else None


VIETNAM = timezone(timedelta(hours=7))
_EARLIEST = 1945
_MILLISECONDS = 10**11


def told_date(value: Any) -> str | None:
    """The ISO date in Vietnam of a moment that a table or a file tells in whatever form.

    None where it is not understood, or where no news can be of that day.
    """
    moment = _moment(value)
    if moment is None:
        return None
    if isinstance(moment, datetime):
        moment = (moment.astimezone(VIETNAM) if moment.tzinfo else moment).date()
    return moment.isoformat() if _EARLIEST <= moment.year <= 2100 else None


def _moment(value: Any) -> date | None:
    """The moment, or the day, that a value stands for."""
    if isinstance(value, date):
        return value
    if isinstance(value, int | float) and not isinstance(value, bool):
        return _since_1970(float(value))
    if not isinstance(value, str) or len(value) > LONGEST:
        return None
    text = value.strip()
    for read in (datetime.fromisoformat, parsedate_to_datetime):
        with suppress(ValueError, TypeError, IndexError, OverflowError):
            return read(text)
    if re.fullmatch(r"\d{9,13}(?:\.\d+)?", text):
        return _since_1970(float(text))
    found = printed_date(text)
    return None if found is None else date.fromisoformat(found)


def _since_1970(seconds: float) -> datetime | None:
    """The moment of a number of seconds or milliseconds; small numbers are no moments."""
    if abs(seconds) < 10**8:
        return None
    with suppress(ValueError, OverflowError, OSError):
        return datetime.fromtimestamp(seconds / (1000 if seconds > _MILLISECONDS else 1), UTC)
    return None
