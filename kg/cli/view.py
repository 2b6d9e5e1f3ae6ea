"""`kg view`: the graph as an interactive page."""

import sys
from typing import Annotated

import typer

from kg.cli.arguments import Address, Output, SomeGraph, needed, shifted, sparql_of, unicode

LIMIT = 20_000


def view(
    graph: SomeGraph = None,
    output: Output = None,
    endpoint: Address = None,
    focus: Annotated[
        str | None, typer.Option(metavar="NAME", help="Show what is around this name or IRI.")
    ] = None,
    hops: Annotated[int, typer.Option(min=1, max=9, help="How far around the focus.")] = 2,
    query: Annotated[
        str | None,
        typer.Option(metavar="FILE", help="Show what a SELECT or CONSTRUCT names (- is stdin)."),
    ] = None,
    since: Annotated[
        str | None, typer.Option(metavar="DATE", help="Only what is told of this time or later.")
    ] = None,
    until: Annotated[
        str | None, typer.Option(metavar="DATE", help="Only what is told of this time or before.")
    ] = None,
    kinds: Annotated[
        str | None, typer.Option(metavar="KIND,…", help="Only person, body, directive or event.")
    ] = None,
    limit: Annotated[int, typer.Option(min=1, metavar="N", help="At most so many nodes.")] = LIMIT,
    title: Annotated[
        str | None, typer.Option(metavar="TEXT", help="What stands above the page.")
    ] = None,
) -> None:
    """Write one HTML page that shows the graph, and the sentence behind every fact.

    kg view news.kg -o graph.html
    kg view news.kg -o page.html --focus "nguyen bat khanh" --hops 1
    kg view news.kg -o page.html --query plans.rq --since 2020 --until 2023-06
    """
    from kg.cli.output import text
    from kg.graph.opening import open_graph
    from kg.view import page

    wanted = None if kinds is None else [kind.strip() for kind in kinds.split(",") if kind.strip()]
    (graph,) = shifted(endpoint, graph)
    with open_graph(needed(graph, "GRAPH")) as store:
        made = page(
            store,
            focus=focus and unicode(focus),
            hops=hops,
            query=None if query is None else sparql_of(query),
            since=since,
            until=until,
            kinds=wanted,
            limit=limit,
            title=title and unicode(title),
        )
    with text(output) as file:
        file.write(made.html)
    if made.note:
        print(made.note, file=sys.stderr)
