"""`kg build`: from article files to a graph."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from kg.pipeline import Progress, Report

LEFT_OUT = 3


def build(
    paths: Annotated[
        list[Path] | None,
        typer.Argument(metavar="[PATH]...", help="Article files, or folders of them."),
    ] = None,
    output: Annotated[
        Path, typer.Option("--output", "-o", metavar="GRAPH", help="The graph to make or update.")
    ] = Path("news.kg"),
    prune: Annotated[
        bool, typer.Option("--prune", help="Drop articles that are not among the paths.")
    ] = False,
    base: Annotated[
        str | None, typer.Option(metavar="IRI", help="What the IRIs of the graph begin with.")
    ] = None,
    workers: Annotated[
        int | None,
        typer.Option("--workers", "-j", min=1, help="Processes that read (default: as fits)."),
    ] = None,
) -> None:
    """Read articles and build a graph, or bring it up to date.

    Only files that are new or have changed are read. Files that cannot be read are left out
    and named; the exit code is then 3. Without a path the graph is brought to the present state
    of this software and of its rulings.

        kg build articles/ -o news.kg
        kg build one.txt two.txt -o news.kg
    """
    from kg.pipeline import build as run

    try:
        with _progress() as progress:
            report = run(
                paths or (), output, base=base, progress=progress, prune=prune, workers=workers
            )
    except KeyboardInterrupt:
        print("kg: the build was stopped; the same command goes on where it ended", file=sys.stderr)
        raise
    _tell(report)
    if report.skipped:
        raise typer.Exit(LEFT_OUT)


def _tell(report: "Report") -> None:
    for path, reason in report.skipped:
        name = os.fsencode(path).decode("utf-8", "backslashreplace")
        print(f"kg: left out {name}: {reason}", file=sys.stderr)
    if report.missing:
        print(
            f"kg: {len(report.missing)} articles of the graph have no file any more "
            f"({report.missing[0]} …); --prune drops them",
            file=sys.stderr,
        )
    news = [(report.added, "new"), (report.changed, "changed"), (report.removed, "dropped")]
    told = ", ".join(f"{count} {what}" for count, what in news if count) or "nothing new"
    plural = "" if report.articles == 1 else "s"
    print(f"{report.path}: {report.articles} article{plural} ({told})")


@contextmanager
def _progress() -> Iterator["Progress"]:
    """Give a function that shows progress, in a terminal; elsewhere one that does not."""
    from kg.pipeline.steps import silent

    if not sys.stderr.isatty():
        yield silent
        return
    from rich.console import Console
    from rich.progress import Progress as Bar
    from rich.progress import TaskID

    with Bar(console=Console(stderr=True), transient=True) as bar:
        tasks: dict[str, TaskID] = {}

        def show(step: str, done: int, total: int) -> None:
            if step not in tasks:
                tasks[step] = bar.add_task(step, total=total)
            bar.update(tasks[step], completed=done, total=total)

        yield show
