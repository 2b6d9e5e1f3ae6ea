"""Arguments that several commands share."""

from pathlib import Path
from typing import Annotated, TypeAlias

import typer

Graph: TypeAlias = Annotated[
    Path, typer.Argument(metavar="GRAPH", help="The graph: a folder made by kg build.")
]
Output: TypeAlias = Annotated[
    Path | None,
    typer.Option("--output", "-o", metavar="FILE", help="Where to write (default: to the screen)."),
]
