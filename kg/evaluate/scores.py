"""Figures: precision, recall and F1 of each kind of fact, and how often values are right."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kg.evaluate.compare import KINDS, VALUES, Comparison

CORE = ("positions", "directives", "links")
DIGITS = 4


@dataclass(frozen=True, slots=True)
class Score:
    """How many facts are right, how many gold has, and how many were told.

    Shares are rounded to four digits, and 0 where there is nothing to share.
    """

    right: int
    gold: int
    told: int

    @property
    def precision(self) -> float:
        """The share of the facts told that is right."""
        return round(_share(self.right, self.told), DIGITS)

    @property
    def recall(self) -> float:
        """The share of gold that was told."""
        return round(_share(self.right, self.gold), DIGITS)

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        precision, recall = _share(self.right, self.told), _share(self.right, self.gold)
        return round(_share(2 * precision * recall, precision + recall), DIGITS)


@dataclass(frozen=True, slots=True)
class Scores:
    """The figures of some articles: by kind of fact, and by name of value among matched facts."""

    articles: int
    kinds: Mapping[str, Score]
    values: Mapping[str, Score]

    @property
    def core(self) -> float:
        """The mean F1 of what matters most: positions, directives and links."""
        return round(sum(self.kinds[name].f1 for name in CORE) / len(CORE), DIGITS)

    def f1(self, name: str) -> float:
        """The F1 of a kind, or of "core"."""
        return self.core if name == "core" else self.kinds[name].f1


def scores(comparisons: Iterable[Comparison]) -> Scores:
    """The figures over some articles, every fact counting the same."""
    found = list(comparisons)
    outcomes = [outcome for one in found for outcome in one.outcomes]
    values = [value for one in found for value in one.values]
    return Scores(
        articles=len(found),
        kinds={
            kind.name: _score([(o.gold, o.told, True) for o in outcomes if o.kind is kind])
            for kind in KINDS
        },
        values={
            name: _score([(v.gold, v.told, v.right) for v in values if v.name == name])
            for name in VALUES
        },
    )


def _score(rows: list[tuple[object, object, bool]]) -> Score:
    """The figures of rows of what gold has, what was told, and whether the two agree."""
    return Score(
        right=sum(bool(gold and told) and right for gold, told, right in rows),
        gold=sum(bool(gold) for gold, _, _ in rows),
        told=sum(bool(told) for _, told, _ in rows),
    )


def _share(part: float, whole: float) -> float:
    return part / whole if whole else 0.0
