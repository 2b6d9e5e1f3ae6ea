"""How long building takes: at first, again, for one article more, and as a graph grows.

    python benchmarks/building.py [--articles PATH] [--small 1000] [--copies 20] [--json FILE]

Three graphs are built with one worker: of all articles given, of some of them ("small"), and of
these with copies in which persons have other names ("big"). Each step runs in a process of its
own (`steps.py`). Seconds are of the clock ("wall") or of all threads on the processor ("CPU").
"""

import argparse
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from statistics import mean, median

from processes import HERE, Figures, digits, over, step, whole_process
from report import save, show

EXAMPLES = HERE.parent / "examples" / "articles"
AGAIN = 3  # unchanged builds, of which the median counts
AS_PROCESS, AS_CALL = "python -m kg build one.txt", "kg.build in a process"
LEAST = 3  # new articles: one by a process, one to load the words, and one more


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure, print, and write JSON where it is asked for."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--articles", type=Path, default=EXAMPLES, help="a folder of articles")
    parser.add_argument("--small", type=int, default=1000, help="articles of the small graph")
    parser.add_argument("--copies", type=int, default=20, help="the big one has each so often")
    parser.add_argument("--keep-names", action="store_true", help="copies tell of the same people")
    parser.add_argument("--new", type=int, default=11, help="articles that are added one by one")
    parser.add_argument("--sample", type=int, default=10, help="articles for NER; 0: none")
    parser.add_argument("--sizes", type=int, nargs="+", help="articles to tell who is who in")
    parser.add_argument("--work", type=Path, help="an empty folder for the graphs, which stay")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures as JSON")
    options = parser.parse_args(arguments)
    if options.work and options.work.is_dir() and any(options.work.iterdir()):
        parser.error(f"{options.work} is not empty")
    with tempfile.TemporaryDirectory() as folder:
        save(options.json, measured(options, options.work or Path(folder)))


