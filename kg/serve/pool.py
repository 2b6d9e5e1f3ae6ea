"""Workers for jobs: a job has its time, its memory and its turn, and harms no other."""

import asyncio
from collections.abc import Awaitable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from kg.serve.exchange import Handler, Reply, Request, sentence
from kg.serve.limits import Limits
from kg.serve.seat import ENDING, LEFT, Job, Seat
from kg.serve.turns import Turns


class Pool:
    """As many seats as there are workers, each with a thread that waits for its worker.

    `nice` steps (nice(2)) behind the server itself: what it computes never slows what it answers.
    """

    def __init__(self, graph: Path | str, limits: Limits, nice: int = 5) -> None:
        self._limits = limits
        self._seats = [Seat(graph, limits, nice) for _ in range(limits.workers)]
        self._turns = Turns(list(self._seats), limits.share, limits.waiting)
        self._is_closed = False
        self._threads = ThreadPoolExecutor(limits.workers, thread_name_prefix="seat")

    async def start(self) -> bool:
        """Start all workers; whether the network is shut in each. StoreError if one fails."""
        loop = asyncio.get_running_loop()
        starts = (loop.run_in_executor(self._threads, seat.start) for seat in self._seats)
        return all(await asyncio.gather(*starts))

    async def close(self) -> None:
        """End all workers; what runs is answered that the server stops."""
        self._is_closed = True
        for seat in self._seats:
            seat.close()
        await asyncio.to_thread(self._threads.shutdown)

    async def run(
        self, handler: Handler, request: Request, client: str, gone: Awaitable[None]
    ) -> Reply:
        """The reply of a handler run in a worker, or one that says why there is none.

        `gone` ends when the client has left; its job ends with that, and its turn is another's.
        """
        answer = asyncio.ensure_future(self._answer(Job(handler, request), client))
        leaving = asyncio.ensure_future(gone)
        try:
            await asyncio.wait((answer, leaving), return_when=asyncio.FIRST_COMPLETED)
            return await answer if answer.done() else LEFT
        finally:
            answer.cancel()
            leaving.cancel()

    async def _answer(self, job: Job, client: str) -> Reply:
        seat = await self._turns.take(client, self._limits.patience)
        if seat is None:
            return sentence(503, "All workers are busy; try again soon", ("Retry-After", "2"))
        if self._is_closed:
            return ENDING
        done = asyncio.get_running_loop().run_in_executor(self._threads, seat.run, job)
        done.add_done_callback(lambda _: self._turns.give_back(client, seat))
        try:
            return await asyncio.shield(done)
        except asyncio.CancelledError:
            seat.drop(job)
            raise
