"""What the stored questions answer where articles say little, or say it late."""

from dataclasses import replace

import pytest

from kg.model import Body, Directive, Event, Link, Membership, Participation, Person, Reading
from kg.query.answer import Rows
from kg.query.questions import ask
from tests.graph.readings import BODIES, article, seen
from tests.graph.test_contradictions import holds, store_of

COMMITTEE = BODIES["Huyện ủy Văn Lâm"]
COUNCIL = BODIES["Hội đồng nhân dân huyện Văn Lâm"]
SEAT = {"position": "bi thu huyen uy van lam"}
BODY = {"body": "huyen uy van lam"}


def answer(readings: tuple[Reading, ...], name: str, given: dict[str, str]) -> Rows:
    return ask(store_of(*readings), name, given)


def column(rows: Rows, *names: str) -> list[tuple[object, ...]]:
    return [tuple(row[name] for name in names) for row in rows.dicts()]


def with_term(reading: Reading, term: str) -> Reading:
    """The reading, its holding over a term of office, whose years it takes as its own."""
    since, until = term.split("-")
    held = replace(reading.memberships[0], term=term, since=since, until=until)
    return replace(reading, memberships=(held,))


TURNS = (
    holds("a", "Lê An", "2019-05-01"),
    holds("b", "Lê An", "2021-06-01", status="ends"),
    holds("c", "Võ Bình", "2021-06-01", status="starts"),
    holds("d", "Hồ Cúc", "2023-02-01", status="starts", since="2023-01-15"),
    holds("e", "Mai Dung", "2024-01-01", status="former"),
)


def test_holders_come_in_their_order_with_those_before_and_after() -> None:
    rows = answer(TURNS, "seat", SEAT)
    assert column(rows, "name", "predecessor", "successor") == [
        ("Lê An", "", "Võ Bình"),
        ("Võ Bình", "Lê An", "Hồ Cúc"),
        ("Hồ Cúc", "Võ Bình", ""),
        ("Mai Dung", "", ""),  # a former holder, nobody says when
    ]


def test_the_predecessor_of_one_holder() -> None:
    rows = answer(TURNS, "seat", SEAT | {"person": "ho cuc"})
    assert column(rows, "name", "predecessor", "since") == [("Hồ Cúc", "Võ Bình", "2023-01-15")]


def test_the_years_of_a_term_are_not_those_of_its_holder() -> None:
    late = with_term(holds("b", "Võ Bình", "2023-08-08", status="starts"), "2020-2025")
    readings = (holds("a", "Lê An", "2021-01-05"), late)
    assert column(answer(readings, "seat", SEAT), "name") == [("Lê An",), ("Võ Bình",)]
    on_day = SEAT | {"on": "2021-01-05"}
    assert column(answer(readings, "holders", on_day), "name") == [("Lê An",)]
    assert column(answer(readings, "changes", {}), "day", "name") == [("2023-08-08", "Võ Bình")]


def test_who_leaves_before_a_term_is_over_has_left() -> None:
    left = with_term(holds("a", "Lê An", "2021-07-02", status="ends"), "2020-2025")
    readings = (holds("b", "Lê An", "2021-01-01"), left)
    assert column(answer(readings, "holders", SEAT | {"on": "2021-03-01"}), "name") == [("Lê An",)]
    assert column(answer(readings, "holders", SEAT | {"on": "2021-09-01"}), "name") == []
    assert column(answer(readings, "changes", {}), "day", "kind") == [("2021-07-02", "dismissal")]


def test_who_leaves_on_a_day_held_the_post_until_then() -> None:
    left = (holds("a", "Lê An", "2021-07-02", status="ends"),)
    for day, names in (("2021-06-30", [("Lê An",)]), ("2021-07-02", []), ("2020-01-01", [])):
        assert column(answer(left, "holders", SEAT | {"on": day}), "name") == names
    later = (holds("a", "Lê An", "2021-11-18", status="ends", until="2021-12-01"),)
    assert column(answer(later, "holders", SEAT | {"on": "2021-11-20"}), "name") == [("Lê An",)]


def test_a_former_holder_does_not_hold_it_to_the_end_of_the_term() -> None:
    taken = with_term(holds("a", "Lê An", "2021-07-02", status="starts"), "2020-2025")
    former = holds("b", "Lê An", "2024-10-07", status="former")
    on_day = SEAT | {"on": "2024-12-01"}
    assert column(answer((taken, former), "holders", on_day), "name") == []


