"""Posts: what is held, taken up, left or only proposed, by how the sentence tells it."""

import pytest

from tests.extract.told import posts, read


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Đồng chí Trần Văn Khải, Bí thư Huyện ủy Văn Lâm, đã đến.",
         ["Trần Văn Khải | Bí thư | Huyện ủy Văn Lâm | current"]),
        ("Đồng chí Trần Văn Khải,Bí thư Huyện ủy  Văn Lâm, đã đến.",
         ["Trần Văn Khải | Bí thư | Huyện ủy Văn Lâm | current"]),
        ("đ/c Trần Văn Khải - PBT Huyện ủy Văn Lâm.",
         ["Trần Văn Khải | Phó Bí thư | Huyện ủy Văn Lâm | current"]),
        ("Ông Đinh Công Sơn (Phó Chủ tịch UBND huyện Mộc Châu) đã đến.",
         ["Đinh Công Sơn | Phó Chủ tịch | Ủy ban nhân dân huyện Mộc Châu | current"]),
        ("Ông Đinh Công Sơn (áo trắng) - Bí thư Huyện ủy Mộc Châu - trao quà.",
         ["Đinh Công Sơn | Bí thư | Huyện ủy Mộc Châu | current"]),
        ("Ông Đinh Công Sơn, 56 tuổi, cựu Chủ tịch UBND huyện Mộc Châu, bị khởi tố.",
         ["Đinh Công Sơn | Chủ tịch | Ủy ban nhân dân huyện Mộc Châu | former"]),
        ("Đồng chí Bí thư Huyện ủy Mộc Châu Đinh Công Sơn nhấn mạnh.",
         ["Đinh Công Sơn | Bí thư | Huyện ủy Mộc Châu | current"]),
        ("Bí thư Đảng ủy, Chủ tịch UBND xã Lạc Đạo Trần Văn Bảy chủ trì.",
         ["Trần Văn Bảy | Bí thư | Đảng ủy xã Lạc Đạo | current",
          "Trần Văn Bảy | Chủ tịch | Ủy ban nhân dân xã Lạc Đạo | current"]),
        ("Đồng chí Trần Văn Hòa, Ủy viên Trung ương Đảng, Bí thư Tỉnh ủy, Chủ tịch HĐND tỉnh "
         "Cao Bằng.",
         ["Trần Văn Hòa | Ủy viên | Ban Chấp hành Trung ương Đảng | current",
          "Trần Văn Hòa | Bí thư | Tỉnh ủy Cao Bằng | current",
          "Trần Văn Hòa | Chủ tịch | Hội đồng nhân dân tỉnh Cao Bằng | current"]),
        ("Đồng chí Trần Văn Hòa, Tỉnh ủy viên, Bí thư Huyện ủy Trùng Khánh.",
         ["Trần Văn Hòa | Ủy viên | Tỉnh ủy Cao Bằng | current",
          "Trần Văn Hòa | Bí thư | Huyện ủy Trùng Khánh | current"]),
        ("Đồng chí Trần Văn Hòa, UVBTV, Trưởng Ban Dân vận Tỉnh ủy Cao Bằng.",
         ["Trần Văn Hòa | Ủy viên | Ban Thường vụ Tỉnh ủy Cao Bằng | current",
          "Trần Văn Hòa | Trưởng ban | Ban Dân vận Tỉnh ủy Cao Bằng | current"]),
    ],
)  # fmt: skip
def test_titles_beside_a_name(text: str, expected: list[str]) -> None:
    assert posts(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hai Phó Chủ tịch UBND tỉnh Kon Tum Nguyễn Đức Tín và Y Ngọc Lan đã đến.",
         ["Nguyễn Đức Tín | Phó Chủ tịch | Ủy ban nhân dân tỉnh Kon Tum | current",
          "Y Ngọc Lan | Phó Chủ tịch | Ủy ban nhân dân tỉnh Kon Tum | current"]),
        ("Các Phó Bí thư Tỉnh ủy Cao Bằng: Trần Văn Hòa, Lê Văn Bình.",
         ["Trần Văn Hòa | Phó Bí thư | Tỉnh ủy Cao Bằng | current",
          "Lê Văn Bình | Phó Bí thư | Tỉnh ủy Cao Bằng | current"]),
        ("Các đồng chí: Trần Thanh Hải, Ủy viên Bộ Chính trị; Phạm Thu Hằng, Bộ trưởng Bộ Y tế.",
         ["Trần Thanh Hải | Ủy viên | Bộ Chính trị | current",
          "Phạm Thu Hằng | Bộ trưởng | Bộ Y tế | current"]),
        ("Ông Lê Văn Tùng và bà Trần Thị Mai, Phó Chủ tịch UBND xã Phong Hải, đã đến.",
         ["Trần Thị Mai | Phó Chủ tịch | Ủy ban nhân dân xã Phong Hải | current"]),
    ],
)  # fmt: skip
def test_titles_of_several(text: str, expected: list[str]) -> None:
    assert posts(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ông Trần Văn Hòa được bầu làm Bí thư Huyện ủy Trùng Khánh.",
         ["Trần Văn Hòa | Bí thư | Huyện ủy Trùng Khánh | starts"]),
        ("Quốc hội bầu ông Đặng Quốc Tuấn giữ chức Phó Chủ tịch Quốc hội.",
         ["Đặng Quốc Tuấn | Phó Chủ tịch | Quốc hội | starts"]),
        ("Ông Trần Văn Hòa trúng cử Bí thư Huyện ủy Trùng Khánh nhiệm kỳ 2020-2025.",
         ["Trần Văn Hòa | Bí thư | Huyện ủy Trùng Khánh | starts | since 2020 | until 2025"]),
        ("Giám đốc Công an tỉnh bổ nhiệm Thượng tá Lê Minh Tân làm Trưởng Công an huyện Văn Lâm.",
         ["Lê Minh Tân | Trưởng Công an | Công an huyện Văn Lâm | starts"]),
        ("Thủ tướng phê chuẩn kết quả bầu chức vụ Chủ tịch UBND tỉnh Cao Bằng đối với ông Trần Văn "
         "Hòa.",
         ["Trần Văn Hòa | Chủ tịch | Ủy ban nhân dân tỉnh Cao Bằng | starts"]),
        ("Ngày 3/4/2021, Tỉnh ủy Cao Bằng điều động bà Lê Thị Xuân, Phó Giám đốc Sở Tài chính, giữ "
         "chức Bí thư Huyện ủy Trùng Khánh.",
         ["Lê Thị Xuân | Phó Giám đốc | Sở Tài chính tỉnh Cao Bằng | current",
          "Lê Thị Xuân | Bí thư | Huyện ủy Trùng Khánh | starts | since 2021-04-03"]),
        ("Ông Trần Văn Hòa thôi giữ chức Giám đốc Sở Y tế tỉnh Cao Bằng.",
         ["Trần Văn Hòa | Giám đốc | Sở Y tế tỉnh Cao Bằng | ends"]),
        ("Ông Trần Văn Hòa bị cách chức Bí thư Huyện ủy Trùng Khánh.",
         ["Trần Văn Hòa | Bí thư | Huyện ủy Trùng Khánh | ends"]),
        ("Ông Trần Văn Hòa xin từ chức Phó Chủ tịch UBND huyện Trùng Khánh.",
         ["Trần Văn Hòa | Phó Chủ tịch | Ủy ban nhân dân huyện Trùng Khánh | ends"]),
        ("HĐND tỉnh miễn nhiệm chức danh Phó Chủ tịch UBND tỉnh Gia Lai đối với ông Siu Hùng Anh.",
         ["Siu Hùng Anh | Phó Chủ tịch | Ủy ban nhân dân tỉnh Gia Lai | ends"]),
        ("Ông Trần Văn Hòa được giới thiệu ứng cử chức danh Chủ tịch UBND tỉnh Cao Bằng.",
         ["Trần Văn Hòa | Chủ tịch | Ủy ban nhân dân tỉnh Cao Bằng | proposed"]),
        ("Ông Trần Văn Hòa là Bí thư Huyện ủy Trùng Khánh.",
         ["Trần Văn Hòa | Bí thư | Huyện ủy Trùng Khánh | current"]),
        ("Ông Mai Văn Chính kiêm Chủ tịch HĐND huyện Kim Sơn.",
         ["Mai Văn Chính | Chủ tịch | Hội đồng nhân dân huyện Kim Sơn | current"]),
        ("Ông Trần Văn Hòa trước đây từng giữ chức Chủ tịch UBND huyện Trùng Khánh.",
         ["Trần Văn Hòa | Chủ tịch | Ủy ban nhân dân huyện Trùng Khánh | former"]),
        ("Ông Trần Văn Hòa từng đảm nhiệm cương vị Phó Bí thư Tỉnh ủy Cao Bằng.",
         ["Trần Văn Hòa | Phó Bí thư | Tỉnh ủy Cao Bằng | former"]),
        ("Ông Trần Văn Hòa, nguyên Giám đốc Sở Y tế tỉnh Cao Bằng, hiện là Phó Chủ tịch UBND tỉnh.",
         ["Trần Văn Hòa | Giám đốc | Sở Y tế tỉnh Cao Bằng | former",
          "Trần Văn Hòa | Phó Chủ tịch | Ủy ban nhân dân tỉnh Cao Bằng | current"]),
    ],
)  # fmt: skip
def test_verbs_of_a_career(text: str, expected: list[str]) -> None:
    assert posts(text) == expected


