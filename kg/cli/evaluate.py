"""`kg evaluate`: what is read of articles against gold."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg.errors import UsageError

if TYPE_CHECKING:
    from kg.evaluate import Scores


def evaluate(
    gold: Annotated[
        Path, typer.Argument(metavar="GOLD", help="A folder of gold files, one for each article.")
    ],
    articles: Annotated[
        list[Path],
        typer.Argument(metavar="ARTICLES...", help="The articles: files, or folders of them."),
    ],
    errors: Annotated[
        int, typer.Option("--errors", min=0, metavar="N", help="Show up to N errors of each kind.")
    ] = 0,
    format: Annotated[  # noqa: A002 - as the option is called
        str, typer.Option("--format", "-f", metavar="FORMAT", help="table, json")
    ] = "table",
    least: Annotated[
        list[str] | None,
        typer.Option("--min", metavar="KIND=F1", help="Exit with 1 if a kind's F1 is lower."),
    ] = None,
) -> None:
    """Compare what is read of articles with what a careful reader takes from them.

    Precision, recall and F1 of persons, organizations, positions, directives, links and
    participants ("positions!" wants role and organization equal to the word; core is the mean of
    positions, directives and links); then the values of the facts that match, P being the share
    of right values among those told, R among those of gold.

        kg evaluate examples/gold examples/articles --errors 5
        kg evaluate gold/ articles/ --min positions=0.9 --min core=0.85

    GOLD holds NAME.json for each article NAME.txt; every key is there, what is not said is null:

        {"article": "NAME", "published": "2023-07-31",
         "persons": ["Lê An"],
         "organizations": [{"name": "Huyện ủy Văn Lâm", "within": null,
                            "unit": "huyện Văn Lâm, tỉnh Hưng Yên"}],
         "positions": [{"person": "Lê An", "role": "Bí thư",
                        "organization": "Huyện ủy Văn Lâm", "status": "current",
                        "since": "2020", "until": null}],
         "directives": [{"id": "d1", "type": "Kế hoạch", "number": "68-KH/HU", "date": null,
                         "issuer": null, "subject": null, "name": "Kế hoạch số 68-KH/HU"}],
         "links": [{"from": "Huyện ủy Văn Lâm", "type": "carries_out", "to": "d1"}],
         "events": [{"type": "hội nghị", "date": null, "place": null, "organizer": null,
                     "participants": [{"person": "Lê An", "as": "chairs"}]}]}

    An item with "optional": true counts neither when found nor when missed.
    """
    from kg.evaluate import evaluate as run
    from kg.evaluate.report import FORMATS

    if format not in FORMATS:
        raise UsageError(f"{format!r} is not a format; choose one of {', '.join(FORMATS)}")
    bars = _bars(least or [])
    evaluation = run(gold, articles)
    sys.stdout.write(FORMATS[format](evaluation, errors))
    _hold(evaluation.scores, bars)


def _bars(least: list[str]) -> dict[str, float]:
    """The F1 that each kind must reach, from KIND=F1."""
    from kg.evaluate import KINDS

    known = [*(kind.name for kind in KINDS), "core"]
    bars: dict[str, float] = {}
    for text in least:
        name, _, number = text.partition("=")
        if name not in known:
            raise UsageError(f"--min {text}: no kind is named so; there are {', '.join(known)}")
        try:
            bars[name] = float(number)
        except ValueError:
            raise UsageError(f"--min {text}: {number!r} is not a number") from None
    return bars


def _hold(scores: "Scores", bars: dict[str, float]) -> None:
    low = {name: bar for name, bar in bars.items() if scores.f1(name) < bar}
    for name, bar in low.items():
        print(f"kg: the F1 of {name} is {scores.f1(name)}, below {bar}", file=sys.stderr)
    if low:
        raise typer.Exit(1)
