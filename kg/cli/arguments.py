"""Arguments that several commands share."""

from pathlib import Path
from typing import Annotated, TypeAlias

import typer

from kg.errors import UsageError

Graph: TypeAlias = Annotated[
    Path, typer.Argument(metavar="GRAPH", help="The graph: a folder made by kg build.")
]
Output: TypeAlias = Annotated[
    Path | None,
    typer.Option("--output", "-o", metavar="FILE", help="Where to write (default: to the screen)."),
]


def unicode(text: str) -> str:
    """Text from outside as what its bytes say in UTF-8, whatever the system's locale is."""
    raw = text.encode("utf-8", "surrogateescape")
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError as error:
        near = raw[max(0, error.start - 20) : error.end].decode("utf-8", "backslashreplace")
        raise UsageError(f"{near!r} is not text in UTF-8") from None
