"""`kg query`: a SPARQL query, its answer in many formats."""

from typing import Annotated

import typer

from kg.cli.arguments import Graph, Output, sparql_of

FORMATS = (
    "table, csv, tsv, json, xml, markdown; for CONSTRUCT and DESCRIBE ttl, jsonld, nq, rdf, table"
)


def query(
    graph: Graph,
    sparql: Annotated[
        str, typer.Argument(metavar="QUERY", help="A SPARQL query, a file.rq of one, or - .")
    ],
    format: Annotated[  # noqa: A002 - as the option is called
        str | None, typer.Option("--format", "-f", metavar="FORMAT", help=FORMATS)
    ] = None,
    output: Output = None,
) -> None:
    """Ask the graph in SPARQL; the usual prefixes need not be declared.

    kg query news.kg "SELECT ?name WHERE { ?person foaf:name ?name } LIMIT 5"
    kg query news.kg question.rq --format csv -o answer.csv
    echo "ASK { ?d a vnkg:Directive }" | kg query news.kg -
    """
    from kg.cli.output import text
    from kg.graph import Store
    from kg.query import query as run
    from kg.query import write

    with Store.open(graph) as store:
        answer = run(store, sparql_of(sparql))
        with text(output) as file:
            write(answer, format, file)
