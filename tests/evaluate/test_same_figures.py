"""The figures are those of the scorer that stands beside the repository, to the last digit.

Where it, or a set of texts and gold, is missing, the test is skipped.
"""

import importlib.util
import json
import random
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from kg.evaluate import Scores, compare, facts_of, graph_facts, scores
from kg.evaluate.run import read_articles

ROOT = Path(__file__).resolve().parents[2]
SHARED = ROOT.parent / "shared"
SETS = {
    **{name: SHARED / "gold" / name for name in ("seeds", "genre", "dev")},
    "examples": ROOT / "examples" / "gold",
}
TEXTS = {
    **{name: SHARED / "corpus" / name for name in SETS},
    "examples": ROOT / "examples" / "articles",
}
EACH = pytest.mark.parametrize("name", SETS)

Told = Mapping[str, Mapping[str, Any]]


@cache
def scorer() -> ModuleType:
    """The other scorer as a module."""
    path = SHARED / "eval" / "score.py"
    if not path.exists():
        pytest.skip("the scorer to compare with is not here")
    spec = importlib.util.spec_from_file_location("score", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@cache
def gold(name: str) -> Told:
    """The gold of a set, as it stands in the files."""
    if not SETS[name].is_dir() or not TEXTS[name].is_dir():
        pytest.skip(f"the texts and gold of {name} are not here")
    return {p.stem: json.loads(p.read_text("utf-8")) for p in sorted(SETS[name].glob("*.json"))}


def ours(name: str, told: Told) -> Scores:
    return scores(compare(facts_of(raw), facts_of(told[key])) for key, raw in gold(name).items())


def theirs(name: str, told: Told) -> Any:
    tally = scorer().Tally()
    for article, facts in gold(name).items():
        scorer().score_article(tally, article, facts, told[article])
    return tally


def assert_same(name: str, told: Told) -> None:
    """Compare all counts of both."""
    tally, found = theirs(name, told), ours(name, told)
    counts = {kind: (s.right, s.gold, s.told) for kind, s in found.kinds.items()}
    assert counts == {kind: tuple(row) for kind, row in tally.counts.items()}
    values = {kind: (s.right, s.gold, s.told) for kind, s in found.values.items()}
    assert values == {kind: tuple(tally.values.get(kind, (0, 0, 0))) for kind in values}
    assert tally.values.keys() <= values.keys()


@EACH
def test_of_what_is_read(name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert gold(name)
    told = {raw["article"]: raw for raw in graph_facts(read_articles([TEXTS[name]]))}
    assert_same(name, told)
    assert shares(ours(name, told)) == printed(name, told.values(), tmp_path, capsys)


def shares(found: Scores) -> dict[str, Any]:
    """Precision, recall and F1 as they are shown."""
    kinds = {kind: (s.precision, s.recall, s.f1) for kind, s in found.kinds.items()}
    return {**kinds, "core": found.core}


def printed(
    name: str, told: Iterable[Any], folder: Path, capsys: pytest.CaptureFixture[str]
) -> dict[str, Any]:
    """The same as the other scorer prints it."""
    (folder / "told.jsonl").write_text("".join(json.dumps(raw) + "\n" for raw in told), "utf-8")
    with pytest.MonkeyPatch.context() as patch:
        arguments = ["score", str(SETS[name]), str(folder / "told.jsonl"), "--json"]
        patch.setattr("sys.argv", arguments)
        assert scorer().main() == 0
    kinds = json.loads(capsys.readouterr().out)["kinds"]
    core = kinds.pop("core")["f1"]
    return {**{kind: (row["p"], row["r"], row["f1"]) for kind, row in kinds.items()}, "core": core}


@EACH
@pytest.mark.parametrize("seed", range(3))
def test_of_gold_that_was_spoilt(name: str, seed: int) -> None:
    chance = random.Random(seed)
    assert_same(name, {key: spoilt(raw, chance) for key, raw in gold(name).items()})


def spoilt(raw: Mapping[str, Any], chance: random.Random) -> dict[str, Any]:
    """The gold of an article with items left out, doubled and changed."""
    lists = {name: items for name, items in raw.items() if isinstance(items, list)}
    changed = {**raw, **{name: list(_some(items, chance)) for name, items in lists.items()}}
    copy: dict[str, Any] = json.loads(json.dumps(changed))  # no object stands in it twice
    return copy


def _some(items: list[Any], chance: random.Random) -> Iterable[Any]:
    for item in items:
        fate = chance.random()
        if fate < 0.15:
            continue
        yield item
        if fate > 0.7:
            yield _changed(item, chance.choice(items), chance)


def _changed(item: Any, other: Any, chance: random.Random) -> Any:
    """An item with one field of another, or with a word less, or spelt in another way."""
    if not isinstance(item, dict):
        return item.upper() if chance.random() < 0.5 else item.rpartition(" ")[0]
    field = chance.choice(sorted(item.keys() & other.keys()))
    value = item[field]
    if isinstance(value, str) and field not in ("id", "from", "to") and chance.random() < 0.5:
        value = value.replace("ủy", "uỷ").replace("tỉnh ", "").replace("-NQ/TW", "")
        return {**item, field: value.replace("Ủy ban nhân dân", "UBND")}
    return {**item, field: other[field]}
