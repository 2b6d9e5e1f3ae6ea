"""Bodies and administrative units: the same by name and unit, or else of one article alone."""

from collections.abc import Iterator, Mapping, Sequence

from kg.model import Body, Mention, Reading, Unit
from kg.resolve.paths import Key, slugged
from kg.text import fold


def units(readings: Sequence[Reading]) -> Mapping[Mention, str]:
    """The path of every unit that a body serves, and of the units above it, by its full name."""
    named = {
        Mention(reading.article.id, "unit", unit.path): (fold(unit.path),)
        for reading in readings
        for body in reading.bodies
        for unit in upwards(body.unit)
    }
    paths = slugged("unit", named.values(), lambda key: key[0])
    return {mention: paths[key] for mention, key in named.items()}


def upwards(unit: Unit | None) -> Iterator[Unit]:
    """A unit, then what it lies in: district, province."""
    while unit is not None:
        yield unit
        unit = unit.parent


def bodies(readings: Sequence[Reading]) -> Mapping[Mention, str]:
    """The path of every body, by canonical name and unit; a local one also by its article."""
    named = {
        Mention(reading.article.id, "body", body.name): _key(reading, body)
        for reading in readings
        for body in reading.bodies
    }
    paths = slugged("body", named.values(), _text)
    return {mention: paths[key] for mention, key in named.items()}


def _key(reading: Reading, body: Body) -> Key:
    if body.local:
        return fold(body.name), "", reading.article.id
    return fold(body.name), fold(body.unit.path) if body.unit else "", ""


def _text(key: Key) -> str:
    """The name, then what of the unit the name does not tell: "Huyện ủy Văn Lâm, tỉnh Hưng Yên"."""
    name, unit, article = key
    rest = [part for part in unit.split(", ") if part and not _tells(name, part)]
    return " ".join([name, *rest, article])


def _tells(name: str, unit: str) -> bool:
    """Whether a body's name holds a unit's own name: "huyện ủy văn lâm", "huyện văn lâm"."""
    return name.endswith(unit) or name.endswith(" " + unit.partition(" ")[2])
