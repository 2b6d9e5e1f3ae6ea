"""Which part of the content a page carries, and which part it opens on."""

import heapq
from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace

from kg.errors import QueryError, UsageError
from kg.view.facts import KINDS, Content, Fact

Neighbours = Mapping[str, frozenset[str]]


def neighbours(nodes: Iterable[str], facts: Iterable[Fact]) -> dict[str, frozenset[str]]:
    """Give every node the nodes that share a fact with it."""
    found: dict[str, set[str]] = {iri: set() for iri in nodes}
    for fact in facts:
        if fact.target and fact.target != fact.source:
            found[fact.source].add(fact.target)
            found[fact.target].add(fact.source)
    return {iri: frozenset(others) for iri, others in found.items()}


def best_connected(
    around: Neighbours,
    count: int,
    start: str | None = None,
    kinds: Mapping[str, str] | None = None,
) -> list[str]:
    """Grow a part of at most `count` nodes from `start` or the hub, best-connected ones first.

    With `kinds` the kinds take turns, lest the picture show hubs of one kind alone. When what
    hangs together is exhausted, the next best node outside starts anew.
    """
    order = sorted(around, key=lambda iri: (-len(around[iri]), iri))
    starts = iter([start, *order] if start else order)
    border = _Border(around, kinds or {})
    while len(border.taken) < min(count, len(order)):
        border.take(border.next() or next(starts))
    return list(border.taken)


class _Border:
    """The nodes next to those taken, a heap for every kind; the kinds take turns."""

    def __init__(self, around: Neighbours, kinds: Mapping[str, str]) -> None:
        """Start with nothing taken."""
        self.around, self.kinds = around, kinds
        self.taken: dict[str, None] = {}
        self.heaps: dict[str, list[tuple[int, str]]] = {kind: [] for kind in (*KINDS, "")}

    def take(self, iri: str) -> None:
        """Take a node, unless it is taken; its neighbours come to the border."""
        if iri in self.taken:
            return
        self.taken[iri] = None
        for other in sorted(self.around[iri]):
            entry = (-len(self.around[other]), other)
            heapq.heappush(self.heaps[self.kinds.get(other, "")], entry)

    def next(self) -> str | None:
        """Give the best node of the kind whose turn it is, or None where the border is empty."""
        for kind in list(self.heaps):
            self.heaps[kind] = heap = self.heaps.pop(kind)
            while heap:
                iri = heapq.heappop(heap)[1]
                if iri not in self.taken:
                    return iri
        return None


def within(around: Neighbours, start: str, hops: int) -> set[str]:
    """Give the nodes at most `hops` facts away from `start`."""
    reached = {start}
    rim = {start}
    for _ in range(hops):
        rim = {other for iri in rim for other in around[iri]} - reached
        reached |= rim
    return reached


def find(content: Content, name: str) -> str:
    """Find the node that is meant by an IRI, its end, or a name with or without accents."""
    from kg.text import unaccent

    wanted = set(unaccent(name).split())
    around = neighbours((node.iri for node in content.nodes), content.facts)
    found: list[tuple[int, int, str]] = []
    for node in content.nodes:
        if name == node.iri or node.iri.endswith(f"/{name}"):
            return node.iri
        words = [set(unaccent(label).split()) for label in (node.label, *node.also)]
        if wanted and any(wanted <= label for label in words):
            spare = min(len(label - wanted) for label in words if wanted <= label)
            found.append((spare, -len(around[node.iri]), node.iri))
    if not found:
        raise QueryError(f"nothing in the graph is called {name!r}: try fewer words of the name")
    return min(found)[2]


def choose(
    content: Content, focus: str | None, hops: int, limit: int | None, kinds: Collection[str] | None
) -> Content:
    """Keep the nodes of some kinds, near a focus (an IRI), at most `limit`, and their facts."""
    if unknown := sorted(set(kinds or ()) - set(KINDS)):
        raise UsageError(f"unknown kind {unknown[0]!r}: choose from {', '.join(KINDS)}")
    keep = {node.iri for node in content.nodes if not kinds or node.kind in kinds}
    if focus:
        keep.add(focus)
    around = neighbours(keep, (fact for fact in content.facts if _inside(fact, keep)))
    if focus:
        keep = within(around, focus, hops)
        around = {iri: around[iri] & keep for iri in keep}
    if limit is not None:
        keep = set(best_connected(around, limit, focus))
    return replace(
        content,
        nodes=tuple(node for node in content.nodes if node.iri in keep),
        facts=tuple(fact for fact in content.facts if _inside(fact, keep)),
    )


def _inside(fact: Fact, keep: set[str]) -> bool:
    """Tell whether both ends of a fact are kept."""
    return fact.source in keep and (fact.target is None or fact.target in keep)
