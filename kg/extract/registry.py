"""Bodies resolved within an article: canonical name, what each is part of, whom it serves."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.extract.bare import SCHOOLS, bare_body
from kg.extract.cores import (
    PARTY,
    Cores,
    unit_ahead,
)
from kg.extract.evidence import kept
from kg.extract.page import Page
from kg.extract.places import Places, is_city, served_level
from kg.extract.scan import Chunk, Row
from kg.extract.terms import BodyTerm, DirectiveTerm, TitleTerm, UnitTerm, flags
from kg.model import Body, Evidence, Level, Unit
from kg.text import fold
from kg.vocabulary import HO_CHI_MINH, Concept, concepts, headed_kinds, of_type

_COMMITTEES = {
    "tỉnh": "body-provincial-party-committee",
    "thành phố": "body-city-party-committee",
    "huyện": "body-district-party-committee",
    "quận": "body-urban-district-party-committee",
    "thị xã": "body-town-party-committee",
}
_KIND_WORDS = {"huyện ủy": "huyện", "quận ủy": "quận", "thị ủy": "thị xã", "tỉnh ủy": "tỉnh",
               "huyện đoàn": "huyện", "quận đoàn": "quận", "tỉnh đoàn": "tỉnh"}  # fmt: skip
_OWNERS = ("body-police", "body-procuracy", "body-court")


class Registry:
    """The bodies of an article by canonical name, each with the evidence of its mentions."""

    __slots__ = ("_names", "_page", "_terms", "bodies", "cores", "places")

    def __init__(self, page: Page, places: Places, rows: Sequence[Row]) -> None:
        self._page = page
        self.places = places
        self.cores = Cores(rows)
        self._terms: dict[BodyTerm, str | None] = {}
        self._names: dict[str, str] = {}
        self.bodies: dict[str, Body] = {}
        for row in rows:
            for i, chunk in enumerate(row.chunks):
                if isinstance(chunk.term, BodyTerm):
                    self.names_of(chunk.term, row.chunks, i)
                elif isinstance(chunk.term, TitleTerm) and (chunk.term.body or chunk.term.unit):
                    self.of_title(chunk.term, row.chunks, i)
                elif isinstance(chunk.term, DirectiveTerm):
                    for body in chunk.term.bodies:
                        self.name_of(body, row.chunks, i)

    def names_of(
        self, term: BodyTerm, chunks: Sequence[Chunk] = (), i: int = -1
    ) -> tuple[str, ...]:
        """The canonical names of all bodies that a term stands for: of a list, more than one."""
        terms = [*term.others, replace(term, others=())]
        if term.every and isinstance(term.complement, BodyTerm):
            terms = [*self._each(term, term.complement)]
        names = [self.name_of(one, chunks, i) for one in terms]
        return tuple(dict.fromkeys(n for n in names if n is not None))

    def _each(self, term: BodyTerm, inner: BodyTerm) -> Iterator[BodyTerm]:
        level = served_level(inner)
        for unit in self.places.all_of(level) if level else ():
            kind, _, name = unit.name.partition(" ")
            place = UnitTerm(inner.start, inner.end, kind, name, (unit.level,))
            yield replace(
                term, every=False, complement=replace(inner, every=False, complement=place)
            )

    def name_of(self, term: BodyTerm, chunks: Sequence[Chunk] = (), i: int = -1) -> str | None:
        """The canonical name of a term, chunk `i` of its sentence; None if it names no body."""
        if term not in self._terms:
            self._terms[term] = None  # a body that points to itself names none
            body = self.resolve(term, chunks, i)
            self._terms[term] = body.name if body else None
        return self._terms[term]

    def ensure(self, kind: str, pos: int) -> str:
        """Adds the one body of a central kind ("body-government"), told at `pos`; its name."""
        concept = concepts()[kind]
        within = concept.get("within")
        if within and "alias" in flags(concept):
            return self.ensure(within, pos)
        parent = self.ensure(within, pos) if within and within != "complement-body" else None
        return self.add(Body(concept.label, kind, parent), pos).name

    def of_title(self, term: TitleTerm, chunks: Sequence[Chunk], i: int) -> str | None:
        """The body of a title: named with it, meant by a unit after it, or told before."""
        if term.body is not None:
            return self.name_of(term.body, chunks, i)
        if term.unit is not None:
            return self._headed(term, term.unit)
        return self._home(term, chunks, i)

    def add(self, body: Body, pos: int) -> Body:
        """Registers a body told at `pos`, or that place as further evidence of a known one."""
        span = self._page.sentences[self._page.sentence(pos)]
        rule = f"body:{body.kind.removeprefix('body-')}"
        evidence = Evidence(span, rule, 0.7 if body.local else 0.9)
        name = self._same(body.name)
        known = self.bodies.get(name)
        if known is None:
            known = replace(body, evidence=(evidence,))
        elif evidence not in known.evidence:
            known = replace(known, evidence=kept((*known.evidence, evidence)))
        self.bodies[name] = known
        return known

    def _same(self, name: str) -> str:
        """The name under which the body is known: with or without "Việt Nam", in any case."""
        return self._names.setdefault(fold(name).replace(" việt nam", ""), name)

    def resolve(self, term: BodyTerm, chunks: Sequence[Chunk], i: int) -> Body | None:
        """The body of a term by what its name goes on with; None if it names none."""
        kind = term.kind
        within = kind.get("within") or ""
        if term.foreign:
            return self.add(Body(term.head, kind.id), term.start)
        if term.central:
            parent = self.ensure("body-central-committee", term.start)
            return self.add(Body(term.head, kind.id, parent), term.start)
        if "alias" in flags(kind):
            return self.bodies[self.ensure(within, term.start)]
        if kind.get("complement") == "none":
            return self.bodies[self.ensure(kind.id, term.start)]
        if within.startswith("body-"):
            return self.add(Body(term.head, kind.id, self.ensure(within, term.start)), term.start)
        if kind.get("complement") == "place":
            return self._of_place(term)
        if isinstance(term.complement, BodyTerm):
            return self.of_body(term, term.complement, chunks, i)
        if isinstance(term.complement, UnitTerm):
            return self.of_unit(term, term.complement)
        return self._named(term, chunks, i) if term.named else bare_body(self, term, chunks, i)

    def _of_place(self, term: BodyTerm) -> Body:
        level = served_level(term)
        if isinstance(term.complement, UnitTerm):
            unit = self._city(term.complement) if level is None else None
            unit = unit or self.unit_of(term.complement, term.start, level)
            if unit is None and term.complement.name:
                name = f"{term.head} {term.complement.name}"
                return self.add(Body(name, term.kind.id, local=True), term.start)
        else:
            unit = self._nearest(term, level)
        if unit is None:
            return self.add(Body(term.head, term.kind.id, local=True), term.start)
        return self._committee(unit, term.kind, term.start)

    def _committee(self, unit: Unit, kind: Concept, pos: int) -> Body:
        return self.add(Body(f"{kind.label} {_bare_name(unit)}", kind.id, None, unit), pos)

    def _city(self, unit: UnitTerm) -> Unit | None:
        """The city of a Thành ủy: "Thành ủy Yên Bái" is of the city, not of the province."""
        if unit.name is None or unit.parent is not None:
            return None
        province = self.places.named(replace(unit, kind=None), "province")
        if province is not None and not is_city(province):
            found = self.places.named(replace(unit, kind="thành phố", levels=("district",)))
            return found if found is not None and found.level == "district" else None
        return province

    def _nearest(self, term: BodyTerm, level: Level | None) -> Unit | None:
        """The unit that a bare "Huyện ủy" serves; a bare "Thành ủy" may be of either level.

        The one that the article names of this kind, if there is one only, unless another unit
        of the level is told in the same sentence; else the unit told last.
        """
        named = self._only_named(term)
        row = self._page.sentences[self._page.sentence(term.start)]
        if named is not None and not self.places.told_between(row.start, term.start, named.level):
            return named
        if level is not None:
            return self.places.near(term.start, level, _KIND_WORDS.get(fold(term.head)))
        return self.places.near_city(term.start)

    def _only_named(self, term: BodyTerm) -> Unit | None:
        """The unit of the one committee of the term's kind that is named with its place."""
        found: Unit | None = None
        for other in self.cores.near(term.start, (term.kind.id,)):
            if not isinstance(other.complement, UnitTerm):
                continue
            unit = self.unit_of(other.complement, other.start, served_level(other))
            if unit is not None and found is not None and unit != found:
                return None
            found = unit or found
        return found

    def unit_of(self, unit: UnitTerm, pos: int, level: Level | None = None) -> Unit | None:
        """The unit of a term in a body's name at `pos`, of the level that the body serves."""
        if unit.name is None:
            return self.places.bare(pos, unit)
        if level is None and unit.kind is None:
            level = unit.levels[0]
        return self.places.named(unit, level) or self.places.named(unit)

    def of_unit(self, term: BodyTerm, unit_term: UnitTerm) -> Body | None:
        """The body of a unit: "Ủy ban nhân dân huyện Văn Lâm"."""
        unit = self.unit_of(unit_term, term.start)
        if unit is None:
            name = f"{term.head} {unit_term.kind or ''}".strip()
            return self.add(Body(name, term.kind.id, local=True), term.start)
        return self.add(Body(f"{term.head} {unit.name}", term.kind.id, None, unit), term.start)

    def of_body(
        self, term: BodyTerm, inner: BodyTerm, chunks: Sequence[Chunk], i: int
    ) -> Body | None:
        """The body whose name goes on with another: "Ban Thường vụ" of "Huyện ủy Văn Lâm"."""
        if term.kind.id == "body-executive-committee":
            if inner.kind.id == "body-party-organisation":
                return self._party_committee(term, inner)
            if inner.kind.id in PARTY:
                return self.resolve(inner, chunks, i)
        if "inner" in flags(inner.kind):
            return self._of_bloc(term, inner)
        name = self.name_of(inner, chunks, i)
        if name is None:
            return None
        parent = self.bodies[name]
        is_part = term.kind.get("within") == "complement-body" or "part" in flags(term.kind)
        within = (
            name if is_part or term.kind.id in ("body-office-party", "body-party-cell") else None
        )
        joint = " của " if "delegation" in flags(term.kind) else " "
        full = f"{term.head}{joint}{name}"
        if inner.kind.id == "body-ministry" and term.kind.id in (
            "body-directorate",
            "body-office-general",
        ):
            full = term.head
        if term.kind.id == "body-party-cell" and inner.kind.id not in ("body-party-organisation",):
            within = None
        return self.add(Body(full, term.kind.id, within, parent.unit, parent.local), term.start)

    def _of_bloc(self, term: BodyTerm, bloc: BodyTerm) -> Body:
        """ "Đảng ủy Khối các cơ quan tỉnh X": a bloc is no body, only the name of one."""
        unit: Unit | None = None
        place = ""
        if isinstance(bloc.complement, UnitTerm):
            unit = self.unit_of(bloc.complement, bloc.start)
            place = unit.name if unit else bloc.complement.kind or ""
        name = f"{term.head} {bloc.head} {place}".strip()
        return self.add(
            Body(name, term.kind.id, None, unit, unit is None and bool(place)), term.start
        )

    def _party_committee(self, term: BodyTerm, inner: BodyTerm) -> Body | None:
        """ "Ban Chấp hành Đảng bộ tỉnh X" is "Tỉnh ủy X"."""
        if isinstance(inner.complement, UnitTerm):
            unit = self.unit_of(inner.complement, inner.start)
            if unit is not None:
                return self.committee_of(unit, term.start)
            kind = concepts().get(_COMMITTEES.get(inner.complement.kind or "", ""))
            return self.add(Body(kind.label, kind.id, local=True), term.start) if kind else None
        if isinstance(inner.complement, BodyTerm):
            if "inner" in flags(inner.complement.kind):
                committee = concepts()["body-party-committee"]
                return self._of_bloc(
                    replace(term, kind=committee, head=committee.label), inner.complement
                )
            return self.party_committee_at(self.name_of(inner.complement), term.start)
        return None

    def committee_of(self, unit: Unit, pos: int) -> Body:
        """The party committee of a unit: "Huyện ủy Văn Lâm", "Đảng ủy xã Phong Hải"."""
        word = next((w for w in _COMMITTEES if unit.name.lower().startswith(w + " ")), None)
        if word is None:
            return self.add(Body(f"Đảng ủy {unit.name}", "body-party-committee", None, unit), pos)
        return self._committee(unit, concepts()[_COMMITTEES[word]], pos)

    def party_committee_at(self, name: str | None, pos: int) -> Body | None:
        """The party committee of a school, a company or an office."""
        if name is None:
            return None
        unit = self.bodies[name].unit
        return self.add(Body(f"Đảng ủy {name}", "body-party-committee", None, unit), pos)

    def _named(self, term: BodyTerm, chunks: Sequence[Chunk], i: int) -> Body | None:
        """A body with a name of its own and nothing said of its unit: a sở is the province's."""
        kind = term.kind.id
        for other in self.cores.near(term.start, (kind,)):
            if fold(other.head) == fold(term.head) and other.complement is not None:
                return self.resolve(replace(other, start=term.start, end=term.end), chunks, i)
        if kind == "body-department":
            unit = self.places.near(term.start, "province")
            if unit is not None:
                return self.add(Body(f"{term.head} {unit.name}", kind, None, unit), term.start)
            return self.add(Body(term.head, kind, local=True), term.start)
        if kind == "body-party-cell":
            return self._cell(term)
        if kind == "body-division" and _is_of_district(term):
            unit = self.places.near(term.start, "district")
            if unit is not None:
                return self.add(Body(f"{term.head} {unit.name}", kind, None, unit), term.start)
        if kind == "body-ministry-department":
            ministry = next(self.cores.near(term.start, ("body-ministry",)), None)
            if ministry is not None:
                return self.of_body(term, ministry, chunks, i)
        if kind in ("body-division", "body-division-police"):
            owner = self.cores.only(_OWNERS) or self._police(term)
            if owner is not None:
                return self.of_body(term, owner, chunks, i)
        if kind == "body-branch":
            unit = self.places.near(term.start, "province")
            if unit is not None:
                return self.add(Body(f"{term.head} {unit.name}", kind, None, unit), term.start)
        if kind == "body-faculty":
            school = self.cores.main(SCHOOLS)
            if school is not None:
                return self.of_body(term, school, chunks, i)
        return self.add(Body(term.head, kind), term.start)

    def _police(self, term: BodyTerm) -> BodyTerm | None:
        """The police told last, of which a "Phòng Cảnh sát …" is where several are told."""
        if not term.head.lower().startswith("phòng cảnh sát"):
            return None
        told = self.cores.near(term.start, ("body-police",))
        return next((other for other in told if other.complement is not None), None)

    def _cell(self, term: BodyTerm) -> Body:
        """ "Chi bộ 2" alone: of the party organisation told last."""
        for other in self.cores.near(term.start, ("body-party-organisation",)):
            name = self.name_of(other)
            if name is not None and isinstance(other.complement, BodyTerm):
                body = Body(f"{term.head} {name}", term.kind.id, name, self.bodies[name].unit)
                return self.add(body, term.start)
        return self.add(Body(term.head, term.kind.id, local=True), term.start)

    def _headed(self, term: TitleTerm, unit_term: UnitTerm) -> str | None:
        """ "Chủ tịch quận 2" heads the Ủy ban nhân dân, "Bí thư Đà Nẵng" the Thành ủy."""
        unit = self.unit_of(unit_term, term.start)
        if unit is None:
            return None
        if term.concept.get("ofUnit") == "cấp ủy":
            return self.committee_of(unit, term.start).name
        body = Body(f"Ủy ban nhân dân {unit.name}", "body-peoples-committee", None, unit)
        return self.add(body, term.start).name

    def _home(self, term: TitleTerm, chunks: Sequence[Chunk], i: int) -> str | None:
        """The body of a title that names none: the one of the title's kinds told last."""
        shared = unit_ahead(chunks, i) if term.concept.get("ofUnit") == "cấp ủy" else None
        unit = self.unit_of(shared, term.start) if shared is not None else None
        if unit is not None:
            return self.committee_of(unit, term.start).name
        kinds = headed_kinds(term.concept.id)
        for other in self.cores.near(term.start, kinds):
            name = self.name_of(other)
            if name is not None:
                return self.add(self.bodies[name], term.start).name
        return None


def _is_of_district(term: BodyTerm) -> bool:
    """Whether every district has a division of this name ("Phòng Nội vụ")."""
    field = fold(term.head.partition(" ")[2])
    return any(c.get("districtDivision") and fold(c.label) == field for c in of_type("Field"))


def _bare_name(unit: Unit) -> str:
    """How a unit stands after "Huyện ủy": without its kind, but "quận 2" and the largest city."""
    if unit.name == HO_CHI_MINH:
        return unit.name
    for word in _COMMITTEES:
        rest = unit.name[len(word) + 1 :]
        if unit.name.lower().startswith(word + " "):
            return unit.name if rest.isdigit() else rest
    return unit.name
