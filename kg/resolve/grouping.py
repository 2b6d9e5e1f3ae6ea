"""Mentions of one block brought together: those whose clues agree, the surest first."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import reduce
from itertools import combinations

from kg.model import Candidate, Mention
from kg.resolve.clues import ENOUGH, Context, both, judge
from kg.resolve.known import decode
from kg.resolve.union import Union

Pairs = Iterable[tuple[Mention, Mention]]


def persons(block: Sequence[Candidate], same: Pairs, apart: Pairs) -> list[list[Mention]]:
    """The mentions of a block, those of one person together.

    Those that are ruled to be the same come together first, then those who share a body, are
    both at the centre or have a rare name; then the groups so found are judged in pairs, the
    surest first, each new group anew. Pairs that are ruled apart never meet.
    """
    contexts = {c.mention: decode(Context, c.known) for c in block}
    union = Union(contexts, apart)
    for one, other in same:
        union.join(one, other)
    seats: dict[tuple[str, str], Mention] = {}
    for mention, context in contexts.items():
        for seat in sorted(context.bodies) + ["the centre"] * context.central:
            union.join(mention, seats.setdefault((context.name, seat), mention))
    names: dict[str, list[list[Mention]]] = defaultdict(list)
    for group in union.sets():
        for name in sorted({contexts[mention].name for mention in group}):
            names[name].append(group)
    for groups in names.values():
        _join_by_clues(groups, contexts, union)
    return union.sets()


def _join_by_clues(
    groups: Sequence[Sequence[Mention]], contexts: Mapping[Mention, Context], union: Union[Mention]
) -> None:
    """Join the groups of one name that agree; what was joined is judged again as one."""
    whole = {group[0]: reduce(both, map(contexts.__getitem__, group)) for group in groups}
    scores = {
        pair: score
        for pair in combinations(whole, 2)
        if (score := judge(whole[pair[0]], whole[pair[1]])[0]) >= ENOUGH
    }
    while scores:
        pair = min(scores, key=lambda pair: (-scores[pair], pair))
        one, other = pair
        del scores[pair]
        if not union.join(other, one):
            continue
        whole[one] = both(whole[one], whole.pop(other))
        for old in [pair for pair in scores if one in pair or other in pair]:
            del scores[old]
        for third in whole:
            if third != one:
                score = judge(whole[one], whole[third])[0]
                if score >= ENOUGH:
                    scores[min(one, third), max(one, third)] = score
