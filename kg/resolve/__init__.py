"""Identity: which persons, bodies, units, directives and events of all articles are the same.

Units and events are known by what their own article tells (`fixed`). The mentions of all others
are `candidates`, which are compared in blocks (`decide`): a block is decided from its mentions
and the rulings alone, so the order in which articles come changes nothing, and a new article
costs only its own blocks. A wrong merge is worse than a missed one.
"""

from collections import defaultdict
from collections.abc import Iterable

from kg.model import Candidate, Identity, Mention, Reading
from kg.resolve.blocks import blocks, candidates, fixed, tied
from kg.resolve.bodies import successions
from kg.resolve.complete import complete
from kg.resolve.decide import decide, pointing
from kg.resolve.rulings import Ruling

__all__ = [
    "Ruling",
    "candidates",
    "complete",
    "decide",
    "fixed",
    "pointing",
    "resolve",
    "successions",
    "tied",
]


def resolve(readings: Iterable[Reading], rulings: Iterable[Ruling] = ()) -> Identity:
    """The path of every mention's entity under the base, for all mentions of all readings."""
    identity: dict[Mention, str] = {}
    kinds: dict[str, list[Candidate]] = defaultdict(list)
    for reading in readings:
        identity.update(fixed(reading))
        for candidate in candidates(reading):
            kinds[candidate.mention.kind].append(candidate)
    ruled = tuple(rulings)
    for given in kinds.values():
        for block in blocks(given, ruled):
            identity.update(decide(block, ruled))
    return identity
