"""Who is who in real articles: precision before recall.

`mentions.csv` has all mentions of 544 names that several articles tell of, each with a letter
for the person ("x": no person, "?": nobody can tell); `pairs.csv` has pairs, half of them of
different entities. Both hold names and ids of articles only.
"""

from collections import Counter
from collections.abc import Hashable, Mapping

import pytest

from kg.model import Identity, Mention, Reading
from kg.resolve import resolve
from kg.text import fold
from tests.resolve.annotated import Figures, figures, needs_corpus, readings, rows

Found = Mapping[tuple[str, str], Hashable]


@pytest.fixture(scope="module")
def read(tmp_path_factory: pytest.TempPathFactory) -> list[Reading]:
    return readings(tmp_path_factory.mktemp("news"))


@pytest.fixture(scope="module")
def identity(read: list[Reading]) -> Identity:
    return resolve(read)


def test_there_are_enough_pairs_and_half_are_different() -> None:
    told = Counter((row["kind"], row["verdict"]) for row in rows("pairs.csv"))
    assert told["person", "same"] + told["person", "different"] >= 150
    assert told["person", "same"] == told["person", "different"]
    assert told["directive", "same"] == told["directive", "different"]


def test_the_figures_are_those_of_the_definition() -> None:
    truth = {("n", a): person for a, person in zip("abcde", "AAABB", strict=True)}
    found = {("n", a): group for a, group in zip("abcde", "xxyyy", strict=True)}
    told = figures(truth, found)
    assert told == Figures(2 / 4, 2 / 4, (1 + 1 + 1 / 3 + 2 / 3 + 2 / 3) / 5,
                           (2 / 3 + 2 / 3 + 1 / 3 + 1 + 1) / 5)  # fmt: skip


@needs_corpus
def test_persons_are_told_apart_and_brought_together(identity: Identity) -> None:
    truth = {
        (fold(row["name"]), row["article"]): row["person"]
        for row in rows("mentions.csv")
        if row["person"] not in "x?"
    }
    found = {(fold(m.name), m.article): p for m, p in identity.items() if m.kind == "person"}
    told = figures(truth, found)
    assert min(told.pair_precision, told.b3_precision) >= 0.99, told
    assert min(told.pair_recall, told.b3_recall) >= 0.90, told


@needs_corpus
@pytest.mark.parametrize(("kind", "least"), [("person", 0.90), ("directive", 0.40)])
def test_pairs(identity: Identity, read: list[Reading], kind: str, least: float) -> None:
    paths = named(identity, read)
    joined = {"same": 0, "different": 0}
    told = {"same": 0, "different": 0}
    for row in rows("pairs.csv"):
        if row["kind"] == kind:
            ends = [
                paths.get((kind, row[end], fold(row[f"{end}_name"])), end)
                for end in ("one", "other")
            ]
            told[row["verdict"]] += 1
            joined[row["verdict"]] += ends[0] == ends[1]
    assert joined["same"] / told["same"] >= least, (joined, told)
    assert joined["same"] / (joined["same"] + joined["different"]) >= 0.97, (joined, told)


def named(identity: Identity, read: list[Reading]) -> dict[tuple[str, str, str], str]:
    """The path of every person and directive by kind, article and folded name."""
    found = {
        (m.kind, m.article, fold(m.name)): path
        for m, path in identity.items()
        if m.kind == "person"
    }
    for reading in read:
        article = reading.article.id
        for item in reading.directives:
            path = identity[Mention(article, "directive", item.id)]
            found["directive", article, fold(item.name)] = path
    return found
