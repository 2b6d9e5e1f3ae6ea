"""The notebook runs, and gives the answers that stand in it.

`python tests/examples/test_notebook.py` runs it and stores its answers.
"""

import sys
from pathlib import Path
from typing import Any

import pytest

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
NOTEBOOK = EXAMPLES / "who-held-what.ipynb"


def read() -> Any:
    """The notebook as it stands."""
    nbformat = pytest.importorskip("nbformat", reason="nbclient is not installed")
    return nbformat.read(NOTEBOOK, as_version=4)


def run(notebook: Any) -> Any:
    """The notebook with the answers of today; CellExecutionError if a cell fails."""
    nbclient = pytest.importorskip("nbclient", reason="nbclient is not installed")
    pytest.importorskip("ipykernel", reason="ipykernel is not installed")
    client = nbclient.NotebookClient(
        notebook, timeout=120, resources={"metadata": {"path": str(EXAMPLES)}}, record_timing=False
    )
    return client.execute()


def answers(notebook: Any) -> list[list[str]]:
    """What each cell of code shows, as plain text."""
    return [
        [output.get("text") or output["data"]["text/plain"] for output in cell.outputs]
        for cell in notebook.cells
        if cell.cell_type == "code"
    ]


@pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::ResourceWarning")
def test_the_notebook_gives_the_answers_that_stand_in_it() -> None:
    stored = answers(read())
    assert sum(map(len, stored)) > 10
    assert answers(run(read())) == stored


if __name__ == "__main__":
    import nbformat

    done = run(read())
    for cell in done.cells:
        cell.metadata = {}
    nbformat.write(done, NOTEBOOK)
    sys.stdout.write(f"{NOTEBOOK}\n")
