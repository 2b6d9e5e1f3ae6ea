"""`kg export` of formats that are folders, and the licence that they state."""

import json
from pathlib import Path

import pytest

import kg as library
from kg.graph.formats import FOLDERS
from tests.cli.running import kg

LICENCE = "https://creativecommons.org/licenses/by/4.0/"


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A graph of one article."""
    folder = tmp_path_factory.mktemp("graph")
    (folder / "a1.txt").write_text(
        "Đồng chí Lê Quang Mạnh, Bí thư Thành ủy Cần Thơ, chủ trì hội nghị ngày 2/8/2023.", "utf-8"
    )
    return library.build([folder / "a1.txt"], folder / "x.kg").path


@pytest.mark.parametrize("name", FOLDERS)
@pytest.mark.parametrize("there", [False, True])
def test_a_folder_is_made_or_an_empty_one_filled(
    graph: Path, tmp_path: Path, name: str, there: bool
) -> None:
    out = tmp_path / "out"
    if there:
        out.mkdir()
    done = kg("export", graph, "-f", name, "-o", out)
    assert (done.code, done.out, done.err) == (0, "", "")
    assert len(list(out.iterdir())) > 1
    assert all(path.is_file() and not path.name.startswith(".") for path in out.iterdir())


@pytest.mark.parametrize(
    ("name", "file"), [("tables", "datapackage.json"), ("rocrate", "ro-crate-metadata.json")]
)
def test_the_licence_is_stated(graph: Path, tmp_path: Path, name: str, file: str) -> None:
    done = kg("export", graph, "-f", name, "-o", tmp_path / "out", "--licence", LICENCE)
    assert done.code == 0
    assert LICENCE in json.dumps(json.loads((tmp_path / "out" / file).read_text("utf-8")))


@pytest.mark.parametrize("name", FOLDERS)
@pytest.mark.parametrize("output", [[], ["-o", "-"]])
def test_a_folder_must_be_named(graph: Path, name: str, output: list[str]) -> None:
    done = kg("export", graph, "-f", name, *output)
    assert (done.code, done.out) == (2, "")
    assert done.err == f"kg: {name} is a folder of files; name a new one with -o FOLDER\n"


def test_nothing_is_overwritten(graph: Path, tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine")
    for out, message in ((tmp_path, "is not empty"), (tmp_path / "mine.txt", "is a file")):
        done = kg("export", graph, "-f", "tables", "-o", out)
        assert (done.code, done.out) == (2, "")
        assert done.err == f"kg: {out} {message}; name a new folder\n"
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]
    done = kg("export", graph, "-f", "tables", "-o", tmp_path / "no" / "where")
    assert (done.code, done.err) == (
        2,
        f"kg: {tmp_path / 'no' / 'where'} cannot be made: No such file or directory\n",
    )


def test_a_failure_leaves_nothing(
    graph: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(__import__("sys").modules, "pyarrow", None)
    done = kg("export", graph, "-f", "parquet", "-o", tmp_path / "out")
    assert (done.code, done.out) == (2, "")
    assert done.err == "kg: Parquet needs pyarrow; install it with: pip install 'kg[parquet]'\n"
    (tmp_path / "there").mkdir()
    assert kg("export", graph, "-f", "parquet", "-o", tmp_path / "there").code == 2
    assert [path.name for path in tmp_path.iterdir()] == ["there"]
    assert list((tmp_path / "there").iterdir()) == []


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["-f", "ttl", "--licence", LICENCE], "ttl states no licence; choose one of tables,"),
        (["-f", "tables", "--licence", "CC BY"], "--licence takes the address of a licence"),
        (["-f", "tables", "--article", "a1"], "tables cannot hold a part of a graph"),
    ],
)
def test_what_does_not_go_together_is_said(
    graph: Path, tmp_path: Path, arguments: list[str], message: str
) -> None:
    done = kg("export", graph, *arguments, "-o", tmp_path / "out")
    assert (done.code, done.out) == (2, "")
    assert message in done.err
    assert list(tmp_path.iterdir()) == []
