"""How surely old encodings are recognised, how exactly they come back, and what that costs.

    python benchmarks/encodings.py [ARTICLES …] [--foreign PATH …] [--sample N] [--json FILE]

Every article is written in every encoding and read back: whole, its first line, its first
sentence. Then all articles are read as they are, whole and line by line, and so are files in other
languages (`--foreign`: texts and .mo catalogues), where everything that changes is a false alarm.
"""

import argparse
import gettext
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

from report import save, show

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from kg.errors import ReadError  # noqa: E402
from kg.extract import extract  # noqa: E402
from kg.model import Article  # noqa: E402
from kg.text import normalise, sentences  # noqa: E402
from kg.text.encodings import decode, recode  # noqa: E402
from tests.text.encodings.encoders import ENCODERS, writable  # noqa: E402

ARTICLES = ROOT / "examples" / "articles"
LEAST_WORDS = 5
"""A line or sentence of fewer words is not tried alone."""


def main(arguments: Sequence[str] | None = None) -> None:
    """Print three tables, and write JSON where it is asked for."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("articles", nargs="*", type=Path, default=[ARTICLES])
    parser.add_argument("--foreign", nargs="*", type=Path, default=[])
    parser.add_argument("--sample", type=int, default=1, metavar="N", help="write every N-th only")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures as JSON")
    options = parser.parse_args(arguments)
    texts = [normalise(path.read_text("utf-8-sig")) for path in files(options.articles)]
    figures = {
        "read back": back(texts[:: options.sample]),
        "false alarms": {
            "articles": alarms("articles as they are", texts),
            "foreign": alarms("other languages", list(foreign(options.foreign))),
        },
        "cost": cost(texts),
    }
    save(options.json, figures)


def files(paths: Sequence[Path], ending: str = ".txt") -> list[Path]:
    """The files of folders, in order."""
    return sorted(f for p in paths for f in (p.rglob(f"*{ending}") if p.is_dir() else [p]))


def back(texts: Sequence[str]) -> dict[str, Any]:
    """For each encoding: texts recognised and read back exactly, of three lengths, in percent."""
    lengths: dict[str, list[str]] = {
        "whole": [writable(text) for text in texts],
        "line": [writable(line) for text in texts if (line := first_line(text))],
        "sentence": [writable(one) for text in texts if (one := first_sentence(text))],
    }
    figures: dict[str, Any] = {}
    rows = []
    for label, (name, encode) in ENCODERS.items():
        row: list[object] = [label]
        for length, wanted in lengths.items():
            known, exact, letters = read_back(wanted, name, encode)
            figures.setdefault(label, {})[length] = [known, exact, letters]
            row += [f"{known:.1f}", f"{exact:.1f}", f"{letters:.1f}"]
        rows.append(row)
    head = ["encoding"]
    for length in lengths:
        head += [f"{length}: known %", "exact %", "but for case %"]
    show(f"Read back: {', '.join(f'{len(w)} {n}' for n, w in lengths.items())}", head, rows)
    return figures


def read_back(
    texts: Sequence[str], name: str, encode: Callable[[str], bytes]
) -> tuple[float, float, float]:
    """The shares of texts that are recognised, come back exactly, and but for capitals."""
    known = exact = letters = 0
    for text in texts:
        try:
            decoded = decode(encode(text))
        except ReadError:
            continue
        known += decoded.encoding == name
        read = normalise(decoded.text)
        exact += read == text
        letters += read.lower() == text.lower()
    return tuple(100 * n / max(1, len(texts)) for n in (known, exact, letters))  # type: ignore[return-value]


def first_line(text: str) -> str | None:
    """The headline, if it has some words, of which one has a mark."""
    return long_enough(text.strip().partition("\n")[0])


def first_sentence(text: str) -> str | None:
    """The first sentence after the headline."""
    body = text.strip().partition("\n")[2]
    return next(
        (s for span in sentences(body) if (s := long_enough(body[span.start : span.end]))), None
    )


def long_enough(text: str) -> str | None:
    """The text, if it has some words, of which one has a mark."""
    return text if len(text.split()) >= LEAST_WORDS and not text.isascii() else None


def alarms(title: str, texts: Sequence[str]) -> dict[str, Any]:
    """How many texts, and lines taken alone, change when nothing should."""
    lines = [line for text in texts for line in text.split("\n")]
    wrong = [text for text in texts if recode(text).encoding != "unicode"]
    wrong_lines = [line for line in lines if recode(line).encoding != "unicode"]
    rows = [["texts", len(texts), len(wrong)], ["lines", len(lines), len(wrong_lines)]]
    show(f"False alarms: {title}", ["", "read", "changed"], rows)
    for line in wrong_lines[:10]:
        sys.stdout.write(f"    {line[:80]!r} → {recode(line).encoding}\n")
    return {"texts": [len(texts), len(wrong)], "lines": [len(lines), len(wrong_lines)]}


def foreign(paths: Sequence[Path]) -> Iterator[str]:
    """Texts in other languages: text files, and the translations of .mo catalogues."""
    for path in files(paths):
        yield path.read_text("utf-8", "ignore")
    for path in files(paths, ".mo"):
        if "/vi/" in str(path):
            continue
        try:
            with path.open("rb") as file:
                catalogue = gettext.GNUTranslations(file)
        except (OSError, ValueError, IndexError):  # the header is not what Python expects
            continue
        found = catalogue._catalog.values()  # type: ignore[attr-defined]
        yield "\n".join(text for text in found if isinstance(text, str))


def cost(texts: Sequence[str]) -> dict[str, float]:
    """Milliseconds an article for reading clean UTF-8, beside extraction."""
    raws = [text.encode() for text in texts[:500]]
    some = texts[:500]

    def timed(work: Callable[[], object]) -> float:
        begin = time.process_time()
        work()
        return 1000 * (time.process_time() - begin) / len(some)

    timed(lambda: [extract(Article(str(n), text)) for n, text in enumerate(some[:5])])
    plain = min(timed(lambda: [normalise(raw.decode()) for raw in raws]) for _ in range(5))
    ours = min(timed(lambda: [normalise(decode(raw).text) for raw in raws]) for _ in range(5))
    facts = timed(lambda: [extract(Article(str(n), text)) for n, text in enumerate(some)])
    rows = [
        ["decode as UTF-8, normalise", f"{plain:.3f}", ""],
        ["decode, normalise", f"{ours:.3f}", f"{100 * (ours - plain) / facts:.2f}"],
        ["extract", f"{facts:.3f}", "100"],
    ]
    show("Cost", ["", "ms an article", "% of extraction"], rows)
    return {"plain": plain, "decode": ours, "extract": facts}


if __name__ == "__main__":
    main()
