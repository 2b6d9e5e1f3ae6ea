"""Who is next: seats given to those who hold fewest, in the order they come, up to a share."""

import asyncio
from collections import Counter
from typing import Generic, TypeVar

T = TypeVar("T")


class Turns(Generic[T]):
    """A few things that clients take and give back, all within one event loop."""

    def __init__(self, things: list[T], share: int, waiting: int) -> None:
        self._free = things
        self._share = share
        self._most_waiting = waiting
        self._held: Counter[str] = Counter()
        self._queue: list[tuple[str, asyncio.Future[T | None]]] = []

    async def take(self, client: str, seconds: float) -> T | None:
        """One of the things, or None if none can be had in that time or too many wait."""
        if self._free and self._held[client] < self._share:
            return self._hand_out(client)
        if not self._has_place(client):
            return None
        ticket: asyncio.Future[T | None] = asyncio.get_running_loop().create_future()
        place = (client, ticket)
        self._queue.append(place)
        try:
            await asyncio.wait([ticket], timeout=seconds)
        except asyncio.CancelledError:
            if ticket.done() and (thing := ticket.result()) is not None:
                self.give_back(client, thing)
            raise
        finally:
            if place in self._queue:
                self._queue.remove(place)
        return ticket.result() if ticket.done() else None

    def give_back(self, client: str, thing: T) -> None:
        """Put a thing back, for the first in the queue of those who hold fewest."""
        self._free.append(thing)
        self._held[client] -= 1
        if not self._held[client]:
            del self._held[client]
        able = [place for place in self._queue if self._held[place[0]] < self._share]
        if able:
            waiting, ticket = place = min(able, key=lambda place: self._held[place[0]])
            self._queue.remove(place)
            ticket.set_result(self._hand_out(waiting))

    def _has_place(self, client: str) -> bool:
        """Whether the queue has a place: a full one makes it, at the cost of who has most there."""
        waiting = Counter(name for name, _ in self._queue)
        if waiting[client] > self._most_waiting // 2:
            return False
        if len(self._queue) < self._most_waiting:
            return True
        greedy, number = waiting.most_common(1)[0] if waiting else (client, 0)
        if number <= waiting[client] + 1:
            return False
        last = next(place for place in reversed(self._queue) if place[0] == greedy)
        self._queue.remove(last)
        last[1].set_result(None)
        return True

    def _hand_out(self, client: str) -> T:
        self._held[client] += 1
        return self._free.pop()
