"""Contradictions of articles are found, kept side by side, and told with their sentences."""

from dataclasses import replace
from itertools import chain

import pytest

from kg.graph import Store, describe
from kg.graph.check import check, contradictions
from kg.graph.ontology import ontology_quads
from kg.model import Body, Directive, Event, Membership, Person, Reading, Status
from kg.resolve import resolve
from kg.vocabulary import ontology_files
from tests.graph.readings import BODIES, article, seen

COMMITTEE = BODIES["Huyện ủy Văn Lâm"]
SEAT = "Bí thư Huyện ủy Văn Lâm"


def store_of(*readings: Reading) -> Store:
    """A graph in memory, with the ontology, which says what has one holder."""
    identity = resolve(readings)
    told = (quad for reading in readings for quad in describe(reading, identity))
    return Store.memory(chain(ontology_quads(ontology_files()), told))


def holds(
    name: str,
    person: str,
    published: str | None = None,
    *,
    status: Status = "current",
    since: str | None = None,
    until: str | None = None,
    role: str = "Bí thư",
) -> Reading:
    """An article that tells of a person in a post of one body."""
    concept = {"Bí thư": "position-bi-thu"}.get(role, "position-pho-bi-thu")
    post = Membership(person, role, COMMITTEE.name, concept, status, since, until, evidence=seen())
    return Reading(article(name, published), (Person(person, (), seen()),), (COMMITTEE,), (post,))


def issues(name: str, date: str | None, issuer: Body) -> Reading:
    """An article that tells of one directive."""
    resolution = Directive(
        "d1", "Nghị quyết", "Nghị quyết số 21-NQ/TW", None, "21-NQ/TW", date, issuer.name, None,
        "XIII", evidence=seen(),
    )  # fmt: skip
    bodies = (replace(issuer, evidence=seen()),)
    return Reading(article(name), bodies=bodies, directives=(resolution,))


def meets(name: str, place: str) -> Reading:
    """An article that tells of one meeting."""
    event = Event("hội nghị", "2023-07-31", place, COMMITTEE.name, evidence=seen())
    return Reading(article(name), bodies=(COMMITTEE,), events=(event,))


POLITBURO = Body("Bộ Chính trị", "body-politburo")
CENTRE = Body("Ban Chấp hành Trung ương Đảng", "body-central-committee")
FOUND = {
    "two holders on a day": (
        [holds("a", "Lê An", "2022-01-01"), holds("b", "Võ Bình", "2022-01-01")],
        f"Lê An and Võ Bình both are {SEAT} on 2022-01-01",
    ),
    "two holders in turn": (
        [
            holds("a", "Lê An", "2022-01-01"),
            holds("b", "Võ Bình", "2022-05-01"),
            holds("c", "Lê An", "2022-09-01"),
        ],
        f"Lê An is {SEAT} on 2022-01-01 and on 2022-09-01, Võ Bình in between, on 2022-05-01",
    ),
    "held after its end": (
        [
            holds("a", "Lê An", "2022-01-01", status="ends", until="2021-12"),
            holds("b", "Lê An", "2022-05-01"),
        ],
        f"Lê An leaves the post of {SEAT} in 2021-12, and holds it on 2022-05-01",
    ),
    "two beginnings": (
        [
            holds("a", "Lê An", status="starts", since="2021-12-01"),
            holds("b", "Lê An", status="starts", since="2021-12-11"),
        ],
        f"Lê An becomes {SEAT} in 2021-12-01 and in 2021-12-11",
    ),
    "two dates of a directive": (
        [issues("a", "2022-06-16", CENTRE), issues("b", "2022-06-17", CENTRE)],
        "Nghị quyết 21-NQ/TW is of 2022-06-16 and of 2022-06-17",
    ),
    "two issuers of a directive": (
        [issues("a", "2022-06-16", CENTRE), issues("b", "2022-06-16", POLITBURO)],
        "Nghị quyết 21-NQ/TW is issued by Ban Chấp hành Trung ương Đảng and by Bộ Chính trị",
    ),
    "two places of an event": (
        [meets("a", "Hà Nội"), meets("b", "Hưng Yên")],
        "hội nghị, 2023-07-31 is told to be at Hà Nội and at Hưng Yên",
    ),
}


@pytest.mark.parametrize("case", FOUND)
def test_it_is_found_and_each_side_is_told(case: str) -> None:
    readings, message = FOUND[case]
    store = store_of(*readings)
    # Who is named first hangs on hashes.
    found = [c for c in contradictions(store) if sorted(c.message) == sorted(message)]
    assert len(found) == 1, [c.message for c in contradictions(store)]
    assert len(found[0].sentences) == 2
    assert {sentence.rpartition("[")[2][0] for sentence in found[0].sentences} <= set("abc")
    assert check(store) == [], "both sides stay, and neither is a fault of the graph"


@pytest.mark.parametrize(
    "readings",
    [
        [holds("a", "Lê An", "2022-01-01"), holds("b", "Võ Bình", "2022-05-01")],
        [holds("a", "Lê An", "2022-01-01"), holds("b", "Võ Bình", "2022-01-01", status="starts")],
        [holds(n, p, "2022-01-01", role="Phó Bí thư") for n, p in (("a", "Lê An"), ("b", "Võ B"))],
        [holds("a", "Lê An"), holds("b", "Võ Bình")],
        [
            holds("a", "Lê An", status="ends", until="2021"),
            holds("b", "Lê An", "2021-06-01"),
        ],
        [
            holds("a", "Lê An", status="starts", since="2021"),
            holds("b", "Lê An", status="starts", since="2021-12-11"),
        ],
        [
            holds("a", "Lê An", status="starts", since="2010-12-01"),
            holds("b", "Lê An", status="starts", since="2015-12-11"),
        ],
        [issues("a", "2022", CENTRE), issues("b", "2022-06-16", CENTRE)],
        [meets("a", "Hưng Yên"), meets("b", "thành phố Hưng Yên")],
    ],
    ids=[
        "one after the other", "who leaves and who comes", "several deputies", "no days",
        "within the year of the end", "a year and a day of it", "two tenures", "a year and a day",
        "a place in a place",
    ],
)  # fmt: skip
def test_what_may_be_so_is_no_contradiction(readings: list[Reading]) -> None:
    assert contradictions(store_of(*readings)) == []
