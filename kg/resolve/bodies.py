"""Bodies and administrative units: the same by name and unit, or else of one article alone."""

from collections.abc import Iterator, Mapping
from functools import cache

from kg.model import Body, Mention, Reading, Succession, Unit
from kg.resolve.paths import hashed
from kg.text import fold
from kg.vocabulary import body_followers, of_type, unit_followers


def units(reading: Reading) -> Mapping[Mention, str]:
    """The path of every unit that a body serves, and of the units above it, by its full name."""
    article = reading.article.id
    return {
        Mention(article, "unit", unit.path): unit_path(unit)
        for body in reading.bodies
        for unit in upwards(body.unit)
    }


def unit_path(unit: Unit) -> str:
    """The path of a unit: "unit/huyen-van-lam-tinh-hung-yen-…"."""
    name = fold(unit.path)
    return hashed("unit", name, name)


def upwards(unit: Unit | None) -> Iterator[Unit]:
    """A unit, then what it lies in: district, province."""
    while unit is not None:
        yield unit
        unit = unit.parent


def bodies(reading: Reading) -> Mapping[Mention, str]:
    """The path of every body, by canonical name and unit; a local one also by its article."""
    article = reading.article.id
    return {
        Mention(article, "body", body.name): body_path(body, article) for body in reading.bodies
    }


def body_path(body: Body, article: str) -> str:
    """The path of a body that an article tells of: "body/huyen-uy-van-lam-tinh-hung-yen-…"."""
    name = fold(body.name)
    if is_local(body):
        return hashed("body", f"{name} {article}", name, "", article)
    unit = fold(body.unit.path) if body.unit else ""
    rest = [part for part in unit.split(", ") if part and not _tells(name, part)]
    return hashed("body", " ".join([name, *rest]), name, unit, "")


def is_local(body: Body) -> bool:
    """Whether a body is of one article alone: of no known place, or called by its kind only.

    "Bộ" or "Hội đồng Quản trị" is another in each article.
    """
    return body.local or (body.unit is None and (body.kind, fold(body.name)) in _kinds_alone())


@cache
def _kinds_alone() -> frozenset[tuple[str, str]]:
    """The names of kinds that need a complement, such as a field or a name, to be a body's."""
    return frozenset(
        (kind.id, fold(form))
        for kind in of_type("BodyKind")
        if kind.get("complement") in ("field", "name")
        for form in kind.forms
    )


def successions(reading: Reading) -> Iterator[Succession]:
    """What followed the bodies and units of an article, as far as the ontology knows."""
    article = reading.article.id
    for unit in dict.fromkeys(u for body in reading.bodies for u in upwards(body.unit)):
        for new in unit_followers(unit):
            path = unit_path(new.unit or unit)
            yield Succession(Mention(article, "unit", unit.path), path, new.name, new.concept)
    for body in reading.bodies:
        if not is_local(body):
            for new in body_followers(body.name, body.unit):
                path = body_path(Body(new.name, body.kind, None, new.unit), article)
                yield Succession(Mention(article, "body", body.name), path, new.name, new.concept)


def _tells(name: str, unit: str) -> bool:
    """Whether a body's name holds a unit's own name: "huyện ủy văn lâm", "huyện văn lâm"."""
    return name.endswith(unit) or name.endswith(" " + unit.partition(" ")[2])
