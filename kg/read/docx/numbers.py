"""The numbers of lists, which Word counts and does not write down."""

import re
from dataclasses import dataclass, field

from kg.read.docx.package import Attributes

_LEVELS = 9
_PLACE = re.compile("%([1-9])")
_BULLETS = "-–•+*"
_ROMAN = (
    *((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc")),
    *((50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
)


@dataclass(slots=True)
class Level:
    """How one level of a list is counted: its first number, its kind, and the text around it."""

    start: int = 1
    kind: str = "decimal"
    text: str = ""


@dataclass(slots=True)
class Numbers:
    """A visitor of `numbering.xml` that then counts the lists of a document."""

    lists: dict[str, dict[int, Level]] = field(default_factory=dict)
    used: dict[str, str] = field(default_factory=dict)
    overrides: dict[tuple[str, int], int] = field(default_factory=dict)
    _abstract: str | None = None
    _number: str | None = None
    _level: int = 0
    _counts: dict[str, dict[int, int]] = field(default_factory=dict)
    _started: set[tuple[str, int]] = field(default_factory=set)

    def start(self, name: str, attributes: Attributes) -> None:
        """Note what an element says of the list it stands in."""
        value = attributes.get("w:val", "")
        if name == "w:abstractNum":
            self._abstract = attributes.get("w:abstractNumId", "")
        elif name == "w:num":
            self._number = attributes.get("w:numId", "")
        elif name in ("w:lvl", "w:lvlOverride"):
            self._level = _count(attributes.get("w:ilvl", ""), 0)
        elif name == "w:abstractNumId" and self._number is not None:
            self.used[self._number] = value
        elif name == "w:startOverride" and self._number is not None:
            self.overrides[self._number, self._level] = _count(value, 1)
        elif self._abstract is not None:
            self._define(name, value)

    def _define(self, name: str, value: str) -> None:
        levels = self.lists.setdefault(self._abstract or "", {})
        level = levels.setdefault(self._level, Level())
        if name == "w:start":
            level.start = _count(value, 1)
        elif name == "w:numFmt":
            level.kind = value
        elif name == "w:lvlText":
            level.text = value[:40]

    def end(self, name: str) -> None:
        """Leave a list."""
        if name == "w:abstractNum":
            self._abstract = None
        elif name == "w:num":
            self._number = None

    def text(self, text: str) -> None:
        """Lists have no text."""

    def next(self, number: str, level: str | None) -> str:
        """The label of the next paragraph of a list, such as "2.1."; nothing if it has none."""
        at = min(_count(level or "", 0), _LEVELS - 1)
        name = self.used.get(number)
        levels = self.lists.get(name or "")
        if name is None or levels is None or at not in levels:
            return ""
        counts = self._counts.setdefault(name, {})
        override = self.overrides.get((number, at))
        if override is not None and (number, at) not in self._started:
            counts[at] = override
        else:
            counts[at] = counts.get(at, levels[at].start - 1) + 1
        self._started.add((number, at))
        for deeper in [i for i in counts if i > at]:
            del counts[deeper]
        return _label(levels, counts, at)


def _label(levels: dict[int, Level], counts: dict[int, int], at: int) -> str:
    level = levels[at]
    if level.kind == "bullet":
        return level.text if level.text and level.text in _BULLETS else "-"
    if level.kind == "none":
        return ""

    def value(match: re.Match[str]) -> str:
        i = int(match[1]) - 1
        place = levels.get(i, level)
        return _written(counts.get(i, place.start), place.kind)

    return _PLACE.sub(value, level.text).strip()


def _written(number: int, kind: str) -> str:
    """A number in letters or Roman figures, or as it is."""
    if not 0 < number < 4000:
        return str(number)
    if kind.endswith("Letter"):
        letters = chr(ord("a") + (number - 1) % 26) * (1 + (number - 1) // 26)
    elif kind.endswith("Roman"):
        letters = _roman(number)
    else:
        return str(number)
    return letters.upper() if kind.startswith("upper") else letters


def _roman(number: int) -> str:
    letters = ""
    for value, sign in _ROMAN:
        letters += sign * (number // value)
        number %= value
    return letters


def _count(text: str, default: int) -> int:
    """A number of a file, if it is one and not beyond all measure."""
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 7 else default