def test_who_joins_committees_is_a_member_of_each() -> None:
    assert posts(
        "Ban Bí thư điều động ông Bùi Văn Thành tham gia Ban Chấp hành, Ban Thường vụ và giữ chức "
        "Phó Bí thư Tỉnh ủy Quảng Trị nhiệm kỳ 2020-2025."
    ) == [
        "Bùi Văn Thành | Ủy viên | Tỉnh ủy Quảng Trị | starts | since 2020 | until 2025",
        "Bùi Văn Thành | Ủy viên | Ban Thường vụ Tỉnh ủy Quảng Trị | starts | since 2020"
        " | until 2025",
        "Bùi Văn Thành | Phó Bí thư | Tỉnh ủy Quảng Trị | starts | since 2020 | until 2025",
    ]


def test_a_post_told_twice_is_one_with_both_sentences() -> None:
    reading = read(
        "Ông Trần Văn Hòa, Bí thư Huyện ủy Trùng Khánh, đã đến. "
        "Ngày 3/4/2021 ông Trần Văn Hòa được bầu làm Bí thư Huyện ủy Trùng Khánh."
    )
    (post,) = reading.memberships
    assert (post.status, post.since, len(post.evidence)) == ("starts", "2021-04-03", 2)


@pytest.mark.parametrize(
    ("text", "published", "since"),
    [
        ("Ngày 3/4, ông Trần Văn Hòa được bầu làm Bí thư Huyện ủy Trùng Khánh.",
         "2021-04-05", "since 2021-04-03"),
        ("Ngày 3/4/2020, ông Trần Văn Hòa được bầu làm Bí thư Huyện ủy Trùng Khánh.",
         "2021-04-05", "since 2020-04-03"),
    ],
)  # fmt: skip
def test_a_day_without_a_year_takes_the_articles(text: str, published: str, since: str) -> None:
    assert posts(text, published) == [
        f"Trần Văn Hòa | Bí thư | Huyện ủy Trùng Khánh | starts | {since}"
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Bí thư Huyện ủy Trùng Khánh và Chủ tịch UBND huyện đã họp.",
        "Ông Trần Văn Hòa gửi đơn cho Chủ tịch UBND tỉnh Cao Bằng.",
        "Đường Trần Hưng Đạo, nơi Giám đốc Sở Y tế tỉnh Cao Bằng ở.",
        "Đơn vị do Giám đốc Sở Y tế tỉnh Cao Bằng thành lập.",
        "Ông Trần Văn Hòa rời đi. Chủ tịch UBND tỉnh Cao Bằng được bầu hôm qua.",
    ],
)
def test_near_misses_give_no_post(text: str) -> None:
    assert posts(text) == []


