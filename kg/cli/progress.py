"""How long work is shown on the way and told at its end."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kg.pipeline import Progress, Report

LEFT_OUT = 3  # the exit code when files were left out


def tell(report: "Report") -> None:
    """Print what was done, and on standard error what was left out and why."""
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
def progress() -> Iterator["Progress"]:
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
