"""`kg build`: what it refuses, and that it then leaves everything as it was."""

import os
import sys
from pathlib import Path

import pytest

from tests.cli.running import kg

ARTICLE = "Hội nghị sơ kết\nNgày 31/7/2023, Huyện ủy Văn Lâm, tỉnh Hưng Yên tổ chức hội nghị.\n"


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    """A folder of one article."""
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "a1.txt").write_text(ARTICLE, "utf-8")
    return folder


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere names are Unicode")
def test_a_name_that_is_not_utf8_is_left_out(articles: Path, tmp_path: Path) -> None:
    Path(os.fsdecode(os.fsencode(articles) + b"/bad\xff.txt")).write_text(ARTICLE, "utf-8")
    done = kg("build", articles, "-o", tmp_path / "x.kg")
    assert done.code == 3
    assert done.out == f"{tmp_path / 'x.kg'}: 1 article (1 new)\n"
    assert done.err.startswith(f"kg: left out {articles}/bad\\xff.txt: its name")
    assert "rename it" in done.err


@pytest.mark.parametrize("base", ["", "not an iri", "people/", "https://example.org/<x>"])
def test_a_base_that_is_no_iri(articles: Path, tmp_path: Path, base: str) -> None:
    done = kg("build", articles, "-o", tmp_path / "x.kg", "--base", base)
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith(f"kg: the base {base!r} is no absolute IRI")
    assert len(done.err.splitlines()) == 1
    assert not (tmp_path / "x.kg").exists()


@pytest.mark.parametrize("prune", [[], ["--prune"]])
def test_a_path_that_does_not_exist_makes_no_graph(tmp_path: Path, prune: list[str]) -> None:
    done = kg("build", tmp_path / "nowhere", "-o", tmp_path / "x.kg", *prune)
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith(f"kg: {tmp_path / 'nowhere'} does not exist; ")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("there", [False, True])
def test_a_path_that_does_not_exist_drops_nothing(
    articles: Path, tmp_path: Path, there: bool
) -> None:
    target, other = tmp_path / "x.kg", tmp_path / "other.txt"
    other.write_text(ARTICLE, "utf-8")
    assert kg("build", articles, other, "-o", target).code == 0
    done = kg("build", *[other] * there, tmp_path / "nowhere", "-o", target, "--prune")
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith(f"kg: {tmp_path / 'nowhere'} does not exist; ")
    assert kg("build", other, "-o", target).out == f"{target}: 2 articles (nothing new)\n"
