"""Whole articles against gold: no figure may fall far below where it stands.

The texts and their gold stand beside the repository; where they are missing the test is skipped.
"""

import importlib.util
import json
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from kg.extract import extract
from kg.model import Reading
from kg.read import articles

SHARED = Path(__file__).resolve().parents[3] / "shared"

# Figures of F1, a little below those that were reached.
FLOORS: dict[str, dict[str, float]] = {
    "seeds": {
        "persons": 1.00,
        "organizations": 0.95,
        "positions": 0.95,
        "directives": 0.95,
        "links": 0.85,
        "participants": 0.80,
    },
    "genre": {
        "persons": 0.98,
        "organizations": 0.91,
        "positions": 0.96,
        "directives": 0.98,
        "links": 0.52,
        "participants": 0.95,
    },
    "dev": {
        "persons": 0.96,
        "organizations": 0.885,
        "positions": 0.89,
        "directives": 0.945,
        "links": 0.74,
        "participants": 0.70,
    },
}
CASES = [(name, kind, floor) for name, kinds in FLOORS.items() for kind, floor in kinds.items()]


@cache
def scoring() -> ModuleType:
    """The comparison of the shared folder, as a module."""
    spec = importlib.util.spec_from_file_location("score", SHARED / "eval" / "score.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@cache
def figures(name: str) -> dict[str, float]:
    """F1 of every kind of fact over one set of articles."""
    tally = scoring().Tally()
    for path in sorted((SHARED / "gold" / name).glob("*.json")):
        gold = json.loads(path.read_text("utf-8"))
        (told,) = articles([SHARED / "corpus" / name / f"{path.stem}.txt"])
        scoring().score_article(tally, path.stem, gold, as_gold(extract(told)))
    return {
        kind: 2 * hit / (wanted + given) if hit else 0.0
        for kind, (hit, wanted, given) in tally.counts.items()
    }


def as_gold(reading: Reading) -> dict[str, Any]:
    """A reading in the shape of the gold files."""
    return {
        "persons": [person.name for person in reading.persons],
        "organizations": [
            {"name": b.name, "within": b.within, "unit": b.unit.path if b.unit else None}
            for b in reading.bodies
        ],
        "positions": [
            {"person": m.person, "role": m.role, "organization": m.body, "status": m.status}
            | {"since": m.since, "until": m.until}
            for m in reading.memberships
        ],
        "directives": [
            {"id": d.id, "type": d.type, "number": d.number, "date": d.date, "name": d.name}
            | {"issuer": d.issuer, "subject": d.subject}
            for d in reading.directives
        ],
        "links": [{"from": x.source, "type": x.type, "to": x.target} for x in reading.links],
        "events": [
            {"participants": [{"person": p.person, "as": p.part} for p in e.participants]}
            for e in reading.events
        ],
    }


@pytest.mark.parametrize(("name", "kind", "floor"), CASES)
def test_no_figure_falls_below_its_floor(name: str, kind: str, floor: float) -> None:
    if not (SHARED / "gold" / name).is_dir() or not (SHARED / "corpus" / name).is_dir():
        pytest.skip(f"the texts and gold of {name} are not here")
    assert figures(name)[kind] >= floor
