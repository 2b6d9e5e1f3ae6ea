"""Administrative units as they are written: "huyện Văn Lâm, tỉnh Hưng Yên", "TP.HCM", "Hà Nội"."""

import re
from functools import cache

from kg.extract.page import SYLLABLE, Page, blanks
from kg.extract.terms import UnitTerm
from kg.model import Level
from kg.vocabulary import KINDS, WORD, gazetteer, word_set

_KIND = re.compile(
    r"(tỉnh|thành phố|huyện|quận|thị xã|thị trấn|đặc khu|phường|xã)(?!\w)(?! (?:ủy|đoàn|hội)(?!\w))"
    r"|(t\.p|tp|tx|tt|h|q|p)(?:(\.) ?| (?=[^\W\d_]|\d)|(?!\w))"
)
_HCM = re.compile(r"(?:(?:tp|thành phố|t\.p) ?\.? ?)?(?:hcm|hồ chí minh)(?!\w)")
_NUMBER = re.compile(r" ?(\d{1,2})(?![\d/.,-]*\d)(?!\w)")
_WEAK = re.compile(
    r"(?:quê|sinh tại|sinh ra|ngụ|trú|tạm trú|ở số|nguyên quán|quê quán)[^.;]{0,40}$"
)
_COLON = re.compile(r" ?:? ?")
_REPUBLIC = re.compile(r"(?:liên bang|vương quốc|cộng hòa(?: (?!và )\w+){0,4}?) (?=\w)")
_AND = re.compile(r" ?, ?(?:và )?| và | & ")
_OPENING = re.compile(r"(\w+)(?: (\w+))?")
_JOIN = re.compile(r" ?, ?| ?\((?:thuộc )?| thuộc | - | ")
_ORDER: dict[Level, int] = {"commune": 0, "district": 1, "province": 2, "central": 3}


def capital_run(page: Page, pos: int, limit: int = 5) -> list[tuple[int, int]]:
    """The spans of up to `limit` capitalised syllables from `pos`, one blank or hyphen between."""
    spans: list[tuple[int, int]] = []
    while len(spans) < limit:
        match = SYLLABLE.match(page.plain, pos)
        if not match or page.plain[match.end() : match.end() + 1].isalnum():
            break
        spans.append(match.span())
        pos = match.end()
        if page.plain.startswith(" - ", pos) and spans:
            pos += 3
        elif page.plain[pos : pos + 1] in (" ", "-"):
            pos += 1
        else:
            break
    return spans


def parse_unit(page: Page, pos: int, *, bare: bool = False) -> UnitTerm | None:
    """The unit written at `pos`; with `bare` also a kind word alone ("huyện")."""
    low = page.low
    hcm = _HCM.match(low, pos)
    if hcm and (page.is_upper(hcm.end() - 1) or page.is_upper(hcm.end() - 4)):
        return _hcm(page, pos, hcm)
    match = _KIND.match(low, pos)
    if not match:
        return _province(page, pos)
    written = match.group(1) or match.group(2)
    if match.group(2) in ("h", "q", "p", "tt") and not (match.group(3) and page.is_upper(pos)):
        return None
    kind, levels = KINDS[written]
    start = blanks(low, match.end())
    name_end, levels = _name(page, start, kind, levels)
    if name_end is not None and match.group(2) and not _sure(page, start, name_end, kind, levels):
        name_end = None
    if name_end is None:
        if not bare:
            return None
        return UnitTerm(pos, match.end(), kind, None, levels)
    name = page.proper(start, name_end)
    parent = _parent(page, name_end, levels)
    end = parent.end if parent else name_end
    if parent and page.low[end : end + 1] == ")" and "(" in low[name_end : parent.start]:
        end += 1
    return UnitTerm(pos, end, kind, name, levels, parent, _is_weak(page, pos))


def _sure(page: Page, start: int, end: int, kind: str, levels: tuple[Level, ...]) -> bool:
    """Whether the name after "TP." is a known one, since a sentence may begin there too."""
    return page.low[start:end].strip().isdigit() or bool(known(kind, page.low[start:end], levels))


def parse_units(page: Page, pos: int) -> list[UnitTerm]:
    """A list of units under one kind word: "tỉnh A, B và C", "huyện: Văn Giang và Yên Mỹ"."""
    match = _KIND.match(page.low, pos)
    if not match or not match.group(1):
        return []
    kind, levels = KINDS[match.group(1)]
    units: list[UnitTerm] = []
    start = _COLON.match(page.low, match.end()).end()  # type: ignore[union-attr]
    while True:
        end, found = _name(page, start, kind, levels)
        if end is None or not known(kind, page.low[start:end], levels):
            return units
        units.append(UnitTerm(start, end, kind, page.proper(start, end), found))
        comma = _AND.match(page.low, end)
        if comma is None:
            return units
        start = comma.end()


def _is_weak(page: Page, pos: int) -> bool:
    """Whether the place is only where somebody was born or lives."""
    return bool(_WEAK.search(page.low, max(0, pos - 60), pos))


def _hcm(page: Page, pos: int, match: re.Match[str]) -> UnitTerm | None:
    if _is_man(page, pos):
        return None
    return UnitTerm(
        pos, match.end(), "thành phố", "Hồ Chí Minh", ("province",), None, _is_weak(page, pos)
    )


def _is_man(page: Page, pos: int) -> bool:
    """Hồ Chí Minh without "TP" is the man, but for "TPHCM" and "HCM"."""
    if not page.low.startswith("hồ chí minh", pos):
        return False
    before = page.low[:pos].rstrip()
    return not before.endswith(("tp", "tp.", "thành phố", "t.p", "t.p."))


