"""Deciding who is who, and which texts are one, by shuffles."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations
from typing import Any, TypeAlias

from kg.graph.records import Decided
from kg.graph.texts import Text
from kg.model import Candidate
from kg.pipeline.retelling import first_of
from kg.pipeline.work import Read
from kg.resolve import decide, pointing
from kg.resolve.texts import alike, bands

Signed: TypeAlias = tuple[str, str | None, bytes]
"""An article, its day, and the signature of its text."""


def in_blocks(read: Read) -> Iterator[tuple[tuple[str, str], Candidate]]:
    """The candidates of an article by what brings them together: kind and block."""
    return (((c.mention.kind, c.block), c) for c in read.candidates)


def decided(candidates: Iterable[Candidate]) -> Iterator[tuple[str, Decided]]:
    """What is decided on the candidates of one block, by their articles."""
    found = sorted(candidates, key=lambda c: (c.mention.article, c.mention.name))
    if found[0].block == found[0].own:
        yield from ((c.mention.article, Decided(c, c.own, False)) for c in found)
        return
    paths = decide(found, ())
    pointers = pointing(found, paths)
    for candidate in found:
        mention = candidate.mention
        yield mention.article, Decided(candidate, paths[mention], mention in pointers)


def in_bands(read: Read) -> Iterator[tuple[int, Signed]]:
    """The signature of an article's text by what brings it together with others: its bands."""
    signed = read.name, read.published, read.signature
    return ((band, signed) for band in bands(read.signature))


def like(texts: Iterable[Signed]) -> Iterator[tuple[str, str]]:
    """The pairs of articles of one band that are alike, but for those that others lead to."""
    parents: dict[str, str] = {}
    for one, other in combinations(sorted(texts), 2):
        if _top(parents, one[0]) != _top(parents, other[0]) and alike(one[2], other[2]):
            parents[_top(parents, other[0])] = _top(parents, one[0])
            yield one[0], other[0]


def _top(parents: Mapping[str, str], name: str) -> str:
    while name in parents:
        name = parents[name]
    return name


def groups(pairs: Iterable[tuple[str, str]]) -> dict[str, list[str]]:
    """The groups of articles that pairs lead to, by one member each."""
    parents: dict[str, str] = {}
    names = dict.fromkeys(name for pair in pairs for name in pair)
    for one, other in pairs:
        top, below = _top(parents, one), _top(parents, other)
        if top != below:
            parents[below] = top
    found: dict[str, list[str]] = {}
    for name in names:
        found.setdefault(_top(parents, name), []).append(name)
    return found


def firsts(group: Iterable[tuple[str, str | None]]) -> Iterator[tuple[str, str]]:
    """Each article of a group that are one text, with the first of them."""
    texts = [Text(0, name, published, b"") for name, published in group]
    first = first_of(texts)
    return ((text.article, first) for text in texts)


def one_of(values: Iterable[Any]) -> Any:
    """The only value, or None."""
    return next(iter(values), None)
