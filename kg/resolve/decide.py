"""Who is who within a block: groups of mentions, and the path that stands for each group."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TypeAlias

from kg.model import Candidate, EntityKind, Identity, Mention
from kg.resolve import directives, grouping
from kg.resolve.paths import hash8
from kg.resolve.rulings import Ruling
from kg.resolve.union import Union

Pairs: TypeAlias = Sequence[tuple[Mention, Mention]]
_NEVER = "9999"


def decide(block: Iterable[Candidate], rulings: Iterable[Ruling] = ()) -> Mapping[Mention, str]:
    """The path of every mention of a block: the own one of the oldest mention of its entity.

    Oldest is the article published first, then the least id; so a path stays when later
    articles come. Several blocks that rulings tie together are decided as one.
    """
    ordered = sorted(block, key=_age)
    if not ordered:
        return {}
    groups = grouped(ordered, rulings)
    own = {candidate.mention: candidate.own for candidate in ordered}
    sharing: dict[str, set[int]] = defaultdict(set)
    for number, group in enumerate(groups):
        for mention in group:
            sharing[own[mention]].add(number)
    found: dict[Mention, str] = {}
    for group in groups:
        path, article = own[group[0]], group[0].article
        if len(sharing[path]) > 1:
            # What the articles tell is the same, and yet it was decided that they are several.
            path = f"{path}-{hash8(article)}"
        found |= dict.fromkeys(group, path)
    return found


def pointing(block: Iterable[Candidate], identity: Identity) -> frozenset[Mention]:
    """The mentions of a decided block whose own path points to that of their entity.

    A path that mentions of several entities have as their own points to none of them.
    """
    listed = tuple(block)
    paths: dict[str, set[str]] = defaultdict(set)
    for candidate in listed:
        paths[candidate.own].add(identity[candidate.mention])
    return frozenset(
        candidate.mention
        for candidate in listed
        if paths[candidate.own] != {candidate.own} and len(paths[candidate.own]) == 1
    )


def grouped(block: Sequence[Candidate], rulings: Iterable[Ruling] = ()) -> list[list[Mention]]:
    """The mentions of one kind of a block, oldest first, those of one entity together."""
    same, apart = _ruled(block, rulings)
    groups = _GROUPING[block[0].mention.kind](block, same, apart)
    age = {candidate.mention: _age(candidate) for candidate in block}
    return sorted((sorted(group, key=age.__getitem__) for group in groups), key=lambda g: age[g[0]])


def _age(candidate: Candidate) -> tuple[str, str, str]:
    mention = candidate.mention
    return candidate.published or _NEVER, mention.article, mention.name


def _ruled(block: Sequence[Candidate], rulings: Iterable[Ruling]) -> tuple[Pairs, Pairs]:
    """The pairs of mentions that are ruled to be the same, and those that must stay apart."""
    by_path: dict[str, list[Mention]] = defaultdict(list)
    for candidate in block:
        by_path[candidate.own].append(candidate.mention)
    same: list[tuple[Mention, Mention]] = []
    apart: list[tuple[Mention, Mention]] = []
    for ruling in rulings:
        pairs = [(a, b) for a in by_path[ruling.one] for b in by_path[ruling.other]]
        (same if ruling.ruling == "same" else apart).extend(pairs)
    return same, apart


def _by_own(block: Sequence[Candidate], same: Pairs, apart: Pairs) -> list[list[Mention]]:
    """Bodies: those of one path, and those that are ruled to be the same."""
    groups: dict[str, list[Mention]] = defaultdict(list)
    for candidate in block:
        groups[candidate.own].append(candidate.mention)
    return _settled(list(groups.values()), same, apart)


def _directives(block: Sequence[Candidate], same: Pairs, apart: Pairs) -> list[list[Mention]]:
    by_title: dict[str, list[Candidate]] = defaultdict(list)
    for candidate in block:
        by_title[candidate.block].append(candidate)
    groups = [group for part in by_title.values() for group in directives.groups(part)]
    return _settled(groups, same, apart)


def _settled(groups: Sequence[Sequence[Mention]], same: Pairs, apart: Pairs) -> list[list[Mention]]:
    """Groups as the clues give them, put right by rulings; what is ruled the same goes first."""
    union = Union([mention for group in groups for mention in group], apart)
    for one, other in same:
        union.join(one, other)
    for group in groups:
        for mention in group[1:]:
            union.join(mention, group[0])
    return union.sets()


_GROUPING: Mapping[
    EntityKind, Callable[[Sequence[Candidate], Pairs, Pairs], list[list[Mention]]]
] = {"person": grouping.persons, "body": _by_own, "directive": _directives}
