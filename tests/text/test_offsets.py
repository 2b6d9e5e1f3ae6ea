"""Every stretch of a text leads back to the characters that it was made of."""

import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.model import Run, Span
from kg.text import normalise, normalise_traced
from kg.text.offsets import Offsets, original, through, traced

from .texts import ANY, TEXTS

PIECES = st.lists(
    st.tuples(
        st.text("ab", max_size=4),
        st.none() | st.integers(0, 30),
        st.integers(1, 3),
    ),
    max_size=8,
)


def places(offsets: Offsets, length: int) -> list[Span | None]:
    """Where each character of a text stood."""
    return [original(offsets, Span(at, at + 1)) for at in range(length)]


def test_runs_join_where_they_continue() -> None:
    pieces = [("ab", 0, 1), ("c", 2, 1), ("", 9, 1), ("d", 5, 2), ("e", 7, 2), ("x", None, 3)]
    text, offsets = traced(pieces)
    assert text == "abcdex"
    assert offsets == (Run(0, 0), Run(3, 5, 2), Run(5, None))


def test_a_text_that_is_its_original_has_no_runs() -> None:
    assert traced([("ab", 0, 1), ("c", 2, 1)]) == ("abc", ())
    assert traced([]) == ("", ())
    assert original((), Span(2, 5)) == Span(2, 5)


@pytest.mark.parametrize(
    ("span", "found"),
    [
        (Span(0, 2), Span(4, 6)),
        (Span(1, 3), Span(5, 9)),
        (Span(3, 4), None),
        (Span(3, 5), Span(0, 1)),
        (Span(0, 6), Span(0, 9)),
        (Span(1, 1), Span(5, 5)),
        (Span(2, 2), Span(6, 6)),
    ],
)
def test_original(span: Span, found: Span | None) -> None:
    _, offsets = traced([("ab", 4, 1), ("c", 6, 3), ("-", None, 1), ("de", 0, 1)])
    assert original(offsets, span) == found


@given(PIECES, st.data())
def test_a_stretch_reaches_over_the_places_of_its_characters(
    pieces: list[tuple[str, int | None, int]], data: st.DataObject
) -> None:
    text, offsets = traced(pieces)
    wanted = [
        None if origin is None else Span(origin + at * width, origin + (at + 1) * width)
        for piece, origin, width in pieces
        for at in range(len(piece))
    ]
    assert places(offsets, len(text)) == wanted
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    told = [span for span in wanted[start:end] if span]
    if start < end:
        hull = Span(min(s.start for s in told), max(s.end for s in told)) if told else None
        assert original(offsets, Span(start, end)) == hull


@given(PIECES, PIECES)
def test_through_a_middle_text(
    inner: list[tuple[str, int | None, int]], outer: list[tuple[str, int | None, int]]
) -> None:
    middle, there = traced([*outer, ("z" * 60, 100, 1)])
    text, here = traced(inner)
    wanted = [span and original(there, span) for span in places(here, len(text))]
    assert places(through(here, there), len(text)) == wanted
    assert len(middle) >= 60


def test_through_nothing() -> None:
    runs = (Run(0, 3),)
    assert through((), runs) == through(runs, ()) == runs


@given(TEXTS)
def test_traced_text_is_normalised_text(raw: str) -> None:
    text, offsets = normalise_traced(raw)
    assert text == normalise(raw)
    if text == raw:
        assert offsets == ()


@given(TEXTS | st.text("eêa\u0302\u0301\u0323\u00ad\u200b\ufeff\r\nộ đ\u093c\u0915\u1100\u1161"))
def test_each_character_leads_to_what_it_was_made_of(raw: str) -> None:
    text, offsets = normalise_traced(raw)
    for at, span in enumerate(places(offsets, len(text))):
        assert span is not None
        assert text[at] in normalise(raw[span.start : span.end])


@given(ANY, st.data())
def test_each_stretch_leads_to_what_reads_so(raw: str, data: st.DataObject) -> None:
    raw = unicodedata.normalize("NFD", raw)
    text, offsets = normalise_traced(raw)
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    span = original(offsets, Span(start, end))
    assert start == end or (span and text[start:end] in normalise(raw[span.start : span.end]))


def test_clean_text_has_no_offsets() -> None:
    assert normalise_traced("Tỉnh ủy\nQuảng Ngãi") == ("Tỉnh ủy\nQuảng Ngãi", ())


def test_marks_and_line_ends_move() -> None:
    raw = unicodedata.normalize("NFD", "Bộ") + "\r\n\ufeffủy"
    text, offsets = normalise_traced(raw)
    assert text == "Bộ\nủy"
    assert original(offsets, Span(1, 2)) == Span(1, 4)
    assert original(offsets, Span(2, 3)) == Span(4, 6)
    assert raw[original(offsets, Span(3, 5)).start :] == "ủy"  # type: ignore[union-attr]


def test_steady_characters_never_join_and_never_grow() -> None:
    from kg.text.composed import _HIDDEN, _MOVING

    seconds = set()
    for code in range(sys.maxunicode + 1):
        parts = unicodedata.decomposition(chr(code)).split()
        if len(parts) == 2 and not parts[0].startswith("<"):
            seconds.add(chr(int(parts[1], 16)))
    for code in range(0xD800):
        c = chr(code)
        if _MOVING.fullmatch(c) is None:
            assert c not in _HIDDEN
            assert unicodedata.combining(c) == 0
            assert c not in seconds
            assert len(unicodedata.normalize("NFC", c)) == 1
