"""How soon a page can be used, how smoothly it moves and how large it is, beside plain pyvis.

    python benchmarks/viewing.py [--graph news.kg | --articles FOLDER] [--json FILE]

Both draw the same nodes and edges in the same Chromium, whose picture is drawn by software; every
request is refused and counted. "pyvis" is `Network(cdn_resources="in_line")` as it comes, "pyvis,
places given" the same without physics. Ours carries all sentences behind its facts and some of
those that name a node; theirs carries labels alone. Ours is usable when the opening picture is
painted and the search is ready, theirs when the whole is painted for the first time.
"""

import argparse
import json
import math
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from pathlib import Path
from statistics import median

from altered import write
from processes import HERE, Figures
from report import save, show
from steps import clocked

import kg
from kg.graph import Store
from kg.read import find
from kg.view import page
from kg.view.collect import around, everything
from kg.view.content import Content
from kg.view.part import choose, neighbours

EXAMPLES = HERE.parent / "examples" / "articles"
NODES = "200,1000,5000,20000"
USABLE = {200: 0.4, 1000: 0.6, 5000: 1.5, 20000: 3.0}  # seconds, wanted at most
SIZE = {5000: 2.0}  # MB, wanted at most
SEARCH = {20000: 10.0}  # milliseconds, wanted less
FRAMES = 20.0  # a second, wanted at least
PATIENCE = 120.0  # seconds that a page is waited for
GRACE = 60.0  # seconds more, after which its browser is ended
SLOW = 20.0  # seconds from which on one run is enough
RUNS = 3  # of which the median counts
NEIGHBOURS = 300  # of the body whose neighbourhood is moved
SPIRAL = 60.0  # pixels that a node of pyvis is given, on a spiral by the golden angle
ENLARGED = 5  # times that a graph made of articles may be made anew until it is large enough
QUERIES = (
    "n", "nguyen van", "bi thu", "tinh uy", "khanh bat nguyen", "tran", "uy ban nhan dan", "le thi",
    "quoc hoi", "nghi quyet 28", "thanh uy ho chi minh", "khong co ai ten nay",
)  # fmt: skip


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure, print, and write JSON where it is asked for."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    given = parser.add_mutually_exclusive_group()
    given.add_argument("--graph", type=Path, help="a graph made by kg build")
    given.add_argument("--articles", type=Path, default=EXAMPLES, help="a folder to make one of")
    parser.add_argument("--nodes", default=NODES, help="how many nodes the pages have")
    parser.add_argument("--work", type=Path, help="an empty folder for graph and pages, which stay")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures as JSON")
    options = parser.parse_args(arguments)
    if options.work and options.work.is_dir() and any(options.work.iterdir()):
        parser.error(f"{options.work} is not empty")
    sizes = sorted({int(size) for size in options.nodes.split(",")})
    with ExitStack() as stack:
        work = options.work or Path(stack.enter_context(tempfile.TemporaryDirectory()))
        work.mkdir(parents=True, exist_ok=True)
        graph = options.graph or enlarged(options.articles, work, max(sizes))
        store = stack.enter_context(Store.open(graph))
        figures: Figures = {"graph": told(store), "pages": pages(store, sizes, work)}
        figures["moving"] = moving(store, work)
        figures["search"] = searching(work, figures["pages"])
        targets(figures)
    save(options.json, figures)


def enlarged(articles: Path, work: Path, wanted: int) -> Path:
    """A graph of so many nodes: of articles, and of copies in which persons have other names."""
    files = sorted(find([articles]))
    copies = 1
    for turn in range(ENLARGED):
        folder, target = work / f"articles-{turn}", work / f"graph-{turn}.kg"
        write(files, folder, copies)
        kg.build([folder], target)
        with Store.open(target) as store:
            nodes = len(everything(store).nodes)
        if nodes >= wanted or not nodes:
            break
        copies = max(copies + 1, math.ceil(1.1 * copies * wanted / nodes))
    return target


def told(store: Store) -> Figures:
    """How large the graph is."""
    content, clock = clocked(everything, store)
    figures = {"quads": len(store), "nodes": len(content.nodes), "facts": len(content.facts)}
    show("the graph", tuple(figures), [tuple(f"{n:,}" for n in figures.values())])
    return {**figures, "read_s": clock["wall_s"]}


