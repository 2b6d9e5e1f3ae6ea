"""What matches what, and near misses that do not."""

import pytest

from kg.evaluate import likeness
from kg.evaluate.likeness import alike, overlap, same_value
from tests.evaluate.made import item


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Sở Nội vụ tỉnh Cao Bằng", "Sở Nội vụ Cao Bằng"),
        ("Ban Tổ chức của Tỉnh ủy", "Ban Tổ chức Tỉnh ủy"),
        ("Ban Chấp hành Trung ương Đảng Cộng sản", "Trung ương Đảng Cộng sản"),
    ],
)
def test_names_alike(one: str, other: str) -> None:
    assert 0.5 < alike(one, other) <= 1
    assert alike(one, other) == alike(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Huyện ủy Văn Lâm", "Huyện ủy Văn Giang"),
        ("Huyện ủy Văn Lâm", "Huyện ủy"),
        ("Tỉnh ủy Hưng Yên", "Huyện ủy Hưng Yên"),
        ("Phó Trưởng ban", "Trưởng ban"),
        ("", ""),
        ("Quốc hội", ""),
    ],
)
def test_names_not_alike(one: str, other: str) -> None:
    assert alike(one, other) == 0


def test_equal_names_are_more_alike_than_similar_ones() -> None:
    assert alike("Sở Y tế", "sở y tế") == 1
    assert alike("Sở Y tế tỉnh", "Sở Y tế") == 1 - 1 / 8


def test_overlap_counts_each_word_once() -> None:
    assert overlap("a b c", "c b x") == pytest.approx(2 / 3)
    assert overlap("a a", "a b") == 0.5
    assert overlap("", "a") == 0


def test_positions_may_split_role_and_organization_in_two_ways() -> None:
    one = item(person="Lê An", role="Trưởng Công an", organization="Công an huyện Ia Grai")
    other = item(person="LÊ AN", role="Trưởng", organization="Công an Công an huyện Ia Grai")
    assert likeness.like_position(one, other) == 1
    assert likeness.same_position(one, other) == 0
    assert likeness.same_position(one, one) == 1


@pytest.mark.parametrize(
    ("changed", "value"),
    [
        ({"person": "Lê Anh"}, 0),
        ({"role": "Phó Bí thư"}, 0),
        ({"organization": "Huyện ủy Văn Giang"}, 0),
        ({"status": "former"}, 1),
    ],
)
def test_positions_differ(changed: dict[str, str], value: float) -> None:
    post = {"person": "Lê An", "role": "Bí thư", "organization": "Huyện ủy Văn Lâm"}
    assert likeness.like_position(item(**post), item(**{**post, **changed})) == value


@pytest.mark.parametrize(
    ("number", "other", "value"),
    [
        ("21-NQ/TW", "21-nq/tw", 1),
        ("21", "21-NQ/TW", 0.9),
        ("21-NQ/TW", "21", 0.9),
        ("21-NQ/TW", "21-NQ/TU", 0),
        ("21-NQ/TW", "22", 0),
        ("21-NQ/TW", "", 0),
    ],
)
def test_directives_by_number(number: str, other: str, value: float) -> None:
    one, two = (item(type="Nghị quyết", number=n, name="Nghị quyết") for n in (number, other))
    assert likeness.like_directive(one, two) == value


def test_directives_by_name_and_type() -> None:
    law = item(type="Luật", name="Luật Đất đai 2013")
    assert likeness.like_directive(law, item(type="luật", name="Luật Đất đai 2013")) == 0.999
    assert 0.7 < likeness.like_directive(law, item(type="Luật", name="Luật Đất đai")) < 0.9
    assert likeness.like_directive(law, item(type="Luật", name="Luật Nhà ở 2014")) < 0.7
    assert likeness.like_directive(law, item(type="Bộ luật", name="Luật Đất đai 2013")) == 0


def test_links_by_type_and_both_ends() -> None:
    one = {"type": "carries_out", "from": "Sở Y tế tỉnh", "to": "#d1"}
    assert likeness.like_link(item(**one), item(**one)) == 1
    assert 0.5 < likeness.like_link(item(**one), item(**{**one, "from": "Sở Y tế"})) < 1
    for changed in ({"to": "#d2"}, {"to": "d1"}, {"from": "#d1"}, {"type": "presents"}):
        assert likeness.like_link(item(**one), item(**{**one, **changed})) == 0


@pytest.mark.parametrize(
    ("name", "gold", "told", "right"),
    [
        ("unit", "huyện Văn Lâm, tỉnh Hưng Yên", "Văn Lâm, Hưng Yên", True),
        ("issuer", "Tỉnh ủy Hưng Yên", "Ban Thường vụ Tỉnh ủy Hưng Yên", False),
        ("subject", "công tác cán bộ năm 2020", "công tác cán bộ", True),
        ("subject", "công tác cán bộ", "phòng chống lụt bão", False),
        ("status", "current", "former", False),
        ("since", "2020", "2020-08", False),
        ("date", "2020-08-12", "2020-08-12", True),
    ],
)
def test_values(name: str, gold: str, told: str, right: bool) -> None:
    assert same_value(name, gold, told) is right
