"""Words that only point to a body: which one they mean, and that none is invented."""

import pytest

from tests.extract.told import names, read


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hội nghị tại huyện Văn Lâm. Huyện ủy báo cáo Tỉnh ủy.",
         ["Huyện ủy Văn Lâm", "Tỉnh ủy Hưng Yên"]),
        ("Tỉnh ủy đã họp. Đảng ủy xã Lạc Hồng, huyện Văn Lâm báo cáo.",
         ["Tỉnh ủy Hưng Yên", "Đảng ủy xã Lạc Hồng"]),
        ("Huyện ủy Văn Lâm đã họp. Ban Thường vụ thảo luận.",
         ["Huyện ủy Văn Lâm", "Ban Thường vụ Huyện ủy Văn Lâm"]),
        ("Ủy viên Ban Thường vụ, Trưởng Ban Tổ chức Thành ủy Hải Phòng.",
         ["Thành ủy Hải Phòng", "Ban Thường vụ Thành ủy Hải Phòng",
          "Ban Tổ chức Thành ủy Hải Phòng"]),
        ("Thành ủy Cần Thơ đã họp. Thành ủy sẽ chỉ đạo.", ["Thành ủy Cần Thơ"]),
        ("Thành ủy Vinh và Tỉnh ủy Nghệ An. Tỉnh ủy giao Thành ủy.",
         ["Thành ủy Vinh", "Tỉnh ủy Nghệ An"]),
        ("Quận ủy Ninh Kiều. UBND quận báo cáo. HĐND thành phố giám sát.",
         ["Quận ủy Ninh Kiều", "Ủy ban nhân dân quận Ninh Kiều",
          "Hội đồng nhân dân thành phố Cần Thơ"]),
        ("UBND tỉnh Lâm Đồng giao Sở Xây dựng.",
         ["Ủy ban nhân dân tỉnh Lâm Đồng", "Sở Xây dựng tỉnh Lâm Đồng"]),
        ("Đảng ủy Trường Đại học Vinh họp. Đảng ủy đã thảo luận. Đảng bộ có 500 đảng viên.",
         ["Trường Đại học Vinh", "Đảng ủy Trường Đại học Vinh", "Đảng bộ Trường Đại học Vinh"]),
        ("Đảng bộ huyện Văn Lâm có 40 chi bộ. Đảng bộ đã hoàn thành.", ["Đảng bộ huyện Văn Lâm"]),
        ("Đảng ủy, HĐND, UBND xã Phong Hải ra quân.",
         ["Đảng ủy xã Phong Hải", "Hội đồng nhân dân xã Phong Hải",
          "Ủy ban nhân dân xã Phong Hải"]),
        ("Tỉnh ủy, HĐND, UBND, Ủy ban MTTQ tỉnh Yên Bái.",
         ["Tỉnh ủy Yên Bái", "Hội đồng nhân dân tỉnh Yên Bái", "Ủy ban nhân dân tỉnh Yên Bái",
          "Ủy ban Mặt trận Tổ quốc tỉnh Yên Bái"]),
        ("Ban Chấp hành Đảng bộ tỉnh Hưng Yên. Ban Chấp hành Đảng bộ huyện Văn Lâm.",
         ["Tỉnh ủy Hưng Yên", "Huyện ủy Văn Lâm"]),
        ("Đoàn giám sát của Ban Tổ chức Tỉnh ủy làm việc với Huyện ủy Ân Thi.",
         ["Tỉnh ủy Hưng Yên", "Ban Tổ chức Tỉnh ủy Hưng Yên",
          "Đoàn giám sát của Ban Tổ chức Tỉnh ủy Hưng Yên", "Huyện ủy Ân Thi"]),
        ("Huyện ủy Châu Thành báo cáo Tỉnh ủy Tây Ninh.",
         ["Huyện ủy Châu Thành", "Tỉnh ủy Tây Ninh"]),
        ("Huyện ủy Châu Thành, tỉnh Tiền Giang. Tỉnh ủy chỉ đạo.",
         ["Huyện ủy Châu Thành", "Tỉnh ủy Tiền Giang"]),
    ],
)  # fmt: skip
def test_bare_words_mean_the_body_told(text: str, expected: list[str]) -> None:
    assert names(text) == expected
    assert not any(body.local for body in read(text).bodies)


@pytest.mark.parametrize("word", ["Huyện ủy", "Tỉnh ủy", "Thành ủy", "Ban Thường vụ Tỉnh ủy"])
def test_where_no_place_is_told_none_is_invented(word: str) -> None:
    for body in read(f"{word} đã họp bàn.").bodies:
        assert body.unit is None
        assert body.local
        assert body.name in (word, "Tỉnh ủy")


@pytest.mark.parametrize("text", ["Ban Thường vụ đã họp.", "Đảng ủy đã họp.", "Nhà trường đã mở."])
def test_words_that_point_nowhere_name_no_body(text: str) -> None:
    assert names(text) == []


def test_a_province_named_elsewhere_is_not_taken_for_a_district_of_another() -> None:
    bodies = read("Huyện ủy Châu Thành họp. Công an huyện Văn Lâm dự.").bodies
    province = {body.name: body.unit.path for body in bodies if body.unit}
    assert province.get("Huyện ủy Châu Thành", "huyện Châu Thành") == "huyện Châu Thành"


def test_a_title_without_its_body_means_the_body_told() -> None:
    (post,) = read("Huyện ủy Văn Lâm đã họp. Bí thư Trần Văn Khải phát biểu.").memberships
    assert post.body == "Huyện ủy Văn Lâm"


def test_a_title_of_no_known_body_is_no_post() -> None:
    assert read("Bí thư Trần Văn Khải phát biểu.").memberships == ()
