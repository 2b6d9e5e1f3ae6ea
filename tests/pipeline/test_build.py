"""Building: free of order, in steps or at once, and never half a graph."""

import multiprocessing
import re
import shutil
import signal
import sys
import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import kg
from kg.errors import KgError, ReadError, StoreError, UsageError
from kg.graph import Store
from kg.model import Reading
from kg.pipeline import build, work
from kg.pipeline.crew import Crew
from kg.read import Document
from tests.graph.readings import corpora, full, post
from tests.pipeline.made import dump, put, stand_in

pytestmark = pytest.mark.usefixtures("readings_are_files")

ARTICLE = """Hội nghị sơ kết công tác xây dựng Đảng
Ngày 31/7/2023, Ban Tổ chức Huyện ủy Văn Lâm tổ chức hội nghị sơ kết. Dự hội nghị có đồng chí \
Nguyễn Bật Khánh, Bí thư Huyện ủy Văn Lâm, tỉnh Hưng Yên.
"""


@settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.data(), corpora(4))
def test_any_order_and_any_steps_give_the_same_graph(
    data: st.DataObject, readings: list[Reading]
) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        paths = put(folder / "in", *readings)
        build(paths, folder / "once.kg")
        for path in data.draw(st.permutations(paths)):
            build([path], folder / "steps.kg")
        build(data.draw(st.permutations(paths)), folder / "other.kg")
        assert dump(folder / "once.kg") == dump(folder / "steps.kg") == dump(folder / "other.kg")


def test_the_report_counts(corpus: list[Path], tmp_path: Path) -> None:
    target = tmp_path / "x.kg"
    report = build(corpus[:2], target)
    assert (report.articles, report.added, report.changed, report.removed) == (2, 2, 0, 0)
    put(tmp_path / "in", post("a2", "Lê An", "Phó Bí thư", "Huyện ủy Văn Lâm", "2022-01-01"))
    report = build(corpus, target)
    assert (report.articles, report.added, report.changed, report.removed) == (3, 1, 1, 0)
    assert len(report.open()) > 0


def test_a_changed_article_replaces_its_graph(corpus: list[Path], tmp_path: Path) -> None:
    build(corpus, tmp_path / "x.kg")
    put(tmp_path / "in", post("a3", "Lê An", "Chủ tịch", "Huyện ủy Văn Lâm"))
    build(corpus, tmp_path / "x.kg")
    build(corpus, tmp_path / "new.kg")
    assert dump(tmp_path / "x.kg") == dump(tmp_path / "new.kg")


