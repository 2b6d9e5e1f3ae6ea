"""Measuring in processes of their own: the steps of `steps.py`, and `kg build` as it is called."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from statistics import median
from typing import Any, TypeAlias

Figures: TypeAlias = dict[str, Any]
HERE = Path(__file__).resolve().parent


def step(name: str, *arguments: object) -> Figures:
    """The figures of one step, taken in a process of its own."""
    command = [sys.executable, str(HERE / "steps.py"), name, *map(str, arguments)]
    done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True)
    figures: Figures = json.loads(done.stdout)
    return figures


def whole_process(paths: Iterable[Path], target: Path) -> Figures:
    """Seconds of `kg build` with one worker, from the start of its process to the end."""
    command = [sys.executable, "-m", "kg", "build", *map(str, paths), "-o", str(target), "-j", "1"]
    begin = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - begin
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)
    return {"wall_s": seconds, "cpu_s": usage.ru_utime + usage.ru_stime}


def over(runs: Sequence[Figures], function: Callable[[Iterable[float]], float] = median) -> Figures:
    """The wall and CPU seconds of several runs as one figure each, such as their median."""
    return {name: function([run[name] for run in runs]) for name in ("wall_s", "cpu_s")}


def digits(seconds: float) -> str:
    """Seconds with as many digits as tell something."""
    return f"{seconds:.1f}" if seconds >= 10 else f"{seconds:.3f}"
