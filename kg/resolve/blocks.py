"""What one article gives to identity: paths that it settles alone, and candidates for the rest."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from kg.model import Candidate, Mention, Reading
from kg.resolve import directives, persons
from kg.resolve.bodies import bodies, units
from kg.resolve.events import events
from kg.resolve.rulings import Ruling
from kg.resolve.union import Union


def fixed(reading: Reading) -> Mapping[Mention, str]:
    """The paths of the units and events of an article, which no other article changes."""
    return {**units(reading), **events(reading, bodies(reading))}


def candidates(reading: Reading) -> tuple[Candidate, ...]:
    """The persons, bodies and directives of an article, none twice."""
    own = {**units(reading), **bodies(reading)}
    published = reading.article.published
    found = {
        mention: Candidate(mention, path, path, published, "{}")
        for mention, path in own.items()
        if mention.kind == "body"
    }
    for candidate in (*persons.candidates(reading, own), *directives.candidates(reading, own)):
        found.setdefault(candidate.mention, candidate)
    return tuple(found.values())


def tied(homes: Mapping[str, str], rulings: Iterable[Ruling]) -> Mapping[str, tuple[str, ...]]:
    """The blocks that rulings tie together, for each of them; `homes` tells the block of a path.

    A ruling between two names makes their blocks one to decide.
    """
    pairs = [
        (homes[ruling.one], homes[ruling.other])
        for ruling in rulings
        if ruling.one in homes and ruling.other in homes
    ]
    union = Union(block for pair in pairs for block in pair)
    for one, other in pairs:
        union.join(one, other)
    return {block: tuple(group) for group in union.sets() for block in group}


def blocks(given: Iterable[Candidate], rulings: Iterable[Ruling]) -> Iterator[list[Candidate]]:
    """Candidates of one kind by blocks, those that rulings tie together as one."""
    by_block: dict[str, list[Candidate]] = defaultdict(list)
    homes: dict[str, str] = {}
    for candidate in given:
        by_block[candidate.block].append(candidate)
        homes[candidate.own] = candidate.block
    ties = tied(homes, rulings)
    for block in list(by_block):
        if block in by_block:
            parts = [by_block.pop(part) for part in ties.get(block, (block,))]
            yield [candidate for part in parts for candidate in part]
