"""Who is the same person: by name and context, in whatever order the articles come."""

from collections.abc import Sequence
from itertools import permutations
from typing import Any

import pytest

from kg.model import Body, Membership, Mention, Person, Reading, Unit
from kg.resolve import Ruling, candidates, resolve
from kg.resolve.clues import CLUES, Clue, Context
from kg.resolve.rulings import made
from tests.graph.readings import HANOI, HUNG_YEN, VAN_LAM, article

DISTRICT = Body("Huyện ủy Văn Lâm", "body-district-party-committee", None, VAN_LAM)
COUNCIL = Body("Hội đồng nhân dân huyện Văn Lâm", "body-peoples-council", None, VAN_LAM)
PROVINCE = Body("Tỉnh ủy Hưng Yên", "body-provincial-party-committee", None, HUNG_YEN)
CITY = Body("Thành ủy Hà Nội", "body-city-party-committee", None, HANOI)
YEN_MY = Unit("huyện Yên Mỹ", "district", HUNG_YEN)
OTHER_DISTRICT = Body("Huyện ủy Yên Mỹ", "body-district-party-committee", None, YEN_MY)
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
        (
            told("a", "Lê An", DISTRICT, published="2022-01-01"),
            told("b", "Lê An", OTHER_DISTRICT, published="2022-01-01"),
        ),
    ],
    ids=[
        "other provinces",
        "no known place",
        "no context",
        "a company",
        "a place alone",
        "two districts of one province on one day",
    ],
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


def told_as(name: str = "lê văn an", **known: Any) -> Context:
    """A context; what is known of it is given as lists of words or as numbers."""
    sets = {key: frozenset(v) if isinstance(v, list) else v for key, v in known.items()}
    return Context(name, **sets)


OFFICIAL = told_as(
    bodies=["b"], roles=["bí thư"], districts=["d"], provinces=["p"], around=["q"],
    people=["x", "y"], leaders=["z"], headlines=["hội nghị sơ kết công tác"],
    callings=["trung tá"], born=["1960"], holds=True, days=["2022-01-01"],
)  # fmt: skip
PRIVATE = told_as(private=True, callings=["cháu"], born=["1980"], days=["2022-01-01"])
FAR = told_as(bodies=["c"], districts=["e"], provinces=["r"], held=True, days=["2022-01-01"])
LEADER = told_as(bodies=["e"], central=True, holds=True, articles=9)
KNOWN = told_as()
DOCTOR = told_as(callings=["bác sĩ"])
CONTEXTS = (
    OFFICIAL, PRIVATE, FAR, LEADER, KNOWN, DOCTOR, told_as("đinh la thăng"), told_as("lê lăng an"),
)  # fmt: skip


@pytest.mark.parametrize("clue", CLUES, ids=lambda clue: clue.holds.__name__)
def test_a_clue_has_a_sentence_gives_a_reason_and_knows_no_order(clue: Clue) -> None:
    assert clue.holds.__doc__
    pairs = [(a, b) for a in CONTEXTS for b in CONTEXTS if a.name == b.name]
    assert any(clue.holds(*pair) for pair in pairs)
    assert all(bool(clue.holds(a, b)) == bool(clue.holds(b, a)) for a, b in pairs)
    assert not clue.holds(told_as(callings=["luật sư"]), LEADER) or clue.weight < 0


def test_a_longer_form_of_the_name_is_no_company() -> None:
    beside = told_as("tuấn anh", people=["trần tuấn anh", "tuấn anh"])
    assert not any(c.holds(beside, beside) for c in CLUES if c.holds.__name__ == "same_company")


def test_deputies_are_not_at_the_centre() -> None:
    assembly = Body("Quốc hội", "body-national-assembly")
    deputy = Membership("Lê An", "Đại biểu", assembly.name, "position-dai-bieu")
    one = Reading(article("a"), (Person("Lê An"),), (assembly,), (deputy,))
    assert len(set(people("Lê An", one, told("b", "Lê An", GOVERNMENT)))) == 2


def ruled(*rulings: Ruling, readings: Sequence[Reading]) -> list[str]:
    """The path of Lê An in each reading, by some rulings."""
    identity = resolve(readings, rulings)
    return [
        next(p for m, p in identity.items() if (m.article, m.kind) == (r.article.id, "person"))
        for r in readings
    ]


def test_a_ruling_goes_before_every_clue() -> None:
    readings = [told("a", "Lê An", PROVINCE), told("b", "Lê An", CITY), told("c", "Lê An", CITY)]
    a, b, c = ruled(readings=readings)
    assert a != b == c
    assert len({*ruled(made(a, b, "same"), readings=readings)}) == 1
    own = {r.article.id: next(x.own for x in candidates(r) if x.mention.kind == "person")
           for r in readings}  # fmt: skip
    for judgement in ("different", "unsure"):
        told_apart = made(own["b"], own["c"], judgement)
        assert len({*ruled(told_apart, readings=readings)}) == 3


def test_a_ruling_brings_two_names_together() -> None:
    readings = [told("a", "Lê An", PROVINCE), told("b", "Võ Bình", CITY)]
    a, b = ruled(readings=readings)
    assert ruled(made(b, a, "same"), readings=readings) == [a, a], "the older path stays"


def test_what_is_ruled_different_takes_its_own_with_it() -> None:
    """One ruling parts two groups, not one mention from all others."""
    readings = [told(n, "Lê An", DISTRICT) for n in "ab"] + [
        told(n, "Lê An", COUNCIL) for n in "cd"
    ]
    assert len({*ruled(readings=readings)}) == 1
    own = [next(x.own for x in candidates(r) if x.mention.kind == "person") for r in readings]
    a, b, c, d = ruled(made(own[0], own[2], "different"), readings=readings)
    assert a == b != c == d
