"""Where the characters of a text stood in the original that it was made of.

A text that was decoded, composed, or joined from the cells of a table keeps a list of runs
(`kg.model.Run`). Runs follow each other by `start`, the first starts at 0, the last reaches to
the end; no run at all says that the text is the original.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator

from kg.model import Offsets, Run, Span

__all__ = ["Offsets", "Run", "original", "through", "traced"]


def original(offsets: Offsets, span: Span) -> Span | None:
    """The stretch of the original that a stretch of the text was made of.

    It reaches from the first to the last character that has a place; None where none has. An
    empty stretch gives the empty stretch before its character.
    """
    if not offsets:
        return span
    first = _index(offsets, span.start)
    found = list(_stretches(offsets, first, span))
    if not found:
        return None
    start = min(start for start, _ in found)
    return Span(start, start if span.start == span.end else max(end for _, end in found))


def _index(offsets: Offsets, place: int) -> int:
    """Which run holds a character."""
    return max(0, bisect_right(offsets, place, key=lambda run: run.start) - 1)


def _stretches(offsets: Offsets, first: int, span: Span) -> Iterator[tuple[int, int]]:
    """What each run of a span has in the original, from the run `first` on."""
    for index in range(first, len(offsets)):
        run = offsets[index]
        begin = max(span.start, run.start)
        if begin > span.start and begin >= span.end:
            return
        if run.origin is None:
            continue
        end = span.end if index + 1 == len(offsets) else min(span.end, offsets[index + 1].start)
        origin = run.origin + (begin - run.start) * run.width
        yield origin, origin + (max(end, begin) - begin) * run.width


def traced(pieces: Iterable[tuple[str, int | None, int]]) -> tuple[str, Offsets]:
    """A text joined from pieces, each with its origin and the width of its characters there.

    The offsets are () where every character stands where it stood.
    """
    texts: list[str] = []
    runs: list[Run] = []
    start = 0
    for piece, origin, width in pieces:
        if piece:
            _add(runs, Run(start, origin, 1 if origin is None else width))
            texts.append(piece)
            start += len(piece)
    return "".join(texts), () if runs == [Run(0, 0)] else tuple(runs)


def _add(runs: list[Run], run: Run) -> None:
    """Append a run, unless the last one continues with it."""
    if runs:
        last = runs[-1]
        if last.origin is None or run.origin is None:
            if last.origin is run.origin:
                return
        elif last.width == run.width:
            if last.origin + (run.start - last.start) * last.width == run.origin:
                return
    runs.append(run)


def through(inner: Offsets, outer: Offsets) -> Offsets:
    """The offsets from a text to the original, over a middle text.

    Args:
        inner: from the text to the middle.
        outer: from the middle to the original.

    """
    if not inner or not outer:
        return inner or outer
    runs: list[Run] = []
    for index, run in enumerate(inner):
        length = inner[index + 1].start - run.start if index + 1 < len(inner) else None
        for found in _over(run, length, outer):
            _add(runs, found)
    return () if runs == [Run(0, 0)] else tuple(runs)


def _over(run: Run, length: int | None, outer: Offsets) -> Iterator[Run]:
    """What a run of the text becomes when its places are looked up; `length` None: to the end."""
    if run.origin is None:
        yield run
        return
    done = 0
    index = _index(outer, run.origin)
    while length is None or done < length:
        place = run.origin + done * run.width
        while index + 1 < len(outer) and outer[index + 1].start <= place:
            index += 1
        there = outer[index]
        last = index + 1 == len(outer)
        room = None if last else (outer[index + 1].start - place) // run.width
        if room == 0:  # one character, made of what lies in several runs
            found = original(outer, Span(place, place + run.width))
            origin, width = (found.start, found.end - found.start) if found else (None, 1)
            yield Run(run.start + done, origin, width)
            done += 1
            continue
        yield _moved(run.start + done, there, place, run.width)
        if room is None:
            return
        done += room


def _moved(start: int, there: Run, place: int, width: int) -> Run:
    """A run at `start` whose characters are `width` in the middle, from `place` in a run there."""
    if there.origin is None:
        return Run(start, None)
    return Run(start, there.origin + (place - there.start) * there.width, width * there.width)
