"""`kg view`: the graph as an interactive page."""

from typing import Annotated

import typer

from kg.cli.arguments import Graph, Output, unicode


def view(
    graph: Graph,
    output: Output = None,
    focus: Annotated[
        str | None, typer.Option(metavar="NAME", help="Show what is around this name or IRI.")
    ] = None,
    hops: Annotated[int, typer.Option(min=1, help="How far around the focus.")] = 2,
    limit: Annotated[
        int | None, typer.Option(min=1, metavar="N", help="At most so many nodes.")
    ] = None,
) -> None:
    """Write one HTML page that shows the graph, and the sentence behind every fact.

    kg view news.kg -o graph.html
    kg view news.kg -o page.html --focus "nguyen bat khanh" --hops 1
    """
    from kg.cli.output import text
    from kg.graph import Store
    from kg.view import render

    with Store.open(graph) as store:
        page = render(store, focus=focus and unicode(focus), hops=hops, limit=limit)
    with text(output) as file:
        file.write(page)
