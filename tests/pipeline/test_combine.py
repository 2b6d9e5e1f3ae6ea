"""Graphs made from graphs: without some articles, of several, or of an older format."""

import json
import tempfile
from hashlib import sha256
from pathlib import Path

import pyoxigraph
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import kg
from kg.errors import StoreError, UsageError
from kg.graph import Store
from kg.graph.codec import decode, encode
from kg.model import Reading
from kg.pipeline import build
from kg.pipeline.steps import reading_version
from tests.graph.readings import corpora, post
from tests.pipeline.made import dump, put

pytestmark = pytest.mark.usefixtures("readings_are_files")


def test_forgetting_is_as_never_having_read(corpus: list[Path], tmp_path: Path) -> None:
    build(corpus, tmp_path / "x.kg")
    report = kg.forget(tmp_path / "x.kg", ["a1"])
    assert (report.articles, report.removed) == (2, 1)
    build(corpus[1:], tmp_path / "new.kg")
    assert dump(tmp_path / "x.kg") == dump(tmp_path / "new.kg")
    with pytest.raises(UsageError, match="has no article 'a1'; nothing is dropped"):
        kg.forget(tmp_path / "x.kg", ["a2", "a1"])
    assert build(corpus, tmp_path / "x.kg").added == 1


@settings(max_examples=8, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.data(), corpora(4))
def test_merged_graphs_are_one_built_at_once(data: st.DataObject, readings: list[Reading]) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        paths = put(folder / "in", *readings)
        build(paths, folder / "once.kg")
        parts = [data.draw(st.sets(st.sampled_from(paths), min_size=1)) for _ in range(2)]
        parts[0] |= set(paths) - parts[1]
        for number, part in enumerate(parts):
            build(part, folder / f"{number}.kg")
        report = kg.merge([folder / "0.kg", folder / "1.kg"], folder / "merged.kg")
        assert (report.articles, report.skipped) == (len(paths), ())
        assert dump(folder / "once.kg") == dump(folder / "merged.kg")


def test_two_articles_of_one_name_are_told_apart(corpus: list[Path], tmp_path: Path) -> None:
    (other,) = put(tmp_path / "other", post("a1", "Lê An", "Bí thư", "Huyện ủy Văn Lâm"))
    build(corpus, tmp_path / "a.kg")
    build([other], tmp_path / "b.kg")
    assert kg.merge([tmp_path / "b.kg", tmp_path / "a.kg"], tmp_path / "c.kg").articles == 4
    build([*corpus, other], tmp_path / "once.kg")
    assert dump(tmp_path / "once.kg") == dump(tmp_path / "c.kg")
    with pytest.raises(UsageError, match=r"c\.kg is there already"):
        kg.merge([tmp_path / "a.kg"], tmp_path / "c.kg")
    build([other], tmp_path / "d.kg", base="https://example.org/")
    with pytest.raises(UsageError, match="different bases"):
        kg.merge([tmp_path / "a.kg", tmp_path / "d.kg"], tmp_path / "e.kg")


def test_a_graph_of_format_1_is_migrated(corpus: list[Path], tmp_path: Path) -> None:
    """Its readings stay, also of articles whose files are gone."""
    old = tmp_path / "old.kg"
    old.mkdir()
    readings = [decode(path.read_text("utf-8")) for path in corpus]
    (old / "readings.jsonl").write_text(
        "".join(
            f'{{"sha256": "{sha256(path.read_bytes()).hexdigest()}",'
            f' "version": "{reading_version()}", "reading": {encode(reading)}}}\n'
            for path, reading in zip(corpus, readings, strict=True)
        )
        + '{"sha256": "cut',
        "utf-8",
    )
    articles = {
        p.stem: {"source": str(p), "sha256": sha256(p.read_bytes()).hexdigest(), "digest": "d"}
        for p in corpus
    }
    manifest = {"format": 1, "base": kg.graph.BASE, "store": "store-1", "reading": "v1",
                "writing": "", "ontology": "", "articles": articles}  # fmt: skip
    (old / "manifest.json").write_text(json.dumps(manifest), "utf-8")
    pyoxigraph.Store(str(old / "store-1")).flush()
    with pytest.raises(StoreError, match=r"older kg; bring it up to date with: kg build -o"):
        Store.open(old)
    corpus[0].unlink()
    report = build([], old)
    assert (report.articles, report.added) == (3, 0)
    put(tmp_path / "in", readings[0])
    build(corpus, tmp_path / "new.kg")
    assert dump(old) == dump(tmp_path / "new.kg")
    assert not (old / "readings.jsonl").exists()
