"""Who is who in a graph: ruled on by hand, taken back, listed where undecided, and kept by IRI."""

from pathlib import Path

import pytest

import kg
from kg.errors import UsageError
from kg.graph import Store
from kg.pipeline import build, identity
from tests.graph.readings import post
from tests.pipeline.made import dump, put

pytestmark = pytest.mark.usefixtures("readings_are_files")


def persons_of(path: Path) -> dict[str, str]:
    """The path of Lê An in each article of a graph."""
    with Store.open(path).records() as records:
        found = records.block("person", "lê an")
    return {d.candidate.mention.article: d.path or "" for d in found}


def own_paths(path: Path) -> dict[str, str]:
    with Store.open(path).records() as records:
        found = records.block("person", "lê an")
    return {d.candidate.mention.article: d.candidate.own for d in found}


@pytest.fixture
def two(tmp_path: Path) -> Path:
    """A graph in which two of one name are two persons."""
    paths = put(
        tmp_path / "in",
        post("a1", "Lê An", "Bí thư", "Huyện ủy Văn Lâm", "2022-01-01"),
        post("a2", "Lê An", "Phó Bí thư", "Bộ Chính trị", "2023-01-01"),
    )
    return build(paths, tmp_path / "x.kg").path


def test_a_ruling_counts_at_once_and_is_taken_back(two: Path) -> None:
    before, own = dump(two), own_paths(two)
    assert persons_of(two) == own
    identity.rule(two, "same", own["a2"], own["a1"], who="An", when="2025-07-01", why="vậy")
    assert persons_of(two) == dict.fromkeys(own, own["a1"]), "the older path stays"
    pointer = f"<{kg.graph.BASE}{own['a2']}> <http://www.w3.org/2002/07/owl#sameAs>"
    assert pointer.encode() in dump(two)
    identity.take_back(two, own["a1"], own["a2"])
    assert dump(two) == before
    with pytest.raises(UsageError, match="has no ruling on"):
        identity.take_back(two, own["a1"], own["a2"])
    with pytest.raises(UsageError, match="has no mention whose own path is person/nobody-1"):
        identity.rule(two, "same", own["a1"], "person:nobody-1")


def test_a_ruling_edited_by_hand_counts_with_the_next_build(two: Path, tmp_path: Path) -> None:
    own = own_paths(two)
    row = f"one,other,ruling\n{own['a1']},{own['a2']},same\n"
    (two / "rulings.csv").write_text(row, "utf-8")
    build([tmp_path / "in"], two)
    assert len({*persons_of(two).values()}) == 1
    build([tmp_path / "in"], tmp_path / "new.kg")
    (tmp_path / "new.kg" / "rulings.csv").write_text(row, "utf-8")
    build([], tmp_path / "new.kg")
    assert dump(two) == dump(tmp_path / "new.kg")
    (two / "rulings.csv").write_text("one,other,ruling\nx,y,z\n", "utf-8")
    before = dump(two)
    with pytest.raises(UsageError, match=r"rulings\.csv, line 2"):
        build([tmp_path / "in"], two)
    assert dump(two) == before


def test_rulings_are_merged(two: Path, tmp_path: Path) -> None:
    own = own_paths(two)
    identity.rule(two, "same", own["a1"], own["a2"], when="2025-01-01")
    kg.merge([two], tmp_path / "c.kg")
    assert dump(two) == dump(tmp_path / "c.kg")


def test_undecided_pairs_are_listed_and_ruled_on(two: Path) -> None:
    own = own_paths(two)
    identity.rule(two, "unsure", own["a1"], own["a2"], why="một tên")
    (pair,) = identity.undecided(Store.open(two))
    assert pair.ruling is not None
    assert pair.ruling.why == "một tên"
    identity.rule(two, "different", own["a1"], own["a2"])
    assert list(identity.undecided(Store.open(two))) == []


def test_an_iri_stays_when_an_article_comes(corpus: list[Path], tmp_path: Path) -> None:
    """Whatever comes, an IRI that was given still leads to its entity."""
    build(corpus[1:2], tmp_path / "x.kg")
    (before,) = set(persons_of(tmp_path / "x.kg").values())
    older, newer = (
        post(n, "Lê An", "Bí thư", "Huyện ủy Văn Lâm", d)
        for n, d in (("a0", "2010-01-01"), ("a9", "2030-01-01"))
    )
    build(put(tmp_path / "in", newer), tmp_path / "x.kg")
    assert set(persons_of(tmp_path / "x.kg").values()) == {before}
    build(put(tmp_path / "in", older), tmp_path / "x.kg")
    (after,) = set(persons_of(tmp_path / "x.kg").values())
    base = kg.graph.BASE
    line = f"<{base}{before}> <http://www.w3.org/2002/07/owl#sameAs> <{base}{after}> "
    assert line.encode() in dump(tmp_path / "x.kg")
