"""Words that only point to a body: "Ban Thường vụ", "Đảng ủy", "UBND", "Trường", "Đảng bộ".

Which body is meant is told by the list they stand in, else by what the article told before.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from kg.extract.cores import committee_ahead, owner_ahead, unit_ahead
from kg.extract.scan import Chunk
from kg.extract.terms import BodyTerm, flags
from kg.model import Body

if TYPE_CHECKING:
    from kg.extract.registry import Registry

SCHOOLS = ("body-school", "body-university", "body-academy")


def bare_body(registry: Registry, term: BodyTerm, chunks: Sequence[Chunk], i: int) -> Body | None:
    """Words that only point to a body: "Ban Thường vụ", "Đảng ủy", "UBND", "Trường"."""
    kind = term.kind
    if "whole" in flags(kind):
        return registry.add(Body(term.head, kind.id), term.start)
    if kind.id == "body-party-committee":
        return _bare_party_committee(registry, term, chunks, i)
    if kind.id == "body-party-organisation":
        return _bare_organisation(registry, term)
    if "delegation" in flags(kind) or (kind.get("complement") or "") in ("name", "field"):
        return _told(registry, term)
    if kind.id == "body-executive-committee":
        core = committee_ahead(chunks, i) or registry.cores.committee(term.start)
        return registry.resolve(core, (), -1) if core is not None else None
    if kind.id == "body-council-board":
        council = next(registry.cores.near(term.start, ("body-peoples-council",)), None)
        return registry.of_body(term, council, chunks, i) if council is not None else None
    if kind.get("within") == "complement-body":
        if "nobare" in flags(kind):
            return None
        core = committee_ahead(chunks, i) or registry.cores.committee(term.start)
        return registry.of_body(term, core, chunks, i) if core is not None else None
    if (kind.get("complement") or "").startswith("unit"):
        return _of_near_unit(registry, term, chunks, i)
    return _told(registry, term)


def _told(registry: Registry, term: BodyTerm) -> Body | None:
    """The body of the same kind that the article names in full, told last.

    "Trường" is the school that the article is about, whatever kind of school it is.
    """
    if term.kind.id in SCHOOLS:
        school = registry.cores.main(SCHOOLS)
        name = registry.name_of(school) if school is not None and school is not term else None
        return registry.add(registry.bodies[name], term.start) if name is not None else None
    for other in registry.cores.near(term.start, (term.kind.id,)):
        name = registry.name_of(other) if other is not term else None
        if name is not None:
            return registry.add(registry.bodies[name], term.start)
    return None


def _of_near_unit(
    registry: Registry, term: BodyTerm, chunks: Sequence[Chunk], i: int
) -> Body | None:
    shared = unit_ahead(chunks, i)
    if shared is not None:
        return registry.of_unit(term, shared)
    if "capital" in flags(term.kind) or not term.kind.id.startswith("body-peoples"):
        return _told(registry, term)
    unit = registry.places.last(term.start)
    if unit is None:
        return None
    return registry.add(Body(f"{term.head} {unit.name}", term.kind.id, None, unit), term.start)


def _bare_party_committee(
    registry: Registry, term: BodyTerm, chunks: Sequence[Chunk], i: int
) -> Body | None:
    """ "Đảng ủy" alone: of the list it stands in, told before, or of the school or commune."""
    shared = unit_ahead(chunks, i)
    if shared is not None:
        unit = registry.unit_of(shared, term.start)
        if unit is not None and unit.level == "commune":
            return registry.committee_of(unit, term.start)
    owner = owner_ahead(chunks, i)
    if owner is not None:
        return registry.party_committee_at(registry.name_of(owner), term.start)
    told = next(
        (t for t in registry.cores.near(term.start, ("body-party-committee",)) if t.complement),
        None,
    )
    if told is not None and told is not term:
        name = registry.name_of(told)
        return registry.add(registry.bodies[name], term.start) if name else None
    homes = (
        "body-school",
        "body-university",
        "body-hospital",
        "body-company",
        "body-institute",
    )
    home = next((t for t in registry.cores.near(term.start, homes) if t.named), None)
    if home is not None:
        return registry.party_committee_at(registry.name_of(home), term.start)
    unit = registry.places.near(term.start, "commune")
    return registry.committee_of(unit, term.start) if unit is not None else None


def _bare_organisation(registry: Registry, term: BodyTerm) -> Body | None:
    """ "Đảng bộ" alone: the members under the committee told last."""
    core = registry.cores.committee(term.start)
    name = registry.name_of(core) if core is not None else None
    if name is None:
        return None
    body = registry.bodies[name]
    if "Đảng bộ" in name:
        return None
    if body.kind == "body-party-committee":
        full = name.replace("Đảng ủy", term.head, 1)
    elif body.unit is not None:
        full = f"{term.head} {body.unit.name}"
    else:
        return None
    return registry.add(Body(full, term.kind.id, None, body.unit), term.start)
