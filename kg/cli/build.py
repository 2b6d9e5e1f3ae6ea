"""`kg build`: from article files to a graph."""

import sys
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli.progress import LEFT_OUT, progress, tell, write_report
from kg.errors import UsageError

if TYPE_CHECKING:
    from kg.read import Columns


def build(
    paths: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[PATH|URL]...",
            help="Articles, archives or tables of them, folders of all these, addresses on the web;"
            " - is standard input.",
        ),
    ] = None,
    output: Annotated[
        str, typer.Option("--output", "-o", metavar="GRAPH", help="The graph to make or update.")
    ] = "news.kg",
    prune: Annotated[
        bool, typer.Option("--prune", help="Drop articles that are not among the paths.")
    ] = False,
    base: Annotated[
        str | None, typer.Option(metavar="IRI", help="What the IRIs of the graph begin with.")
    ] = None,
    workers: Annotated[
        int | None,
        typer.Option(
            "--workers", "-j", min=1, help="Processes that share the work (default: all cores)."
        ),
    ] = None,
    columns: Annotated[
        list[str] | None,
        typer.Option(
            "--map",
            metavar="FIELD=COLUMN",
            help="What a column of tables holds: title, text, published, url …; may be repeated.",
        ),
    ] = None,
    urls: Annotated[
        list[Path] | None,
        typer.Option(
            "--urls", metavar="FILE", help="Addresses: one a line, or those of a sitemap or feed."
        ),
    ] = None,
    cache: Annotated[
        Path | None,
        typer.Option("--cache", metavar="FOLDER", help="Keep the pages of addresses here."),
    ] = None,
    offline: Annotated[
        bool, typer.Option("--offline", help="Take pages from --cache alone, not from the network.")
    ] = False,
    private: Annotated[
        bool, typer.Option("--allow-private", help="Let addresses lead into a private network.")
    ] = False,
    contact: Annotated[
        str | None,
        typer.Option(metavar="URL", help="What sites are told of who asks: a page of yours."),
    ] = None,
    engine: Annotated[
        str, typer.Option(metavar="ENGINE", help="local, or spark for an archive on many machines.")
    ] = "local",
    master: Annotated[
        str | None,
        typer.Option(metavar="URL", help="Spark's master (default: as it is configured)."),
    ] = None,
    listed: Annotated[
        Path | None,
        typer.Option(
            "--report", metavar="FILE", help="Write all that was left out, and why, as CSV."
        ),
    ] = None,
) -> None:
    """Read articles and build a graph, or bring it up to date.

    Text, HTML, Word and PDF files hold an article each; JSON, CSV, Parquet, RSS, WARC, ZIP and tar
    files many. Only what is new or has changed is read. What cannot be read is left out and named;
    the exit code is then 3. Without a path the graph is brought to the present state of this
    software and of its rulings.

        kg build articles/ -o news.kg
        kg build archive.zip news.jsonl -o news.kg --report left-out.csv
        kg build https://bao.example/tin/huyen-uy-hop --urls more.txt --cache pages -o news.kg
        kg build s3a://bucket/news/*.parquet --engine spark -o s3a://bucket/graph
        kg build table.csv --map title=tieu_de --map text=noi_dung -o news.kg
    """
    from kg.pipeline import build as run
    from kg.read import columns_of, pages
    from kg.read import listed as addresses
    from kg.text import is_address

    given = paths or []
    named = columns_of(columns or ())
    if engine == "spark":
        if prune or urls or listed or workers:
            raise UsageError("--engine spark knows none of --prune, --urls, --report, --workers")
        _on_spark(given, output, named, base, master)
        return
    if engine != "local" or master is not None:
        raise UsageError("say --engine local, or --engine spark with --master")
    wanted = chain(filter(is_address, given), addresses(urls or ()))
    web = pages(wanted, named, cache=cache, offline=offline, private=private, contact=contact)

    try:
        with progress() as show:
            report = run(
                [path for path in given if not is_address(path)],
                output,
                base=base,
                progress=show,
                prune=prune,
                workers=workers,
                columns=named,
                documents=web,
            )
    except KeyboardInterrupt:
        print("kg: the build was stopped; the same command goes on where it ended", file=sys.stderr)
        raise
    tell(report)
    if listed is not None:
        write_report(report, listed)
    if report.skipped:
        raise typer.Exit(LEFT_OUT)


def _on_spark(
    paths: list[str],
    output: str,
    columns: "Columns",
    base: str | None,
    master: str | None,
) -> None:
    """Build on Spark, and tell what was written where."""
    from kg.graph import BASE
    from kg.pipeline.spark import build_on_spark

    done = build_on_spark(paths, output, columns=columns, base=base or BASE, master=master)
    print(f"{output}: {done.articles} articles; kg load {output}/quads -o news.kg makes a graph")
    if done.left_out:
        print(f"kg: left out {done.left_out}; {output}/left-out says why", file=sys.stderr)
        raise typer.Exit(LEFT_OUT)
