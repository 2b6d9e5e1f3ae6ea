"""Who is next: seats given to clients in the order they come, to none more than its share."""

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
        self._queue: list[tuple[str, asyncio.Future[T]]] = []

    async def take(self, client: str, seconds: float) -> T | None:
        """One of the things, or None if none can be had in that time or too many wait."""
        if self._free and self._held[client] < self._share:
            return self._hand_out(client)
        if self._is_full(client):
            return None
        ticket: asyncio.Future[T] = asyncio.get_running_loop().create_future()
        place = (client, ticket)
        self._queue.append(place)
        try:
            await asyncio.wait([ticket], timeout=seconds)
        except asyncio.CancelledError:
            if ticket.done():
                self.give_back(client, ticket.result())
            raise
        finally:
            if place in self._queue:
                self._queue.remove(place)
        return ticket.result() if ticket.done() else None

    def give_back(self, client: str, thing: T) -> None:
        """Put a thing back, for the first in the queue who may have it."""
        self._free.append(thing)
        self._held[client] -= 1
        if not self._held[client]:
            del self._held[client]
        for place in self._queue:
            waiting, ticket = place
            if self._held[waiting] < self._share:
                self._queue.remove(place)
                ticket.set_result(self._hand_out(waiting))
                return

    def _is_full(self, client: str) -> bool:
        """Whether the queue has no place left, or none for one who has half of it already."""
        mine = sum(1 for waiting, _ in self._queue if waiting == client)
        return len(self._queue) >= self._most_waiting or mine > self._most_waiting // 2

    def _hand_out(self, client: str) -> T:
        self._held[client] += 1
        return self._free.pop()
