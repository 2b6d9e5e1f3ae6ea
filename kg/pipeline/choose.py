"""Which files are the articles: one for each name, with its hash."""

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping
from hashlib import sha256
from pathlib import Path

from kg.graph import Entry
from kg.pipeline.steps import Skipped


def stem(path: Path) -> str:
    """The id of the article in a file: its name without ending."""
    return unicodedata.normalize("NFC", path.stem)


def choose(
    files: Iterable[Path], known: Mapping[str, Entry]
) -> tuple[dict[str, Path], list[Skipped]]:
    """One file for each article id, and those left out because their name is taken.

    `known` are articles of the graph by their ids.
    Two files of one name and one content are the same article; of others the one that is in
    the graph counts, else the first by path.
    """
    sharing: dict[str, list[Path]] = defaultdict(list)
    for name, entry in known.items():
        if Path(entry.source).exists():
            sharing[name].append(Path(entry.source))
    chosen: dict[str, Path] = {}
    skipped: list[Skipped] = []
    for path in sorted(files):
        name = stem(path)
        others = sharing[name]
        if not others or any(_same(path, other) for other in others):
            chosen.setdefault(name, path)
            others.append(path)
        else:
            skipped.append((path, f"another article has its name: {others[0]}"))
    return chosen, skipped


def hashes(chosen: Mapping[str, Path]) -> tuple[dict[str, str], list[Skipped]]:
    """The SHA-256 of every file; those that cannot be opened are left out."""
    found: dict[str, str] = {}
    skipped: list[Skipped] = []
    for name, path in chosen.items():
        try:
            found[name] = sha256(path.read_bytes()).hexdigest()
        except OSError as error:
            skipped.append((path, f"cannot be read ({error.strerror or error})"))
    return found, skipped


def _same(one: Path, other: Path) -> bool:
    """Whether two paths are one file, or two of the same content."""
    try:
        return one.samefile(other) or one.read_bytes() == other.read_bytes()
    except OSError:
        return False
