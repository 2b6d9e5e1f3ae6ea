"""Fuzz the readers and the extractor: no crash, no hang, and every span is true.

    python benchmarks/fuzz.py SEEDS -runs=500000        # atheris (libFuzzer) grows SEEDS
    python benchmarks/fuzz.py --seeds SEEDS             # writes the seeds that it begins with
    python benchmarks/fuzz.py --blind SEEDS -runs=...   # ten times faster, led by no coverage

Needs atheris (pip install atheris). The first byte of an input chooses the format, the rest is the
file. An input fails if reading it raises anything but ReadError, if it takes over a second for
10 KB, or if a span lies outside the text or leads back to other words than it has. What failed is
kept by libFuzzer as crash-… or timeout-…; what once failed stands in tests/read/failed.
"""

import gzip
import io
import json
import sys
import tempfile
import time
import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

FORMATS = (
    *(".txt", ".html", ".docx", ".pdf", ".jsonl", ".json", ".csv", ".xml", ".warc", ".zip"),
    *(".tar", ".gz", "", ".txt", ".html"),
)
SECONDS_A_BYTE = 1 / 10_000


def check(data: bytes) -> None:
    """Read a file of these bytes, and look at what comes of it; raises what is wrong."""
    from kg.read import Document, Refused, unpack

    form, rest = FORMATS[data[0] % len(FORMATS)] if data else "", data[1:]
    with tempfile.NamedTemporaryFile(suffix=form) as file:
        file.write(rest)
        file.flush()
        begin = time.process_time()
        for item in unpack(Path(file.name)):
            if isinstance(item, Document):
                _extract(item)
            else:
                assert isinstance(item, Refused)
                assert item.reason
    took = time.process_time() - begin
    assert took <= max(1, len(rest) * SECONDS_A_BYTE), f"took {took:.2f} s for {len(rest)} bytes"


def _extract(item: object) -> None:
    from kg.errors import ReadError
    from kg.extract import extract
    from kg.graph.codec import decode, encode
    from kg.read import Document, read
    from kg.resolve import candidates, complete
    from kg.resolve.texts import signature
    from kg.text import original, sentences

    assert isinstance(item, Document)
    try:
        article = read(item)
    except ReadError:
        return
    reading = complete(extract(article))
    length = len(article.text)
    groups = (reading.persons, reading.bodies, reading.memberships, reading.directives)
    facts = [fact for group in (*groups, reading.links, reading.events) for fact in group]
    shares = [share for event in reading.events for share in event.participants]
    for fact in (*facts, *shares):
        for proof in fact.evidence:
            assert 0 <= proof.span.start < proof.span.end <= length
            assert article.text[proof.span.start : proof.span.end].strip()
    for span in sentences(article.text):
        place = original(article.origins, span)
        assert place is None or 0 <= place.start < place.end
    assert decode(encode(reading)) == reading
    list(candidates(reading))
    signature(article.text)


def seeds(folder: Path) -> None:
    """Write the inputs to begin with: an article of the examples in every format."""
    folder.mkdir(parents=True, exist_ok=True)
    texts = [p.read_text("utf-8") for p in sorted((ROOT / "examples/articles").glob("*.txt"))]
    for number, text in enumerate(texts[:6]):
        short = text[:1500]
        row = json.dumps({"id": "a", "title": short[:60], "text": short}, ensure_ascii=False)
        zipped = io.BytesIO()
        with zipfile.ZipFile(zipped, "w") as archive:
            archive.writestr("a.txt", short[:600])
        page = f"<html><h1>{short[:60]}</h1><p>03/04/2024</p><div><p>{short[60:]}</p></div></html>"
        feed = f"<rss><channel><item><title>a</title><description>{short}</description></item>"
        made = {
            ".txt": short.encode(), ".html": page.encode(), ".jsonl": row.encode(),
            ".json": f"[{row}]".encode(), ".csv": f'id,text\na,"{short}"\n'.encode(),
            ".xml": feed.encode(), ".zip": zipped.getvalue(), ".gz": gzip.compress(short.encode()),
        }  # fmt: skip
        for form, data in made.items():
            (folder / f"{number}{form}").write_bytes(bytes([FORMATS.index(form)]) + data)
    for path in sorted((ROOT / "tests/read/office").glob("*.pdf"))[:1]:
        (folder / path.name).write_bytes(bytes([FORMATS.index(".pdf")]) + path.read_bytes())


def main() -> None:
    """Fuzz, or write the seeds."""
    if sys.argv[1:2] == ["--seeds"]:
        seeds(Path(sys.argv[2]))
        return
    import atheris

    blind = "--blind" in sys.argv
    if blind:
        sys.argv.remove("--blind")
    else:
        with atheris.instrument_imports(include=["kg"]):
            import kg.extract
            import kg.graph.codec
            import kg.read
            import kg.resolve.texts  # noqa: F401 - imported to be instrumented
    atheris.Setup(sys.argv, check)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
