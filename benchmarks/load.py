"""Many clients at a time: what they are answered, how soon, and what it costs the server."""

import asyncio
import random
import time
from collections import Counter
from collections.abc import Sequence
from statistics import median
from typing import Any

import httpx
from report import show


def load(address: str, requests: Sequence[str], clients: int, seconds: float) -> dict[str, Any]:
    """The figures of clients that each have an address of their own, and of clients of one."""
    figures = {}
    rows = []
    for name, apart in (("of many addresses", True), ("of one address", False)):
        found = asyncio.run(_run(address, requests, clients, seconds, apart))
        figures[name] = found
        statuses = ", ".join(f"{status}: {n}" for status, n in sorted(found["statuses"].items()))
        rows.append(
            (name, statuses, found["errors"], f"{found['rate']:.0f}",
             *(f"{found[key]:.0f}" for key in ("median", "p95", "most")))
        )  # fmt: skip
    head = (
        "clients",
        "answers by status",
        "other errors",
        "200s a s",
        "median ms",
        "p95 ms",
        "most ms",
    )
    show(f"{clients} clients for {seconds:g} s", head, rows)
    return figures


async def _run(
    address: str, requests: Sequence[str], clients: int, seconds: float, apart: bool
) -> dict[str, Any]:
    statuses: Counter[str] = Counter()
    taken: list[float] = []
    end = time.perf_counter() + seconds

    async def one(number: int) -> None:
        local = f"127.0.1.{number + 1}" if apart else "127.0.0.1"
        transport = httpx.AsyncHTTPTransport(local_address=local)
        lot = random.Random(number)
        async with httpx.AsyncClient(
            base_url=address, transport=transport, timeout=30, follow_redirects=True
        ) as client:
            while (start := time.perf_counter()) < end:
                try:
                    answer = await client.get(lot.choice(requests))
                except httpx.HTTPError as error:
                    statuses[type(error).__name__] += 1
                    continue
                statuses[str(answer.status_code)] += 1
                if answer.status_code == httpx.codes.OK:
                    taken.append((time.perf_counter() - start) * 1000)
                elif answer.status_code == httpx.codes.SERVICE_UNAVAILABLE:
                    assert answer.headers["Retry-After"]
                    await asyncio.sleep(0.5)

    await asyncio.gather(*(one(number) for number in range(clients)))
    taken.sort()
    errors = sum(n for status, n in statuses.items() if status not in ("200", "503"))
    return {
        "statuses": dict(statuses),
        "errors": errors,
        "rate": len(taken) / seconds,
        "median": median(taken),
        "p95": taken[int(len(taken) * 0.95)],
        "most": taken[-1],
    }
