"""The patterns of `furniture.txt`: what a line of a page is, if not part of the article."""

import re
from functools import cache
from importlib.resources import files

from kg.text import fold

SECTIONS = ("line", "tail", "date", "byline", "source")
LONGEST = 200
"""No line above this length (in characters) is furniture; it is a paragraph."""


def rows() -> list[tuple[str, str, str]]:
    """Every pattern of the file with its section and its comment, in the file's order."""
    found: list[tuple[str, str, str]] = []
    section = SECTIONS[0]
    text = files("kg.read").joinpath("furniture.txt").read_text("utf-8")
    for row in text.splitlines():
        pattern, _, comment = row.partition("  # ")
        if pattern[1:-1] in SECTIONS:
            section = pattern[1:-1]
        elif pattern and not pattern.startswith("# ") and pattern != "#":
            found.append((section, pattern, comment))
    return found


@cache
def _compiled(section: str) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{p})" for s, p, _ in rows() if s == section))


def squeeze(line: str) -> str:
    """The line with single blanks only."""
    return " ".join(line.split())


def is_a(section: str, line: str) -> bool:
    """Whether the whole line is what the section describes."""
    if len(line) > LONGEST:
        return False
    return _compiled(section).fullmatch(fold(squeeze(line))) is not None


def name_in(section: str, line: str) -> str | None:
    """The name that a line of the section gives, as it is written there; else None."""
    if len(line) > LONGEST:
        return None
    line = squeeze(line)
    match = _compiled(section).fullmatch(fold(line))
    if match is None:
        return None
    start, end = match.span(match.lastindex or 0)
    return line[start:end].strip()


def only_beside_a_date(rest: str) -> bool:
    """Whether nothing is left of a line but what may stand beside a printed date."""
    return not _compiled("date").sub("", fold(squeeze(rest))).strip()
