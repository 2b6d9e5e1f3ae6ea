"""What a graph's folder is: one small JSON file, replaced as a whole, written last."""

import json
import os
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from kg.errors import StoreError
from kg.graph.namespaces import BASE

FORMAT = 2
FILE = "manifest.json"


@dataclass(frozen=True, slots=True)
class Manifest:
    """The state of a graph: which generation of the store counts, and what it was made with.

    `writing` names the state of the code that describes articles, `ontology` that of the
    ontology: a change of one makes the next build write all anew. A graph that was `loaded` from
    quads has no records of what was read, and cannot be built on.
    """

    base: str = BASE
    store: str = ""
    writing: str = ""
    ontology: str = ""
    loaded: bool = False


def load(folder: Path) -> Manifest:
    """The manifest of a graph's folder; StoreError if it is missing, damaged or of another age."""
    data = raw(folder)
    number = data.pop("format", None)
    if number != FORMAT:
        raise StoreError(_of_another_age(folder, number))
    try:
        return Manifest(**data)
    except TypeError:
        raise damaged(folder) from None


def raw(folder: Path) -> dict[str, Any]:
    """What the manifest's file says, of whatever format; StoreError if it is none."""
    path = folder / FILE
    try:
        data = json.loads(path.read_text("utf-8"))
    except FileNotFoundError:
        raise StoreError(f"{folder} is not a graph made by kg build: it has no {FILE}") from None
    except OSError as error:
        raise StoreError(f"{path} cannot be read: {error.strerror}") from None
    except ValueError:
        raise damaged(folder) from None
    if not isinstance(data, dict) or not isinstance(data.get("format"), int):
        raise damaged(folder)
    return data


def damaged(folder: Path) -> StoreError:
    """The error of a manifest that makes no sense."""
    return StoreError(f"{folder / FILE} is damaged; delete {folder} and build it anew")


def _of_another_age(folder: Path, number: Any) -> str:
    if number < FORMAT:
        return f"{folder} was made by an older kg; bring it up to date with: kg build -o {folder}"
    return f"{folder} has format {number}, this kg reads {FORMAT}; install a newer kg"


def save(folder: Path, manifest: Manifest) -> None:
    """Write the manifest so that a crash leaves either the old or the new one, never half of it."""
    data = {"format": FORMAT} | asdict(manifest)
    path = folder / FILE
    fresh = path.with_suffix(".new")
    with fresh.open("w", encoding="utf-8") as file:
        json.dump(data, file, ensure_ascii=False, indent=1)
        file.flush()
        os.fsync(file.fileno())
    fresh.replace(path)
