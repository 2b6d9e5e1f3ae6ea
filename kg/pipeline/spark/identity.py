"""Deciding who is who, and which texts are one, by shuffles."""

from collections.abc import Iterable, Iterator
from itertools import combinations
from typing import Any, TypeAlias

from kg.graph.records import Decided
from kg.model import Candidate
from kg.pipeline.retelling import first_of
from kg.pipeline.work import Read
from kg.resolve import decide, pointing
from kg.resolve.texts import alike, bands
from kg.resolve.union import Union

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
    listed = sorted(texts)
    together = Union(name for name, _, _ in listed)
    for one, other in combinations(listed, 2):
        if together.top(one[0]) != together.top(other[0]) and alike(one[2], other[2]):
            together.join(one[0], other[0])
            yield one[0], other[0]


def groups(pairs: Iterable[tuple[str, str]]) -> list[list[str]]:
    """The groups of articles that pairs lead to."""
    listed = list(pairs)
    together = Union(name for pair in listed for name in pair)
    for one, other in listed:
        together.join(one, other)
    return together.sets()


def firsts(group: Iterable[tuple[str, str | None]]) -> Iterator[tuple[str, str]]:
    """Each article of a group that are one text, given with their days, with the first of them."""
    listed = list(group)
    first = first_of(listed)
    return ((article, first) for article, _ in listed)


def one_of(values: Iterable[Any]) -> Any:
    """The only value, or None."""
    return next(iter(values), None)
