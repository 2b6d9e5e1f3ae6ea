"""`kg export`: the whole graph in a format that other programs read."""

from typing import Annotated

import typer

from kg.cli.arguments import Graph, Output
from kg.errors import UsageError


def export(
    graph: Graph,
    format: Annotated[  # noqa: A002 - as the option is called
        str | None,
        typer.Option(
            "--format",
            "-f",
            metavar="FORMAT",
            help="ttl, trig, nq, jsonld, graphml, gexf, csv, facts (default: by FILE's ending)",
        ),
    ] = None,
    output: Output = None,
) -> None:
    """Write the whole graph in another format.

    nq and trig keep which article says what; ttl is the union of all articles; graphml, gexf
    hold people, bodies, posts, directives and events for Gephi and the like; csv is one row a
    fact and sentence; facts is one JSON object an article.

        kg export news.kg -o news.ttl
        kg export news.kg --format facts -o facts.jsonl
    """
    from kg.cli.output import binary
    from kg.graph import Store
    from kg.graph.formats import FORMATS

    name = format or (output.suffix.removeprefix(".") if output else "")
    if name not in FORMATS:
        said = f"{name!r} is not a format" if name else "say which --format"
        raise UsageError(f"{said}; choose one of {', '.join(FORMATS)}")
    with Store.open(graph) as store, binary(output) as file:
        FORMATS[name](store, file)