def pages(store: Store, sizes: Iterable[int], work: Path) -> Figures:
    """Making and opening pages of several sizes, ours and theirs."""
    figures: Figures = {}
    for size in sizes:
        ours, clock = clocked(page, store, limit=size)
        path = work / f"ours-{size}.html"
        path.write_text(ours.html, encoding="utf-8")
        rows = {"ours": opening(path, "usable") | {"built_s": clock["wall_s"]}}
        content, clock = clocked(lambda size=size: choose(everything(store), limit=size))
        for name, marks in (("pyvis", "drawn,stable"), ("pyvis, places given", "drawn")):
            path = work / f"{name.replace(', ', '-').replace(' ', '-')}-{size}.html"
            html, making = clocked(plain, content, has_places=marks == "drawn")
            path.write_text(html, encoding="utf-8")
            built = {"built_s": clock["wall_s"] + making["wall_s"], "made_s": making["wall_s"]}
            rows[name] = opening(path, marks) | built
        figures[f"{size}"] = {"nodes": ours.nodes, "rows": rows}
        _show_pages(size, ours.nodes, rows)
    return figures


def opening(path: Path, marks: str) -> Figures:
    """Open a page three times, or once where that takes long."""
    runs = [browsed("open", path, marks, PATIENCE)]
    first = marks.partition(",")[0]
    while len(runs) < RUNS and runs[0].get(first, PATIENCE) < SLOW:
        runs.append(browsed("open", path, marks, PATIENCE))
    names = (*marks.split(","), "heap_mb", "held_mb")
    each = {name: [run[name] for run in runs if name in run] for name in names}
    figures: Figures = {name: median(found) for name, found in each.items() if found}
    usable = figures.pop(first, None)
    return {**runs[-1], **figures, "usable": usable, "size_mb": path.stat().st_size / 1e6} | {
        "runs": runs
    }


def browsed(step: str, path: Path, *arguments: object, fragment: str = "") -> Figures:
    """What one step of `browsing.py` tells of a page, as far as it comes in time."""
    command = [sys.executable, str(HERE / "browsing.py"), step, path.resolve().as_uri() + fragment]
    command += map(str, arguments)
    try:
        done = subprocess.run(
            command, stdout=subprocess.PIPE, timeout=PATIENCE + GRACE, check=False
        )
        lines, code = done.stdout, done.returncode
    except subprocess.TimeoutExpired as late:
        lines, code = late.stdout or b"", 0
    figures: Figures = {}
    for line in lines.splitlines():
        figures |= json.loads(line)
    if code and "fault" not in figures:
        raise SystemExit(f"browsing.py {step} has failed for {path.name}")
    for fault in (*figures.get("errors", ()), figures.get("fault")):
        if fault:
            sys.stdout.write(f"  {path.name}: {fault}\n")
    return figures


def plain(content: Content, *, has_places: bool) -> str:
    """The page that pyvis makes, as it comes or with places on a spiral and no physics."""
    from pyvis.network import Network

    network = Network(directed=True, cdn_resources="in_line", height="820px")
    for number, node in enumerate(content.nodes):
        angle, far = number * math.pi * (3 - math.sqrt(5)), SPIRAL * math.sqrt(number)
        place = {"x": far * math.cos(angle), "y": far * math.sin(angle)} if has_places else {}
        network.add_node(node.iri, label=node.label, group=node.kind, **place)
    for source, target in sorted({(f.source, f.target) for f in content.facts if f.target}):
        network.add_edge(source, target)
    if has_places:
        network.toggle_physics(False)
    return str(network.generate_html())


def moving(store: Store, work: Path) -> Figures:
    """Frames a second while the neighbourhood of a body is dragged, ours and theirs."""
    body = hub(everything(store))
    ours = page(store, focus=body, hops=1, limit=NEIGHBOURS + 1)
    content = choose(around(store, (body,), 1, NEIGHBOURS), (body,), limit=NEIGHBOURS + 1)
    paths = work / "ours-moving.html", work / "pyvis-moving.html"
    paths[0].write_text(ours.html, encoding="utf-8")
    paths[1].write_text(plain(content, has_places=True), encoding="utf-8")
    unfolded = address(body.removeprefix(store.base))
    figures = {
        "ours": browsed("frames", paths[0], "usable", PATIENCE, "as it opens", fragment=unfolded),
        "ours, all in view": browsed(
            "frames", paths[0], "usable", PATIENCE, "all", fragment=unfolded
        ),
        "pyvis, places given": browsed("frames", paths[1], "drawn", PATIENCE, "all"),
    }
    rows = [
        (name, *(_number(row.get(key), "") for key in ("nodes", "lines")),
         *(_number(row.get(key), ".0f") for key in ("whole", "node")))
        for name, row in figures.items()
    ]  # fmt: skip
    head = ("", "nodes", "lines", "whole drawing", "one node")
    show(
        f"frames a second while dragged (target: at least {FRAMES:.0f} of {NEIGHBOURS} nodes)",
        head,
        rows,
    )
    return figures


