"""Fuzz the readers and the extractor: no crash, no hang, and every span is true.

    python benchmarks/fuzz.py --seeds SEEDS             # writes the seeds that it begins with
    python benchmarks/fuzz.py SEEDS -runs=100000        # atheris (libFuzzer) grows SEEDS
    python benchmarks/fuzz.py --mutate SEEDS 900000 1   # so many changes of seeds, by chance 1

Guided by coverage it finds more with one input, by chance it tries ten times as many. The former
needs atheris (pip install atheris). The first byte of an input chooses the format, the rest is the
file. An input fails if reading it raises anything but ReadError, if it takes over a second for
10 KB, or if a span lies outside the text or leads back to other words than it has. What failed is
kept by libFuzzer as crash-… or timeout-….
"""

import gzip
import io
import json
import random
import sys
import tempfile
import time
import zipfile
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path

from report import show

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


LONGEST = 1500
TOKENS = (
    *(b"<", b">", b"</p>", b"<div>", b"&#0;", b"&agrave;", b'"', b"\n", b"\r", b"\0", b"\xff\xfe"),
    *(b"PK\x03\x04", b"%PDF-", b"{", b"[", b"\\u0000", b",", b";", b"\t", b"WARC/1.0\r\n"),
    *("Đảng ủy", "Bí thư", "số 21-NQ/TW", "ngày 31/2/2023", "nhiệm kỳ 2015 - 2012", "đồng chí"),
    *("\u0301", "\u200b", "\ud7ff", "İ", "ﬁ", "…" * 20, "“", "uỷ", "ð", "Ñaûng", "§¶ng"),
)


def changed(data: bytes, others: Sequence[bytes], chance: random.Random) -> bytes:
    """A seed with some changes: bytes, blocks, tokens, parts of other seeds."""
    out = bytearray(data)
    start = chance.randrange(max(1, len(out) - LONGEST // 2))
    out = bytearray(out[:1]) + out[max(1, start) : start + chance.randint(50, LONGEST)]
    for _ in range(chance.randint(1, 6)):
        at = chance.randrange(1, len(out) + 1)
        kind = chance.randrange(6)
        if kind == 0 and at < len(out):
            out[at] = chance.randrange(256)
        elif kind == 1:
            del out[at : at + chance.randint(1, 40)]
        elif kind == 2:
            out[at:at] = out[at : at + chance.randint(1, 60)] * chance.randint(1, 4)
        elif kind == 3:
            token = chance.choice(TOKENS)
            out[at:at] = token if isinstance(token, bytes) else token.encode("utf-8", "replace")
        elif kind == 4:
            other = chance.choice(others)
            begin = chance.randrange(max(1, len(other)))
            out[at:at] = other[begin : begin + chance.randint(1, 200)]
        elif chance.random() < 0.2:
            out[0] = chance.randrange(256)
    return bytes(out)


def mutate(folder: Path, count: int, number: int) -> None:
    """Try so many changed seeds; those that fail are kept beside the folder, and told."""
    chance = random.Random(number)
    whole = [path.read_bytes() for path in sorted(folder.iterdir())]
    failed = 0
    for done in range(1, count + 1):
        data = changed(chance.choice(whole), whole, chance)
        try:
            check(data)
        except Exception as error:
            failed += 1
            kept = folder.with_name(f"failed-{sha256(data).hexdigest()[:12]}")
            kept.write_bytes(data)
            show("", ("failed", "why"), [(kept.name, f"{type(error).__name__}: {error}"[:150])])
        if done % 10_000 == 0 or done == count:
            show("", ("tried", "failed"), [(str(done), str(failed))])


def main() -> None:
    """Fuzz, or write the seeds."""
    if sys.argv[1:2] == ["--seeds"]:
        seeds(Path(sys.argv[2]))
        return
    if sys.argv[1:2] == ["--mutate"]:
        mutate(Path(sys.argv[2]), int(sys.argv[3]), int(sys.argv[4]))
        return
    import atheris

    with atheris.instrument_imports(include=["kg"]):
        import kg.extract
        import kg.graph.codec
        import kg.read
        import kg.resolve.texts  # noqa: F401 - imported to be instrumented
    atheris.Setup(sys.argv, check)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
