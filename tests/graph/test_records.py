"""What was read and decided is kept, comes back as it was, and counts together or not at all."""

import os
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given

from kg.errors import StoreError
from kg.graph.codec import decode, encode
from kg.graph.records import FILE, Entry, Records
from kg.model import Candidate, Mention, Reading
from tests.graph.readings import full, readings

ENTRY = Entry("in/a1.txt", "0f", "v1")
PERSON = Mention("a1", "person", "Lê An")
CANDIDATE = Candidate(PERSON, "lê an", "person/le-an-1", "2022-01-01", "{}")


@given(readings("a1"))
def test_a_reading_comes_back_as_it_was(reading: Reading) -> None:
    assert decode(encode(reading)) == reading


def test_a_full_reading_comes_back_as_it_was() -> None:
    assert decode(encode(full())) == full()


@pytest.mark.parametrize("text", ["", "{", '{"article": 1, "x": 2}'])
def test_what_is_no_reading_is_an_error(text: str) -> None:
    with pytest.raises((ValueError, KeyError, TypeError, AttributeError)):
        assert isinstance(decode(text), Reading)


def test_an_article_is_replaced_with_its_candidates(tmp_path: Path) -> None:
    with Records.writing(tmp_path) as records:
        records.put(ENTRY, full("a1"), [CANDIDATE])
        records.close_blocks()
        records.put(ENTRY, full("a1"), [])
        assert records.count() == 1
        assert records.of_article("a1") == []
        assert records.opened() == [("person", "lê an")], "who was in the block is to be decided"


def test_a_decision_has_its_article_written_anew(tmp_path: Path) -> None:
    with Records.writing(tmp_path) as records:
        records.put(ENTRY, full("a1"), [CANDIDATE])
        records.all_written()
        assert records.to_write() == []
        records.decide(PERSON, "lê an", "person/le-an-0", True)
        assert records.to_write() == ["a1"]
        assert [decided.path for decided in records.block("person", "lê an")] == ["person/le-an-0"]


def test_what_fails_on_the_way_does_not_count(tmp_path: Path) -> None:
    with Records.writing(tmp_path) as records:
        with suppress(ZeroDivisionError), records.transaction():
            records.put(ENTRY, full("a1"), [CANDIDATE])
            raise ZeroDivisionError
        assert records.count() == 0


def test_articles_go_when_all_is_written(tmp_path: Path) -> None:
    with Records.writing(tmp_path) as records:
        records.put(ENTRY, full("a1"), [CANDIDATE])
        records.drop("a1")
        assert (records.count(), records.gone()) == (0, ["a1"])
        records.all_written()
        assert records.gone() == []
    assert Records.writing(tmp_path).count() == 0


def test_sources_are_those_in_the_folder(tmp_path: Path) -> None:
    with Records.writing(tmp_path) as records:
        for number, source in enumerate(("in [1]/a.txt", "in [1]/b/c.txt", "in 1/d.txt")):
            records.put(Entry(source, "0f", "v1"), full(f"a{number}"), [])
        assert records.inside(Path("in [1]")) == {"a0": "in [1]/a.txt", "a1": "in [1]/b/c.txt"}


@pytest.mark.skipif(os.geteuid() == 0, reason="root writes everywhere")
def test_a_folder_that_cannot_be_written_can_be_read(tmp_path: Path) -> None:
    with Records.writing(tmp_path) as records:
        records.put(ENTRY, full("a1"), [])
    tmp_path.chmod(0o555)
    try:
        with Records.reading(tmp_path) as records:
            assert records.count() == 1
    finally:
        tmp_path.chmod(0o755)


def test_what_is_no_database_is_said(tmp_path: Path) -> None:
    (tmp_path / FILE).write_text("no database, whatever it is called; " * 9)
    for how in (Records.reading, Records.writing):
        with pytest.raises(StoreError, match=r"records\.db is damaged"):
            how(tmp_path)


def test_no_records_are_said(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match=r"records\.db is damaged or cannot be used"):
        Records.reading(tmp_path)


def test_damage_that_is_met_while_reading_is_said(tmp_path: Path) -> None:
    with Records.writing(tmp_path) as records:
        records.put(ENTRY, full("a1"), [CANDIDATE])
        records.set({"x": "y" * 9000})
    data = (tmp_path / FILE).read_bytes()
    (tmp_path / FILE).write_bytes(data[:4096] + b"\xff" * (len(data) - 4096))
    with (
        pytest.raises(StoreError, match=r"records\.db is damaged .*delete .* and build it anew"),
        Records.reading(tmp_path) as records,
    ):
        list(records.readings())
