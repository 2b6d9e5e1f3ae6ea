"""`kg extract`: what an article says, sentence by sentence."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from kg.errors import UsageError


def extract(
    articles: Annotated[
        list[Path],
        typer.Argument(metavar="ARTICLE...", help="Article files, or folders of them."),
    ],
    format: Annotated[  # noqa: A002 - as the option is called
        str, typer.Option("--format", "-f", metavar="FORMAT", help="text, json")
    ] = "text",
    explain: Annotated[
        bool, typer.Option("--explain", help="Say in plain words what each rule reads.")
    ] = False,
    silent: Annotated[
        bool, typer.Option("--all", help="Show sentences that tell nothing, too.")
    ] = False,
) -> None:
    """Show what articles say: each sentence, and under it the facts read from it.

    Each fact comes with the rule that read it and how sure that is, from 0 to 1. No graph is
    needed, and none is made.

        kg extract article.txt
        kg extract article.txt --explain --all
        kg extract articles/ --format json
    """
    from kg.evaluate.listing import FORMATS
    from kg.evaluate.run import read_articles

    if format not in FORMATS:
        raise UsageError(f"{format!r} is not a format; choose one of {', '.join(FORMATS)}")
    readings = read_articles(articles)
    if format == "text" and sys.stdout.isatty():
        from rich.console import Console

        from kg.evaluate.listing import styled

        console = Console(highlight=False)
        for text, style in styled(readings, explain, silent):
            console.print(text, style=style, markup=False, end="", soft_wrap=True)
        return
    sys.stdout.write(FORMATS[format](readings, explain, silent))
