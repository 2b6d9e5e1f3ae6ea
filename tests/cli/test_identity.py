"""The commands on who is who, and on graphs made of graphs."""

from pathlib import Path

import pytest

from tests.cli.running import kg

ARTICLES = {
    name: f"{body} họp\nNgày 3/2/2022, đồng chí Nguyễn Văn Hùng, Phó Bí thư {body}, chủ trì.\n"
    for name, body in (("a1", "Tỉnh ủy Hưng Yên"), ("a2", "Thành ủy Hà Nội"))
}


@pytest.fixture
def graph(tmp_path: Path) -> Path:
    """A graph in which two of one name are two persons."""
    for name, text in ARTICLES.items():
        (tmp_path / f"{name}.txt").write_text(text, "utf-8")
    target = tmp_path / "x.kg"
    assert kg("build", tmp_path / "a1.txt", tmp_path / "a2.txt", "-o", target).code == 0
    return target


def people(graph: Path) -> list[str]:
    """The prefixed names of the persons in what kg resolve shows."""
    out = kg("resolve", graph, "nguyen van hung").out
    return [line.split("  ")[1] for line in out.splitlines() if line[0].isdigit() and "  " in line]


def test_who_is_who_is_shown_with_the_clues(graph: Path) -> None:
    done = kg("resolve", graph, "NGUYEN VAN HUNG")
    assert done.code == 0
    assert "1. Nguyễn Văn Hùng  person:nguyen-van-hung-" in done.out
    assert "1 and 2: different; the clues add up to -" in done.out
    assert "-0.7  posts in different provinces" in done.out


def test_a_ruling_joins_two_and_is_taken_back(graph: Path) -> None:
    one, other = people(graph)
    done = kg("resolve", graph, "--same", one, other, "--who", "An", "--why", "một người")
    assert (done.code, done.out) == (0, f"{graph}: same: {one} and {other}\n")
    assert "(2 mentions)" in kg("resolve", graph, one).out
    assert ",same,An,2" in (graph / "rulings.csv").read_text("utf-8")
    assert "told" in kg("show", graph, other).out, "the other IRI leads to the one"
    assert kg("resolve", graph, "--take-back", one, other).code == 0
    assert len(people(graph)) == 2
    assert kg("resolve", graph, "--unsure", one, other, "--why", "khó nói").code == 0
    checked = kg("check", graph)
    assert checked.code == 0
    assert f"undecided: Nguyễn Văn Hùng: {one} and {other}" in checked.out
    assert checked.out.endswith(f"{graph}: 1 undecided pair\n")
    assert "1 and 2: ruled unsure (" in kg("resolve", graph, one).out


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (["Không Ai"], 1, "compares nobody called 'Không Ai'"),
        ([], 2, "give a name, or one of --same, --different, --unsure and --take-back"),
        (["x", "--same", "person:a-1", "person:b-1"], 2, "give a name, or one of"),
        (["--same", "person:a-1", "person:b-1"], 2, "has no mention whose own path is person/a-1"),
        (["--same", "person:a-1", "body:b-1"], 2, "are not of one kind"),
        (["--take-back", "person:a-1", "person:b-1"], 2, "has no ruling on"),
        (["--same", "an", "binh"], 2, "'an' names no person, body or directive"),
    ],
)
def test_what_cannot_be_is_said(graph: Path, arguments: list[str], code: int, message: str) -> None:
    done = kg("resolve", graph, *arguments)
    assert (done.code, done.out) == (code, "")
    assert done.err.startswith("kg: ")
    assert message in done.err
    assert len(done.err.splitlines()) == 1


def test_articles_are_forgotten(graph: Path) -> None:
    done = kg("forget", graph, "a2")
    assert (done.code, done.out) == (0, f"{graph}: 1 article (1 dropped)\n")
    done = kg("forget", graph, "a2")
    assert (done.code, done.err) == (2, f"kg: {graph} has no article 'a2'; nothing is dropped\n")
    done = kg("forget", graph.parent / "no.kg", "a2")
    assert done.code == 1
    assert "does not exist" in done.err


def test_graphs_are_merged(graph: Path, tmp_path: Path) -> None:
    for name in ARTICLES:
        kg("build", tmp_path / f"{name}.txt", "-o", tmp_path / f"{name}.kg")
    merged = tmp_path / "merged.kg"
    done = kg("merge", tmp_path / "a1.kg", tmp_path / "a2.kg", "-o", merged)
    assert (done.code, done.out) == (0, f"{merged}: 2 articles (2 new)\n")
    for path in (merged, graph):
        assert kg("export", path, "-o", path.with_suffix(".nq")).code == 0
    assert merged.with_suffix(".nq").read_bytes() == graph.with_suffix(".nq").read_bytes()
    done = kg("merge", tmp_path / "a1.kg", tmp_path / "nowhere.kg", "-o", tmp_path / "y.kg")
    assert done.code == 1
    assert not (tmp_path / "y.kg").exists()
