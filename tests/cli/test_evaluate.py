"""`kg evaluate`: figures on standard output, exit codes that a build can stop at."""

import json
import shutil
from pathlib import Path

import pytest

from tests.cli.running import kg

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
NAMES = (
    "ban-to-chuc-thanh-uy-can-tho-huong-dan",
    "hoi-nghi-mat-tran-huyen-tieu-can",
    "tinh-uy-lam-viec-voi-doanh-nghiep",
)


@pytest.fixture
def pair(tmp_path: Path) -> tuple[Path, Path]:
    """A folder of gold and one of articles, three of each."""
    gold, articles = tmp_path / "gold", tmp_path / "articles"
    gold.mkdir()
    articles.mkdir()
    for name in NAMES:
        shutil.copy(EXAMPLES / "gold" / f"{name}.json", gold)
        shutil.copy(EXAMPLES / "articles" / f"{name}.txt", articles)
    return gold, articles


def test_a_table(pair: tuple[Path, Path]) -> None:
    done = kg("evaluate", *pair)
    assert (done.code, done.err) == (0, "")
    names = [line.split()[0] for line in done.out.splitlines() if line.strip()]
    assert names[1:9] == [
        "persons",
        "organizations",
        "positions",
        "positions!",
        "directives",
        "links",
        "participants",
        "core",
    ]
    assert names[-9:] == [
        *("within", "unit", "status", "since", "until", "date", "issuer", "subject", "published")
    ]


def test_articles_may_be_named_one_by_one(pair: tuple[Path, Path]) -> None:
    gold, articles = pair
    one_by_one = kg("evaluate", gold, *sorted(articles.iterdir()))
    assert one_by_one == kg("evaluate", *pair)


def test_json(pair: tuple[Path, Path]) -> None:
    found = json.loads(kg("evaluate", *pair, "--format", "json").out)
    assert found["articles"] == 3
    assert found["kinds"]["persons"].keys() == {
        *("precision", "recall", "f1", "right", "gold", "told")
    }
    assert 0 <= found["core"] <= 1
    assert "errors" not in found


def test_errors(pair: tuple[Path, Path]) -> None:
    gold, _ = pair
    path = gold / f"{NAMES[0]}.json"
    facts = json.loads(path.read_text("utf-8"))
    facts["persons"] = ["Không Có Ai"]
    path.write_text(json.dumps(facts), "utf-8")
    done = kg("evaluate", *pair, "--errors", 9)
    assert f"  missed  {NAMES[0]}: Không Có Ai\n" in done.out
    assert f"  wrong   {NAMES[0]}: Dương Chấn Thi\n" in done.out
    assert "[person:name]" in done.out
    found = json.loads(kg("evaluate", *pair, "--errors", 1, "-f", "json").out)["errors"]
    first = next(error for error in found if error["kind"] == "persons")
    assert (first["sort"], first["content"]) == ("missed", "Không Có Ai")


def test_a_bar(pair: tuple[Path, Path]) -> None:
    assert kg("evaluate", *pair, "--min", "persons=0.1", "--min", "core=0").code == 0
    done = kg("evaluate", *pair, "--min", "persons=0.1", "--min", "core=1.01")
    assert done.code == 1
    assert done.err.startswith("kg: the F1 of core is ")
    assert done.err.endswith(", below 1.01\n")
    assert done.out == kg("evaluate", *pair).out


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--min", "people=0.5"], "--min people=0.5: no kind is named so; there are persons"),
        (["--min", "persons=high"], "--min persons=high: 'high' is not a number"),
        (["--min", "persons"], "--min persons: '' is not a number"),
        (["--format", "docx"], "'docx' is not a format; choose one of table, json"),
    ],
)
def test_wrong_options(pair: tuple[Path, Path], arguments: list[str], message: str) -> None:
    done = kg("evaluate", *pair, *arguments)
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith(f"kg: {message}")


def test_an_article_without_gold(pair: tuple[Path, Path]) -> None:
    gold, articles = pair
    (gold / f"{NAMES[1]}.json").unlink()
    done = kg("evaluate", gold, articles)
    assert (done.code, done.out) == (2, "")
    assert done.err == f"kg: {articles / NAMES[1]}.txt has no gold in {gold}\n"


def test_gold_without_an_article(pair: tuple[Path, Path]) -> None:
    gold, articles = pair
    for name in NAMES[1:]:
        (articles / f"{name}.txt").unlink()
    done = kg("evaluate", gold, articles)
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith(f"kg: {NAMES[1]}.json has no article")
    assert done.err.endswith(f"{gold} (and 1 more)\n")


def test_wrong_gold(pair: tuple[Path, Path]) -> None:
    gold, articles = pair
    path = gold / f"{NAMES[0]}.json"
    path.write_text(path.read_text("utf-8").replace('"current"', '"curent"', 1), "utf-8")
    done = kg("evaluate", gold, articles)
    assert (done.code, done.out) == (1, "")
    assert done.err.startswith(f"kg: {path}: positions, item 1: status is 'curent'")


def test_an_article_that_cannot_be_read(pair: tuple[Path, Path]) -> None:
    gold, articles = pair
    (articles / f"{NAMES[0]}.txt").write_bytes(b"")
    done = kg("evaluate", gold, articles)
    assert (done.code, done.out) == (1, "")
    assert str(articles / NAMES[0]) in done.err


def test_two_articles_of_one_name(pair: tuple[Path, Path], tmp_path: Path) -> None:
    (tmp_path / f"{NAMES[0]}.txt").write_text("Một bài khác hẳn.", "utf-8")
    done = kg("evaluate", *pair, tmp_path / f"{NAMES[0]}.txt")
    assert done.code == 2
    assert "another article has its name" in done.err


def test_nothing_there(pair: tuple[Path, Path], tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    assert kg("evaluate", pair[0], tmp_path / "empty").code == 2
    assert kg("evaluate", tmp_path / "empty", pair[1]).code == 1
    assert kg("evaluate", pair[0], tmp_path / "no.txt").code == 2


def test_help_describes_gold() -> None:
    out = kg("evaluate", "--help").out
    assert "kg evaluate examples/gold examples/articles" in out
    assert '"organizations": [{"name":' in out
