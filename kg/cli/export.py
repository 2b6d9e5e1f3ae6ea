"""`kg export`: a graph, or a part of it, in a format that other programs read."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli.arguments import Graph, Output, unicode
from kg.errors import QueryError, UsageError

if TYPE_CHECKING:
    from kg.graph import Store


def export(
    graph: Graph,
    format: Annotated[  # noqa: A002 - as the option is called
        str | None,
        typer.Option(
            "--format",
            "-f",
            metavar="FORMAT",
            help="ttl, trig, nq, jsonld, graphml, gexf, csv, facts, ftm, popolo; and as folders"
            " tables, parquet, neo4j, rocrate (default: by FILE's ending)",
        ),
    ] = None,
    output: Output = None,
    about: Annotated[
        str | None,
        typer.Option(metavar="NAME", help="Only what is known of this name or IRI, with sources."),
    ] = None,
    article: Annotated[
        str | None, typer.Option(metavar="ID", help="Only what this article says.")
    ] = None,
    licence: Annotated[
        str | None,
        typer.Option(metavar="URL", help="The licence that a folder states; none if not given."),
    ] = None,
) -> None:
    """Write the whole graph, or a part of it, in another format.

    nq and trig keep which article says what; ttl is the union of all articles; graphml, gexf
    hold people, bodies, posts, directives and events for Gephi and the like; csv is one row a
    fact and sentence; facts is one JSON object an article; ftm is FollowTheMoney, popolo is
    Popolo JSON. tables and parquet are a Frictionless data package, neo4j is files for its
    import, rocrate an RO-Crate: folders, which -o names. A part is written as ttl, trig, nq or
    jsonld.

        kg export news.kg -o news.ttl
        kg export news.kg --format facts -o facts.jsonl
        kg export news.kg --format ttl --about "nguyen bat khanh"
        kg export news.kg --format trig --article van-lam-so-ket
        kg export news.kg --format tables -o news-tables
    """
    from kg.cli import output as outputs
    from kg.graph import Store
    from kg.graph.formats import FOLDERS, FORMATS

    name = format or (output.suffix.removeprefix(".") if output else "")
    _check(name, about, article, licence)
    with Store.open(graph) as store:
        if name in FOLDERS:
            with outputs.folder(_named(output, name)) as folder:
                FOLDERS[name](store, folder, licence)
            return
        part = _part(store, graph, about, article)
        with outputs.binary(output) as file:
            FORMATS[name](part, file)


def _check(name: str, about: str | None, article: str | None, licence: str | None) -> None:
    """UsageError if there is no such format, or if it does not go with what is asked for."""
    from kg.graph.formats import FOLDERS, FORMATS, PARTS

    if name not in FORMATS and name not in FOLDERS:
        said = f"{name!r} is not a format" if name else "say which --format"
        raise UsageError(f"{said}; choose one of {', '.join([*FORMATS, *FOLDERS])}")
    if about is not None and article is not None:
        raise UsageError("--about and --article do not go together; choose one part")
    if (about is not None or article is not None) and name not in PARTS:
        raise UsageError(f"{name} cannot hold a part of a graph; choose one of {', '.join(PARTS)}")
    if licence is not None and name not in FOLDERS:
        raise UsageError(f"{name} states no licence; choose one of {', '.join(FOLDERS)}")
    if licence is not None and not licence.startswith(("http://", "https://")):
        raise UsageError(f"--licence takes the address of a licence, https://…, not {licence!r}")


def _named(output: Path | None, name: str) -> Path:
    """The folder that was named; UsageError if none was."""
    if output is None or str(output) == "-":
        raise UsageError(f"{name} is a folder of files; name a new one with -o FOLDER")
    return output


def _part(store: "Store", graph: Path, about: str | None, article: str | None) -> "Store":
    """The part of the graph that was asked for; QueryError if it has no such thing or several."""
    from pyoxigraph import NamedNode

    from kg.graph import part
    from kg.query.names import find, with_context

    if article is not None:
        return part.article(store, unicode(article))
    if about is None:
        return store
    name = unicode(about)
    things = find(store, name)
    if not things:
        raise QueryError(f"{graph} has nothing called {name!r}")
    if len(things) > 1:
        listed = "".join(f"\n  {with_context(store, thing)}" for thing in things)
        raise QueryError(f"several things are called {name!r}; name one of them:{listed}")
    return part.about(store, NamedNode(things[0].iri))
