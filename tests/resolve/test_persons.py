"""Who is the same person: by name and context, in whatever order the articles come."""

from itertools import permutations

import pytest

from kg.model import Body, Membership, Mention, Person, Reading, Unit
from kg.resolve import resolve
from kg.resolve.clues import CLUES, Context
from tests.graph.readings import HANOI, HUNG_YEN, VAN_LAM, article

DISTRICT = Body("Huyện ủy Văn Lâm", "body-district-party-committee", None, VAN_LAM)
COUNCIL = Body("Hội đồng nhân dân huyện Văn Lâm", "body-peoples-council", None, VAN_LAM)
PROVINCE = Body("Tỉnh ủy Hưng Yên", "body-provincial-party-committee", None, HUNG_YEN)
CITY = Body("Thành ủy Hà Nội", "body-city-party-committee", None, HANOI)
PLACELESS = Body("Tỉnh ủy", "body-provincial-party-committee", local=True)
POLITBURO = Body("Bộ Chính trị", "body-politburo")
GOVERNMENT = Body("Chính phủ", "body-government")
COMPANY = Body("Công ty Hoa Sen", "body-company")


def told(
    name: str,
    person: str,
    *bodies: Body,
    beside: tuple[str, ...] = (),
    place: Unit | None = None,
    published: str | None = None,
) -> Reading:
    """An article that tells of one person in posts of some bodies, beside others, on a place."""
    here = (Body("Ủy ban nhân dân", "body-peoples-committee", None, place),) if place else ()
    return Reading(
        article(name, published),
        tuple(Person(n) for n in (person, *beside)),
        (*bodies, *here),
        tuple(Membership(person, "Ủy viên", body.name) for body in bodies),
    )


def people(person: str, *readings: Reading) -> list[str]:
    """The path of a person in each reading; the same in whatever order they come."""
    found = [
        [resolve(order)[Mention(r.article.id, "person", person)] for r in readings]
        for order in permutations(readings)
    ]
    assert all(other == found[0] for other in found)
    return found[0]


def test_two_posts_in_one_body_are_one_person() -> None:
    assert (
        len(set(people("Lê An", told("a", "Lê An", DISTRICT), told("b", "Lê An", DISTRICT)))) == 1
    )


def test_two_posts_in_one_district_are_one_person() -> None:
    assert len(set(people("Lê An", told("a", "Lê An", DISTRICT), told("b", "Lê An", COUNCIL)))) == 1


def test_two_posts_in_one_province_are_one_person() -> None:
    assert (
        len(set(people("Lê An", told("a", "Lê An", DISTRICT), told("b", "Lê An", PROVINCE)))) == 1
    )


def test_two_central_posts_are_one_person() -> None:
    found = people("Lê An", told("a", "Lê An", POLITBURO), told("b", "Lê An", GOVERNMENT))
    assert len(set(found)) == 1


def test_the_president_is_at_the_centre() -> None:
    president = Membership("Lê An", "Chủ tịch nước", None, "position-chu-tich-nuoc")
    readings = [
        Reading(article(name), (Person("Lê An"),), memberships=(president,)) for name in "ab"
    ]
    assert len(set(people("Lê An", *readings))) == 1


def test_beside_the_same_people_in_the_same_place_they_are_one() -> None:
    found = people(
        "Lê An",
        told("a", "Lê An", beside=("Vũ Bình",), place=VAN_LAM),
        told("b", "Lê An", beside=("Vũ Bình",), place=VAN_LAM),
    )
    assert len(set(found)) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (told("a", "Lê An", PROVINCE), told("b", "Lê An", CITY)),
        (told("a", "Lê An", PLACELESS), told("b", "Lê An", PLACELESS)),
        (told("a", "Lê An"), told("b", "Lê An")),
        (told("a", "Lê An", COMPANY), told("b", "Lê An", POLITBURO)),
        (told("a", "Lê An", place=HUNG_YEN), told("b", "Lê An", place=HUNG_YEN)),
    ],
    ids=["other provinces", "no known place", "no context", "a company", "a place alone"],
)
def test_a_name_alone_is_not_enough(one: Reading, other: Reading) -> None:
    assert len(set(people("Lê An", one, other))) == 2


def test_names_that_differ_only_by_marks_are_two() -> None:
    identity = resolve([told("a", "Lê An", DISTRICT), told("b", "Lê Ấn", DISTRICT)])
    paths = {path for mention, path in identity.items() if mention.kind == "person"}
    assert len(paths) == 2


def test_spellings_of_one_name_are_one() -> None:
    identity = resolve([told("a", "Võ Thúy Hoà", DISTRICT), told("b", "Võ Thuý Hòa", DISTRICT)])
    paths = {path for mention, path in identity.items() if mention.kind == "person"}
    assert len(paths) == 1


def test_the_path_stays_when_later_articles_come() -> None:
    first = told("a", "Lê An", DISTRICT, published="2022-01-01")
    later = told("0", "Lê An", COUNCIL, published="2023-01-01")
    assert people("Lê An", first)[0] == people("Lê An", first, later)[0]
    assert people("Lê An", first)[0].startswith("person/le-an-")


def those(*names: str) -> frozenset[str]:
    return frozenset(names)


BARE = Context("lê an", callings=those("luật sư"))
OFFICIAL = Context(
    "lê văn an", those("b"), those("bí thư"), those("d"), those("p"), those("q"), those("x", "y"),
    those("z"), those("trung tá", "đại biểu"), those("1960"), holds=True, days=those("2022-01-01"),
)  # fmt: skip
PRIVATE = Context("lê văn an", private=True, born=those("1980"), days=those("2022-01-01"))
FAR = Context("lê văn an", those("c"), provinces=those("r"), held=True, days=those("2022-01-01"))
LEADER = Context("lê văn an", those("e"), central=True, holds=True, articles=9)
KNOWN = Context("lê văn an")
PAIRS = (
    (OFFICIAL, OFFICIAL),
    (OFFICIAL, PRIVATE),
    (OFFICIAL, FAR),
    (LEADER, LEADER),
    (LEADER, KNOWN),
    (LEADER, OFFICIAL),
    (KNOWN, KNOWN),
    (Context("đinh la thăng"), Context("đinh la thăng")),
    (Context("lê lăng an"), Context("lê lăng an")),
)


def test_every_clue_has_a_sentence_and_gives_a_reason() -> None:
    assert all(clue.holds.__doc__ for clue in CLUES)
    assert all(any(clue.holds(*pair) for pair in PAIRS) for clue in CLUES)
    assert all(clue.holds(a, b) == clue.holds(b, a) for clue in CLUES for a, b in PAIRS)
    assert not any(clue.holds(BARE, LEADER) for clue in CLUES)
