"""`kg load`: from quads that were written elsewhere to a graph."""

from pathlib import Path
from typing import Annotated

import typer

from kg.cli.progress import progress


def load(
    sources: Annotated[
        list[Path],
        typer.Argument(metavar="PATH...", help="N-Quads or TriG, also by gzip; folders of them."),
    ],
    output: Annotated[Path, typer.Option("--output", "-o", metavar="GRAPH", help="The new graph.")],
) -> None:
    """Make a graph of the quads of one, such as Spark writes or kg export.

    It can be asked, shown and served, but not built on: what was read is not in the quads.

        kg load out/quads -o news.kg
        kg load news.nq.gz -o copy.kg
    """
    from kg.graph.loaded import load_graph

    with progress() as show:
        count = load_graph(sources, output, show)
    print(f"{output}: {count} quads, with those of the union of all articles")
