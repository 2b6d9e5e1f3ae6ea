"""`kg show`: what is known of one person, body or directive."""

import sys
from functools import partial
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli.arguments import Address, SomeGraph, needed, shifted, unicode
from kg.errors import QueryError

if TYPE_CHECKING:
    from kg.graph import Store
    from kg.query.known import Sentence


def show(
    graph: SomeGraph = None,
    name: Annotated[
        str | None,
        typer.Argument(metavar="NAME", help="A name, with or without accents; or an IRI."),
    ] = None,
    endpoint: Address = None,
    files: Annotated[
        bool,
        typer.Option("--files", help="Tell for each sentence the file, and its characters there."),
    ] = False,
) -> None:
    """Show what is known of a person, body or directive, with the sentences that say so.

    kg show news.kg "nguyen bat khanh"
    kg show news.kg "21-NQ/TW"
    kg show news.kg "21-NQ/TW" --files
    kg show news.kg body:huyen-uy-van-lam-tinh-hung-yen
    """
    from kg.graph.opening import open_graph
    from kg.query.known import known
    from kg.query.names import find, with_context
    from kg.query.telling import told

    graph, name = shifted(endpoint, graph, name)
    wanted = unicode(needed(name, "NAME"))
    with open_graph(needed(graph, "GRAPH")) as store:
        things = find(store, wanted)
        if not things:
            raise QueryError(f"{graph} has nothing called {wanted!r}")
        found = partial(_in_file, store) if files else None
        exact = [thing for thing in things if thing.exact]
        if len(exact or things) > 1:
            print(f"kg: {len(exact or things)} things are called so", file=sys.stderr)
        if not exact and len(things) > 1:
            for thing in things:
                print(with_context(store, thing))
            return
        print("\n\n".join(told(known(store, thing), found) for thing in exact or things))


def _in_file(store: "Store", sentence: "Sentence") -> str:
    """The file of a sentence, and its characters there."""
    from kg.cli.progress import printed
    from kg.query.original import original

    place = original(store, sentence.id, sentence.start, sentence.end)
    where = "" if place.span is None else f", characters {place.span.start} to {place.span.end}"
    return f"in {printed(place.source)}{where}"
