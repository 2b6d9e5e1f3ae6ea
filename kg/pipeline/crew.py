"""Processes that share one kind of work: results in the order of the tasks, never many at once.

A worker that dies, of memory or of a library's fault, costs its task and is replaced. No more
tasks are taken than the workers have in hand, so memory does not grow with their number.
"""

import multiprocessing
import queue
import sys
import threading
import warnings
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import Any, Generic, TypeVar

Task = TypeVar("Task")
Result = TypeVar("Result")

_IN_HAND = 2
"""Tasks that a worker has: one that it does, and one that it need not wait for."""
_AHEAD = 4
"""How many results for each worker may wait for one that comes before them."""


class Died(Exception):  # noqa: N818 - it is a result, and seldom raised
    """A worker ended in the midst of a task, and did not say why."""


@dataclass
class _Worker:
    """A process, the pipe to it, and the numbers of the tasks that it has, in their order."""

    process: BaseProcess
    pipe: "Connection[Any, Any]"
    has: deque[int] = field(default_factory=deque)


class Crew(Generic[Task, Result]):
    """Some processes that do `work`; a context, at whose end they are gone.

    `work` gets a task and gives its result; both go through pipes. What it raises ends the build.
    """

    def __init__(self, count: int, work: Callable[[Task], Result]) -> None:
        self._context = multiprocessing.get_context("fork" if sys.platform == "linux" else "spawn")
        self._work = work
        self._count = count
        self._workers: list[_Worker] = []

    def __enter__(self) -> "Crew[Task, Result]":
        try:
            with interrupts_held():
                for _ in range(self._count):
                    self._workers.append(self._hired())
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_: object) -> None:
        for worker in self._workers:
            worker.process.kill()
        for worker in self._workers:
            worker.process.join()
            worker.pipe.close()

    def map(self, tasks: Iterable[Task]) -> Iterator[tuple[Task, Result | Died]]:
        """Each task with its result, in the order of the tasks."""
        coming = enumerate(tasks)
        open_tasks: dict[int, Task] = {}
        results: dict[int, Result | Died] = {}
        following, more = 0, True
        while True:
            while following in results:
                yield open_tasks.pop(following), results.pop(following)
                following += 1
            while more and len(open_tasks) < _AHEAD * self._count and (free := self._free()):
                if (pair := next(coming, None)) is None:
                    more = False
                    break
                open_tasks[pair[0]] = pair[1]
                self._give(free, *pair)
            if not open_tasks:
                return
            if following not in results:
                self._wait(open_tasks, results)

    def _free(self) -> _Worker | None:
        least = min(self._workers, key=lambda worker: len(worker.has))
        return least if len(least.has) < _IN_HAND else None

    def _give(self, worker: _Worker, number: int, task: Task) -> None:
        worker.has.append(number)
        with suppress(OSError):  # one that has died is found when it is waited for
            worker.pipe.send(task)

    def _wait(self, open_tasks: dict[int, Task], results: dict[int, Result | Died]) -> None:
        """Take what workers have ready; at least one has."""
        ready = wait([worker.pipe for worker in self._workers])
        for worker in [w for w in self._workers if w.pipe in ready]:
            try:
                done, result = worker.pipe.recv()
            except (EOFError, OSError):
                self._replace(worker, open_tasks, results)
                continue
            if not done:
                raise result
            results[worker.has.popleft()] = result

    def _replace(
        self, worker: _Worker, open_tasks: dict[int, Task], results: dict[int, Result | Died]
    ) -> None:
        """Hire another in place of one that has died; it gets the tasks not begun."""
        worker.process.join()
        worker.pipe.close()
        with interrupts_held():
            fresh = self._hired()
        self._workers[self._workers.index(worker)] = fresh
        first, *rest = worker.has or [None]
        if first is not None:
            results[first] = Died()
        for number in rest:
            if number is not None:
                self._give(fresh, number, open_tasks[number])

    def _hired(self) -> _Worker:
        ours, theirs = self._context.Pipe()
        others = [worker.pipe for worker in self._workers]
        process = self._context.Process(  # type: ignore[attr-defined]
            target=_serve, args=(theirs, self._work, [ours, *others]), daemon=True
        )
        with warnings.catch_warnings():
            # The store's threads, which Python warns of, are not used in the new processes.
            warnings.simplefilter("ignore", DeprecationWarning)
            process.start()
        theirs.close()
        return _Worker(process, ours)


def _serve(
    pipe: "Connection[Any, Any]",
    work: Callable[[Any], Any],
    others: Iterable["Connection[Any, Any]"],
) -> None:
    """What a worker does, until its pipe ends, as it does when the other side is gone."""
    for other in others:  # else it would keep them open when the other side is gone
        other.close()
    tasks: queue.SimpleQueue[Any] = queue.SimpleQueue()
    end = object()

    def receive() -> None:
        # In a thread of its own, so that the other side never waits while work is done here.
        with suppress(EOFError, OSError):
            while True:
                tasks.put(pipe.recv())
        tasks.put(end)

    threading.Thread(target=receive, daemon=True).start()
    with suppress(OSError):
        while (task := tasks.get()) is not end:
            try:
                answer = True, work(task)
            except Exception as error:
                answer = False, error
            pipe.send(answer)


@contextmanager
def interrupts_held() -> Iterator[None]:
    """Leave Ctrl-C to this process, and until it has all workers, so that it ends them all.

    The workers have it masked from the first. Here a mask is not enough: the threads of the
    store have none, and take it for this one.
    """
    import signal

    if (
        not hasattr(signal, "pthread_sigmask")
        or threading.current_thread() is not threading.main_thread()
    ):
        yield
        return
    held: list[int] = []
    handler = signal.signal(signal.SIGINT, lambda number, _: held.append(number))
    mask = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, mask)
        signal.signal(signal.SIGINT, signal.SIG_DFL if handler is None else handler)
        if held:
            signal.raise_signal(signal.SIGINT)
