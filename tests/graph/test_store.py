"""Graphs on disk: made, opened, changed by one writer at a time, and never half."""

import io
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, Quad

from kg.errors import StoreError
from kg.graph import BASE, Store, Writer, writing
from kg.graph.loading import written_out

GRAPH = NamedNode(f"{BASE}article/a1")


def quad(value: str, graph: NamedNode = GRAPH) -> Quad:
    return Quad(graph, NamedNode("https://schema.org/headline"), Literal(value), graph)


def put(path: Path, *quads: Quad) -> None:
    """Make a graph of just these quads."""
    with writing(path, BASE) as writer:
        publish(writer, writer.rebuild([written_out(quads)]))


def publish(writer: Writer, store: str) -> None:
    """Let a generation of the store count."""
    with writer.publication():
        writer.name(store, "", "")


def dump(path: Path) -> bytes:
    out = io.BytesIO()
    Store.open(path).dump(out)
    return out.getvalue()


def test_a_graph_is_empty_until_something_is_published(tmp_path: Path) -> None:
    path = tmp_path / "x.kg"
    with writing(path, BASE):
        pass
    assert len(Store.open(path)) == 0


def test_an_update_replaces_and_drops_graphs(tmp_path: Path) -> None:
    path, other = tmp_path / "x.kg", NamedNode(f"{BASE}article/a2")
    put(path, quad("one"), quad("two", other))
    with writing(path, BASE) as writer:
        name = writer.update([(GRAPH, [quad("new")]), (other, [])])
        publish(writer, name)
    assert [q.object.value for q in Store.open(path)] == ["new"]


def test_readers_keep_what_they_opened(tmp_path: Path) -> None:
    path = tmp_path / "x.kg"
    put(path, quad("old"))
    store = Store.open(path)
    put(path, quad("new"))
    assert [q.object.value for q in store] == ["old"]
    assert [q.object.value for q in Store.open(path)] == ["new"]


@pytest.mark.skipif(sys.platform == "win32", reason="files that are open cannot be deleted there")
def test_what_is_read_stays_on_the_disk_until_nobody_reads_it(tmp_path: Path) -> None:
    path = tmp_path / "x.kg"
    put(path, *(quad(str(number)) for number in range(2000)))
    with Store.open(path) as store:
        for value in ("new", "newer"):
            put(path, quad(value))
        assert len(list(path.glob("store-*"))) == 2, "what is read, and the newest"
        assert len(store) == 2000
    with writing(path, None):
        pass
    assert len(list(path.glob("store-*"))) == 1


def test_a_change_that_fails_leaves_the_graph_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "x.kg"
    put(path, quad("old"))

    def broken() -> Iterator[bytes]:
        yield written_out([quad("new")])
        raise RuntimeError

    with pytest.raises(RuntimeError), writing(path, BASE) as writer:
        writer.rebuild(broken())
    assert [q.object.value for q in Store.open(path)] == ["old"]
    assert len(list(path.glob("store-*"))) == 1


def test_only_one_may_write(tmp_path: Path) -> None:
    path = tmp_path / "x.kg"
    with (
        writing(path, BASE),
        pytest.raises(StoreError, match="being built by another process"),
        writing(path, BASE),
    ):
        pass


def test_the_dump_is_sorted(tmp_path: Path) -> None:
    put(tmp_path / "x.kg", quad("b"), quad("a"), quad("c"))
    lines = dump(tmp_path / "x.kg").splitlines()
    assert lines == sorted(lines)


def test_what_is_missing_is_said_with_what_to_run(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match=r"no\.kg does not exist; make it with: kg build"):
        Store.open(tmp_path / "no.kg")


