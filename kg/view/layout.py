"""Where the nodes stand, computed once when the page is built, the same at every build."""

import math
from collections.abc import Iterable, Mapping

from kg.view.part import Neighbours, best_connected

Places = Mapping[str, tuple[float, float]]

SPRING = 499  # networkx's spring layout needs scipy from 500 nodes on
STEP = 130.0  # pixels that a node with its label takes
TURN = math.pi * (3 - math.sqrt(5))  # the golden angle: no two nodes in one direction


def layout(around: Neighbours) -> dict[str, tuple[int, int]]:
    """Place all nodes in whole pixels: every connected part by itself, the parts in rows."""
    parts = [_place(part, around) for part in _parts(around)]
    placed = _pack(parts)
    return {iri: (round(x), round(y)) for iri, (x, y) in sorted(placed.items())}


def _parts(around: Neighbours) -> list[list[str]]:
    """Split into connected parts, the largest first, every part's nodes in order."""
    left, parts = dict.fromkeys(sorted(around)), []
    while left:
        part, rim = set(), [next(iter(left))]
        while rim:
            iri = rim.pop()
            if iri not in part:
                part.add(iri)
                rim.extend(around[iri] - part)
        for iri in part:
            del left[iri]
        parts.append(sorted(part))
    return sorted(parts, key=lambda part: (-len(part), part[0]))


def _place(part: list[str], around: Neighbours) -> Places:
    """Place a connected part: its core by springs, the rest around their best neighbour."""
    order = best_connected({iri: around[iri] for iri in part}, len(part))
    places = dict(_spring(order[:SPRING], around))
    turns: dict[str, int] = {}
    for iri in order[SPRING:]:
        host = min(around[iri] & places.keys(), key=lambda other: (-len(around[other]), other))
        turns[host] = turns.get(host, 0) + 1
        places[iri] = _around(places[host], turns[host])
    return places


def _spring(core: Iterable[str], around: Neighbours) -> Places:
    """Place nodes by networkx's spring layout from a fixed seed."""
    import networkx as nx

    graph = nx.Graph()
    graph.add_nodes_from(sorted(core))
    inside = [(iri, other) for iri in graph for other in sorted(around[iri]) if other in graph]
    graph.add_edges_from((iri, other) for iri, other in inside if iri < other)
    count = graph.number_of_nodes()
    scale = STEP * math.sqrt(count) * 0.75
    found = nx.spring_layout(graph, seed=7, iterations=80, k=1.6 / math.sqrt(count), scale=scale)
    return {iri: (1.3 * float(x), float(y)) for iri, (x, y) in found.items()}


def _around(host: tuple[float, float], turn: int) -> tuple[float, float]:
    """Give the place of the nth node on the spiral around its host."""
    radius, angle = STEP * math.sqrt(turn), TURN * turn
    return host[0] + radius * math.cos(angle), host[1] + radius * math.sin(angle)


def _pack(parts: list[Places]) -> dict[str, tuple[float, float]]:
    """Set the parts in rows like words on a page about as wide as all of them are high."""
    boxes = [_box(part) for part in parts]
    area = sum((right - left + STEP) * (low - top + STEP) for left, top, right, low in boxes)
    width = 1.5 * math.sqrt(area)
    placed: dict[str, tuple[float, float]] = {}
    x = y = height = 0.0
    for part, (left, top, right, low) in zip(parts, boxes, strict=True):
        if x and x + right - left > width:
            x, y, height = 0.0, y + height, 0.0
        placed |= {iri: (px - left + x, py - top + y) for iri, (px, py) in part.items()}
        x += right - left + STEP * 1.3
        height = max(height, low - top + STEP)
    return placed


def _box(part: Places) -> tuple[float, float, float, float]:
    """Give the left, top, right and lower edge of a part."""
    xs, ys = [x for x, _ in part.values()], [y for _, y in part.values()]
    return min(xs), min(ys), max(xs), max(ys)
