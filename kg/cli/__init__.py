"""The command `kg`: arguments in, text or files out, errors in one line.

Exit codes: 0 done; 1 it cannot be done; 2 the arguments are wrong; 3 the graph was built, but
files were left out; 130 stopped by Ctrl-C. Data goes to standard output, all else to standard
error.
"""

import errno
import io
import os
import re
import sys
from collections.abc import Callable
from contextlib import suppress
from inspect import cleandoc
from textwrap import indent
from typing import Annotated

import typer

import kg
from kg.cli.ask import ARGUMENTS, ask
from kg.cli.build import build
from kg.cli.check import check
from kg.cli.evaluate import evaluate
from kg.cli.export import export
from kg.cli.extract import extract
from kg.cli.forget import forget
from kg.cli.load import load
from kg.cli.merge import merge
from kg.cli.query import query
from kg.cli.resolve import resolve
from kg.cli.serve import serve
from kg.cli.show import show
from kg.cli.view import view
from kg.errors import KgError, UsageError

COMMANDS = (
    build, query, ask, show, serve, resolve, view, export, check, forget, merge, load, extract,
    evaluate,
)  # fmt: skip

app = typer.Typer(
    name="kg",
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)

# Where nothing but examples follows the first line, no indentation sets them apart.
_EXAMPLES = re.compile(r"(?<=\n\n)((?:echo .* \| )?kg .*(\n(?!\n)|\Z))+(?=\n|\Z)")


def _help(function: Callable[..., None]) -> str:
    """A docstring as help; its examples, indented or all of commands, keep their lines."""
    text = cleandoc(function.__doc__ or "")
    text = _EXAMPLES.sub(lambda found: indent(found[0], "    "), text)
    return re.sub(r"\n\n    (?=\S)", "\n\n\b\n    ", text)


for command in COMMANDS:
    settings = ARGUMENTS if command is ask else None
    app.command(help=_help(command), context_settings=settings)(command)


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
    _buffer_output()
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    if hasattr(sys.stdin, "reconfigure"):
        sys.stdin.reconfigure(encoding="utf-8", errors="surrogateescape")
    try:
        try:
            app()
        finally:
            # What is still to be written fails here, and not when Python ends.
            sys.stdout.flush()
    except KgError as error:
        print(f"kg: {error}", file=sys.stderr)
        sys.exit(2 if isinstance(error, UsageError) else 1)
    except OSError as error:
        _forget_output()
        if error.errno != errno.EPIPE:
            print(f"kg: {_told(error)}", file=sys.stderr)
        sys.exit(1)
    except KeyboardInterrupt:
        sys.exit(130)


def _buffer_output() -> None:
    """Give standard output a buffer: without one (python -u), Python drops what a write leaves."""
    out = sys.stdout
    if isinstance(out, io.TextIOWrapper) and isinstance(out.buffer, io.RawIOBase):
        lines = out.isatty()
        sys.stdout = io.TextIOWrapper(io.BufferedWriter(out.detach()), line_buffering=lines)


def _told(error: OSError) -> str:
    """What the system refused; an error without a file's name is one of writing to an open one."""
    what = error.filename or "the output cannot be written"
    return f"{what}: {error.strerror or error}"


def _forget_output() -> None:
    """Let what standard output still holds go nowhere: Python would try to write it at its end."""
    with suppress(OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)
