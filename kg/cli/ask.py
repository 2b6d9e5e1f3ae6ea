"""`kg ask`: stored questions, asked by name."""

from pathlib import Path
from typing import Annotated

import typer

from kg.cli.arguments import Output, unicode


def ask(
    graph: Annotated[
        Path | None, typer.Argument(metavar="[GRAPH]", help="A graph made by kg build.")
    ] = None,
    question: Annotated[
        str | None, typer.Argument(metavar="[QUESTION]", help="The question's name.")
    ] = None,
    values: Annotated[
        list[str] | None,
        typer.Argument(metavar="[NAME=VALUE]...", help="What the question is about."),
    ] = None,
    format: Annotated[  # noqa: A002 - as the option is called
        str | None,
        typer.Option("--format", "-f", metavar="FORMAT", help="table, csv, tsv, json, markdown"),
    ] = None,
    output: Output = None,
) -> None:
    """Ask a stored question; without one, list them all.

    kg ask
    kg ask news.kg posts-of person="nguyen bat khanh"
    """
    from kg.cli.output import text
    from kg.graph import Store
    from kg.query import write
    from kg.query.questions import answer, questions

    if graph is None or question is None:
        if graph:
            Store.open(graph)  # which says if there is none
        for item in questions():
            print(f"{item.name}  {item.about}{''.join(f' {n}=…' for n in item.parameters)}")
        return
    with Store.open(graph) as store, text(output) as file:
        write(answer(store, question, map(unicode, values or [])), format, file)
