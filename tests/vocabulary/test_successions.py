"""What followed which: rows of the ontology, and what follows from them for local bodies."""

import pytest

from kg.model import Unit
from kg.vocabulary import body_followers, of_type, unit_followers

HAI_DUONG = Unit("tỉnh Hải Dương", "province")
THAI_BINH = Unit("tỉnh Thái Bình", "province")
BINH_DUONG = Unit("tỉnh Bình Dương", "province")
HUNG_YEN = Unit("tỉnh Hưng Yên", "province")


def test_a_province_went_into_another() -> None:
    (new,) = unit_followers(THAI_BINH)
    assert (new.name, new.unit, new.concept) == (
        "tỉnh Hưng Yên",
        HUNG_YEN,
        "succession-tinh-thai-binh-2025",
    )
    assert unit_followers(HUNG_YEN) == ()
    assert unit_followers(Unit("huyện Thái Bình", "district", THAI_BINH)) == ()


@pytest.mark.parametrize(
    ("name", "unit", "follower"),
    [
        ("Ban Kinh tế Trung ương", None, "Ban Chính sách, chiến lược Trung ương"),
        ("Bộ Giao thông vận tải", None, "Bộ Xây dựng"),
        ("Tỉnh ủy Thái Bình", THAI_BINH, "Tỉnh ủy Hưng Yên"),
        ("Ban Thường vụ Tỉnh ủy Hải Dương", HAI_DUONG, "Ban Thường vụ Thành ủy Hải Phòng"),
        ("Tỉnh ủy Bình Dương", BINH_DUONG, "Thành ủy Thành phố Hồ Chí Minh"),
        ("Ủy ban nhân dân tỉnh Hải Dương", HAI_DUONG, "Ủy ban nhân dân thành phố Hải Phòng"),
        ("Sở Kế hoạch và Đầu tư tỉnh Hưng Yên", HUNG_YEN, "Sở Tài chính tỉnh Hưng Yên"),
        ("Ban Dân vận Tỉnh ủy Hưng Yên", HUNG_YEN, "Ban Tuyên giáo và Dân vận Tỉnh ủy Hưng Yên"),
    ],
)
def test_a_body_was_followed(name: str, unit: Unit | None, follower: str) -> None:
    assert [new.name for new in body_followers(name, unit)] == [follower]


@pytest.mark.parametrize(
    ("name", "unit"),
    [
        ("Bộ Tài chính", None),
        ("Tỉnh ủy Hưng Yên", HUNG_YEN),
        ("Công ty Cấp nước tỉnh Thái Bình", THAI_BINH),
        ("Sở Kế hoạch và Đầu tư", None),
        ("Ban Tuyên giáo và Dân vận Tỉnh ủy Hưng Yên", HUNG_YEN),
        ("Huyện ủy Hải Hậu", Unit("huyện Hải Hậu", "district", Unit("tỉnh Nam Định", "province"))),
    ],
)
def test_a_body_was_followed_by_none_that_is_known(name: str, unit: Unit | None) -> None:
    assert body_followers(name, unit) == ()


def test_what_has_ended_within_its_province_did_not_go_into_another() -> None:
    (new,) = body_followers("Sở Giao thông vận tải tỉnh Thái Bình", THAI_BINH)
    assert new.name == "Sở Xây dựng tỉnh Thái Bình"


def test_nothing_follows_itself_by_however_many_steps() -> None:
    steps = {
        (concept.get("original"), concept.get("resulting")) for concept in of_type("Succession")
    }
    names = {old: [new for one, new in steps if one == old] for old, _ in steps}
    for start in names:
        seen, reached = set[str | None](), [start]
        while reached:
            name = reached.pop()
            assert name not in seen or name != start
            seen.add(name)
            reached += [new for new in names.get(name, []) if new not in seen]
            assert start not in names.get(name, []), name
