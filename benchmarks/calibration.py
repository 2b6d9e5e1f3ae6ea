"""Whether confidence means what it says: of the facts of each confidence, how many are right.

    python benchmarks/calibration.py [GOLD ARTICLES [GOLD ARTICLES …]] [--json FILE]

A fact counts once, with the surest of its evidence. Optional facts of gold are left out.
"""

import argparse
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from report import save, show

from kg.evaluate import KINDS, Evaluation, evaluate
from kg.evaluate.errors import key_of, proofs
from kg.extract.rules import RULES, rule_named

EXAMPLES = Path(__file__).resolve().parent.parent / "examples"
BOUNDS = (0.95, 0.9, 0.8, 0.7, 0.0)
BANDS = tuple(f"from {bound:.2f}" for bound in BOUNDS)
UNKNOWN = "no evidence"


@dataclass(frozen=True, slots=True)
class Judged:
    """One fact that was told: its kind, its surest rule and confidence, whether gold has it."""

    kind: str
    rule: str
    confidence: float
    right: bool

    @property
    def band(self) -> str:
        """The band that its confidence lies in."""
        return next(band for band, low in zip(BANDS, BOUNDS, strict=True) if self.confidence >= low)


def main(arguments: Sequence[str] | None = None) -> None:
    """Judge every fact, print three tables, and write JSON where it is asked for."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("pairs", nargs="*", type=Path, metavar="GOLD ARTICLES")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures as JSON")
    options = parser.parse_args(arguments)
    pairs = options.pairs or [EXAMPLES / "gold", EXAMPLES / "articles"]
    if len(pairs) % 2:
        parser.error("each folder of gold needs its articles after it")
    facts: list[Judged] = []
    for gold, articles in zip(pairs[::2], pairs[1::2], strict=True):
        facts += judged(evaluate(gold, [articles]))
    kinds = [kind.name for kind in KINDS]
    rules = [*(rule.name for rule in RULES), UNKNOWN]
    figures = {
        "confidence": table("Confidence", facts, lambda fact: fact.band, BANDS),
        "kind": table("Kind", facts, lambda fact: fact.kind, kinds),
        "rule": table("Rule", facts, lambda fact: fact.rule, rules),
    }
    save(options.json, figures)


def judged(evaluation: Evaluation) -> Iterator[Judged]:
    """Every fact that was told, with its surest evidence."""
    for one in evaluation.comparisons:
        known = proofs(evaluation.readings[one.article])
        for outcome in one.outcomes:
            kind = outcome.kind
            if outcome.told is None or kind.name != kind.items:
                continue
            proof = known.get(key_of(kind.items, outcome.told))
            rule = rule_named(proof[0].rule).name if proof else UNKNOWN
            sure = proof[0].confidence if proof else 0.0
            yield Judged(kind.name, rule, sure, outcome.gold is not None)


def table(
    title: str, facts: Iterable[Judged], group: Callable[[Judged], str], order: Sequence[str]
) -> dict[str, dict[str, Any]]:
    """Number of facts, mean confidence and the share that is right, of each group in order."""
    groups: dict[str, list[Judged]] = defaultdict(list)
    for fact in facts:
        groups[group(fact)].append(fact)
    figures = {name: _figures(groups[name]) for name in order if name in groups}
    rows = [
        (name, row["facts"], f"{row['confidence']:.2f}", f"{row['right']:.2f}")
        for name, row in figures.items()
    ]
    show(title, ("", "facts", "confidence", "right"), rows)
    return figures


def _figures(facts: Sequence[Judged]) -> dict[str, Any]:
    return {
        "facts": len(facts),
        "confidence": sum(fact.confidence for fact in facts) / len(facts),
        "right": sum(fact.right for fact in facts) / len(facts),
    }


if __name__ == "__main__":
    main()
