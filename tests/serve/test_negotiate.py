"""The Accept header chooses as RFC 9110 says."""

import pytest

from kg.serve.negotiate import choose

OFFERED = ("application/json", "text/csv", "text/turtle")


@pytest.mark.parametrize(
    ("accept", "chosen"),
    [
        ("", "application/json"),
        ("*/*", "application/json"),
        ("text/csv", "text/csv"),
        ("TEXT/CSV", "text/csv"),
        ("text/*", "text/csv"),
        ("text/*;q=0.5, text/turtle", "text/turtle"),
        ("text/*, text/csv;q=0.1", "text/turtle"),
        ("*/*, application/json;q=0", "text/csv"),
        ("text/csv;q=0.2, text/turtle; q=0.3", "text/turtle"),
        ("text/csv; header=present", "text/csv"),
        ("image/png, */*;q=0.1", "application/json"),
        ("image/png", None),
        ("text/csv;q=0", None),
        ("text/csv;q=none", "text/csv"),
        (",,;", None),
    ],
)
def test_choose(accept: str, chosen: str | None) -> None:
    assert choose(accept, OFFERED) == chosen
