"""How fast articles are read: alone, beside underthesea's NER, and as texts grow longer.

    python benchmarks/speed.py [--articles PATH] [--count 2000] [--json FILE]

All in one process and in one run, so that the figures can be compared with one another.
"""

import argparse
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

from renamed import renamed
from report import save, show

from kg.extract import extract
from kg.model import Article
from kg.read import articles as articles_in

EXAMPLES = Path(__file__).resolve().parent.parent / "examples" / "articles"
COUNT = 2000
SAMPLE = 30  # articles that underthesea reads, which takes up to five seconds each
SIZES = {"10 KB": 10_000, "100 KB": 100_000, "1 MB": 1_000_000}
STARTS = 5
START_UP = """
import time
begin = time.perf_counter()
from kg.extract import extract
from kg.model import Article
imported = time.perf_counter()
extract(Article("a", "Đồng chí Lê Văn An, Bí thư Huyện ủy Văn Lâm, tỉnh Hưng Yên dự hội nghị."))
print(imported - begin, time.perf_counter() - imported)
"""


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure, print, and write JSON where it is asked for."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--articles", type=Path, help="a folder of articles (default: copies)")
    parser.add_argument("--count", type=int, default=COUNT, help="copies of the examples to read")
    parser.add_argument("--sample", type=int, default=SAMPLE, help="articles for NER; 0: none")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures as JSON")
    options = parser.parse_args(arguments)
    articles = list(articles_in([options.articles or EXAMPLES]))
    if not options.articles:
        articles = renamed(articles, options.count)
    if not articles:
        parser.error(f"no articles in {options.articles}")
    figures = {"start_up": start_up(), "extraction": extraction(articles)}
    figures["length"] = length(articles)
    if options.sample:
        figures["ner"] = beside_ner(articles, options.sample)
    save(options.json, figures)


def start_up() -> dict[str, float]:
    """Seconds that a fresh process takes to import, and to load the vocabulary with its text."""
    runs = [_fresh_process() for _ in range(STARTS)]
    imports, first = (statistics.median(column) for column in zip(*runs, strict=True))
    rows = [("import", f"{imports:.3f} s"), ("vocabulary and a first sentence", f"{first:.3f} s")]
    show(f"Start-up of a fresh process (median of {STARTS})", ("", "time"), rows)
    return {"import_s": imports, "vocabulary_s": first}


def _fresh_process() -> list[float]:
    done = subprocess.run(
        [sys.executable, "-c", START_UP], capture_output=True, text=True, check=True
    )
    return [float(number) for number in done.stdout.split()]


def extraction(articles: Sequence[Article]) -> dict[str, float]:
    """Articles a second in one process, and the most memory that it had."""
    extract(articles[0])  # loads the vocabulary
    seconds = timed(extract, articles)
    letters = sum(len(article.text) for article in articles)
    figures = {
        "articles": len(articles),
        "seconds": seconds,
        "articles_per_s": len(articles) / seconds,
        "characters_per_s": letters / seconds,
        "peak_mb": _peak(),
    }
    rows = [
        ("articles", f"{len(articles):,}"),
        ("characters", f"{letters:,}"),
        ("articles a second", f"{figures['articles_per_s']:,.0f}"),
        ("characters a second", f"{figures['characters_per_s']:,.0f}"),
        ("peak memory", f"{figures['peak_mb']:.0f} MB"),
    ]
    show("Extraction, one process", ("", "figure"), rows)
    return figures


def length(articles: Sequence[Article]) -> dict[str, float]:
    """Microseconds a character of the same megabyte, read in pieces of growing length."""
    whole = "\n\n".join(article.text for article in articles[:500])
    whole = ((whole + "\n\n") * (SIZES["1 MB"] // len(whole) + 1))[: SIZES["1 MB"]]
    figures: dict[str, float] = {}
    for name, size in SIZES.items():
        pieces = [Article(name, whole[at : at + size]) for at in range(0, len(whole), size)]
        figures[name] = sum(timed(extract, [piece]) for piece in pieces) / len(whole) * 1e6
    rows = [(name, f"{cost:.2f}") for name, cost in figures.items()]
    show("Cost of a character as texts grow", ("text", "µs"), rows)
    return figures


def beside_ner(articles: Sequence[Article], most: int) -> dict[str, float]:
    """The same articles read by `extract` and by underthesea's NER alone.

    NER gets whole articles, as `extract` does, and once more sentence by sentence: its own
    features take time in the square of what it is given.
    """
    from underthesea import ner, sent_tokenize

    sample = articles[:: max(len(articles) // most, 1)][:most]
    ner(sample[0].text[:100])  # loads its model
    texts = [article.text for article in sample]
    sentences = [sentence for text in texts for sentence in sent_tokenize(text)]
    rates = {
        "kg": len(sample) / timed(extract, sample),
        "underthesea": len(sample) / timed(ner, texts),
        "underthesea_by_sentence": len(sample) / timed(ner, sentences),
    }
    names = ("kg.extract.extract", "underthesea.ner", "underthesea.ner, sentence by sentence")
    rows = [
        (name, f"{rate:.1f}", f"{rates['kg'] / rate:.0f}")
        for name, rate in zip(names, rates.values(), strict=True)
    ]
    show(
        f"Beside underthesea ({len(sample)} articles)", ("", "articles/s", "kg is faster by"), rows
    )
    return {"sample": len(sample), **rates, "ratio": rates["kg"] / rates["underthesea"]}


def timed(function: Callable[[Any], object], values: Iterable[Any]) -> float:
    """The CPU seconds that a function takes for all values, whatever else the machine does."""
    begin = time.process_time()
    for value in values:
        function(value)
    return time.process_time() - begin


def _peak() -> float:
    """The most memory that this process has had so far, in MB."""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / (1e6 if sys.platform == "darwin" else 1e3)


if __name__ == "__main__":
    main()
