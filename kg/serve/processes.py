"""How worker processes begin and end."""

import multiprocessing
import sys
from dataclasses import dataclass
from functools import cache
from multiprocessing.connection import Connection
from multiprocessing.context import ForkServerContext, SpawnContext
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any

from kg.serve.limits import Limits
from kg.serve.worker import work

_MAIN = "kg.cli"  # a worker first imports its caller's main module, which is often this one
_LOADED = (_MAIN, "kg.serve.routes", "kg.serve.worker", "rdflib.plugins.sparql.parser")


@dataclass(frozen=True, slots=True)
class Worker:
    """A process, and the pipe by which it takes jobs; it ends when the pipe closes."""

    process: BaseProcess
    pipe: "Connection[Any, Any]"

    def end(self) -> None:
        """Kill the process and wait until it is gone."""
        self.process.kill()
        self.pipe.close()
        self.process.join()
        self.process.close()


def begin(graph: Path | str, limits: Limits, nice: int) -> Worker:
    """Start a process that will say, as the first thing by its pipe, whether it has no network."""
    context = _context()
    ours, theirs = context.Pipe()
    process = context.Process(target=work, args=(theirs, graph, limits, nice), daemon=True)
    process.start()
    theirs.close()
    return Worker(process, ours)


@cache
def _context() -> ForkServerContext | SpawnContext:
    """How workers are started: as copies of a small server process that has all loaded.

    It has no threads, so to copy it is safe and takes milliseconds.
    """
    if "forkserver" not in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(
        [name for name in _LOADED if name != _MAIN or name in sys.modules]
    )
    return context