@pytest.mark.parametrize(
    ("text", "term", "by", "decision"),
    [
        ("Bộ Chính trị quyết định điều động, phân công ông Trần Văn Hòa giữ chức Bí thư Tỉnh ủy "
         "Cao Bằng nhiệm kỳ 2015 - 2020.", "2015-2020", "Bộ Chính trị", None),
        ("Ông Trần Văn Hòa được Ban Bí thư chuẩn y giữ chức Bí thư Tỉnh ủy Cao Bằng khóa XVIII.",
         "XVIII", "Ban Bí thư", None),
        ("Thủ tướng Chính phủ bổ nhiệm ông Trần Văn Hòa làm Thứ trưởng Bộ Công an.",
         None, "Chính phủ", None),
        ("Quyết định số 12-QĐ/TU của Tỉnh ủy Cao Bằng về việc bổ nhiệm ông Trần Văn Hòa giữ chức "
         "Giám đốc Sở Y tế.", None, "Tỉnh ủy Cao Bằng", "12-QĐ/TU"),
        ("Ông Trần Văn Hòa, Bí thư Huyện ủy Trùng Khánh, nói về Quyết định số 12-QĐ/TU.",
         None, None, None),
        ("Ông Trần Văn Hòa được bầu giữ chức Chủ tịch UBND huyện Trùng Khánh.",
         None, None, None),
        ("Tại đại hội của Huyện ủy Trùng Khánh, tổ chức cơ sở thuộc Công an huyện Trùng Khánh được "
         "biểu dương; ông Trần Văn Hòa được bầu làm Bí thư Huyện ủy.", None, None, None),
    ],
)  # fmt: skip
def test_who_decided_on_a_post_by_what_and_for_which_term(
    text: str, term: str | None, by: str | None, decision: str | None
) -> None:
    reading = read(text)
    numbers = {directive.id: directive.number for directive in reading.directives}
    (post,) = reading.memberships
    assert (post.term, post.decided_by, numbers.get(post.decision or "")) == (term, by, decision)


