"""Which part of the content a page carries, and which part it opens on."""

import heapq
import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace

from kg.errors import UsageError
from kg.query.questions import PARTIAL_DATE
from kg.view.content import KINDS, Content, Fact, Span, dated, time_of

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
        self.heaps: dict[str, list[tuple[int, str]]] = {kind: [] for kind in (*KINDS, "thing", "")}

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


def choose(
    content: Content,
    centre: Collection[str] = (),
    *,
    kinds: Collection[str] | None = None,
    since: str | None = None,
    until: str | None = None,
    limit: int | None = None,
) -> Content:
    """Keep the nodes of some kinds, what is told of some time, and at most `limit` nodes.

    `since` and `until` are a year, a month or a day, both included. Then nodes without a fact in
    that time are left out, but for directives and events of that time; and facts that tell no
    date, but for a body's place under another. What `limit` leaves out is counted in `left`.
    """
    if unknown := sorted(set(kinds or ()) - set(KINDS)):
        raise UsageError(f"unknown kind {unknown[0]!r}: choose from {', '.join(KINDS)}")
    _check(since, until)
    keep = {node.iri for node in content.nodes if not kinds or node.kind in kinds} | set(centre)
    content = _only(content, keep)
    if since or until:
        content = _in_time(content, since or "", until or "9999", set(centre))
    if limit is None or limit >= len(content.nodes):
        return content
    around = neighbours((node.iri for node in content.nodes), content.facts)
    start = next((iri for iri in centre if iri in around), None)
    keep = set(best_connected(around, limit, start))
    return replace(_only(content, keep), left=len(content.nodes) - len(keep))


def _check(since: str | None, until: str | None) -> None:
    """UsageError where one is no date, or the end comes before the beginning."""
    for date in (since, until):
        if date is not None and not re.fullmatch(PARTIAL_DATE, date):
            raise UsageError(f"{date!r} is no date: write 2023, 2023-06 or 2023-06-30")
    if since and until and _last_day(until) < since:
        raise UsageError(f"nothing can be told of a time from {since} until {until}")


def _only(content: Content, keep: set[str]) -> Content:
    """Keep some nodes and the facts among them."""
    return replace(
        content,
        nodes=tuple(node for node in content.nodes if node.iri in keep),
        facts=tuple(fact for fact in content.facts if keep.issuperset(fact.ends)),
    )


def _in_time(content: Content, since: str, until: str, centre: set[str]) -> Content:
    """Keep what is told of a time."""
    days = dated(content.nodes)
    inside = {iri for iri, span in days.items() if _meets(span, since, until)}
    facts, ends = [], set(centre)
    for fact in content.facts:
        span = time_of(fact, days)
        if span and _meets(span, since, until):
            facts.append(fact)
            ends.update(fact.ends)
        elif not span and fact.relation == "partOf":
            facts.append(fact)
    return _only(replace(content, facts=tuple(facts)), ends | inside)


def _meets(span: Span, since: str, until: str) -> bool:
    """Tell whether two times of years, months or days have a day in common."""
    first, last = span
    return _last_day(last) >= since and first <= _last_day(until)


def _last_day(date: str) -> str:
    """The last day of a year or month, in the order of texts."""
    return f"{date}-12-31" if len(date) == 4 else f"{date}-31"[:10]
