"""Arguments that several commands share."""

import sys
from pathlib import Path
from typing import Annotated, TypeAlias

import typer

from kg.errors import QueryError, UsageError

Graph: TypeAlias = Annotated[
    Path, typer.Argument(metavar="GRAPH", help="The graph: a folder made by kg build.")
]
SomeGraph: TypeAlias = Annotated[
    str | None,
    typer.Argument(metavar="GRAPH", help="The graph: a folder made by kg build; or --endpoint."),
]
Address: TypeAlias = Annotated[
    str | None,
    typer.Option(
        "--endpoint", metavar="URL", help="Ask a SPARQL endpoint that holds a graph, in its place."
    ),
]
Output: TypeAlias = Annotated[
    Path | None,
    typer.Option("--output", "-o", metavar="FILE", help="Where to write (default: to the screen)."),
]


def shifted(endpoint: str | None, *words: str | None) -> tuple[str | None, ...]:
    """The graph and the words behind it; an endpoint takes the place of the first."""
    if endpoint is None:
        return words
    if words[-1] is not None:
        raise UsageError("name a graph, or an --endpoint in its place, not both")
    return endpoint, *words[:-1]


def needed(value: str | None, what: str) -> str:
    """A word that was given; if it was not, the command says how it is used."""
    if value is None:
        raise typer.BadParameter("it is missing", param_hint=f"'{what}'")
    return value


def unicode(text: str) -> str:
    """Text from outside as what its bytes say in UTF-8, whatever the system's locale is."""
    raw = text.encode("utf-8", "surrogateescape")
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError as error:
        near = raw[max(0, error.start - 20) : error.end].decode("utf-8", "backslashreplace")
        raise UsageError(f"{near!r} is not text in UTF-8") from None


def sparql_of(argument: str) -> str:
    """The query that an argument is, or that it names: a file, or - for standard input."""
    from kg.query.errors import is_sparql

    if argument == "-":
        return unicode(sys.stdin.read())
    if "{" in argument or not argument.strip():
        return unicode(argument)
    path = Path(argument)
    try:
        return path.read_text("utf-8")
    except UnicodeDecodeError:
        raise QueryError(f"{path} is not a text file in UTF-8") from None
    except OSError as error:
        if not is_sparql(argument) and (path.suffix or "/" in argument or path.exists()):
            raise QueryError(f"{path} cannot be read: {error.strerror}") from None
        return unicode(argument)