def test_who_leaves_later_than_the_next_begins_is_still_the_predecessor() -> None:
    readings = (
        holds("a", "Lê An", "2021-11-18", status="ends", until="2021-12-01"),
        holds("b", "Võ Bình", "2021-11-18", status="starts"),
    )
    assert column(answer(readings, "seat", SEAT), "name") == [("Lê An",), ("Võ Bình",)]


def test_holders_now_are_those_of_the_newest_article() -> None:
    assert column(answer(TURNS, "holders", SEAT), "name") == [("Hồ Cúc",)]


@pytest.mark.parametrize(
    ("period", "names"),
    [
        ({}, ["Hồ Cúc", "Lê An", "Lê An", "Mai Dung", "Võ Bình"]),
        ({"from": "2022"}, ["Hồ Cúc"]),
        ({"to": "2020"}, ["Lê An"]),
        ({"from": "2021-06", "to": "2021"}, ["Lê An", "Võ Bình"]),
        ({"from": "2021-06-02", "to": "2022"}, []),
        ({"from": "2023-01", "to": "2023-01"}, ["Hồ Cúc"]),
    ],
)
def test_members_over_a_period(period: dict[str, str], names: list[str]) -> None:
    assert [name for (name,) in column(answer(TURNS, "members", BODY | period), "name")] == names


def two_posts(name: str, day: str | None, *held: tuple[str, str, Body]) -> Reading:
    """An article that tells of posts of Lê An: role, status, body."""
    posts = tuple(
        Membership("Lê An", role, body.name, "position-bi-thu", status, None, None, evidence=seen())  # type: ignore[arg-type]
        for role, status, body in held
    )
    bodies = tuple(dict.fromkeys(body for _, _, body in held))
    return Reading(article(name, day), (Person("Lê An", (), seen()),), bodies, posts)


def test_a_transfer_leaves_and_takes_up_by_one_article() -> None:
    moved = two_posts(
        "a", "2022-02-02", ("Bí thư", "ends", COMMITTEE), ("Chủ tịch", "starts", COUNCIL)
    )
    assert column(answer((moved,), "changes", {}), "kind", "what") == [
        ("transfer", "takes up"),
        ("transfer", "leaves"),
    ]
    only = answer((moved, TURNS[2]), "changes", {"change": "appointment"})
    assert column(only, "name") == [("Võ Bình",)]
    assert len(answer((moved,), "changes", {"to": "2022-02-01"})) == 0
    assert len(answer((moved,), "changes", {"from": "2022-02-02", "to": "2022-02"})) == 2


@pytest.mark.parametrize("day", ["2022-02-02", None])
def test_a_party_and_a_state_post_at_once(day: str | None) -> None:
    both = two_posts("a", day, ("Bí thư", "current", COMMITTEE), ("Chủ tịch", "current", COUNCIL))
    found = column(answer((both,), "party-and-state", {}), "party", "state", "both_from")
    assert found == [("Bí thư Huyện ủy Văn Lâm", "Chủ tịch Hội đồng nhân dân huyện Văn Lâm", day)]


def test_a_party_post_after_a_state_post_is_not_at_once() -> None:
    first = two_posts("a", "2019-01-01", ("Chủ tịch", "current", COUNCIL))
    then = two_posts("b", "2021-01-01", ("Bí thư", "current", COMMITTEE))
    assert len(answer((first, then), "party-and-state", {})) == 0
    again = two_posts("c", "2022-01-01", ("Chủ tịch", "current", COUNCIL))
    rows = answer((first, then, again), "party-and-state", {})
    assert column(rows, "both_from", "both_to") == [("2021-01-01", "2021-01-01")]


def chain(*links: tuple[str, str]) -> Reading:
    """An article in which plans implement each other: (lower, upper) numbers."""
    numbers = dict.fromkeys(number for link in links for number in link)
    ids = {number: f"d{place}" for place, number in enumerate(numbers, 1)}
    documents = tuple(
        Directive(ids[n], "Kế hoạch", f"Kế hoạch số {n}", None, n, "2023-01-01", None, None, None,
                  evidence=seen())
        for n in numbers
    )  # fmt: skip
    told = tuple(Link(ids[low], "implements", ids[high], seen()) for low, high in links)
    return Reading(article("a", "2023-02-01"), directives=documents, links=told)


def test_a_walk_takes_every_step_once_even_in_a_circle() -> None:
    readings = (chain(("2-KH/HU", "1-KH/TU"), ("3-KH/ĐU", "2-KH/HU"), ("1-KH/TU", "3-KH/ĐU")),)
    rows = answer(readings, "implementing", {"directive": "1-kh/tu"})
    assert column(rows, "level", "by", "what") == [
        (1, "Kế hoạch 2-KH/HU", "Kế hoạch 1-KH/TU"),
        (2, "Kế hoạch 3-KH/ĐU", "Kế hoạch 2-KH/HU"),
        (3, "Kế hoạch 1-KH/TU", "Kế hoạch 3-KH/ĐU"),
    ]


