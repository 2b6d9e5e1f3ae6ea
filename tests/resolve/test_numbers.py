"""Numbers of directives taken apart, and the terms that dates fall in."""

import pytest

from kg.resolve.numbers import Number, central_term, local_term, parse


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("21-NQ/TW", Number("21", None, "nq/tw", True)),
        ("28-CTr/TU", Number("28", None, "ctr/tu", True)),
        ("28 - Ctr/TU", Number("28", None, "ctr/tu", True)),
        ("01/2017/NĐ-CP", Number("1", "2017", "nđ/cp")),
        ("15/2008/QH12", Number("15", "2008", "qh12")),
        ("19-2017/NQ-CP", Number("19", "2017", "nq/cp")),
        ("68/QĐ-TW", Number("68", None, "qđ/tw", True)),
        ("05-CT/T.Ư", Number("5", None, "ct/tw", True)),
        ("33/2014", Number("33", "2014", None)),
        ("34", Number("34", None, None)),
        ("số", None),
    ],
)
def test_parts(text: str, number: Number | None) -> None:
    assert parse(text) == number


def test_codes_keep_their_marks() -> None:
    assert parse("21-HD/TW") != parse("21-HĐ/TW")


@pytest.mark.parametrize(
    ("text", "party", "central"),
    [
        ("21-NQ/TW", True, True),
        ("102/QĐ-TW", True, True),
        ("28-CTr/TU", True, False),
        ("01/CT-UBND", False, False),
        ("34", False, False),
    ],
)
def test_whose_number_it_is(text: str, party: bool, central: bool) -> None:
    number = parse(text)
    assert number
    assert (number.is_party, number.is_central) == (party, central)


@pytest.mark.parametrize(
    ("date", "term"),
    [
        ("2022-06-16", "XIII"),
        ("2022", "XIII"),
        ("2021", None),
        ("2021-01", "XII"),
        ("2021-01-31", "XII"),
        ("2021-02-01", "XIII"),
        ("2016-12-19", "XII"),
        ("1980", None),
        (None, None),
    ],
)
def test_central_terms(date: str | None, term: str | None) -> None:
    assert central_term(date) == term


@pytest.mark.parametrize(
    ("date", "term"),
    [
        ("2023-05-15", "2020"),
        ("2020-03", "2015"),
        ("2020-12", "2020"),
        ("2020", None),
        (None, None),
    ],
)
def test_local_terms(date: str | None, term: str | None) -> None:
    assert local_term(date) == term