@pytest.mark.parametrize(
    "text",
    [
        "Ông Trần Văn Hòa được phân công phụ trách cho đến khi kiện toàn chức danh Bí thư Huyện ủy "
        "Trùng Khánh.",
        "Chánh Văn phòng Bộ Nội vụ Trần Văn Hòa nói đã đề xuất Thủ tướng xem xét.",
        "Theo Quyết định của Bộ trưởng Bộ Tài chính, bà Trần Thị Hòa đi học.",
    ],
)
def test_a_title_of_somebody_else_is_not_given(text: str) -> None:
    assert not [p for p in posts(text) if "Bí thư" in p or "Thủ tướng" in p or "Bộ trưởng" in p]


def test_who_is_appointed_to_join_is_a_member_also_without_a_second_verb() -> None:
    assert posts(
        "Ông Trần Văn Hòa được chỉ định tham gia Ban Chấp hành, Ban Thường vụ, giữ chức vụ Phó Bí "
        "thư Huyện ủy Trùng Khánh."
    ) == [
        "Trần Văn Hòa | Ủy viên | Huyện ủy Trùng Khánh | starts",
        "Trần Văn Hòa | Ủy viên | Ban Thường vụ Huyện ủy Trùng Khánh | starts",
        "Trần Văn Hòa | Phó Bí thư | Huyện ủy Trùng Khánh | starts",
    ]


def test_a_day_told_of_one_post_is_not_that_of_the_next() -> None:
    assert posts(
        "Công bố quyết định bổ nhiệm ông Trần Văn Hòa giữ chức Giám đốc Sở Y tế tỉnh Cao Bằng từ "
        "ngày 1/7/2021; miễn nhiệm chức vụ Phó Giám đốc Sở Nội vụ tỉnh Cao Bằng đối với bà Lò Thị "
        "Mây."
    ) == [
        "Trần Văn Hòa | Giám đốc | Sở Y tế tỉnh Cao Bằng | starts | since 2021-07-01",
        "Lò Thị Mây | Phó Giám đốc | Sở Nội vụ tỉnh Cao Bằng | ends",
    ]