def measured(options: argparse.Namespace, work: Path) -> Figures:
    """All figures; each table is printed as soon as its figures are there."""
    names = "kept" if options.keep_names else "altered"
    numbers = options.small, options.copies, options.new
    split = step("divide", options.articles, work, *numbers, names)
    if split["new"] < LEAST:
        raise SystemExit(f"{options.articles} holds fewer than {2 * LEAST} articles")
    given, small, big = (work / f"{name}.kg" for name in ("given", "small", "big"))
    folders = {given: options.articles, small: work / "small", big: work / "big"}
    built = {target.stem: step("build", folder, target) for target, folder in folders.items()}
    figures: Figures = {"build": built, "building": building(built)}
    if options.sample:
        sample = step("ner", options.articles, options.sample)
        figures["ner"] = beside_ner(built, sample)
    figures["again"] = again(built, folders)
    figures["adding"] = adding(built, (small, big), sorted((work / "new").iterdir()))
    most = built["big"]["articles"]
    sizes = options.sizes or sorted({max(most // part, 1) for part in (40, 10, 1)})
    figures["identity"] = identity(sizes, (given, big))
    figures["rdflib"] = beside_rdflib(given, work / "given.nq")
    targets(figures)
    return figures


def building(built: Mapping[str, Figures]) -> Figures:
    """Each graph: time and memory of its first build, and its size."""
    rows = [
        (name, f"{b['articles']:,}", digits(b["wall_s"]), digits(b["cpu_s"]),
         f"{_rate(b):.0f}", f"{b['peak_mb']:,.0f}", f"{b['disk_mb']:,.0f}")
        for name, b in built.items()
    ]  # fmt: skip
    head = ("graph", "articles", "wall s", "CPU s", "articles/CPU s", "peak MB", "on disk MB")
    show("Building for the first time, one worker", head, rows)
    biggest = max(built.values(), key=lambda b: float(b["articles"]))
    return {"articles": biggest["articles"], "peak_mb": biggest["peak_mb"]}


def beside_ner(built: Mapping[str, Figures], ner: Figures) -> Figures:
    """Building beside underthesea's NER alone on a sample of the articles given."""
    whole, by_sentence = ner["underthesea"], ner["underthesea_by_sentence"]
    all_letters, letters = ner["letters_of_all"], ner["letters_of_sample"]
    rates = [
        *((f"kg.build, {b['articles']:,} articles", _rate(b), all_letters) for b in built.values()),
        ("underthesea.ner", whole, letters),
        ("underthesea.ner by sentence", by_sentence, letters),
    ]
    rows = [
        (
            name,
            f"{rate:.2f}",
            f"{rate * each:,.0f}",
            f"{rate / whole:.1f}",
            f"{rate / by_sentence:.1f}",
        )
        for name, rate, each in rates
    ]
    head = ("", "articles/CPU s", "characters/CPU s", "times NER", "times NER by sentence")
    show(f"Building beside NER on {ner['sample']} of the articles", head, rows)
    return ner | {"ratio": _rate(built["given"]) / whole}


def _rate(built: Figures) -> float:
    return float(built["articles"] / built["cpu_s"])


def again(built: Mapping[str, Figures], folders: Mapping[Path, Path]) -> Figures:
    """Each graph: its first build, and one where nothing has changed."""
    figures: Figures = {}
    rows = []
    for target, folder in folders.items():
        first = built[target.stem]
        second = over([step("build", folder, target) for _ in range(AGAIN)])
        ratio = first["wall_s"] / second["wall_s"]
        figures[target.stem] = {"first": first, "second": second, "ratio": ratio}
        rows.append((
            target.stem, digits(first["wall_s"]), digits(second["wall_s"]),
            digits(first["cpu_s"]), digits(second["cpu_s"]), f"{ratio:.0f}",
        ))  # fmt: skip
    head = ("graph", "first, wall s", "second, wall s", "first, CPU s", "second, CPU s",
            "first/second, wall")  # fmt: skip
    show(f"Building again, nothing changed (kg.build, median of {AGAIN})", head, rows)
    return figures


def adding(
    built: Mapping[str, Figures], targets: tuple[Path, Path], new: Sequence[Path]
) -> Figures:
    """One new article into the small graph and into the big one, as a process and in a process."""
    half = (len(new) - 1) // 2
    pairs = [tuple(whole_process([path], target) for target in targets) for path in new[:half]]
    inside = [step("add", target, *new[half : 2 * half + 1])["runs"] for target in targets]
    ways = {
        AS_PROCESS: tuple(zip(*pairs, strict=True)),
        AS_CALL: tuple(inside),
    }
    figures: Figures = {}
    rows = []
    for way, (small, big) in ways.items():
        for name, function in (("median", median), ("mean", mean), ("slowest", max)):
            told = [over(runs, function) for runs in (small, big)]
            figures[f"{way}, {name}"] = {"small": told[0], "big": told[1]}
            walls, cpus = ([one[unit] for one in told] for unit in ("wall_s", "cpu_s"))
            cells = [[*map(digits, pair), f"{pair[1] / pair[0]:.2f}"] for pair in (walls, cpus)]
            rows.append((f"{way}, {name}", *cells[0], *cells[1]))
        figures[f"{way}, all"] = {"small": small, "big": big}
    sizes = [f"{built[target.stem]['articles']:,}" for target in targets]
    head = [(f"{sizes[0]}, {unit}", f"{sizes[1]}, {unit}", "ratio") for unit in ("wall s", "CPU s")]
    show(f"Adding one article to so many ({half} times each)", ("", *head[0], *head[1]), rows)
    return figures


def identity(sizes: Sequence[int], graphs: tuple[Path, Path]) -> Figures:
    """Who is who in more and more articles; at last in copies that tell of the same people."""
    figures = {f"{size:,}": step("identity", size, "altered", *graphs) for size in sizes}
    kept = step("identity", max(sizes), "kept", *graphs)
    figures[f"{kept['articles']:,}, copies of the same people"] = kept
    rows = []
    for name, told in figures.items():
        told["total_s"] = told["candidates_s"] + told["decide_s"]
        told["per_1000_s"] = told["total_s"] / told["articles"] * 1000
        rows.append((
            name, f"{told['mentions']:,}", f"{told['entities']:,}", f"{told['largest']:,}",
            digits(told["candidates_s"]), digits(told["decide_s"]), digits(told["per_1000_s"]),
        ))  # fmt: skip
    head = ("articles", "mentions", "entities", "largest block", "candidates, CPU s",
            "decide, CPU s", "CPU s per 1,000")  # fmt: skip
    show("Who is who", head, rows)
    return figures


def beside_rdflib(graph: Path, file: Path) -> Figures:
    """The same quads in rdflib's memory and in our store: to load them, and to ask once."""
    quads = step("dump", graph, file)["quads"]
    figures = {
        "rdflib.Dataset, N-Quads": step("ask_rdflib", file),
        "kg, N-Quads into memory": step("ask_memory", file),
        "kg.open": step("ask_ours", graph),
    }
    ours = figures["kg.open"]
    rows = [
        (name, digits(told["load_s"]), digits(told["load_cpu_s"]), digits(told["ask_s"]),
         f"{(told['load_s'] + told['ask_s']) / (ours['load_s'] + ours['ask_s']):.0f}",
         f"{told['peak_mb']:,.0f}", f"{told['rows']:,}")
        for name, told in figures.items()
    ]  # fmt: skip
    head = ("", "load, wall s", "load, CPU s", "query, wall s", "times kg.open", "peak MB", "rows")
    show(f"The same {quads:,} quads in rdflib, loaded and asked once", head, rows)
    return figures


def targets(figures: Figures) -> None:
    """What was to be reached, beside what was."""
    told = list(figures["identity"].values())
    added = {way: figures["adding"][f"{way}, median"] for way in (AS_PROCESS, AS_CALL)}
    found = [
        ("kg.build against underthesea.ner", figures.get("ner", {}).get("ratio"), "at least 25"),
        ("first build against a second one", figures["again"]["given"]["ratio"], "at least 20"),
        *(
            (f"{way}, big/small", one["big"]["wall_s"] / one["small"]["wall_s"], "at most 1.5")
            for way, one in added.items()
        ),
        (
            f"who is who, each of {told[-2]['articles']:,} against {told[0]['articles']:,}",
            told[-2]["per_1000_s"] / told[0]["per_1000_s"],
            "near 1",
        ),
        (
            f"peak MB at {figures['building']['articles']:,} articles",
            figures["building"]["peak_mb"],
            "under 1,000 at 20,000",
        ),
    ]
    rows = [(name, "" if v is None else f"{v:,.2f}", wanted) for name, v, wanted in found]
    show("Targets", ("", "measured", "wanted"), rows)


if __name__ == "__main__":
    main()