def hub(content: Content) -> str:
    """The body with most neighbours."""
    joined = neighbours((node.iri for node in content.nodes), content.facts)
    bodies = (node.iri for node in content.nodes if node.kind == "body")
    return max(bodies, key=lambda iri: (len(joined[iri]), iri))


def address(name: str) -> str:
    """The end of our page's address at which it draws a node with all its neighbours."""
    return f"#show={name}~99"


def searching(work: Path, made: Mapping[str, Figures]) -> Figures:
    """How long our largest page's search takes, the making of its list included."""
    size = max(map(int, made))
    told = browsed("searches", work / f"ours-{size}.html", "usable", PATIENCE, *QUERIES)
    times = [found["ms"] for found in told.get("queries", ())]
    nodes = made[str(size)]["nodes"]
    figures: Figures = {"size": size, "nodes": nodes, "each": told.get("queries", [])}
    figures |= {"median_ms": median(times), "most_ms": max(times)} if times else {}
    cells = [_number(figures.get(name), ".1f") for name in ("median_ms", "most_ms")]
    wanted = f" (target: under {SEARCH[size]:.0f} ms)" if size in SEARCH else ""
    title = f"search over the names of {nodes:,} nodes{wanted}"
    show(title, ("", "queries", "median ms", "most ms"), [("ours", len(times), *cells)])
    return figures


def _show_pages(size: int, nodes: int, rows: Mapping[str, Figures]) -> None:
    wanted = [f"usable in {USABLE[size]} s"] if size in USABLE else []
    wanted += [f"at most {SIZE[size]:.0f} MB"] if size in SIZE else []
    title = f"{nodes:,} nodes" + (f" (target: {', '.join(wanted)})" if wanted else "")
    late = f"> {PATIENCE:.0f}"
    cells = [
        (name, _number(row["usable"], ".2f", late),
         _number(row.get("stable"), ".2f", late if name == "pyvis" else ""),
         _number(row["size_mb"], ".2f"), _number(row["built_s"], ".2f"),
         _number(row.get("heap_mb"), ".0f"), _number(row.get("held_mb"), ".0f"),
         _number(row.get("requests"), ""))
        for name, row in rows.items()
    ]  # fmt: skip
    head = ("", "usable s", "stable s", "file MB", "built s", "heap MB", "of it held", "requests")
    show(title, head, cells)


def _number(value: float | None, form: str, otherwise: str = "-") -> str:
    return otherwise if value is None else f"{value:{form}}"


def targets(figures: Figures) -> None:
    """What was to be reached, beside what was."""
    rows = [
        (name, _number(value, ".2f", "nothing"), wanted, "yes" if is_reached else "no")
        for name, value, wanted, is_reached in _reached(figures)
    ]
    show("Targets", ("", "measured", "wanted", "reached"), rows)


def _reached(figures: Figures) -> Iterator[tuple[str, float | None, str, bool]]:
    for size, made in figures["pages"].items():
        ours = made["rows"]["ours"]
        for name, most, key in (("s to a usable page", USABLE, "usable"), ("MB", SIZE, "size_mb")):
            if (limit := most.get(int(size))) is not None:
                value = ours[key]
                is_reached = value is not None and value <= limit
                yield f"{name}, {made['nodes']:,} nodes", value, f"at most {limit}", is_reached
    moved = figures["moving"]["ours"]
    for name in ("whole", "node") if moved.get("nodes", NEIGHBOURS) >= NEIGHBOURS else ():
        value = moved.get(name)
        is_reached = value is not None and value >= FRAMES
        yield f"frames a second, {name}", value, f"at least {FRAMES:.0f}", is_reached
    found = figures["search"]
    if (limit := SEARCH.get(found["size"])) is not None:
        for name in ("median_ms", "most_ms"):
            value = found.get(name)
            is_reached = value is not None and value < limit
            yield f"search, {name.replace('_', ', ')}", value, f"under {limit:.0f}", is_reached


if __name__ == "__main__":
    main()
