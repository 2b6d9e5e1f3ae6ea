"""What `building.py` measures, each step in a process of its own: `steps.py STEP ARGUMENTS`.

Prints the figures as JSON, with the most memory that the process had. The process that starts
one must be small: on Linux a process is never told to have had less than the one it came from.
"""

import contextlib
import io
import json
import resource
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias, TypeVar

if TYPE_CHECKING:
    from kg.model import Candidate, Reading

T = TypeVar("T")
Figures: TypeAlias = dict[str, Any]
QUESTION = """
PREFIX foaf: <http://xmlns.com/foaf/0.1/>
PREFIX org: <http://www.w3.org/ns/org#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
PREFIX vnkg: <https://w3id.org/vnkg/ontology#>
SELECT ?name ?role ?body WHERE {
  ?holding a org:Membership ; org:member/foaf:name ?name ; vnkg:roleLabel ?role ;
    org:organization/skos:prefLabel ?body
}
"""


def main(arguments: Sequence[str]) -> None:
    """Take one step and print its figures."""
    step, *rest = arguments
    figures = STEPS[step](*rest)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    figures["peak_mb"] = peak / (1e6 if sys.platform == "darwin" else 1e3)
    sys.stdout.write(json.dumps(figures))


def clocked(function: Callable[..., T], *arguments: Any, **named: Any) -> tuple[T, Figures]:
    """What a function gives, and the wall and CPU seconds (of all threads) that it takes."""
    wall, cpu = time.perf_counter(), time.process_time()
    result = function(*arguments, **named)
    return result, {"wall_s": time.perf_counter() - wall, "cpu_s": time.process_time() - cpu}


