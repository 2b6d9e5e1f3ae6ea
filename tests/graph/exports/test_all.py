"""Every export: the same graph gives the same bytes, and nothing is empty."""

import io
from pathlib import Path

import pytest

from kg.graph import Store
from kg.graph.formats import FOLDERS, FORMATS
from tests.graph.exports.made import store


def files(name: str, graph: Store, folder: Path) -> dict[str, bytes]:
    """What an export writes, by file."""
    if name in FORMATS:
        output = io.BytesIO()
        FORMATS[name](graph, output)
        return {"": output.getvalue()}
    folder.mkdir()
    FOLDERS[name](graph, folder, None)
    return {path.name: path.read_bytes() for path in folder.iterdir()}


@pytest.mark.parametrize("name", [*FORMATS, *FOLDERS])
def test_the_order_of_the_quads_leaves_no_trace(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    turned = Store.memory(reversed(list(store())))
    written = files(name, store(), tmp_path / "a")
    assert written == files(name, turned, tmp_path / "b")
    assert all(written.values())


@pytest.mark.parametrize("name", [*FORMATS, *FOLDERS])
def test_an_empty_graph_can_be_written(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    assert files(name, Store.memory(()), tmp_path / "a")