def test_another_folder_is_no_graph(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("x")
    with pytest.raises(StoreError, match="is not a graph made by kg build"):
        Store.open(tmp_path)
    with (
        pytest.raises(StoreError, match=r"holds other files \(notes\.txt\)"),
        writing(tmp_path, BASE),
    ):
        pass


def test_a_file_is_no_graph(tmp_path: Path) -> None:
    path = tmp_path / "file.kg"
    path.write_text("x")
    with pytest.raises(StoreError, match="is a file"):
        Store.open(path)
    with pytest.raises(StoreError, match="is a file"), writing(path, BASE):
        pass


@pytest.mark.parametrize(
    "text", ["", "{}", "[]", '{"format": "2"}', '{"format": 2, "articles": {"a": 1}}']
)
def test_a_damaged_manifest_is_said(tmp_path: Path, text: str) -> None:
    put(tmp_path / "x.kg", quad("a"))
    (tmp_path / "x.kg" / "manifest.json").write_text(text)
    with pytest.raises(StoreError, match="damaged"):
        Store.open(tmp_path / "x.kg")


def test_an_older_format_is_said_with_what_to_run(tmp_path: Path) -> None:
    put(tmp_path / "x.kg", quad("a"))
    (tmp_path / "x.kg" / "manifest.json").write_text('{"format": 1, "articles": {}}')
    with pytest.raises(
        StoreError, match=r"older kg; bring it up to date with: kg build -o .*x\.kg"
    ):
        Store.open(tmp_path / "x.kg")


def test_lost_records_are_said(tmp_path: Path) -> None:
    put(tmp_path / "x.kg", quad("a"))
    (tmp_path / "x.kg" / "records.db").unlink()
    assert len(Store.open(tmp_path / "x.kg")) == 1
    with (
        pytest.raises(StoreError, match=r"has lost its records\.db"),
        writing(tmp_path / "x.kg", None),
    ):
        pass


def test_a_manifest_that_was_not_yet_written_follows_the_records(tmp_path: Path) -> None:
    path = tmp_path / "x.kg"
    put(path, quad("old"))
    before = (path / "manifest.json").read_text()
    with writing(path, None) as writer:
        store = writer.rebuild([written_out([quad("new")])])
        with writer.records.transaction():
            writer.name(store, "", "")
        # Here the process is killed.
        writer.manifest = replace(writer.manifest, store=store)
    assert (path / "manifest.json").read_text() == before
    with writing(path, None):
        pass
    assert [q.object.value for q in Store.open(path)] == ["new"]


def test_a_later_format_is_said(tmp_path: Path) -> None:
    put(tmp_path / "x.kg", quad("a"))
    (tmp_path / "x.kg" / "manifest.json").write_text('{"format": 99, "articles": {}}')
    with pytest.raises(StoreError, match="has format 99"):
        Store.open(tmp_path / "x.kg")


def test_a_store_that_is_gone_is_said(tmp_path: Path) -> None:
    import shutil

    put(tmp_path / "x.kg", quad("a"))
    for store in (tmp_path / "x.kg").glob("store-*"):
        shutil.rmtree(store)
    with pytest.raises(StoreError, match="is damaged"):
        Store.open(tmp_path / "x.kg")


@pytest.mark.parametrize("name", ["CURRENT", "MANIFEST-*"])
def test_a_store_that_is_damaged_is_said(tmp_path: Path, name: str) -> None:
    put(tmp_path / "x.kg", quad("a"))
    (file,) = (tmp_path / "x.kg").glob(f"store-*/{name}")
    file.write_text("x")
    with pytest.raises(StoreError, match=r"x\.kg is damaged .*kg build ARTICLES -o") as error:
        Store.open(tmp_path / "x.kg")
    assert "\n" not in str(error.value)


def test_the_base_stays(tmp_path: Path) -> None:
    put(tmp_path / "x.kg", quad("a"))
    with (
        pytest.raises(StoreError, match="has the base"),
        writing(tmp_path / "x.kg", "https://x.vn/"),
    ):
        pass


@pytest.mark.filterwarnings("ignore:Dataset:DeprecationWarning")  # rdflib of its own parts
def test_a_copy_for_rdflib_answers_over_the_union(tmp_path: Path) -> None:
    put(tmp_path / "x.kg", quad("a"), quad("b", NamedNode(f"{BASE}article/a2")))
    dataset = Store.open(tmp_path / "x.kg").rdflib()
    assert len(list(dataset.query("SELECT ?t { ?a schema:headline ?t }"))) == 2
