"""What a directive's number tells, and the terms in which Party numbers restart."""

import re
from dataclasses import dataclass

from kg.text import fold

# National congresses, from the day each ended: a Central document of that day or later is of
# the new term. Source: the congresses' records (Văn kiện Đảng toàn tập and the Party's portal).
TERMS: tuple[tuple[str, str], ...] = (
    ("1991-06-27", "VII"),
    ("1996-07-01", "VIII"),
    ("2001-04-22", "IX"),
    ("2006-04-25", "X"),
    ("2011-01-19", "XI"),
    ("2016-01-28", "XII"),
    ("2021-02-01", "XIII"),
    ("2026-01-23", "XIV"),
)
# Local congresses are held over the year before the national one, provinces' by November.
_LOCAL_MONTH = 11
_DIGITS = re.compile(r"(\d+)(.*)")
_YEAR = re.compile(r"[/-]((?:19|20)\d\d)(?=[/-]|$)")


@dataclass(frozen=True, slots=True)
class Number:
    """A number taken apart: "01/2017/NĐ-CP" is digits "1", year "2017", symbol "nđ/cp".

    A symbol has "/" between all its parts, since "68/QĐ-TW" is written for "68-QĐ/TW";
    `is_party` says that a hyphen follows the digits, as in Party symbols alone.
    """

    digits: str
    year: str | None
    symbol: str | None
    is_party: bool = False

    @property
    def is_central(self) -> bool:
        """Whether it is a symbol of the Party's centre, whose bodies share one sequence."""
        return self.symbol is not None and self.symbol.endswith("/tw")


def parse(number: str) -> Number | None:
    """A number's parts; None if it does not begin with digits."""
    text = "".join(fold(number).split())
    found = _DIGITS.match(text)
    if not found:
        return None
    digits, rest = found[1].lstrip("0") or "0", found[2].replace(".", "")
    year = _YEAR.search(rest)
    symbol = _YEAR.sub("", rest)
    parts = ["tw" if part == "tư" else part for part in re.split("[/-]", symbol) if part]
    is_party = symbol.startswith("-") or parts[-1:] == ["tw"]
    return Number(digits, year[1] if year else None, "/".join(parts) or None, is_party)


def central_term(date: str | None) -> str | None:
    """The national term that an ISO date falls in; None without a month in a congress year."""
    if date is None:
        return None
    first, last = (date + ending[len(date) :] for ending in ("0000-01-01", "0000-12-31"))
    return _term(first) if _term(first) == _term(last) else None


def _term(day: str) -> str | None:
    return next((term for start, term in reversed(TERMS) if start <= day), None)


def local_term(date: str | None) -> str | None:
    """The term of local Party bodies that an ISO date falls in, by its first year: "2020"."""
    if date is None:
        return None
    year = int(date[:4])
    if year % 5 == 0 and len(date) < len("2020-11"):
        return None
    if year % 5 == 0 and int(date[5:7]) < _LOCAL_MONTH:
        year -= 1
    return str(year - year % 5)
