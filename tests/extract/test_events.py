"""Events: what was held, when, where, by whom, and who took the strongest part in it."""

import pytest

from tests.extract.told import events

WHO = "Trần Văn Khải"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sáng 31/7, Huyện ủy Văn Lâm tổ chức hội nghị sơ kết 6 tháng đầu năm.",
         "hội nghị sơ kết | 2024-07-31 | - | Huyện ủy Văn Lâm"),
        ("Ngày 3/2/2023, tại Hà Nội, Ban Tổ chức Trung ương tổ chức hội nghị.",
         "hội nghị | 2023-02-03 | Hà Nội | Ban Tổ chức Trung ương"),
        ("Lễ kỷ niệm 90 năm ngày thành lập Đảng diễn ra tại huyện Lục Yên ngày 3/2/2020.",
         "lễ kỷ niệm | 2020-02-03 | huyện Lục Yên"),
        ("Trường Tiểu học Lê Văn Tám tổ chức lễ khai giảng.",
         "lễ khai giảng | - | - | Trường Tiểu học Lê Văn Tám"),
    ],
)  # fmt: skip
def test_an_event_is_told_with_its_circumstances(text: str, expected: str) -> None:
    assert events(text, "2024-09-01") == [expected]


@pytest.mark.parametrize(
    ("text", "part"),
    [
        (f"Đồng chí {WHO} chủ trì hội nghị.", "chairs"),
        (f"Hội nghị do đồng chí {WHO} chủ trì.", "chairs"),
        (f"Đồng chí {WHO}, Bí thư Huyện ủy Văn Lâm chủ tọa hội nghị tổ chức sáng nay.", "chairs"),
        (f"Tại hội nghị tổ chức sáng nay, đồng chí {WHO} phát biểu.", "speaks"),
        (f"Tham dự hội nghị có đồng chí {WHO}.", "attends"),
        (f"Đến dự buổi lễ có ông {WHO}.", "attends"),
        (f"Đồng chí {WHO}, Bí thư Huyện ủy Văn Lâm, dự hội nghị.", "attends"),
        (f"Đồng chí {WHO} dự hội nghị. Đồng chí {WHO} chủ trì hội nghị.", "chairs"),
        (f"Đồng chí {WHO} dự hội nghị. Đồng chí {WHO} phát biểu tại hội nghị.", "speaks"),
    ],
)
def test_the_strongest_part_counts(text: str, part: str) -> None:
    assert events(text)[1:] == [f"{WHO} | {part}"]


def test_all_of_a_list_attend() -> None:
    text = (
        "Dự hội nghị có các đồng chí: Vũ Thị Hiên, Phó Bí thư Tỉnh ủy Yên Bái; Lê Văn Bằng, Chủ "
        "tịch UBND tỉnh Yên Bái; Đỗ Hùng Sơn cùng lãnh đạo các sở."
    )
    assert events(text)[1:] == [
        "Vũ Thị Hiên | attends",
        "Lê Văn Bằng | attends",
        "Đỗ Hùng Sơn | attends",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Mấy hôm nay trời lạnh. Buổi chiều, các cháu nghỉ học.",
        "Hội nghị là dịp để gặp nhau.",
        "Ông Lê Văn Bằng ngồi ở chợ.",
        "Lễ phép là nết của trẻ ngoan, sáng 3/2 các cháu chào bà.",
    ],
)
def test_what_was_not_held_is_no_event(text: str) -> None:
    assert events(text) == []


@pytest.mark.parametrize(
    "text",
    [
        f"Hội nghị diễn ra sáng nay. Tại Chỉ thị số 1-CT/TU, đồng chí {WHO} nhấn mạnh việc học.",
        f"Hội nghị diễn ra sáng nay để học bài viết của Tổng Bí thư {WHO} nhấn mạnh đạo đức.",
        f"Hội nghị diễn ra sáng nay. Thư gửi ông {WHO} khẳng định điều đó.",
        f"Hội nghị diễn ra sáng nay. Dự án của xã do ông {WHO} làm.",
        f"Hội nghị diễn ra sáng nay. Thanh niên đi dự lớp học do ông {WHO} mở.",
    ],
)
def test_who_is_only_mentioned_takes_no_part(text: str) -> None:
    assert not [line for line in events(text) if line.startswith(WHO)]


@pytest.mark.parametrize(
    "text",
    [
        "Sau nhiều hội nghị tổ chức từ sáng, mọi việc đã rõ.",
        "Qua 16 kỳ đại hội, Đảng bộ tổ chức nhiều phong trào.",
        "Bên lề một cuộc họp báo tổ chức sáng nay, mọi người nói chuyện.",
    ],
)
def test_meetings_in_general_are_no_event(text: str) -> None:
    assert events(text) == []


def test_who_acts_for_a_body_takes_part_himself() -> None:
    assert events(f"Sáng 3/2/2020, ông {WHO} thay mặt Tỉnh ủy Yên Bái chủ trì hội nghị.")[1:] == [
        f"{WHO} | chairs"
    ]
