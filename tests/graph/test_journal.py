"""What was read is written down line by line, and comes back as it was."""

from pathlib import Path

from hypothesis import given

from kg.graph import journal
from kg.graph.journal import Line, decode, encode
from kg.model import Reading
from tests.graph.readings import full, readings


@given(readings("a1"))
def test_a_line_comes_back_as_it_was(reading: Reading) -> None:
    line = Line("0f", "v1", reading)
    assert decode(encode(line)) == line


def test_a_full_reading_comes_back_as_it_was() -> None:
    assert decode(encode(Line("0f", "v1", full()))).reading == full()


def test_a_line_that_was_cut_is_passed_over(tmp_path: Path) -> None:
    whole = encode(Line("0f", "v1", full("a1")))
    (tmp_path / journal.FILE).write_text(whole + whole[:100], "utf-8")
    with journal.appending(tmp_path) as write:
        write(Line("0f", "v1", full("a2")))
    assert [line.reading.article.id for line in journal.load(tmp_path)] == ["a1", "a2"]


def test_no_file_holds_nothing(tmp_path: Path) -> None:
    assert list(journal.load(tmp_path)) == []
