"""Figures and errors as a table for the reader, or as JSON for a program."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import groupby
from typing import Any

from kg.evaluate.errors import Error, errors
from kg.evaluate.run import Evaluation
from kg.evaluate.scores import Score, Scores


def table(evaluation: Evaluation, most: int) -> str:
    """The figures as aligned lines, and up to `most` errors of each kind."""
    lines = [*_figures(evaluation.scores), *_told(some(evaluation, most))]
    return "".join(f"{line}\n" for line in lines)


def as_json(evaluation: Evaluation, most: int) -> str:
    """The figures, and up to `most` errors of each kind, as one JSON object."""
    found = evaluation.scores
    told: dict[str, Any] = {
        "articles": found.articles,
        "kinds": {name: _object(score) | {"f1": score.f1} for name, score in found.kinds.items()},
        "core": found.core,
        "values": {name: _object(score) for name, score in found.values.items()},
    }
    if most:
        told["errors"] = [
            {name: getattr(error, name) for name in Error.__slots__}
            for error in some(evaluation, most)
        ]
    return json.dumps(told, ensure_ascii=False, indent=2) + "\n"


FORMATS: Mapping[str, Callable[[Evaluation, int], str]] = {"table": table, "json": as_json}


def some(evaluation: Evaluation, most: int) -> list[Error]:
    """Up to `most` errors of each kind."""
    if not most:
        return []
    kinds = groupby(errors(evaluation), key=lambda error: error.kind)
    return [error for _, found in kinds for error in list(found)[:most]]


def _object(score: Score) -> dict[str, float]:
    return {
        "precision": score.precision,
        "recall": score.recall,
        "right": score.right,
        "gold": score.gold,
        "told": score.told,
    }


def _figures(found: Scores) -> Iterator[str]:
    yield f"{'':14}     P      R     F1   right   gold   told"
    for name, score in found.kinds.items():
        yield f"{name:14} {_shares(score)}  {score.f1:.3f} {_counts(score)}"
    yield f"{'core':14} {'':5}  {'':5}  {found.core:.3f}"
    yield ""
    yield "values of facts that gold has, too"
    for name, score in found.values.items():
        yield f"{name:14} {_shares(score)}  {'':5} {_counts(score)}"


def _shares(score: Score) -> str:
    return f"{score.precision:.3f}  {score.recall:.3f}"


def _counts(score: Score) -> str:
    return f" {score.right:6} {score.gold:6} {score.told:6}"


def _told(found: Iterable[Error]) -> Iterator[str]:
    for kind, group in groupby(found, key=lambda error: error.kind):
        yield from ("", kind)
        for error in group:
            yield f"  {error.sort:6}  {error.article}: {error.content}"
            if error.sentence:
                rule = f"  [{error.rule}]" if error.rule else ""
                yield f'          "{error.sentence}"{rule}'
