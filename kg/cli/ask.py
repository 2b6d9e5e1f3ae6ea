"""`kg ask`: stored questions, asked by name."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli.arguments import Address, Output, unicode
from kg.errors import UsageError

if TYPE_CHECKING:
    from kg.graph import Store
    from kg.query import Rows
    from kg.query.questions import Parameter, Question

GRAPHS = ("ttl", "trig", "nq", "jsonld")
FORMATS = f"table, csv, tsv, json, xml, markdown; and of all that it names {', '.join(GRAPHS)}"
ARGUMENTS = {"ignore_unknown_options": True, "allow_extra_args": True, "help_option_names": []}
"""What the command is given beyond its options are the parameters of the question."""


def _names(incomplete: str) -> Iterator[tuple[str, str]]:
    """The questions whose name begins so, with what they ask."""
    from kg.query.questions import questions

    return ((q.name, q.about["en"]) for q in questions() if q.name.startswith(incomplete))


def _parameters(context: typer.Context, incomplete: str) -> Iterator[tuple[str, str]]:
    """The parameters of the question that are not given yet, as "name="."""
    from kg.query.questions import questions

    given = {value.partition("=")[0] for value in context.params.get("values") or ()}
    for question in questions():
        if question.name == context.params.get("question"):
            for parameter in question.parameters:
                if parameter.name.startswith(incomplete) and parameter.name not in given:
                    yield f"{parameter.name}=", parameter.about["en"]


def ask(
    context: typer.Context,
    graph: Annotated[
        str | None,
        typer.Argument(metavar="[GRAPH]", help="A graph made by kg build; or --endpoint."),
    ] = None,
    question: Annotated[
        str | None,
        typer.Argument(metavar="[QUESTION]", help="Its name.", autocompletion=_names),
    ] = None,
    values: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[NAME=VALUE]...",
            help="What it is about; also as --NAME VALUE.",
            autocompletion=_parameters,
        ),
    ] = None,
    format: Annotated[  # noqa: A002 - as the option is called
        str | None, typer.Option("--format", "-f", metavar="FORMAT", help=FORMATS)
    ] = None,
    output: Output = None,
    endpoint: Address = None,
    explain: Annotated[
        bool, typer.Option("--explain", help="Show the SPARQL instead of the answer.")
    ] = False,
    help_wanted: Annotated[
        bool, typer.Option("--help", "-h", help="Show this, or what a question is given.")
    ] = False,
) -> None:
    """Ask a stored question; without one, list them all.

    kg ask
    kg ask news.kg holders --help
    kg ask news.kg holders position="bi thu huyen uy van lam" on=2023-07-31
    kg ask --endpoint http://localhost:3030/news career person="nguyen bat khanh"
    kg ask news.kg career --person "nguyen bat khanh" --format csv
    """
    from kg.cli.output import text
    from kg.graph.opening import open_graph
    from kg.query import questions

    if endpoint is not None:
        values = [*((question,) if question else ()), *(values or ())]
        graph, question = endpoint, graph
    if help_wanted:
        print(_usage(questions.question(question)) if question else context.get_help())
        return
    if graph is None or question is None:
        if graph:
            open_graph(graph)  # which says if there is none
        for item in questions.questions():
            print(f"{item.name}  {item.about['en']}{''.join(map(_given, item.parameters))}")
        return
    given = _pairs([unicode(value) for value in (*(values or ()), *context.args)])
    with open_graph(graph) as store:
        if explain:
            with text(output) as file:
                file.write(questions.explain(store, question, given))
        else:
            _answer(store, questions.ask(store, question, given), format, output)


def _answer(store: "Store", rows: "Rows", name: str | None, output: Path | None) -> None:
    """Write an answer as the format has it: to be read, as data, or as the triples behind it."""
    from kg.cli.output import binary, text
    from kg.graph.formats import FORMATS
    from kg.query import write
    from kg.query.questions import described

    if name in GRAPHS:
        with binary(output) as file:
            FORMATS[name](described(store, rows), file)
        return
    with text(output) as lines:
        write(rows.readable() if name in (None, "table", "markdown") else rows, name, lines)


def _given(parameter: "Parameter") -> str:
    return f" {parameter.name}=…" if parameter.needed else f" [{parameter.name}=…]"


def _usage(question: "Question") -> str:
    """What a question asks and is given, as help."""
    lines = [f"Usage: kg ask GRAPH {question.name}{''.join(map(_given, question.parameters))}"]
    lines += ["", f"  {question.about['en']}", f"  {question.about['vi']}", ""]
    width = max((len(parameter.name) for parameter in question.parameters), default=0)
    for parameter in question.parameters:
        kind = " | ".join(parameter.choices) or parameter.type.replace("_", " ")
        rest = f", else {parameter.default}" if parameter.default else ""
        note = "" if parameter.needed else rest or ", optional"
        about = parameter.about["en"]
        lines.append(f"  {parameter.name.ljust(width)}  {about} ({kind}{note})")
    return "\n".join(lines)


def _pairs(words: Iterable[str]) -> dict[str, str]:
    """NAME=VALUE, --NAME=VALUE and --NAME VALUE as values by name."""
    given: dict[str, str] = {}
    waiting = iter(words)
    for word in waiting:
        name, equals, value = word.removeprefix("--").partition("=")
        if not equals:
            if not word.startswith("--"):
                raise UsageError(f"{word!r} is no NAME=VALUE")
            value = next(waiting, "")
        if name in given:
            raise UsageError(f"{name} is given twice, as {given[name]!r} and as {value!r}")
        given[name] = value
    return given