def test_only_what_has_changed_is_read(
    corpus: list[Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[str] = []

    def reading(document: Document) -> work.Read | str:
        seen.append(document.name)
        return stand_in(document)

    monkeypatch.setattr(work, "read_document", reading)
    build(corpus[:2], tmp_path / "x.kg")
    build(corpus[:2], tmp_path / "x.kg")
    build(corpus, tmp_path / "x.kg")
    assert seen == ["a1", "a2", "a3"]


def test_a_new_version_reads_all_again(
    corpus: list[Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    build(corpus, tmp_path / "x.kg")
    again: list[str] = []
    monkeypatch.setattr("kg.pipeline.run.reading_version", lambda: "new")
    monkeypatch.setattr(
        "kg.pipeline.run.read_article",
        lambda article: again.append(article.id) or full(article.id),
    )
    corpus[0].unlink()
    build(corpus[1:], tmp_path / "x.kg")
    assert again == ["a1"], "its file is gone: its kept text is read"
    with Store.open(tmp_path / "x.kg").records() as records:
        assert {entry.version for entry in records.entries().values()} == {"new"}


@pytest.mark.parametrize("more", [False, True])
def test_a_damaged_store_is_mended(corpus: list[Path], tmp_path: Path, more: bool) -> None:
    build(corpus[:2], tmp_path / "x.kg")
    (file,) = (tmp_path / "x.kg").glob("store-*/CURRENT")
    file.write_text("x")
    paths = corpus if more else corpus[:1]
    build(paths, tmp_path / "x.kg")
    build({*paths, *corpus[:2]}, tmp_path / "new.kg")
    assert dump(tmp_path / "x.kg") == dump(tmp_path / "new.kg")


def test_pruning_drops_what_is_not_named(corpus: list[Path], tmp_path: Path) -> None:
    build(corpus, tmp_path / "x.kg")
    corpus[0].unlink()
    assert build([tmp_path / "in"], tmp_path / "x.kg").missing == ("a1",)
    report = build(corpus[1:], tmp_path / "x.kg", prune=True)
    assert (report.articles, report.removed, report.missing) == (2, 1, ())
    build(corpus[1:], tmp_path / "new.kg")
    assert dump(tmp_path / "x.kg") == dump(tmp_path / "new.kg")


def test_a_file_that_cannot_be_read_is_left_out(corpus: list[Path], tmp_path: Path) -> None:
    bad = tmp_path / "in" / "bad.txt"
    bad.write_text("{", "utf-8")
    report = build([*corpus, bad, tmp_path / "no.txt"], tmp_path / "x.kg")
    assert report.articles == 3
    assert [item.source for item in report.skipped] == [str(bad), str(tmp_path / "no.txt")]
    build(corpus, tmp_path / "new.kg")
    assert dump(tmp_path / "x.kg") == dump(tmp_path / "new.kg")


def test_an_article_whose_file_breaks_stays_as_it_was(corpus: list[Path], tmp_path: Path) -> None:
    build(corpus, tmp_path / "x.kg")
    before = dump(tmp_path / "x.kg")
    corpus[0].write_text("{", "utf-8")
    report = build(corpus, tmp_path / "x.kg")
    assert [item.source for item in report.skipped] == [str(corpus[0])]
    assert dump(tmp_path / "x.kg") == before


def test_articles_of_one_name_are_told_apart(corpus: list[Path], tmp_path: Path) -> None:
    (other,) = put(tmp_path / "other", post("a1", "Lê An", "Bí thư", "Huyện ủy Văn Lâm"))
    report = build([other, *corpus], tmp_path / "x.kg")
    assert (report.articles, report.skipped) == (4, ())
    with Store.open(tmp_path / "x.kg").records() as records:
        names = {name: Path(entry.source) for name, entry in records.entries().items()}
    assert names["a1"] == corpus[0], "the first by path has the name"
    (called,) = (name for name, path in names.items() if path == other)
    assert re.fullmatch("a1-[0-9a-f]{8}", called)


def test_a_copy_is_the_same_article(corpus: list[Path], tmp_path: Path) -> None:
    (copy,) = put(tmp_path / "copy", full("a1"))
    report = build([copy, *corpus], tmp_path / "x.kg")
    assert (report.articles, report.skipped) == (3, ())


def test_names_do_not_hang_on_the_order_of_builds(corpus: list[Path], tmp_path: Path) -> None:
    (other,) = put(tmp_path / "other", post("a1", "Lê An", "Bí thư", "Huyện ủy Văn Lâm"))
    (third,) = put(tmp_path / "before", post("a1", "Lê Ba", "Bí thư", "Huyện ủy Văn Lâm"))
    paths = [*corpus, other, third]
    build(paths, tmp_path / "once.kg")
    for i, order in enumerate(([other, third], [third, other])):
        target = tmp_path / f"{i}.kg"
        for path in (*order, *corpus):
            build([path], target)
        assert dump(target) == dump(tmp_path / "once.kg")
    third.unlink()
    build([tmp_path / "in", tmp_path / "other"], target, prune=True)
    build([*corpus, other], tmp_path / "left.kg")
    assert dump(target) == dump(tmp_path / "left.kg")


def test_a_file_may_move(corpus: list[Path], tmp_path: Path) -> None:
    build(corpus, tmp_path / "x.kg")
    before = dump(tmp_path / "x.kg")
    shutil.move(tmp_path / "in", tmp_path / "moved")
    report = build([tmp_path / "moved"], tmp_path / "x.kg")
    assert (report.skipped, report.missing) == ((), ())
    assert dump(tmp_path / "x.kg") == before


def test_several_processes_give_the_same_graph(
    corpus: list[Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    build(corpus, tmp_path / "one.kg", workers=1)
    monkeypatch.setattr(work, "MANY", 2)
    monkeypatch.setattr("kg.pipeline.publish.MANY", 2)
    build(corpus, tmp_path / "two.kg", workers=2)
    assert dump(tmp_path / "one.kg") == dump(tmp_path / "two.kg")


@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGINT to send")
def test_ctrl_c_while_workers_start_leaves_none(
    corpus: list[Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    hire = Crew._hired

    def interrupted(crew: Crew[Any, Any]) -> Any:
        worker = hire(crew)
        signal.raise_signal(signal.SIGINT)
        return worker

    monkeypatch.setattr(work, "MANY", 2)
    monkeypatch.setattr(Crew, "_hired", interrupted)
    with pytest.raises(KeyboardInterrupt):
        build(corpus, tmp_path / "x.kg", workers=2)
    assert multiprocessing.active_children() == []


def test_progress_is_told(corpus: list[Path], tmp_path: Path) -> None:
    told: list[tuple[str, int, int]] = []
    build(corpus, tmp_path / "x.kg", progress=lambda *step: told.append(step))
    assert ("reading", 3, 3) in told
    assert ("writing", 3, 3) in told


def test_no_article_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no article files found"):
        build([tmp_path], tmp_path / "x.kg")
    assert not (tmp_path / "x.kg").exists()


def test_another_base(corpus: list[Path], tmp_path: Path) -> None:
    build(corpus, tmp_path / "x.kg", base="https://example.org/")
    assert b"<https://example.org/person/" in dump(tmp_path / "x.kg")
    assert build(corpus, tmp_path / "x.kg").articles == 3
    with pytest.raises(StoreError, match="has the base"):
        build(corpus, tmp_path / "x.kg", base=kg.graph.BASE)


def test_real_articles_are_read_and_faults_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.undo()
    (tmp_path / "a.txt").write_text(ARTICLE, "utf-8")
    (tmp_path / "b.txt").write_bytes(b"\0\1\2")
    report = kg.build([tmp_path / "a.txt", tmp_path / "b.txt"], tmp_path / "x.kg")
    assert report.articles == 1
    assert [(Path(item.source).name, "binary" in item.reason) for item in report.skipped] == [
        ("b.txt", True)
    ]
    assert kg.query(tmp_path / "x.kg", 'ASK { ?p foaf:name "Nguyễn Bật Khánh" }') is True


def test_a_fault_in_one_article_stops_no_other(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()

    def broken(document: Document) -> None:
        raise faults[document.name]

    faults = {"a": ZeroDivisionError(), "b": ReadError("is empty"), "c": MemoryError()}
    monkeypatch.setattr("kg.read.read", broken)
    told = [work.read_document(Document(n, f"{n}.txt", ".txt", b"")) for n in faults]
    assert told == [
        "a fault of kg, please report it: ZeroDivisionError: ",
        "is empty",
        "takes more memory than an article should",
    ]
    assert issubclass(ReadError, KgError)


def test_the_records_tell_the_articles(corpus: list[Path], tmp_path: Path) -> None:
    build(corpus, tmp_path / "x.kg")
    readings = Store.open(tmp_path / "x.kg").readings()
    assert [reading.article.id for reading in readings] == ["a1", "a2", "a3"]
