"""`kg serve`: a graph in the browser, with a SPARQL endpoint."""

import sys
from typing import Annotated

import typer

from kg.cli.arguments import Address, SomeGraph, needed, shifted


def serve(
    graph: SomeGraph = None,
    endpoint: Address = None,
    host: Annotated[
        str, typer.Option(metavar="ADDRESS", help="Where to listen; 0.0.0.0 is open to all.")
    ] = "127.0.0.1",
    port: Annotated[int, typer.Option(metavar="NUMBER", help="At which port.")] = 8000,
    seconds: Annotated[float, typer.Option(help="How long a query may take.", min=0.1)] = 10.0,
    megabytes: Annotated[int, typer.Option(help="How much memory it may use.", min=64)] = 1024,
    rows: Annotated[int, typer.Option(help="How many rows it may answer.", min=1)] = 10_000,
    workers: Annotated[int, typer.Option(help="How many run at a time.", min=1)] = 4,
    proxy: Annotated[
        str | None,
        typer.Option(metavar="ADDRESS", help="A reverse proxy, whose X-Forwarded-For is believed."),
    ] = None,
    unguarded: Annotated[
        bool,
        typer.Option(help="Serve others where the system cannot keep queries off the network."),
    ] = False,
) -> None:
    """Show the graph in the browser, and answer SPARQL, until Ctrl-C.

    kg serve news.kg
    kg serve news.kg --host 0.0.0.0 --port 80 --seconds 5
    """
    from dataclasses import replace

    from kg.serve import Limits
    from kg.serve import serve as run

    (graph,) = shifted(endpoint, graph)
    where = needed(graph, "GRAPH")
    limits = replace(Limits(), seconds=seconds, megabytes=megabytes, rows=rows, workers=workers)
    run(
        where,
        host,
        port,
        limits,
        unguarded=unguarded,
        proxy=proxy,
        ready=lambda address: print(f"kg: {where} is at {address}/ (Ctrl-C ends)", file=sys.stderr),
    )
