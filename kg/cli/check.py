"""`kg check`: faults of the graph, contradictions of its articles, and who may be the same."""

import typer

from kg.cli.arguments import Graph


def check(graph: Graph) -> None:
    """Look for faults of the graph, contradictions between articles, and undecided identities.

    Faults are against the SHACL shapes and the rules of the graph; each names a node, what is
    wrong with it, and the sentence it was read from, and the exit code is then 1. What articles
    contradict each other in stays in the graph, side by side; each line is followed by the
    sentences. Undecided are two of one name who may be the same: kg resolve shows the clues.

        kg check news.kg
    """
    from kg.graph import Store
    from kg.graph.check import check as faults
    from kg.graph.check import contradictions
    from kg.pipeline.identity import undecided

    with Store.open(graph) as store:
        found = faults(store)
        against = contradictions(store)
        open_pairs = list(undecided(store))
    for fault in found:
        print(fault)
    for contradiction in against:
        print(f"contradiction: {contradiction}")
    for pair in open_pairs:
        why = "; ".join(reason for _, reason in pair.clues)
        print(f"undecided: {pair.one.name}: {pair.one.iri} and {pair.other.iri} ({why})")
    counts = ((found, "fault"), (against, "contradiction"), (open_pairs, "undecided pair"))
    told = ", ".join(f"{len(some)} {what}{'s' * (len(some) > 1)}" for some, what in counts if some)
    print(f"{graph}: {told or 'no problem found'}")
    if found:
        raise typer.Exit(1)