def spread(things: Sequence[T], number: int) -> list[T]:
    """`number` of the things, evenly spread over all; all, if they are fewer."""
    number = min(number, len(things))
    return [things[place * len(things) // number] for place in range(number)]


def divide(given: str, folder: str, small: str, copies: str, new: str, names: str) -> Figures:
    """Some of the given articles in the folders "new" and "small", and copies of these in "big"."""
    from altered import write

    from kg.read import find

    files = list(find([Path(given)]))
    out = spread(files, min(int(new), len(files) // 2))
    kept = spread([path for path in files if path not in out], int(small))
    write(out, Path(folder, "new"))
    write(kept, Path(folder, "small"))
    write(kept, Path(folder, "big"), int(copies), keep_names=names == "kept")
    return {"given": len(files), "small": len(kept), "new": len(out)}


def build(folder: str, target: str) -> Figures:
    """One build with one worker, and all that it imports and loads."""

    def call() -> Any:
        import kg

        return kg.build([folder], target, workers=1)

    report, figures = clocked(call)
    sizes = [path.stat().st_size for path in Path(target).rglob("*") if path.is_file()]
    told = {
        "articles": report.articles,
        "skipped": len(report.skipped),
        "disk_mb": sum(sizes) / 1e6,
    }
    return figures | told


def add(target: str, *paths: str) -> Figures:
    """One new article after the other; the first, which loads the words, is not counted."""
    import kg

    runs = [clocked(kg.build, [path], target, workers=1)[1] for path in paths]
    return {"runs": runs[1:]}


def ner(given: str, number: str) -> Figures:
    """Articles a CPU second of underthesea's NER on a sample, as `speed.py` measures it."""
    from speed import beside_ner

    from kg.read import articles as articles_in

    articles = list(articles_in([Path(given)]))
    sample = spread(articles, int(number))
    with contextlib.redirect_stdout(io.StringIO()):
        figures: Figures = beside_ner(sample, len(sample))
    lengths = [sum(len(a.text) for a in some) / len(some) for some in (sample, articles)]
    return figures | {"letters_of_sample": lengths[0], "letters_of_all": lengths[1]}


def identity(number: str, names: str, *stores: str) -> Figures:
    """CPU seconds to decide who is who in `number` articles of the stores, without rulings.

    Where names are "kept", the candidates of the first store are repeated until they are of so
    many articles: everyone is told of as many times more often.
    """
    from kg.resolve import candidates, decide
    from kg.resolve.blocks import blocks

    kinds: dict[str, list[Candidate]] = defaultdict(list)
    listing, read = 0.0, 0
    for reading in _readings(stores[:1] if names == "kept" else stores, int(number)):
        if not read:
            _ = [decide([one]) for one in candidates(reading)]  # loads the words
        found, clock = clocked(candidates, reading)
        listing += clock["cpu_s"]
        read += 1
        for one in found:
            kinds[one.mention.kind].append(one)
    times = max(int(number) // read, 1) if names == "kept" else 1
    kinds = {kind: list(_repeated(kinds[kind], times)) for kind in kinds}
    groups = [group for kind in kinds.values() for group in blocks(kind, ())]
    paths, clock = clocked(lambda: [decide(group) for group in groups])
    compared = [len(group) for group in groups if group[0].block != group[0].own]
    return {
        "articles": read * times,
        "mentions": sum(map(len, groups)),
        "entities": len({path for group in paths for path in group.values()}),
        "largest": max(compared, default=0),
        "candidates_s": listing * times,
        "decide_s": clock["cpu_s"],
    }


def _readings(stores: Sequence[str], number: int) -> Iterator["Reading"]:
    """The readings of so many articles, evenly spread over the first store, then over the next."""
    import kg

    seen: set[str] = set()
    for path in stores:
        with kg.open(path).records() as records:
            names = spread([n for n in records.entries() if n not in seen], number - len(seen))
            seen.update(names)
            yield from map(records.reading_of, names)


def _repeated(found: Sequence["Candidate"], times: int) -> Iterator["Candidate"]:
    """Candidates as if each article stood there so often, under another name each time."""
    for turn in range(times):
        for one in found:
            mention = replace(one.mention, article=f"{one.mention.article}-{turn}")
            # Only the path of a person is of the article, too.
            own = f"{one.own}-{turn}" if mention.kind == "person" else one.own
            block = own if one.block == one.own else one.block
            yield replace(one, mention=mention, own=own, block=block)


def dump(target: str, file: str) -> Figures:
    """Write the N-Quads of a store."""
    import kg

    with kg.open(target) as store, Path(file).open("wb") as out:
        store.dump(out)
        return {"quads": len(store)}


def ask_rdflib(file: str) -> Figures:
    """Load N-Quads into rdflib's own memory, and ask."""
    from rdflib import Dataset

    dataset = Dataset(default_union=True)
    _, load = clocked(dataset.parse, file, format="nquads")
    return _asked(load, lambda: list(dataset.query(QUESTION)))


def ask_memory(file: str) -> Figures:
    """Load N-Quads into our store in memory, and ask."""

    def load() -> Any:
        from pyoxigraph import RdfFormat, parse

        from kg.graph import Store

        return Store.memory(parse(path=file, format=RdfFormat.N_QUADS))

    store, clock = clocked(load)
    return _asked(clock, lambda: list(store.query(QUESTION)))


def ask_ours(target: str) -> Figures:
    """Open our store on disk, and ask."""

    def load() -> Any:
        import kg

        return kg.open(target)

    store, clock = clocked(load)
    return _asked(clock, lambda: list(store.query(QUESTION)))


def _asked(load: Figures, ask: Callable[[], list[Any]]) -> Figures:
    rows, asked = clocked(ask)
    return {"load_s": load["wall_s"], "load_cpu_s": load["cpu_s"], "ask_s": asked["wall_s"]} | {
        "rows": len(rows)
    }


STEPS: Mapping[str, Callable[..., Figures]] = {
    step.__name__: step
    for step in (divide, build, add, ner, identity, dump, ask_rdflib, ask_memory, ask_ours)
}


if __name__ == "__main__":
    main(sys.argv[1:])
