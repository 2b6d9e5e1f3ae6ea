"""Bodies, units and events: readable paths, and no two things under one."""

from dataclasses import replace

from hypothesis import given

from kg.model import Body, Event, Mention, Reading, Unit
from kg.resolve import complete, resolve
from tests.graph.readings import HUNG_YEN, VAN_LAM, article, corpora, full


def bodies(*given: tuple[str, Body]) -> list[str]:
    """The path of each body, in articles of these names."""
    identity = resolve(Reading(article(name), bodies=(body,)) for name, body in given)
    return [identity[Mention(name, "body", body.name)] for name, body in given]


def body(name: str, unit: Unit | None = None, local: bool = False) -> Body:
    return Body(name, "kind", None, unit, local)


def test_paths_are_readable() -> None:
    found = bodies(
        ("a", body("Huyện ủy Văn Lâm", VAN_LAM)),
        ("b", body("Tỉnh ủy Hưng Yên", HUNG_YEN)),
        ("c", body("Bộ Chính trị")),
    )
    assert [path.rpartition("-")[0] for path in found] == [
        "body/huyen-uy-van-lam-tinh-hung-yen",
        "body/tinh-uy-hung-yen",
        "body/bo-chinh-tri",
    ]


def test_the_same_name_and_unit_is_one_body() -> None:
    one, other = body("Huyện ủy Văn Lâm", VAN_LAM), body("Huyện uỷ Văn Lâm", VAN_LAM)
    assert len(set(bodies(("a", one), ("b", other)))) == 1


def test_bodies_of_no_known_place_are_never_one() -> None:
    assert (
        len(set(bodies(("a", body("Tỉnh ủy", local=True)), ("b", body("Tỉnh ủy", local=True)))))
        == 2
    )


def test_a_body_called_by_its_kind_alone_is_of_its_article() -> None:
    ministry = Body("Bộ", "body-ministry")
    assert len(set(bodies(("a", ministry), ("b", ministry)))) == 2
    office = Body("Văn phòng Chính phủ", "body-government-office")
    assert len(set(bodies(("a", office), ("b", office)))) == 1


def test_the_same_name_elsewhere_is_another_body() -> None:
    here = Unit("xã Tân Lập", "commune", VAN_LAM)
    there = Unit("xã Tân Lập", "commune", Unit("huyện Yên Mỹ", "district", HUNG_YEN))
    name = "Đảng ủy xã Tân Lập"
    assert len(set(bodies(("a", body(name, here)), ("b", body(name, there))))) == 2


def test_names_that_differ_only_by_marks_are_two() -> None:
    found = bodies(("a", body("Công ty Hoa Sen")), ("b", body("Công ty Hòa Sến")))
    assert len(set(found)) == 2
    assert all(path.startswith("body/cong-ty-hoa-sen-") for path in found)


def test_units_have_paths_up_to_the_province() -> None:
    identity = resolve([Reading(article("a"), bodies=(body("Huyện ủy Văn Lâm", VAN_LAM),))])
    district, province = (identity[Mention("a", "unit", u.path)] for u in (VAN_LAM, HUNG_YEN))
    assert district.startswith("unit/huyen-van-lam-tinh-hung-yen-")
    assert province.startswith("unit/tinh-hung-yen-")


def test_a_path_stays_when_another_body_differs_from_it_only_by_marks() -> None:
    alone = bodies(("a", body("Công ty Hoa Sen")))
    beside = bodies(("a", body("Công ty Hoa Sen")), ("b", body("Công ty Hòa Sến")))
    assert alone[0] == beside[0]


def events(*given: Event) -> list[str]:
    """The path of each event, each in an article of its own."""
    bodies = (body("Huyện ủy Văn Lâm", VAN_LAM),)
    identity = resolve(
        Reading(article(f"a{n}"), bodies=bodies, events=(event,)) for n, event in enumerate(given)
    )
    return [identity[Mention(f"a{n}", "event", "e1")] for n in range(len(given))]


MEETING = Event("hội nghị sơ kết", "2023-07-31", None, "Huyện ủy Văn Lâm")


def test_one_event_in_two_articles() -> None:
    assert len(set(events(MEETING, replace(MEETING, place="hội trường")))) == 1


def test_events_without_a_day_or_an_organizer_are_kept_apart() -> None:
    for open_one in (replace(MEETING, date=None), replace(MEETING, date="2023-07"),
                     replace(MEETING, organizer=None)):  # fmt: skip
        assert len(set(events(open_one, open_one))) == 2


def test_two_events_of_one_article_are_two() -> None:
    bodies = (body("Huyện ủy Văn Lâm", VAN_LAM),)
    identity = resolve([Reading(article("a"), bodies=bodies, events=(MEETING, MEETING))])
    assert identity[Mention("a", "event", "e1")] != identity[Mention("a", "event", "e2")]


@given(corpora())
def test_resolving_is_free_of_order(readings: list[Reading]) -> None:
    assert resolve(readings) == resolve(list(reversed(readings)))


def test_names_that_only_facts_tell_are_completed() -> None:
    bare = replace(full(), persons=(), bodies=())
    whole = complete(bare)
    assert {p.name for p in whole.persons} == {"Lê An", "Nguyễn Văn Hùng"}
    assert {b.name for b in whole.bodies} >= {
        "Huyện ủy Văn Lâm",
        "Tỉnh ủy Hưng Yên",
        "Bộ Chính trị",
    }
    assert all(b.local for b in whole.bodies)
    assert complete(full()) is full() or complete(full()) == full()
    assert resolve([whole])


def test_links_to_what_is_nowhere_told_are_dropped() -> None:
    reading = full()
    wrong = replace(reading.links[0], target="d9")
    assert complete(replace(reading, links=(*reading.links, wrong))).links == reading.links
