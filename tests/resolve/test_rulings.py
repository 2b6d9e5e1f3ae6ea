"""Rulings by hand: a CSV file whose last word on a pair counts."""

import pytest

from kg.errors import UsageError
from kg.resolve.rulings import Ruling, made, parse, path_of, written

A, B, C = (f"person/le-an-{letter * 8}" for letter in "abc")
HEAD = "one,other,ruling,who,when,why\n"


@pytest.mark.parametrize(
    "iri",
    [
        "person/le-an-1f0c9a2b",
        "person:le-an-1f0c9a2b",
        "https://w3id.org/vnkg/id/person/le-an-1f0c9a2b",
        "<https://example.org/x/person/le-an-1f0c9a2b>",
    ],
)
def test_an_entity_is_named_by_path_or_iri(iri: str) -> None:
    assert path_of(iri) == "person/le-an-1f0c9a2b"


def test_what_is_written_comes_back() -> None:
    rulings = (made(B, A, "same", "An", "2025-07-01", 'nói "vậy", thế thôi\nhai dòng'),)
    assert rulings[0].pair == (A, B)
    assert parse(written(rulings), "r.csv") == rulings


def test_the_last_on_a_pair_counts() -> None:
    text = f"{HEAD}{A},{B},same,,,\n{A},{C},unsure,,,\n{B},{A},different,,,\n"
    assert [(r.pair, r.ruling) for r in parse(text, "r.csv")] == [
        ((A, C), "unsure"),
        ((A, B), "different"),
    ]


def test_only_three_columns_are_needed() -> None:
    assert parse(f"ruling,other,one\nsame,{B},{A}\n", "r.csv") == (Ruling(A, B, "same"),)
    assert parse("", "r.csv") == parse(HEAD, "r.csv") == ()


@pytest.mark.parametrize(
    ("row", "what"),
    [
        (f"{A},{B},maybe,,,", "r.csv, line 2: the ruling 'maybe' is none of same, different"),
        (f"{A},{A},same,,,", "is ruled to be same as itself"),
        (f"{A},body/bo-cong-an-1,same,,,", "are not of one kind"),
        (f"{A},nobody,same,,,", "'nobody' names no person, body or directive"),
        (f"{A},{B},same,,yesterday,", "'yesterday' is no day such as 2025-07-01"),
    ],
)
def test_a_wrong_row_is_named(row: str, what: str) -> None:
    with pytest.raises(UsageError, match=what):
        parse(HEAD + row, "r.csv")


def test_a_file_without_its_columns_is_named() -> None:
    with pytest.raises(UsageError, match=r"r\.csv: its first row has no column 'one'"):
        parse("a,b,c\n1,2,3\n", "r.csv")
