"""`kg merge`: one graph of several."""

from pathlib import Path
from typing import Annotated

import typer

from kg.cli.progress import progress, tell


def merge(
    graphs: Annotated[
        list[Path], typer.Argument(metavar="GRAPH...", help="Graphs made by kg build.")
    ],
    output: Annotated[Path, typer.Option("--output", "-o", metavar="GRAPH", help="The new graph.")],
) -> None:
    """Make one graph of several, as if all their articles were built at once.

    Rulings are taken over as well. Articles of one name are told apart as in a build.

        kg merge a.kg b.kg -o c.kg
    """
    from kg.pipeline import merge as run

    with progress() as show:
        report = run(graphs, output, progress=show)
    tell(report)
