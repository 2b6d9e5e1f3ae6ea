"""No pattern goes back: a megabyte of the worst is read in time that grows with its length."""

import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest

from kg.text import (
    dates,
    fold,
    normalise,
    normalise_traced,
    plain,
    sentences,
    slug,
    unaccent,
    year_of,
)
from kg.text.encodings import recode

MEGABYTE = 1_000_000
PROCESSOR_SECONDS = 10.0
"""Some twenty times what is needed; going back over a megabyte would take hours."""

READERS: tuple[Callable[[str], object], ...] = (
    normalise,
    plain,
    fold,
    unaccent,
    slug,
    sentences,
    dates,
    lambda text: year_of(text, None),
)
MARKS = ("a. ", "A. ", "1", "1-", "1/1/", ",", " ", ".", '."', "…”", "- ", "–", "\n", "\t")
WORDS = ("tp. A ", "ngày ", "ngày (, ", "1 tháng ", "tháng 1/", "năm ", "đến năm 2025 và ", "oà")
OLD = ("aù", "§¶ ", "a^", "a.@", "Ä‘", "é ", "e\u0301", "\u200b", "\\.", "q+'`")


@contextmanager
def at_most(seconds: float) -> Iterator[None]:
    """Fails, rather than waits, when the processor takes longer."""

    def fail(*_: object) -> None:
        raise TimeoutError(f"longer than {seconds} s")

    before = signal.signal(signal.SIGVTALRM, fail)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


@pytest.mark.parametrize("piece", MARKS + WORDS, ids=repr)
@pytest.mark.parametrize("ending", ["", "x"], ids=["", "x"])
def test_a_megabyte_is_read_in_linear_time(piece: str, ending: str) -> None:
    text = piece * (MEGABYTE // len(piece)) + ending
    with at_most(PROCESSOR_SECONDS):
        for read in READERS:
            read(text)


@pytest.mark.parametrize("piece", OLD, ids=repr)
def test_a_megabyte_of_what_may_be_an_old_encoding(piece: str) -> None:
    text = piece * (MEGABYTE // len(piece))
    with at_most(PROCESSOR_SECONDS):
        recode(text)
        normalise_traced(text)


def test_one_stop_before_a_megabyte_of_blanks() -> None:
    with at_most(PROCESSOR_SECONDS):
        assert len(sentences("." + " " * MEGABYTE + "a")) == 1
