"""Mentions of one block brought together: those whose clues agree, the surest first.

The cost grows with mentions times persons of a name, not with the square of the mentions: what
shares a seat comes together without comparing; each other mention is compared with the persons
found so far; and of these only those that have something in common are compared in the end.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import reduce
from heapq import heapify, heappop, heappush
from itertools import combinations
from typing import TypeAlias

from kg.model import Candidate, Mention
from kg.resolve.clues import ENOUGH, OFTEN, Context, both, is_rare, judge
from kg.resolve.known import decode
from kg.resolve.union import Union

Pairs: TypeAlias = Iterable[tuple[Mention, Mention]]
_Judged: TypeAlias = tuple[float, Mention, Mention, int, int]


def persons(block: Sequence[Candidate], same: Pairs, apart: Pairs) -> list[list[Mention]]:
    """The mentions of a block, those of one person together.

    Those that are ruled to be the same come together first, then those who share a body, are
    both at the centre or have a rare name; then each mention that is left, those of whom most is
    told first, joins whom its clues fit best; then the persons so found are judged in pairs, the
    surest first, each new one anew. Pairs that are ruled apart never meet.
    """
    contexts = {c.mention: decode(Context, c.known) for c in block}
    union = Union(contexts, apart)
    for one, other in same:
        union.join(one, other)
    seats: dict[tuple[str, str], Mention] = {}
    for mention, context in contexts.items():
        for seat in _seats(context):
            union.join(mention, seats.setdefault((context.name, seat), mention))
    names: dict[str, list[list[Mention]]] = defaultdict(list)
    for group in union.sets():
        for name in sorted({contexts[mention].name for mention in group}):
            names[name].append(group)
    for groups in names.values():
        whole = {group[0]: reduce(both, map(contexts.__getitem__, group)) for group in groups}
        _join_each(whole, union)
        _join_pairs(whole, union)
    return union.sets()


def _seats(context: Context) -> Iterator[str]:
    """What only one person of a name has: a place in a body, the centre, a rare name."""
    yield from sorted(context.bodies)
    if context.central:
        yield "the centre"
    if is_rare(context.name) and not context.private:
        yield "the name"


def _join_each(whole: dict[Mention, Context], union: Union[Mention]) -> None:
    """Let each single mention join the person that it fits best; `whole` is of persons after."""
    order = {mention: place for place, mention in enumerate(whole)}
    singles = [mention for mention, context in whole.items() if context.articles == 1]
    found = {mention: context for mention, context in whole.items() if context.articles > 1}
    for mention in sorted(singles, key=lambda m: (-_told(whole[m]), order[m])):
        scores = {one: judge(context, whole[mention])[0] for one, context in found.items()}
        for one in sorted(scores, key=lambda one: (-scores[one], order[one])):
            if scores[one] < ENOUGH:
                found[mention] = whole[mention]
                break
            if union.join(mention, one):
                found[one] = both(found[one], whole[mention])
                break
        else:
            found[mention] = whole[mention]
    whole.clear()
    whole.update(sorted(found.items(), key=lambda item: order[item[0]]))


def _told(context: Context) -> int:
    """How much is told of a mention."""
    posts = len(context.bodies) + len(context.roles) + len(context.callings)
    return 3 * posts + len(context.people) + len(context.around)


def _join_pairs(whole: dict[Mention, Context], union: Union[Mention]) -> None:
    """Join the persons of one name that agree; what was joined is judged again as one."""
    queue: list[_Judged] = [
        (-score, one, other, whole[one].articles, whole[other].articles)
        for one, other in _comparable(whole)
        if (score := judge(whole[one], whole[other])[0]) >= ENOUGH
    ]
    heapify(queue)
    while queue:
        _, one, other, *known = heappop(queue)
        if one not in whole or other not in whole:
            continue
        if [whole[one].articles, whole[other].articles] != known or not union.join(other, one):
            continue
        whole[one] = both(whole[one], whole.pop(other))
        for third in whole:
            if third != one:
                score = judge(whole[one], whole[third])[0]
                if score >= ENOUGH:
                    pair = min(one, third), max(one, third)
                    sizes = whole[pair[0]].articles, whole[pair[1]].articles
                    heappush(queue, (-score, *pair, *sizes))


def _comparable(whole: Mapping[Mention, Context]) -> Iterator[tuple[Mention, Mention]]:
    """The pairs that have anything in common, and those with whom many articles tell of."""
    sharing: dict[str, list[Mention]] = defaultdict(list)
    for mention, context in whole.items():
        for thing in _things(context):
            sharing[thing].append(mention)
    found = {tuple(sorted(p)) for group in sharing.values() for p in combinations(group, 2)}
    often = [mention for mention, context in whole.items() if context.articles >= OFTEN]
    found |= {tuple(sorted((a, b))) for a in often for b in whole if a != b}
    yield from ((one, other) for one, other in sorted(found))


def _things(context: Context) -> set[str]:
    """All that two persons can have in common, but the name."""
    sets = (context.bodies, context.districts, context.provinces, context.around, context.people)
    more = (context.leaders, context.callings, context.roles, context.born)
    words = {word for headline in context.headlines for word in headline.split()}
    return set().union(*sets, *more, words) - set(context.name.split())
