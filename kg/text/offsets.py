"""Where the characters of a text stood in the one that it was made of."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from typing import TypeAlias

from kg.model import Run, Span

Offsets: TypeAlias = tuple[Run, ...]
"""Runs by where they start in the text; none if the text is the original."""


def original(offsets: Offsets, span: Span) -> Span | None:
    """The stretch of the original that a stretch of the text was made of.

    It is None if a part of the stretch stands nowhere in the original, or if it is empty.
    """
    if not offsets:
        return span
    if span.start >= span.end:
        return None
    starts = [run.start for run in offsets]
    first, last = (_place(offsets, starts, i) for i in (span.start, span.end - 1))
    if first is None or last is None:
        return None
    low, high = min(first.start, last.start), max(first.end, last.end)
    return Span(low, high)


def _place(offsets: Offsets, starts: list[int], index: int) -> Span | None:
    """Where one character of the text stands in the original."""
    at = bisect_right(starts, index) - 1
    if at < 0 or (origin := offsets[at].origin) is None:
        return None
    start = origin + (index - offsets[at].start) * offsets[at].width
    return Span(start, start + offsets[at].width)


def traced(pieces: Iterable[tuple[str, int | None, int]]) -> tuple[str, Offsets]:
    """Pieces of a text joined, each given with its origin and the width of its characters."""
    texts: list[str] = []
    runs: list[Run] = []
    length = 0
    for piece, origin, width in pieces:
        if piece:
            texts.append(piece)
            runs.append(Run(length, origin, width))
            length += len(piece)
    return "".join(texts), joined(runs)


def joined(runs: Iterable[Run]) -> Offsets:
    """Runs without those that only go on with the one before; none if nothing moved."""
    found: list[Run] = []
    for run in runs:
        if not (found and _goes_on(found[-1], run)):
            found.append(run)
    return () if found == [Run(0, 0)] else tuple(found)


def _goes_on(before: Run, run: Run) -> bool:
    if before.width != run.width:
        return False
    if before.origin is None or run.origin is None:
        return before.origin == run.origin
    return before.origin + (run.start - before.start) * before.width == run.origin


def through(inner: Offsets, outer: Offsets) -> Offsets:
    """The offsets of a text made of a middle one (`inner`) that was made of an original (`outer`).

    A character that is several in the middle one leads to all of their places.
    """
    if not outer:
        return inner
    if not inner:
        return outer
    return joined(_through(inner, outer))


def _through(inner: Offsets, outer: Offsets) -> Iterator[Run]:
    starts = [run.start for run in outer]
    for run, following in zip(inner, (*inner[1:], None), strict=True):
        if run.origin is None:
            yield run
        elif run.width == 1:
            end = None if following is None else run.origin + following.start - run.start
            yield from _shifted(outer, starts, run, run.origin, end)
        else:
            count = 1 if following is None else following.start - run.start
            for i in range(count):
                whole = Span(run.origin + i * run.width, run.origin + (i + 1) * run.width)
                place = original(outer, whole)
                width = 1 if place is None else place.end - place.start
                yield Run(run.start + i, None if place is None else place.start, width)


def _shifted(
    outer: Offsets, starts: list[int], run: Run, begin: int, end: int | None
) -> Iterator[Run]:
    """The outer runs that a stretch of the middle text lies in, from where it stands above."""
    at = max(0, bisect_right(starts, begin) - 1)
    while at < len(outer) and (end is None or outer[at].start < end):
        part = outer[at]
        skipped = max(0, begin - part.start)
        origin = None if part.origin is None else part.origin + skipped * part.width
        yield Run(run.start + max(0, part.start - begin), origin, part.width)
        at += 1
