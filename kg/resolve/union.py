"""Which things belong together, from pairs that do and pairs that must not."""

from collections import defaultdict
from collections.abc import Hashable, Iterable
from typing import Generic, TypeVar

T = TypeVar("T", bound=Hashable)


class Union(Generic[T]):
    """Disjoint sets that grow together (union-find), but never over one of the pairs `apart`."""

    def __init__(self, things: Iterable[T], apart: Iterable[tuple[T, T]] = ()) -> None:
        self._above: dict[T, T] = {thing: thing for thing in things}
        self._apart = tuple(apart)

    def top(self, thing: T) -> T:
        """The thing that stands for the set of `thing`."""
        while self._above[thing] != thing:
            self._above[thing] = thing = self._above[self._above[thing]]
        return thing

    def join(self, one: T, other: T) -> bool:
        """Put the sets of both together, unless that is ruled out; whether they now are."""
        one, other = self.top(one), self.top(other)
        if one != other and any({self.top(a), self.top(b)} == {one, other} for a, b in self._apart):
            return False
        self._above[one] = other
        return True

    def sets(self) -> list[list[T]]:
        """The sets, each in the order in which the things were given."""
        found: dict[T, list[T]] = defaultdict(list)
        for thing in self._above:
            found[self.top(thing)].append(thing)
        return list(found.values())
