"""Units resolved within an article: which "huyện", in which province.

A district's name gives its province by the gazetteer; a name that several provinces have is
told apart by the provinces that the article names. A bare "huyện" or "Tỉnh ủy" is the unit
of that level told last before it, else first after it; where none is told, none is invented.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator

from kg.extract.page import Page
from kg.extract.scan import Row, Term
from kg.extract.terms import BodyTerm, DirectiveTerm, TitleTerm, UnitTerm
from kg.model import Level, Unit
from kg.vocabulary import HO_CHI_MINH, gazetteer, unit_name

_MERGED = "2025-07-01"


def unit_terms(term: Term) -> Iterator[UnitTerm]:
    """The units named anywhere in a term."""
    if isinstance(term, UnitTerm):
        yield from (term, *term.others)
    elif isinstance(term, BodyTerm):
        for body in (*term.others, term):
            yield from unit_terms(body.complement)
    elif isinstance(term, TitleTerm):
        yield from unit_terms(term.body)
        yield from unit_terms(term.unit)
    elif isinstance(term, DirectiveTerm):
        yield from unit_terms(term.issuer)


def body_terms(term: Term) -> Iterator[BodyTerm]:
    """The bodies named anywhere in a term, outer before inner."""
    if isinstance(term, BodyTerm):
        for other in term.others:
            yield from body_terms(other)
        yield term
        yield from body_terms(term.complement)
    elif isinstance(term, TitleTerm):
        yield from body_terms(term.body)
    elif isinstance(term, DirectiveTerm):
        yield from body_terms(term.issuer)
        for body in term.bodies:
            yield from body_terms(body)


class Places:
    """The units that an article names, where, and which unit a bare kind word means there."""

    __slots__ = ("_after_merger", "_known", "_provinces", "_told", "_told_at", "_weak")

    def __init__(self, page: Page, rows: Iterable[Row]) -> None:
        terms = _named_terms(rows)
        self._after_merger = (page.article.published or "") >= _MERGED or (page.year or 0) > 2025
        self._known: dict[tuple[str | None, str], Unit] = {}
        self._provinces = self._named_provinces(terms)
        told: list[tuple[int, Unit]] = []
        weak: list[tuple[int, Unit]] = []
        for term, level in terms:
            unit = self.named(term, level)
            if unit is not None:
                (weak if term.weak else told).append((term.start, unit))
        self._told = sorted(told, key=lambda row: row[0])
        self._told_at = [start for start, _ in self._told]
        self._weak = weak

    def _named_provinces(self, terms: Iterable[tuple[UnitTerm, Level | None]]) -> Counter[Unit]:
        counts: Counter[Unit] = Counter()
        table = gazetteer()
        for term, _ in terms:
            key = _key(term.name or "")
            if term.levels[:1] == ("province",) and key in table.provinces:
                counts[table.provinces[key]] += 1 if term.weak else 3
            elif "district" in term.levels and len(table.districts.get(key, ())) == 1:
                parent = table.districts[key][0].parent
                if parent is not None:
                    counts[parent] += 1
        return counts

    def named(self, term: UnitTerm, level: Level | None = None) -> Unit | None:
        """The unit of a term that bears a name; `level` is what its context asks for."""
        if term.name is None:
            return None
        parent = self.named(term.parent) if term.parent else None
        levels = (level,) if level in term.levels or (term.kind is None and level) else term.levels
        for wanted in levels:
            unit = self._lookup(term, wanted, parent)
            if unit is not None:
                return self._remember(term, unit)
        known = self._known.get((term.kind, _key(term.name)))
        if known is not None:
            return known
        if term.kind is None:
            return None
        name = unit_name(f"{term.kind} {term.name}")
        return self._remember(term, Unit(name, term.levels[-1], parent))

    def _remember(self, term: UnitTerm, unit: Unit) -> Unit:
        key = (term.kind, _key(term.name or ""))
        known = self._known.get(key)
        if known is not None and known.parent is not None and unit.parent is None:
            return known
        self._known[key] = unit
        return unit

    def _lookup(self, term: UnitTerm, level: Level, parent: Unit | None) -> Unit | None:
        key = _key(term.name or "")
        table = gazetteer()
        if level == "province":
            unit = table.provinces.get(key)
            return _as_written(unit, term) if unit else None
        if level == "district":
            found = table.districts.get(key, ())
        else:
            found = self._communes(term.kind or "xã", key)
        unit = self._choose(found, parent)
        if unit is None and found and term.kind:
            return Unit(unit_name(f"{term.kind} {term.name}"), level, parent)
        return _as_written(unit, term) if unit else None

    def _communes(self, kind: str, key: str) -> tuple[Unit, ...]:
        table = gazetteer()
        old, new = table.communes(kind, key), table.communes_2025(kind, key)
        return (new or old) if self._after_merger else (old or new)

    def _choose(self, found: tuple[Unit, ...], parent: Unit | None) -> Unit | None:
        """The one of several units of a name that fits the parent told, or the provinces named."""
        if parent is not None:
            under = [u for u in found if parent.name in {p.name for p in _above(u)}]
            if under:
                return under[0] if len({u.path for u in under}) == 1 else None
            return None
        if len(found) == 1:
            return found[0]
        told = {u.name for unit in self._known.values() for u in (unit, *_above(unit))}
        for names in (told, {p.name for p in self._provinces}):
            fit = [u for u in found if names & {p.name for p in _above(u)}]
            districts = [u for u in fit if u.parent and u.parent.name in told]
            if len(districts) == 1:
                return districts[0]
            if len(fit) == 1:
                return fit[0]
        return None

    def near(self, pos: int, level: Level, kind: str | None = None) -> Unit | None:
        """The unit of a level that a bare word at `pos` means, of `kind` ("huyện") if given."""
        i = bisect_left(self._told_at, pos + 1)
        before = reversed(self._told[:i])
        after = self._told[i:]
        for rows in (before, after, self._weak):
            for _, unit in rows:
                for candidate in (unit, *_above(unit)):
                    if candidate.level == level and _is_kind(candidate, kind):
                        return candidate
        return None

    def told_between(self, start: int, end: int, level: Level) -> bool:
        """Whether a unit of the level is told in a stretch of text."""
        i, j = bisect_left(self._told_at, start), bisect_left(self._told_at, end)
        return any(unit.level == level for _, unit in self._told[i:j])

    def near_city(self, pos: int) -> Unit | None:
        """The city, of either level, that a bare "Thành ủy" at `pos` serves."""
        i = bisect_left(self._told_at, pos + 1)
        for rows in (reversed(self._told[:i]), self._told[i:]):
            for _, unit in rows:
                for candidate in (unit, *_above(unit)):
                    if _is_kind(candidate, "thành phố"):
                        return candidate
        return None

    def all_of(self, level: Level) -> list[Unit]:
        """The units of a level that the article tells of, in order."""
        found = dict.fromkeys(u for _, u in self._told if u.level == level)
        return list(found)

    def last(self, pos: int) -> Unit | None:
        """The unit told last before `pos`, or first after it."""
        i = bisect_left(self._told_at, pos + 1)
        if i:
            return self._told[i - 1][1]
        return self._told[0][1] if self._told else None

    def bare(self, pos: int, term: UnitTerm) -> Unit | None:
        """The unit of a kind word alone: "huyện", "tỉnh", "thành phố", "xã"."""
        for level in term.levels:
            unit = self.near(pos, level, term.kind)
            if unit is not None:
                return unit
        return None


def _named_terms(rows: Iterable[Row]) -> list[tuple[UnitTerm, Level | None]]:
    found: list[tuple[UnitTerm, Level | None]] = []
    for row in rows:
        for chunk in row.chunks:
            if isinstance(chunk.term, UnitTerm):
                found += [(unit, None) for unit in unit_terms(chunk.term)]
                continue
            for body in body_terms(chunk.term):
                if isinstance(body.complement, UnitTerm):
                    found.append((body.complement, served_level(body)))
            if isinstance(chunk.term, TitleTerm) and chunk.term.unit:
                found.append((chunk.term.unit, None))
    return [(t, level) for t, level in found if t.name is not None]


def served_level(body: BodyTerm) -> Level | None:
    """The level of the unit that a kind of body serves by its name: of "Huyện ủy" district."""
    level = body.kind.get("servesLevel")
    if level in ("province", "district", "commune"):
        return level  # type: ignore[return-value]
    return None


def _above(unit: Unit) -> Iterator[Unit]:
    while unit.parent is not None:
        unit = unit.parent
        yield unit


def _key(name: str) -> str:
    key = " ".join(name.lower().split())
    return str(int(key)) if key.isdigit() else key


def is_city(unit: Unit) -> bool:
    """Whether the unit is a city, of whichever level."""
    return unit.name.lower().startswith("thành phố ")


def _is_kind(unit: Unit, kind: str | None) -> bool:
    return kind is None or unit.name.lower().startswith(kind + " ")


def _as_written(unit: Unit, term: UnitTerm) -> Unit:
    """The unit under the kind that the article gives it, as it was then ("thị xã X")."""
    if term.kind is None or unit.name == HO_CHI_MINH or unit.level == "province":
        return unit
    name = unit_name(f"{term.kind} {unit.name.split(' ', 1)[1] if ' ' in unit.name else unit.name}")
    short = unit.name.split(" ", 2)
    if unit.name.lower().startswith(("thị xã", "thành phố", "thị trấn")) and len(short) == 3:
        name = unit_name(f"{term.kind} {short[2]}")
    return Unit(name, unit.level, unit.parent, unit.code)
