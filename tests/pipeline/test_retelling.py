"""Articles that are one text are one witness, whatever the order in which they came."""

import re
import shutil
from pathlib import Path

import pytest

import kg
from kg.graph import Store
from tests.cli.running import kg as command
from tests.pipeline.made import dump
from tests.resolve.test_texts import ANEW, FIRST

PAGES = {
    "a-agency": ("4/4/2021", FIRST),
    "b-paper": ("5/4/2021", f"{FIRST} Tin: Lê Ba."),
    "c-paper": ("3/4/2021", FIRST[:380]),
    "d-anew": ("4/4/2021", ANEW),
}


@pytest.fixture
def pages(tmp_path: Path) -> dict[str, Path]:
    """Three papers with one text, and one with another."""
    (tmp_path / "in").mkdir()
    paths = {name: tmp_path / "in" / f"{name}.txt" for name in PAGES}
    for name, (day, text) in PAGES.items():
        paths[name].write_text(f"Văn Lâm sơ kết công tác Đảng ({name})\n\n{day}\n\n{text}\n")
    return paths


def retold(path: Path) -> dict[str, str]:
    """Which articles retell which others, by their ids."""
    with Store.open(path) as store:
        rows = store.query(
            "SELECT ?a ?b { [ vnkg:retells [ dcterms:identifier ?b ] ; dcterms:identifier ?a ] }"
        )
        return {row["a"].value: row["b"].value for row in rows}


def test_the_first_published_is_retold_by_the_others(
    pages: dict[str, Path], tmp_path: Path
) -> None:
    kg.build(pages.values(), tmp_path / "x.kg")
    assert retold(tmp_path / "x.kg") == {"a-agency": "c-paper", "b-paper": "c-paper"}
    shown = command("show", tmp_path / "x.kg", "le thu").out
    assert "told by 4 articles, 2 of them independent" in shown


def test_any_order_and_any_change_give_the_same_graph(
    pages: dict[str, Path], tmp_path: Path
) -> None:
    kg.build(pages.values(), tmp_path / "once.kg")
    for name in reversed(pages):
        kg.build([pages[name]], tmp_path / "x.kg")
    assert dump(tmp_path / "x.kg") == dump(tmp_path / "once.kg")
    kg.forget(tmp_path / "x.kg", ["c-paper"])
    rest = [path for name, path in pages.items() if name != "c-paper"]
    kg.build(rest, tmp_path / "rest.kg")
    assert retold(tmp_path / "x.kg") == {"b-paper": "a-agency"}
    assert dump(tmp_path / "x.kg") == dump(tmp_path / "rest.kg")
    pages["c-paper"].write_text(f"Văn Lâm họp\n\n3/4/2021\n\n{ANEW}")
    kg.build([pages["c-paper"]], tmp_path / "x.kg")
    kg.build(pages.values(), tmp_path / "changed.kg")
    assert retold(tmp_path / "x.kg") == {"b-paper": "a-agency", "d-anew": "c-paper"}
    assert dump(tmp_path / "x.kg") == dump(tmp_path / "changed.kg")


def test_a_graph_from_before_texts_were_compared_is_brought_up_to_date(
    pages: dict[str, Path], tmp_path: Path
) -> None:
    kg.build(pages.values(), tmp_path / "once.kg")
    shutil.copytree(tmp_path / "once.kg", tmp_path / "x.kg")
    with kg.graph.Records.writing(tmp_path / "x.kg") as records, records.transaction():
        records.texts.forget_all()
        records.set({"resolving": "before"})
    kg.build([], tmp_path / "x.kg")
    assert re.search(b"retells", dump(tmp_path / "x.kg"))
    assert dump(tmp_path / "x.kg") == dump(tmp_path / "once.kg")
