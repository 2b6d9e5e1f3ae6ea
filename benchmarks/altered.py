"""Many files of articles out of few: copies in which people of other names do the same.

`renamed.py` gives each name the end of another one of the same list, so most names of a copy
are borne in the originals too, by someone else. That is as good for reading, and wrong for
identity: here every syllable of a name becomes another, by a table of its own for each copy.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from random import Random
from typing import TypeAlias

from kg.extract import extract
from kg.read import articles
from kg.text import fold, normalise
from kg.vocabulary import word_set

Names: TypeAlias = Mapping[str, str]
"""Names of persons, or syllables of them, each with what it becomes."""

_OF_ALL = frozenset(("văn", "thị"))  # as middle names so common that they stay


def write(
    files: Sequence[Path], folder: Path, number: int = 1, *, keep_names: bool = False
) -> None:
    """Write the files and copies of them, `number` of each in all, into a folder: "a-1.txt"."""
    folder.mkdir(parents=True)
    people: list[set[str]] = [set() for _ in files]
    if number > 1 and not keep_names:
        people = [{p.name for a in articles([path]) for p in extract(a).persons} for path in files]
    for turn in range(number):
        names = others({name for found in people for name in found}, turn) if turn else {}
        for path, found in zip(files, people, strict=True):
            text = normalise(path.read_text("utf-8-sig"))
            inside = {name: names[name] for name in found if turn}
            copy = folder / (f"{path.stem}-{turn}.txt" if turn else f"{path.stem}.txt")
            copy.write_text(_altered(text, inside), "utf-8")


def others(names: Iterable[str], turn: int) -> Names:
    """Other names for these; each turn gives others.

    A surname becomes a surname, a common syllable a common one and a rare syllable a rare one,
    and "Văn" and "Thị" stay, so that a name stays about as rare as it was.
    """
    listed = sorted(set(names))
    tables = [_turned(pool, turn) for pool in _pools(listed)]
    return {name: " ".join(_syllables(name, *tables)) for name in listed}


def _pools(names: Sequence[str]) -> Iterator[list[str]]:
    surnames, common = word_set("surnames"), word_set("common-names")
    rare = {word for name in names for word in fold(name).split()} - surnames - common
    for pool in (surnames, common - _OF_ALL, rare - _OF_ALL):
        words = sorted(word for word in pool if word[-1].isalpha() and " " not in word)
        Random(len(words)).shuffle(words)
        yield words


def _turned(pool: Sequence[str], turn: int) -> Names:
    """Each word of a pool with the one that stands `turn` places further."""
    return {word: pool[(place + turn) % len(pool)] for place, word in enumerate(pool)}


def _syllables(name: str, surnames: Names, common: Names, rare: Names) -> Iterator[str]:
    first, *rest = fold(name).split()
    yield (surnames.get(first) or rare.get(first) or first).capitalize()
    for word in rest:
        if word in _OF_ALL:
            yield word.capitalize()
            continue
        yield (common.get(word) or rare.get(word) or surnames.get(word) or word).capitalize()


def _altered(text: str, names: Names) -> str:
    """A text with these names altered, where they stand in capitals too."""
    if not names:
        return text
    whole = dict(names) | {name.upper(): other.upper() for name, other in names.items()}
    longest_first = "|".join(map(re.escape, sorted(whole, key=len, reverse=True)))
    return re.sub(rf"(?<!\w)(?:{longest_first})(?!\w)", lambda found: whole[found.group()], text)
