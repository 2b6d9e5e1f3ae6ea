"""Processes that share work: in order, a few tasks at a time, and one that dies costs one task."""

import os
import signal
import sys
import time
from collections.abc import Iterator

import pytest

from kg.pipeline import bounds, work
from kg.pipeline.bounds import Late, bounded
from kg.pipeline.crew import Crew, Died
from kg.read import Document

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="what is tested starts by fork")


def slow_when_even(number: int) -> int:
    time.sleep(0.01 * (number % 2 == 0))
    return number * number


def test_results_come_in_the_order_of_the_tasks() -> None:
    with Crew(3, slow_when_even) as crew:
        assert list(crew.map(range(40))) == [(n, n * n) for n in range(40)]
        assert list(crew.map([7])) == [(7, 49)], "it can be used again"


def test_no_more_tasks_are_taken_than_are_worked_on() -> None:
    taken = 0

    def tasks() -> Iterator[int]:
        nonlocal taken
        while taken < 1000:
            taken += 1
            yield taken

    with Crew(2, slow_when_even) as crew:
        results = crew.map(tasks())
        for _ in range(10):
            next(results)
        assert taken < 25


def dies_at_three(number: int) -> int:
    if number == 3:
        os.kill(os.getpid(), signal.SIGKILL)
    return number


def test_a_worker_that_dies_costs_its_task_alone() -> None:
    with Crew(2, dies_at_three) as crew:
        results = dict(crew.map(range(9)))
    assert isinstance(results.pop(3), Died)
    assert results == {n: n for n in range(9) if n != 3}


def fails(number: int) -> int:
    raise ZeroDivisionError(number)


def test_what_the_work_raises_is_raised_here() -> None:
    with Crew(2, fails) as crew, pytest.raises(ZeroDivisionError):
        list(crew.map(range(3)))


def test_what_takes_too_long_is_interrupted() -> None:
    before = signal.getsignal(signal.SIGALRM)
    with pytest.raises(Late), bounded(0.05):
        time.sleep(5)
    assert signal.getsignal(signal.SIGALRM) == before


def document(name: str) -> Document:
    return Document(name, f"{name}.x", ".x", b"")


def read_badly(one: Document) -> work.Read | str:
    if one.name == "hangs":
        signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGALRM})
        while True:
            time.sleep(1)
    if one.name == "grows":
        try:
            bytearray(bounds._MEMORY + 2**30)
        except MemoryError:
            return "too much"
    if one.name == "dies":
        os._exit(1)
    return work.Read(one.name, "{}", ())


def test_documents_that_hang_grow_or_kill_are_rows(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(work, "read_document", read_badly)
    monkeypatch.setattr(bounds, "SECONDS", 0.2)
    monkeypatch.setattr(bounds, "_GRACE", 0.2)
    names = ["good", "hangs", "fine", "grows", "dies", "last"]
    told = [outcome for _, outcome in work.read_documents(map(document, names), 1)]
    died = "stopped the process that read it (too much memory, or a fault of a library)"
    assert [one if isinstance(one, str) else one.name for one in told] == [
        "good", died, "fine", "too much", died, "last",
    ]  # fmt: skip
