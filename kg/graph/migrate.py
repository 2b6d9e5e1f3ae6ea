"""A graph of an older format brought to the present one, with nothing read again.

Format 1 kept its readings in a file of JSON lines and its articles in the manifest.
"""

import json
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

from kg.errors import StoreError
from kg.graph import manifest as manifests
from kg.graph.codec import decode
from kg.graph.manifest import Manifest
from kg.graph.records import Entry, Records
from kg.model import Candidate, Reading

_READINGS = "readings.jsonl"

Describe = Callable[[Reading], Sequence[Candidate]]


def migrate(folder: Path, records: Records, candidates: Describe) -> Manifest:
    """Fill `records` from the files of format 1; the manifest says that all is to be written anew.

    A stop on the way leaves the graph of format 1, and the next build begins here again.
    """
    data = manifests.raw(folder)
    if data["format"] != 1:
        raise StoreError(f"{folder} has format {data['format']}, which no kg has ever written")
    try:
        known = {
            name: (entry["source"], entry["sha256"]) for name, entry in data["articles"].items()
        }
        manifest = Manifest(base=data["base"], store=data["store"])
    except (KeyError, TypeError, AttributeError):
        raise manifests.damaged(folder) from None
    with records.transaction():
        for sha256, version, reading in _lines(folder / _READINGS):
            source, wanted = known.get(reading.article.id, ("", ""))
            if sha256 == wanted:
                records.put(Entry(source, sha256, version), reading, candidates(reading))
    manifests.save(folder, manifest)
    (folder / _READINGS).unlink(missing_ok=True)
    return manifest


def _lines(path: Path) -> Iterator[tuple[str, str, Reading]]:
    """The readings of the file; a line that a crash has cut is passed over."""
    try:
        file = path.open(encoding="utf-8", errors="replace", newline="\n")
    except FileNotFoundError:
        return
    with file:
        for text in file:
            try:
                data: dict[str, Any] = json.loads(text)
                reading = decode(json.dumps(data["reading"]))
                yield data["sha256"], data["version"], reading
            except (ValueError, KeyError, TypeError):
                continue
