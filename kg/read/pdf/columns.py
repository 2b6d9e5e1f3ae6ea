"""The order in which the columns of a page are read."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from kg.read.pdf.words import Line, rows_of

_NARROWEST_GUTTER = 0.8
_NARROWEST_COLUMN = 10
"""Both in sizes of the letters."""
_WIDE_GAP = 3
"""So many sizes of the letters between two rows part what stands above from what stands below."""
_HEAD = 6
"""So many rows side by side at the top of the first page may be the heads of two offices."""
_HEADLINE = 1.15
"""A line of so many times the usual size is a headline."""
_MOST = 1000
"""More rows than this on a page are no columns of text."""

Rows = list[list[Line]]
Zone = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Block:
    """Rows from top to bottom, the edges of what they stand in, and whether that is a column."""

    rows: tuple[tuple[Line, ...], ...]
    left: float
    right: float
    is_column: bool


def blocks_of(rows: Rows, is_first: bool) -> list[Block]:
    """The blocks of a page in reading order: columns from left to right, between what is wider."""
    if not rows:
        return []
    if len(rows) > _MOST:
        return list(_plain(rows, rows[0][0].left, rows[0][-1].right))
    left = min(row[0].left for row in rows)
    right = max(line.right for row in rows for line in row)
    headline = _HEADLINE * _usual_size(rows)
    found: list[Block] = []
    plain: Rows = []
    at = 0
    while at < len(rows):
        is_headline = len(rows[at]) == 1 and rows[at][0].size >= headline
        may_be_head = is_first and not found
        count, columns = (1, []) if is_headline else _columns(rows[at:], (left, right), may_be_head)
        if columns:
            found += [*_plain(plain, left, right), *map(_block, columns)]
            plain = []
        else:
            plain.append(rows[at])
        at += count
    return [*found, *_plain(plain, left, right)]


def _is_above(row: Sequence[Line], plain: Rows, edges: Zone) -> bool:
    """Whether a headline stands above columns: in the middle, or as the rest of a wide one."""
    if len(row) > 1:
        return False
    left, right = row[0].left - edges[0], edges[1] - row[0].right
    above = plain[-1][0] if plain else None
    goes_on = above is not None and 0 < row[0].base - above.base < 2 * above.size == 2 * row[0].size
    return goes_on or abs(left - right) < 2 * row[0].size


def _columns(rows: Rows, edges: Zone, may_be_head: bool) -> tuple[int, list[Rows]]:
    """How many of the first rows stand in columns, and these; the first alone, and none."""
    count, gutters = _band(rows, *edges)
    part = rows[:count]
    columns = _split(part, [zone for zone in gutters if _parts(part, zone)])
    if columns and (_is_text(columns) or (may_be_head and _is_head(part, columns))):
        return count, columns
    return 1, []


def _usual_size(rows: Rows) -> float:
    """The size of most letters of a page."""
    weights = Counter[float]()
    for row in rows:
        for line in row:
            weights[line.size] += len(line.text)
    return max(weights, key=lambda size: (weights[size], size))


def _band(rows: Rows, left: float, right: float) -> tuple[int, list[Zone]]:
    """How many rows from the first leave the same gutters free, and these gutters."""
    free = _zones(rows[0], left, right)
    count = 1
    for before, row in pairwise(rows):
        if row[0].base - before[0].base > _WIDE_GAP * row[0].size:
            break
        common = _common(free, _zones(row, left, right), _least(row))
        if not _inner(rows[:count], common) and (_inner(rows[:count], free) or not common):
            break
        free = common
        count += 1
    return count, _inner(rows[:count], free)


def _zones(row: Sequence[Line], left: float, right: float) -> list[Zone]:
    """What a row leaves free between the edges of the page."""
    found = []
    last = left
    for line in row:
        found.append((last, line.left))
        last = max(last, line.right)
    found.append((last, right))
    return [(a, b) for a, b in found if b - a >= _least(row)]


def _least(row: Sequence[Line]) -> float:
    return _NARROWEST_GUTTER * min(line.size for line in row)


def _common(some: Sequence[Zone], others: Sequence[Zone], least: float) -> list[Zone]:
    both = ((max(a, c), min(b, d)) for a, b in some for c, d in others)
    return [(a, b) for a, b in both if b - a >= least]


def _inner(rows: Rows, zones: Sequence[Zone]) -> list[Zone]:
    """The zones that have text on both sides."""
    return [
        (a, b)
        for a, b in zones
        if any(row[0].right <= a + 1 for row in rows) and any(row[-1].left >= b - 1 for row in rows)
    ]


def _split(rows: Rows, gutters: Sequence[Zone]) -> list[Rows]:
    """The rows as columns, parted in the middle of the gutters."""
    if not gutters:
        return []
    middles = [(a + b) / 2 for a, b in sorted(gutters)]
    columns: list[list[Line]] = [[] for _ in range(len(middles) + 1)]
    for row in rows:
        for line in row:
            columns[sum(middle < line.left for middle in middles)].append(line)
    return [rows_of(column) for column in columns if column]


def _parts(rows: Rows, gutter: Zone) -> bool:
    """Whether what stands on either side is wide enough for text."""
    sides = _split(rows, [gutter])
    return len(sides) == 2 and all(map(_is_wide, sides))


def _is_text(columns: Sequence[Rows]) -> bool:
    """Whether columns are read one after the other, not as a table is, row by row.

    Text that runs on has lines that begin with a small letter and fill the column.
    """
    lines = [line for rows in columns for row in rows for line in row]
    small = sum(line.text[:1].islower() for line in lines)
    return len(lines) > len(columns) and 5 * small >= len(lines)


def _is_head(rows: Rows, columns: Sequence[Rows]) -> bool:
    """Whether two columns are the name of an office and the motto, both in capitals."""
    return (
        len(columns) == 2
        and len(rows) <= _HEAD
        and all(len(row) <= 2 for row in rows)
        and all(column[0][0].text.isupper() for column in columns)
    )


def _is_wide(rows: Rows) -> bool:
    block = _block(rows)
    size = median(line.size for row in rows for line in row)
    return block.right - block.left >= _NARROWEST_COLUMN * size


def _block(rows: Rows) -> Block:
    left = min(row[0].left for row in rows)
    right = max(line.right for row in rows for line in row)
    return Block(tuple(map(tuple, rows)), left, right, is_column=True)


def _plain(rows: Rows, left: float, right: float) -> Iterator[Block]:
    if rows:
        yield Block(tuple(map(tuple, rows)), left, right, is_column=False)
