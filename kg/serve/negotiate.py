"""The media type that suits a client best, by its Accept header (RFC 9110, 12.5.1)."""

from collections.abc import Sequence


def choose(accept: str, offered: Sequence[str]) -> str | None:
    """The offered type that the header likes best, the first of equals; None if it likes none.

    A range that names a type more closely counts before one that does so less.
    """
    if not accept.strip():
        return offered[0]
    wanted = ranges(accept)
    liked = [(quality(wanted, name), name) for name in offered]
    best, name = max(liked, key=lambda pair: pair[0])
    return name if best > 0 else None


def ranges(header: str) -> list[tuple[str, float]]:
    """The ranges of a header, each with its weight."""
    return [_range(part) for part in header.split(",")[:100] if part.strip()]


def quality(ranges: Sequence[tuple[str, float]], name: str) -> float:
    """How much the ranges like a type, from 0 (not at all) to 1."""
    whole, group = name, f"{name.partition('/')[0]}/*"
    for wanted in (whole, group, "*/*"):
        found = [q for pattern, q in ranges if pattern == wanted]
        if found:
            return max(found)
    return 0


def _range(part: str) -> tuple[str, float]:
    """A media range and its weight; a weight that is none is 1, as of a careless client."""
    pattern, *parameters = (piece.strip().lower() for piece in part.split(";"))
    for parameter in parameters:
        name, _, value = parameter.partition("=")
        if name.strip() == "q":
            try:
                weight = float(value)
            except ValueError:
                weight = 1.0
            return pattern, weight if 0 <= weight <= 1 else 1.0
    return pattern, 1.0
