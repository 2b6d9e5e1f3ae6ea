"""A seat answers whatever becomes of its worker, and is ready for the next job."""

import os
import signal
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from kg.errors import AmbiguousError, KgError, OversizeError, QueryError, RefusedError, UsageError
from kg.graph import Store
from kg.serve import Limits
from kg.serve.exchange import Handler, Reply, Request, rejected, sentence
from kg.serve.seat import Job, Seat

ERRORS: dict[str, tuple[KgError, int]] = {
    "refused": (RefusedError("why"), 403),
    "oversize": (OversizeError("why"), 507),
    "ambiguous": (AmbiguousError("why"), 400),
    "usage": (UsageError("why"), 400),
    "query": (QueryError("why"), 400),
}


def names(_: Store, request: Request) -> Reply:
    return sentence(200, request.path)


def fail(store: Store, request: Request) -> Reply:
    if request.path in ERRORS:
        raise ERRORS[request.path][0]
    if request.path == "rejected":
        raise rejected(418, "why", ("X-Why", "so"))
    if request.path == "path":
        raise QueryError(f"{store.path} is bad")
    raise ZeroDivisionError(str(store.path))


def grow(_: Store, __: Request) -> Reply:
    return sentence(200, str(len([bytes(2**20) for _ in range(10_000)])))


def swell(_: Store, __: Request) -> Reply:
    return sentence(200, f"{os.getpid()} {len([b'x' * (2**20 + n) for n in range(80)])}")


def large(_: Store, request: Request) -> Reply:
    return Reply(200, bytes(request.limits.bytes + 1))


def crash(_: Store, __: Request) -> Reply:
    os.kill(os.getpid(), signal.SIGSEGV)
    return sentence(200, "not reached")


def dig(store: Store, request: Request) -> Reply:
    return dig(store, request)


def wait(_: Store, __: Request) -> Reply:
    time.sleep(60)
    return sentence(200, "late")


def process(_: Store, __: Request) -> Reply:
    return sentence(200, str(os.getpid()))


LIMITS = Limits(seconds=1.0, megabytes=128, bytes=1000)


@pytest.fixture(scope="module")
def seat(graph_to_serve: Path) -> Iterator[Seat]:
    made = Seat(graph_to_serve, LIMITS, 0)
    made.start()
    yield made
    made.close()
    made.end()


def run(seat: Seat, handler: Handler, path: str = "x") -> Reply:
    return seat.run(Job(handler, Request(path, limits=LIMITS)))


@pytest.mark.parametrize("name", ERRORS)
def test_each_error_has_its_status(seat: Seat, name: str) -> None:
    assert run(seat, fail, name) == sentence(ERRORS[name][1], "why")


def test_a_handler_can_say_how_it_ends(seat: Seat) -> None:
    assert run(seat, fail, "rejected") == sentence(418, "why", ("X-Why", "so"))


@pytest.mark.parametrize(("path", "status"), [("path", 400), ("else", 500)])
def test_no_path_of_this_machine_is_told(
    seat: Seat, graph_to_serve: Path, path: str, status: int
) -> None:
    reply = run(seat, fail, path)
    assert reply.status == status
    assert str(graph_to_serve).encode() not in reply.body


@pytest.mark.parametrize(
    ("handler", "status"),
    [(grow, 507), (large, 507), (crash, 507), (dig, 400), (wait, 504)],
)
def test_what_takes_too_much_ends_and_the_next_is_answered(
    seat: Seat, handler: Handler, status: int
) -> None:
    reply = run(seat, handler)
    assert reply.status == status
    assert reply.body.strip()
    assert run(seat, names, "next") == sentence(200, "next")


def test_a_worker_that_is_gone_while_it_waits_is_replaced(seat: Seat) -> None:
    os.kill(int(run(seat, process).body), signal.SIGKILL)
    time.sleep(0.2)
    assert run(seat, names, "next") == sentence(200, "next")


def test_a_worker_that_once_was_large_is_replaced(seat: Seat) -> None:
    reply = run(seat, swell)
    assert reply.status == 200
    assert run(seat, process).body.split()[0] != reply.body.split()[0]


def test_a_dropped_job_ends_at_once(seat: Seat) -> None:
    job = Job(wait, Request("x", limits=LIMITS))
    timer = threading.Timer(0.2, seat.drop, [job])
    timer.start()
    start = time.monotonic()
    assert seat.run(job).status == 499
    assert time.monotonic() - start < 0.9
    timer.join()
    seat.drop(job)  # too late, and of no harm
    assert run(seat, names, "next") == sentence(200, "next")
    assert seat.run(job).status == 499


def test_a_graph_that_is_gone_is_no_longer_answered(tmp_path: Path) -> None:
    seat = Seat(tmp_path / "none.kg", LIMITS, 0)
    seat.start()
    reply = run(seat, names)
    seat.end()
    assert reply.status == 503
    assert dict(reply.headers)["Retry-After"]
    assert str(tmp_path).encode() not in reply.body