def test_a_chain_goes_up_every_way() -> None:
    readings = (chain(("3-KH/ĐU", "2-KH/HU"), ("3-KH/ĐU", "1-KH/TU"), ("2-KH/HU", "1-KH/TU")),)
    rows = answer(readings, "chain", {"directive": "3-KH/ĐU"})
    assert sorted(column(rows, "level", "by", "what")) == [
        (1, "Kế hoạch 3-KH/ĐU", "Kế hoạch 1-KH/TU"),
        (1, "Kế hoạch 3-KH/ĐU", "Kế hoạch 2-KH/HU"),
        (2, "Kế hoạch 2-KH/HU", "Kế hoạch 1-KH/TU"),
    ]


def meeting(name: str, *people: str) -> Reading:
    """An article that tells who took part in a meeting."""
    took_part = tuple(Participation(person, "speaks", seen()) for person in people)
    event = Event("hội nghị", "2023-07-31", f"nơi {name}", None, took_part, seen())
    persons = tuple(Person(person, (), seen()) for person in people)
    return Reading(article(name, "2023-08-01"), persons, events=(event,))


def joined(*readings: Reading) -> Reading:
    """One article that tells what several do, so that its persons are the same throughout."""
    return Reading(
        readings[0].article,
        tuple(dict.fromkeys(person for reading in readings for person in reading.persons)),
        tuple(dict.fromkeys(body for reading in readings for body in reading.bodies)),
        tuple(held for reading in readings for held in reading.memberships),
        events=tuple(event for reading in readings for event in reading.events),
    )


def test_the_shortest_connection_is_found_through_others() -> None:
    meetings = (meeting("a", "Lê An", "Võ Bình"), meeting("b", "Hồ Cúc", "Mai Dung"))
    posts = (holds("c", "Võ Bình"), holds("d", "Hồ Cúc", role="Phó Bí thư"))
    readings = (joined(*meetings, *posts),)
    ends = {"person": "le an", "other": "mai dung"}
    rows = answer(readings, "connection", ends)
    way = [start for (start,) in column(rows, "from")] + [column(rows, "to")[-1][0]]
    assert [place for place in way if place in ("Lê An", "Võ Bình", "Hồ Cúc", "Mai Dung")] == [
        "Lê An", "Võ Bình", "Hồ Cúc", "Mai Dung",
    ]  # fmt: skip
    assert len(rows) == 6
    assert all(sentence for (sentence,) in column(rows, "sentence"))
    assert len(answer((joined(*meetings),), "connection", ends)) == 0
    assert len(answer(readings, "connection", {"person": "le an", "other": "le an"})) == 0


def test_who_met_whom() -> None:
    readings = (joined(meeting("a", "Lê An", "Võ Bình"), meeting("b", "Lê An", "Hồ Cúc")),)
    assert column(answer(readings, "met", {"person": "le an"}), "name") == [
        ("Hồ Cúc",),
        ("Võ Bình",),
    ]
    one = answer(readings, "met", {"person": "le an", "other": "vo binh"})
    assert column(one, "name", "place") == [("Võ Bình", "nơi a")]


def test_what_two_articles_tell_is_not_told_once() -> None:
    readings = (holds("a", "Lê An", "2021-01-01"), holds("b", "Lê An", "2021-02-01"), TURNS[2])
    assert column(answer(readings, "told-once", {}), "fact", "told_by") == [
        ("Võ Bình: Bí thư Huyện ủy Văn Lâm", "c")
    ]
    assert len(answer(readings, "told-once", {"about": "le an"})) == 0
    assert len(answer(readings, "told-once", {"from": "2022"})) == 0


def test_both_sides_of_a_contradiction_are_told() -> None:
    readings = (holds("a", "Lê An", "2022-01-01"), holds("b", "Võ Bình", "2022-01-01"))
    rows = answer(readings, "contradictions", {})
    message = "Lê An and Võ Bình both are Bí thư Huyện ủy Văn Lâm on 2022-01-01"
    assert column(rows, "contradiction", "article") == [(message, "a"), (message, "b")]
    assert len(answer(readings, "contradictions", {"about": "le an"})) == 2
    assert len(answer((*readings, TURNS[3]), "contradictions", {"about": "ho cuc"})) == 0