def _province(page: Page, pos: int) -> UnitTerm | None:
    """A province by its bare name, "Hưng Yên", not the beginning of a longer name."""
    run = capital_run(page, pos, 4)
    for count in range(len(run), 1, -1):
        end = run[count - 1][1]
        name = page.proper(pos, end)
        key = page.low[pos:end]
        if key in gazetteer().provinces and key not in ("hồ chí minh",):
            if count < len(run) and not starts_name(page, run[count:]):
                continue
            return UnitTerm(pos, end, None, name, ("province",), None, _is_weak(page, pos))
    return None


def starts_name(page: Page, run: list[tuple[int, int]]) -> bool:
    """Whether a run of capitalised syllables begins like a person's name."""
    return len(run) >= 2 and page.low[run[0][0] : run[0][1]] in surnames()


@cache
def province_words() -> frozenset[str]:
    """The first words of the names that a province or the largest city has without its kind."""
    first = {name.replace("-", " ").replace(".", " ").split()[0] for name in gazetteer().provinces}
    return frozenset(first | {"tphcm", "hcm", "hồ"})


@cache
def surnames() -> frozenset[str]:
    """All surnames of the ontology, folded."""
    return word_set("surnames")


def _name(
    page: Page, pos: int, kind: str, levels: tuple[Level, ...]
) -> tuple[int | None, tuple[Level, ...]]:
    """Where the name of a unit of `kind` ends, and the levels that remain possible."""
    number = _NUMBER.match(page.low, pos)
    if number and kind in ("quận", "phường"):
        return number.end(), levels
    run = capital_run(page, pos, 4)
    if not run:
        return None, levels
    for count in range(len(run), 0, -1):
        found = known(kind, page.low[pos : run[count - 1][1]], levels)
        rest = run[count:]
        if found and (not rest or starts_name(page, rest) or _opens_other(page, rest[0][0])):
            return run[count - 1][1], found
    if starts_name(page, run):
        return None, levels
    count = _unknown_length(page, run)
    return (run[count - 1][1] if count else None), levels


def opens_sentence(page: Page, pos: int, words: str = "sentence-openers") -> bool:
    """Whether a word with which sentences begin stands at `pos`, after a name without a stop."""
    match = _OPENING.match(page.low, pos)
    if match is None:
        return False
    if match.group(2) and f"{match.group(1)} {match.group(2)}" in word_set(words):
        return True
    after = page.plain[match.end(1) : match.end(1) + 2]
    return match.group(1) in word_set(words) and (after[:1] in ",:" or after[1:].islower())


def _opens_other(page: Page, pos: int) -> bool:
    """Whether a sentence or another unit begins where a unit's name may end."""
    return opens_sentence(page, pos) or _KIND.match(page.low, pos) is not None


def _unknown_length(page: Page, run: list[tuple[int, int]]) -> int:
    for i in range(1, len(run)):
        if starts_name(page, run[i:]):
            return i
    return min(len(run), 3)


def known(kind: str, name: str, levels: tuple[Level, ...]) -> tuple[Level, ...]:
    """The levels of `levels` at which the gazetteer has a unit of this name."""
    table = gazetteer()
    name = " ".join(name.split())
    if kind == "thành phố" and name in table.provinces:
        central = table.provinces[name].name.lower().startswith("thành phố")
        if central and "province" in levels and name != "huế":
            return ("province",)
    return tuple(level for level in levels if _has(kind, name, level))


def _has(kind: str, name: str, level: Level) -> bool:
    table = gazetteer()
    if level == "province":
        return kind != "thành phố" and name in table.provinces
    if level == "district":
        return name in table.districts
    return bool(table.communes(kind, name) or table.communes_2025(kind, name))


def _levels(match: re.Match[str]) -> tuple[Level, ...]:
    return KINDS[match.group(1) or match.group(2)][1]


def _parent(page: Page, end: int, levels: tuple[Level, ...]) -> UnitTerm | None:
    """The higher unit that follows: ", tỉnh Hưng Yên", " (Lâm Đồng)", " huyện Vị Xuyên"."""
    match = _JOIN.match(page.low, end)
    if not match:
        return None
    above = _KIND.match(page.low, match.end())
    if above and _ORDER[_levels(above)[-1]] <= _ORDER[levels[0]]:
        return None
    unit = parse_unit(page, match.end())
    if unit is None or unit.name is None:
        return None
    if match.group().strip() in ("", "-") and unit.kind is None:
        return None
    if _ORDER[unit.levels[0]] <= _ORDER[levels[0]]:
        return None
    return unit


def country_after(page: Page, end: int) -> int:
    """Where the country after a central body's words ends ("Quốc hội Cuba"); 0 without one."""
    start = blanks(page.low, end)
    return country_at(page, start) if start > end else 0


def country_at(page: Page, start: int) -> int:
    """Where the name of another country that begins at `start` ends; 0 if none does."""
    if not page.is_upper(start):
        return 0
    republic = _REPUBLIC.match(page.low, start)
    start = republic.end() if republic else start
    first = WORD.match(page.low, start)
    for country in _countries().get(first.group(), ()) if first else ():
        stop = start + len(country)
        if page.low.startswith(country, start) and not page.low[stop : stop + 1].isalnum():
            return stop
    return 0


@cache
def _countries() -> dict[str, list[str]]:
    """The names of other countries by their first word, the longest first."""
    found: dict[str, list[str]] = {}
    for country in sorted(word_set("countries"), key=len, reverse=True):
        found.setdefault(country.split()[0], []).append(country)
    return found
