"""The command `kg`: arguments in, text or files out, errors in one line.

Exit codes: 0 done; 1 it cannot be done; 2 the arguments are wrong; 3 the graph was built, but
files were left out; 130 stopped by Ctrl-C. Data goes to standard output, all else to standard
error.
"""

import re
import sys
from collections.abc import Callable
from inspect import cleandoc
from typing import Annotated

import typer

import kg
from kg.cli.ask import ask
from kg.cli.build import build
from kg.cli.check import check
from kg.cli.evaluate import evaluate
from kg.cli.export import export
from kg.cli.extract import extract
from kg.cli.query import query
from kg.cli.show import show
from kg.cli.view import view
from kg.errors import KgError, UsageError

COMMANDS = (build, query, ask, show, view, export, check, extract, evaluate)

app = typer.Typer(
    name="kg",
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _help(function: Callable[..., None]) -> str:
    """A docstring as help; its indented examples keep their lines."""
    text = cleandoc(function.__doc__ or "")
    return re.sub(r"\n\n    (?=\S)", "\n\n\b\n    ", text)


for command in COMMANDS:
    app.command(help=_help(command))(command)


def _version(wanted: bool) -> None:
    if wanted:
        print(f"kg {kg.__version__}")
        raise typer.Exit


def root(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version.")
    ] = False,
) -> None:
    """Build a knowledge graph of people, posts, bodies and directives from Vietnamese news.

    kg build articles/ -o news.kg
    kg show news.kg "nguyen bat khanh"
    kg query news.kg "SELECT ?name WHERE { ?person foaf:name ?name }"
    kg view news.kg -o graph.html
    """


app.callback(help=_help(root))(root)


def main() -> None:
    """Run the command line, and end the process with its exit code."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        app()
    except KgError as error:
        print(f"kg: {error}", file=sys.stderr)
        sys.exit(2 if isinstance(error, UsageError) else 1)
    except KeyboardInterrupt:
        sys.exit(130)
