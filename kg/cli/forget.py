"""`kg forget`: drop articles from a graph."""

from typing import Annotated

import typer

from kg.cli.arguments import Graph, unicode
from kg.cli.progress import progress, tell


def forget(
    graph: Graph,
    articles: Annotated[
        list[str], typer.Argument(metavar="ARTICLE...", help="Ids of articles (names of files).")
    ],
) -> None:
    """Drop articles from a graph, with all that only they say.

    kg forget news.kg 22247532
    """
    from kg.pipeline import forget as run

    with progress() as show:
        report = run(graph, map(unicode, articles), progress=show)
    tell(report)
