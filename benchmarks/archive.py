"""An archive of mixed files, built in one command: articles a second, memory, what is left out.

    python benchmarks/archive.py [--articles PATH] [--sizes 2000 20000] [--workers 1 2]

Each archive has copies of the articles in which persons have other names: half of them as text
files, the others as pages, in a table, in a ZIP archive, compressed, and in old encodings; beside
them lie pictures, empty, broken and hostile files, one in a hundred. Memory is that of all
processes, what they share counted once (PSS of Linux).
"""

import argparse
import csv
import gzip
import json
import os
import subprocess
import sys
import tempfile
import time
import zipfile
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from html import escape
from pathlib import Path
from typing import Any

from altered import write
from processes import HERE, Figures
from report import save, show

EXAMPLES = HERE.parent / "examples" / "articles"
KINDS = 20
_EVERY = 0.2  # seconds between two looks at the memory


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure, print, and write JSON where it is asked for."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--articles", type=Path, default=EXAMPLES, help="a folder of articles")
    parser.add_argument("--sizes", type=int, nargs="+", default=[2000], help="articles to build")
    parser.add_argument("--workers", type=int, nargs="+", default=[1, 2], help="processes")
    parser.add_argument("--plain", action="store_true", help="text files only, none of them bad")
    parser.add_argument("--work", type=Path, help="a folder for the archives, which stay")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures as JSON")
    options = parser.parse_args(arguments)
    figures = {}
    with tempfile.TemporaryDirectory() as folder:
        work = options.work or Path(folder)
        for size in options.sizes:
            archive = _made(options.articles, work, size, options.plain)
            for workers in options.workers:
                figures[f"{size} by {workers}"] = _built(archive, work, workers)
    rows = [(name, *(_digits(told[c]) for c in COLUMNS)) for name, told in figures.items()]
    show("Archives of mixed files", ("articles, workers", *COLUMNS), rows)
    save(options.json, figures)


COLUMNS = ("articles", "seconds", "articles/s", "peak MB", "left out", "passed over", "graph MB")


def _digits(value: float) -> str:
    return f"{value:.0f}" if value >= 100 or value == int(value) else f"{value:.1f}"


def _made(given: Path, work: Path, size: int, plain: bool) -> Path:
    """An archive of so many articles, made once."""
    archive = work / f"archive-{size}{'-plain' if plain else ''}"
    if archive.exists():
        return archive
    files = sorted(given.rglob("*.txt"))[:size]
    write(files, archive, -(-size // len(files)))
    names = sorted(archive.iterdir())
    for path in names[size:]:
        path.unlink()
    if not plain:
        _mix(archive, names[:size])
    return archive


def _mix(archive: Path, files: Sequence[Path]) -> None:
    """Put half of the files into other formats, and bad ones beside them."""
    rows: list[Mapping[str, str]] = []
    with zipfile.ZipFile(archive / "more.zip", "w", zipfile.ZIP_DEFLATED) as packed:
        for number, path in enumerate(files):
            text, kind = path.read_text("utf-8"), number % KINDS
            if kind < KINDS // 2:
                continue
            if kind < 14:
                lines = "".join(f"<p>{escape(line)}</p>\n" for line in text.split("\n") if line)
                path.with_suffix(".html").write_text(f"<html><body>{lines}</body></html>", "utf-8")
            elif kind < 16:
                rows.append({"id": path.stem, "text": text})
            elif kind < 17:
                packed.writestr(f"{number % 7}/{path.name}", text)
            elif kind < 18:
                path.with_suffix(".txt.gz").write_bytes(gzip.compress(text.encode()))
            else:
                path.write_bytes(text.encode("utf-16" if kind == 18 else "utf-8-sig"))
                continue
            path.unlink()
    table = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
    (archive / "table.jsonl").write_text(table, "utf-8")
    for number, (name, data) in enumerate(_bad(len(files) // 100)):
        (archive / f"bad-{number}{name}").write_bytes(data)


def _bad(count: int) -> Iterator[tuple[str, bytes]]:
    """Files that are no articles, or mean harm."""
    bomb = gzip.compress(bytes(30_000_000))
    kinds = (
        (".jpg", b"\xff\xd8\xff\xe0\0\x10JFIF" * 9), (".txt", b""), (".txt", b"\0\1\2" * 99),
        (".pdf", b"%PDF-1.4\n1 0 obj\n1 0 R\nendobj\ntrailer\n<< /Root 1 0 R >>\n"),
        (".html", b"<div>" * 50_000), (".zip", b"PK\x03\x04 cut"), (".txt.gz", bomb),
        (".docx", b"PK\x03\x04 cut"), (".jsonl", b'{"text": \n'),
        (".xml", b'<!DOCTYPE r [<!ENTITY a "b">]><rss>&a;</rss>'),
    )  # fmt: skip
    for number in range(count):
        yield kinds[number % len(kinds)]


def _built(archive: Path, work: Path, workers: int) -> Figures:
    """One build in a process of its own, whose memory is watched."""
    with tempfile.TemporaryDirectory(dir=work) as folder:
        target, report = Path(folder, "x.kg"), Path(folder, "report.csv")
        arguments = ["build", archive, "-o", target, "-j", workers, "--report", report]
        begin = time.perf_counter()
        process = subprocess.Popen(
            [sys.executable, "-m", "kg", *map(str, arguments)],
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )
        peak = 0
        while process.poll() is None:
            peak = max(peak, _memory(process.pid))
            time.sleep(_EVERY)
        took = time.perf_counter() - begin
        out = process.stdout.read() if process.stdout else ""
        with report.open(encoding="utf-8", newline="") as file:
            outcomes = Counter(row["outcome"] for row in csv.DictReader(file))
        count = int(out.partition(": ")[2].split()[0])
        size = sum(path.stat().st_size for path in target.rglob("*") if path.is_file())
    return {
        "articles": count,
        "seconds": took,
        "articles/s": count / took,
        "peak MB": peak / 1000,
        "left out": outcomes["left out"],
        "passed over": outcomes["passed over"],
        "graph MB": size / 1e6,
    }


def _memory(pid: int) -> int:
    """The memory of a process and those that it started, in KB; what they share counts once."""
    children: dict[int, list[int]] = {}
    for path in Path("/proc").glob("[0-9]*/stat"):
        told = _read(path).rpartition(")")[2].split()
        if len(told) > 1:
            children.setdefault(int(told[1]), []).append(int(path.parent.name))
    waiting, total = [pid], 0
    while waiting:
        one = waiting.pop()
        waiting += children.get(one, [])
        lines: list[Any] = [
            line.split() for line in _read(f"/proc/{one}/smaps_rollup").splitlines()
        ]
        total += sum(int(line[1]) for line in lines if line[0] == "Pss:")
    return total


def _read(path: str | os.PathLike[str]) -> str:
    try:
        return Path(path).read_text("utf-8", "replace")
    except OSError:
        return ""


if __name__ == "__main__":
    main()
