"""Which things belong together, from pairs that do."""

from collections import defaultdict
from collections.abc import Hashable, Iterable
from typing import Generic, TypeVar

T = TypeVar("T", bound=Hashable)


class Union(Generic[T]):
    """Disjoint sets that grow together (union-find)."""

    def __init__(self, things: Iterable[T]) -> None:
        self._above: dict[T, T] = {thing: thing for thing in things}

    def top(self, thing: T) -> T:
        """The thing that stands for the set of `thing`."""
        while self._above[thing] != thing:
            self._above[thing] = thing = self._above[self._above[thing]]
        return thing

    def join(self, one: T, other: T) -> None:
        """Put the sets of both together."""
        self._above[self.top(one)] = self.top(other)

    def sets(self) -> list[list[T]]:
        """The sets, each in the order in which the things were given."""
        found: dict[T, list[T]] = defaultdict(list)
        for thing in self._above:
            found[self.top(thing)].append(thing)
        return list(found.values())
