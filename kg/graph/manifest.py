"""What a graph's folder holds: one small JSON file, replaced as a whole, written last."""

import json
import os
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path

from kg.errors import StoreError
from kg.graph.namespaces import BASE

FORMAT = 1
FILE = "manifest.json"


@dataclass(frozen=True, slots=True)
class Entry:
    """One article of the graph: its file, the file's SHA-256, a digest of what stands of it."""

    source: str
    sha256: str
    digest: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """The state of a graph: which generation of the store counts, and the articles in it.

    `reading` names the state of the code and words that read the articles, `writing` that of
    the code that describes them, `ontology` that of the ontology: a change of one makes the
    next build do that part again.
    """

    base: str = BASE
    store: str = ""
    reading: str = ""
    writing: str = ""
    ontology: str = ""
    articles: Mapping[str, Entry] = field(default_factory=dict)


def load(folder: Path) -> Manifest:
    """The manifest of a graph's folder; StoreError if it is missing, damaged or from the future."""
    path = folder / FILE
    try:
        data = json.loads(path.read_text("utf-8"))
        number = data.pop("format")
        articles = {name: Entry(**entry) for name, entry in data.pop("articles").items()}
        manifest = replace(Manifest(**data), articles=articles)
    except FileNotFoundError:
        raise StoreError(f"{folder} is not a graph made by kg build: it has no {FILE}") from None
    except OSError as error:
        raise StoreError(f"{path} cannot be read: {error.strerror}") from None
    except (ValueError, KeyError, TypeError, AttributeError):
        raise StoreError(f"{path} is damaged; delete {folder} and build it anew") from None
    if number != FORMAT:
        raise StoreError(f"{folder} has format {number}, this version of kg reads {FORMAT}")
    return manifest


def save(folder: Path, manifest: Manifest) -> None:
    """Write the manifest so that a crash leaves either the old or the new one, never half of it."""
    data = {"format": FORMAT} | asdict(manifest)
    data["articles"] = dict(sorted(data["articles"].items()))
    path = folder / FILE
    fresh = path.with_suffix(".new")
    with fresh.open("w", encoding="utf-8") as file:
        json.dump(data, file, ensure_ascii=False, indent=1)
        file.flush()
        os.fsync(file.fileno())
    fresh.replace(path)
