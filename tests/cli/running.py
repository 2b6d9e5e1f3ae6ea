"""Running `kg` in this process."""

import io
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from unittest.mock import patch

from kg.cli import main


@dataclass(frozen=True)
class Done:
    """What a command gave."""

    code: int
    out: str
    err: str


def kg(*arguments: object) -> Done:
    """Run `kg` with arguments; whatever goes wrong, there is no traceback."""
    out, err = io.StringIO(), io.StringIO()
    code: object = 0
    with (
        patch("sys.argv", ["kg", *map(str, arguments)]),
        redirect_stdout(out),
        redirect_stderr(err),
    ):
        try:
            main()
        except SystemExit as end:
            code = end.code or 0
    assert "Traceback" not in out.getvalue() + err.getvalue()
    return Done(int(str(code)), out.getvalue(), err.getvalue())
