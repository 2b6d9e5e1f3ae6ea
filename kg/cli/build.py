"""`kg build`: from article files to a graph."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from kg.cli.progress import LEFT_OUT, progress, tell


def build(
    paths: Annotated[
        list[Path] | None,
        typer.Argument(metavar="[PATH]...", help="Article files, or folders of them."),
    ] = None,
    output: Annotated[
        Path, typer.Option("--output", "-o", metavar="GRAPH", help="The graph to make or update.")
    ] = Path("news.kg"),
    prune: Annotated[
        bool, typer.Option("--prune", help="Drop articles that are not among the paths.")
    ] = False,
    base: Annotated[
        str | None, typer.Option(metavar="IRI", help="What the IRIs of the graph begin with.")
    ] = None,
    workers: Annotated[
        int | None,
        typer.Option("--workers", "-j", min=1, help="Processes that read (default: as fits)."),
    ] = None,
) -> None:
    """Read articles and build a graph, or bring it up to date.

    Only files that are new or have changed are read. Files that cannot be read are left out
    and named; the exit code is then 3. Without a path the graph is brought to the present state
    of this software and of its rulings.

        kg build articles/ -o news.kg
        kg build one.txt two.txt -o news.kg
    """
    from kg.pipeline import build as run

    try:
        with progress() as show:
            report = run(
                paths or (), output, base=base, progress=show, prune=prune, workers=workers
            )
    except KeyboardInterrupt:
        print("kg: the build was stopped; the same command goes on where it ended", file=sys.stderr)
        raise
    tell(report)
    if report.skipped:
        raise typer.Exit(LEFT_OUT)
