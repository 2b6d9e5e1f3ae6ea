"""Rulings: what a person has decided on two entities, which goes before every clue.

A ruling names two entities by their paths, or by any IRI that ends in one, since every mention
keeps the path of its own. "same" joins them; "different" keeps them apart, with all that the
clues would bring to either; "unsure" keeps them apart as well, but among the undecided.
"""

import csv
import io
from collections.abc import Iterable
from dataclasses import astuple, dataclass, fields
from datetime import date
from typing import Literal, TypeAlias, get_args

from kg.errors import UsageError

Judgement: TypeAlias = Literal["same", "different", "unsure"]
JUDGEMENTS: tuple[str, ...] = get_args(Judgement)


@dataclass(frozen=True, slots=True, order=True)
class Ruling:
    """One row: two paths in their order, the judgement, who made it, when (ISO day), and why."""

    one: str
    other: str
    ruling: str
    who: str = ""
    when: str = ""
    why: str = ""

    @property
    def pair(self) -> tuple[str, str]:
        """The two paths."""
        return self.one, self.other


COLUMNS = tuple(field.name for field in fields(Ruling))


def made(one: str, other: str, ruling: str, who: str = "", when: str = "", why: str = "") -> Ruling:
    """A ruling on two entities, each named by path or IRI; UsageError says what is wrong."""
    first, second = sorted((path_of(one), path_of(other)))
    if ruling not in JUDGEMENTS:
        raise UsageError(f"the ruling {ruling!r} is none of {', '.join(JUDGEMENTS)}")
    if first == second:
        raise UsageError(f"{first} is ruled to be {ruling} as itself")
    if first.partition("/")[0] != second.partition("/")[0]:
        raise UsageError(f"{first} and {second} are not of one kind")
    try:
        when = date.fromisoformat(when).isoformat() if when else ""
    except ValueError:
        raise UsageError(f"{when!r} is no day such as 2025-07-01") from None
    return Ruling(first, second, ruling, who, when, why)


def path_of(iri: str) -> str:
    """The path in an IRI or a prefixed name: "person/le-an-1f0c9a2b" of "person:le-an-1f0c9a2b"."""
    parts = iri.strip().strip("<>").replace(":", "/").rstrip("/").rsplit("/", 2)
    if len(parts) < 2 or parts[-2] not in ("person", "body", "directive"):
        raise UsageError(f"{iri!r} names no person, body or directive (person:le-an-1f0c9a2b)")
    return "/".join(parts[-2:])


def parse(text: str, name: str) -> tuple[Ruling, ...]:
    """The rulings of a CSV file, of which the last on a pair counts; UsageError names the row."""
    rows = csv.DictReader(io.StringIO(text, newline=""))
    if rows.fieldnames is None:
        return ()
    if missing := [column for column in COLUMNS[:3] if column not in rows.fieldnames]:
        raise UsageError(f"{name}: its first row has no column {missing[0]!r}")
    found: dict[tuple[str, str], Ruling] = {}
    for row in rows:
        try:
            ruling = made(*((row.get(column) or "").strip() for column in COLUMNS))
        except UsageError as error:
            raise UsageError(f"{name}, line {rows.line_num}: {error}") from None
        found.pop(ruling.pair, None)
        found[ruling.pair] = ruling
    return tuple(found.values())


def written(rulings: Iterable[Ruling]) -> str:
    """The rulings as a CSV file."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows(map(astuple, rulings))
    return out.getvalue()
