"""Turns are given in order, and to none more than its share."""

import asyncio

from hypothesis import given
from hypothesis import strategies as st

from kg.serve.turns import Turns


def test_who_waited_first_is_first() -> None:
    async def scene() -> list[str]:
        turns, order = Turns(["seat"], 1, 5), []
        assert await turns.take("a", 1) == "seat"

        async def wait(client: str) -> None:
            assert await turns.take(client, 1) == "seat"
            order.append(client)
            turns.give_back(client, "seat")

        tasks = [asyncio.create_task(wait(client)) for client in "bcd"]
        await asyncio.sleep(0)
        turns.give_back("a", "seat")
        await asyncio.gather(*tasks)
        return order

    assert asyncio.run(scene()) == ["b", "c", "d"]


def test_who_has_its_share_is_passed_over() -> None:
    async def scene() -> None:
        turns = Turns([1, 2], 1, 5)
        first = await turns.take("a", 1)
        again = asyncio.create_task(turns.take("a", 1))
        other = asyncio.create_task(turns.take("b", 1))
        assert await other is not None
        assert not again.done()
        assert first is not None
        turns.give_back("a", first)
        assert await again == first

    asyncio.run(scene())


def test_a_queue_is_as_long_as_it_may_be_and_no_longer() -> None:
    async def scene() -> None:
        turns = Turns([1], 1, 1)
        await turns.take("a", 1)
        waiting = asyncio.create_task(turns.take("b", 0.05))
        await asyncio.sleep(0)
        assert await turns.take("c", 60) is None
        assert await waiting is None
        turns.give_back("a", 1)
        assert await turns.take("c", 1) == 1

    asyncio.run(scene())


def test_one_client_has_not_the_whole_queue() -> None:
    async def scene() -> None:
        turns = Turns([1], 1, 4)
        await turns.take("a", 1)
        waiting = [asyncio.create_task(turns.take("a", 0.05)) for _ in range(4)]
        await asyncio.sleep(0)
        assert [task.done() for task in waiting] == [False, False, False, True]
        other = asyncio.create_task(turns.take("b", 1))
        await asyncio.sleep(0)
        turns.give_back("a", 1)
        await asyncio.gather(*waiting)
        turns.give_back("a", 1)
        assert await other == 1

    asyncio.run(scene())


@given(st.lists(st.tuples(st.sampled_from("abc"), st.integers(0, 3)), max_size=30))
def test_whatever_happens_all_comes_back(steps: list[tuple[str, int]]) -> None:
    async def use(turns: Turns[int], client: str, ticks: int) -> None:
        thing = await turns.take(client, 60)
        if thing is not None:
            try:
                for _ in range(ticks):
                    await asyncio.sleep(0)
            finally:
                turns.give_back(client, thing)

    async def scene() -> None:
        turns = Turns([1, 2, 3], 2, 4)
        tasks = []
        for at, (client, ticks) in enumerate(steps):
            tasks.append(asyncio.create_task(use(turns, client, ticks)))
            await asyncio.sleep(0)
            if ticks == 3:
                tasks[at // 2].cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        assert sorted(turns._free) == [1, 2, 3]
        assert not turns._held
        assert not turns._queue

    asyncio.run(scene())
