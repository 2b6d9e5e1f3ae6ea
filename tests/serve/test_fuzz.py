"""The JSON interface against what schemathesis makes of its own description."""

import subprocess
import sys
from importlib.util import find_spec

import pytest

from tests.serve.running import Server


@pytest.mark.skipif(find_spec("schemathesis") is None, reason="schemathesis is not installed")
def test_the_interface_keeps_to_its_description(server: Server) -> None:
    """Made-up and misshapen requests are answered as the description says, none with a fault."""
    done = subprocess.run(
        [
            *(sys.executable, "-m", "schemathesis.cli", "run", f"{server.url}/openapi.json"),
            *("--checks", "all", "--phases", "examples,coverage,fuzzing"),
            *("--max-examples", "10", "--seed", "1", "--no-color"),
        ],
        capture_output=True,
        text=True,
        check=False,
        cwd=server.graph.parent,
        timeout=200,
    )
    assert done.returncode == 0, done.stdout[-4000:]
    assert "No issues found" in done.stdout
