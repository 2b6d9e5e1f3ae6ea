"""Who held a post on a day: told by beginning and end, else seen near it, and which of the two."""

import pytest

from kg.errors import UsageError
from kg.model import Reading
from kg.query.questions import ask
from tests.graph.test_contradictions import holds, store_of

TOLD = (
    holds("a", "Lê An", "2021-01-05", status="starts", since="2021-01-01"),
    holds("b", "Lê An", "2022-03-01"),
    holds("c", "Lê An", "2023-06-02", status="ends", until="2023-06"),
    holds("d", "Võ Bình", "2023-06-02", status="starts", since="2023-06-01"),
    holds("e", "Võ Bình", "2024-05-01"),
)
SEEN = (
    holds("a", "Lê An", "2021-01-05"),
    holds("b", "Lê An", "2021-10-05"),
    holds("c", "Võ Bình", "2022-09-01"),
)
OPEN = (
    holds("a", "Lê An", "2015-01-05", status="starts", since="2015-01-01"),
    holds("d", "Võ Bình", "2020-06-02", status="starts", since="2020-06-01"),
)
LEFT = (holds("a", "Lê An", "2021-01-05"), holds("b", "Lê An", "2021-06-01", status="former"))


def on(day: str, readings: tuple[Reading, ...]) -> list[tuple[object, ...]]:
    """The holders on a day: name, and how that is known."""
    found = ask(store_of(*readings), "holders", {"position": "bi thu huyen uy", "on": day})
    return [(row["name"], row["basis"]) for row in found.dicts()]


@pytest.mark.parametrize(
    ("readings", "day", "expected"),
    [
        (TOLD, "2020-12-31", []),
        (TOLD, "2021-06-01", [("Lê An", "told")]),
        (TOLD, "2023-06-15", [("Lê An", "told"), ("Võ Bình", "told")]),
        (TOLD, "2023-12-01", [("Võ Bình", "told")]),
        (TOLD, "2030-01-01", [("Võ Bình", "told, no end known")]),
        (OPEN, "2018-01-01", [("Lê An", "told, no end known")]),
        (OPEN, "2022-01-01", [("Võ Bình", "told, no end known")]),
        (SEEN, "2019-06-01", []),
        (SEEN, "2020-06-01", [("Lê An", "observed")]),
        (SEEN, "2021-06-01", [("Lê An", "observed")]),
        (SEEN, "2022-02-01", [("Lê An", "observed"), ("Võ Bình", "observed")]),
        (SEEN, "2026-01-01", []),
        (LEFT, "2021-03-01", [("Lê An", "observed")]),
        (LEFT, "2021-07-01", []),
    ],
)
def test_who_held_it(
    readings: tuple[Reading, ...], day: str, expected: list[tuple[str, str]]
) -> None:
    assert on(day, readings) == expected


def test_what_was_seen_and_told_stands_beside_it() -> None:
    found = ask(store_of(*TOLD), "holders", {"position": "Bí thư Huyện ủy", "on": "2022-12-01"})
    (row,) = found.dicts()
    assert (row["since"], row["until"]) == ("2021-01-01", "2023-06")
    assert (row["seen_before"], row["seen_after"]) == ("2022-03-01", "2023-06-02")


def test_a_day_is_a_day() -> None:
    with pytest.raises(UsageError, match=r"'31/7/2023' is no day such as 2023-07-31"):
        ask(store_of(*SEEN), "holders", {"position": "bi thu", "on": "31/7/2023"})
