"""`kg query`: a SPARQL query, its answer in many formats."""

from typing import Annotated

import typer

from kg.cli.arguments import Address, Output, SomeGraph, needed, shifted, sparql_of

FORMATS = (
    "table, csv, tsv, json, xml, markdown; for CONSTRUCT and DESCRIBE ttl, jsonld, nq, rdf, table"
)


def query(
    graph: SomeGraph = None,
    sparql: Annotated[
        str | None, typer.Argument(metavar="QUERY", help="A SPARQL query, a file.rq of one, or - .")
    ] = None,
    endpoint: Address = None,
    format: Annotated[  # noqa: A002 - as the option is called
        str | None, typer.Option("--format", "-f", metavar="FORMAT", help=FORMATS)
    ] = None,
    output: Output = None,
) -> None:
    """Ask the graph in SPARQL; the usual prefixes need not be declared.

    kg query news.kg "SELECT ?name WHERE { ?person foaf:name ?name } LIMIT 5"
    kg query news.kg question.rq --format csv -o answer.csv
    kg query --endpoint http://localhost:3030/news question.rq
    echo "ASK { ?d a vnkg:Directive }" | kg query news.kg -
    """
    from kg.cli.output import text
    from kg.graph.opening import open_graph
    from kg.query import query as run
    from kg.query import write

    graph, sparql = shifted(endpoint, graph, sparql)
    asked = sparql_of(needed(sparql, "QUERY"))
    with open_graph(needed(graph, "GRAPH")) as store:
        answer = run(store, asked)
        with text(output) as file:
            write(answer, format, file)
