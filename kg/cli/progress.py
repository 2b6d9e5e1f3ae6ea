"""How long work is shown on the way and told at its end."""

import csv
import os
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kg.pipeline import Progress, Report

MANY = 20  # files left out that are named on the screen
LEFT_OUT = 3  # the exit code when files were left out


def tell(report: "Report") -> None:
    """Print what was done, and on standard error what was left out and why."""
    for item in report.skipped[:MANY]:
        print(f"kg: left out {printed(item.source)}: {printed(item.reason)}", file=sys.stderr)
    if len(report.skipped) > MANY:
        more = len(report.skipped) - MANY
        print(f"kg: left out {more} more; --report FILE lists them all", file=sys.stderr)
    if report.passed:
        kinds = Counter(_kind(item.source) for item in report.passed)
        told = ", ".join(f"{count} {kind}" for kind, count in kinds.most_common(5))
        print(f"kg: passed over {len(report.passed)} files of other kinds: {told}", file=sys.stderr)
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


def write_report(report: "Report", path: Path) -> None:
    """Write all that was left out or passed over, and why, as a table in CSV."""
    rows = sorted(
        (printed(item.source), outcome, printed(item.reason))
        for outcome, items in (("left out", report.skipped), ("passed over", report.passed))
        for item in items
    )
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(("source", "outcome", "reason"))
        writer.writerows(rows)


def printed(text: str) -> str:
    """Text from outside on one line, with what is not Unicode or not printed written out."""
    whole = os.fsencode(text).decode("utf-8", "backslashreplace")
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in whole)


def _kind(source: str) -> str:
    """The ending of a file's name, as in "12 .jpg"."""
    return printed(PurePath(source).suffix.lower()) or "without ending"


@contextmanager
def progress() -> Iterator["Progress"]:
    """Give a function that shows progress, in a terminal; elsewhere one that does not."""
    from kg.pipeline.steps import silent

    if not sys.stderr.isatty():
        yield silent
        return
    from rich.console import Console
    from rich.progress import (
        BarColumn,
        MofNCompleteColumn,
        SpinnerColumn,
        TaskID,
        TextColumn,
        TimeElapsedColumn,
        TimeRemainingColumn,
    )
    from rich.progress import Progress as Bar

    columns = (
        SpinnerColumn(),
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[rate]}"),
        TimeElapsedColumn(),
        TextColumn("left"),
        TimeRemainingColumn(),
    )
    with Bar(*columns, console=Console(stderr=True), transient=True) as bar:
        tasks: dict[str, TaskID] = {}

        def show(step: str, done: int, total: int) -> None:
            if step not in tasks:
                tasks[step] = bar.add_task(step, total=total, rate="")
            speed = bar.tasks[tasks[step]].finished_speed or bar.tasks[tasks[step]].speed
            rate = f"{speed:.0f}/s" if speed else ""
            bar.update(tasks[step], completed=done, total=total, rate=rate)

        yield show
