"""`kg check`: whether the graph keeps to its shapes, and contradicts itself nowhere."""

import typer

from kg.cli.arguments import Graph


def check(graph: Graph) -> None:
    """Check the graph against its SHACL shapes, and look for contradictions.

    Each line names a node, what is wrong with it, and the sentence it was read from; the exit
    code is 1 if there is any.

        kg check news.kg
    """
    from kg.graph import Store
    from kg.graph.check import check as run

    with Store.open(graph) as store:
        problems = run(store)
    for problem in problems:
        print(problem)
    if problems:
        raise typer.Exit(1)
    print(f"{graph}: no problem found")
