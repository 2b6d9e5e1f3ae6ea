"""What the benchmarks share: a plain table on the screen, and the same figures as JSON."""

import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any


def show(title: str, head: Sequence[str], rows: Sequence[Sequence[object]]) -> None:
    """Print a table, its first column to the left, all others to the right."""
    cells = [list(head), *([str(cell) for cell in row] for row in rows)]
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    sys.stdout.write(f"\n{title}\n")
    for first, *others in cells:
        right = (f"{cell:>{width}}" for cell, width in zip(others, widths[1:], strict=True))
        sys.stdout.write("  ".join((f"  {first:{widths[0]}}", *right)).rstrip() + "\n")
    sys.stdout.flush()


def save(path: Path | None, figures: dict[str, Any]) -> None:
    """Write figures as JSON, if a file is named."""
    if path:
        path.write_text(json.dumps(figures, ensure_ascii=False, indent=2) + "\n", "utf-8")
