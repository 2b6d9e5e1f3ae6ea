"""Persons: which runs of capitals are names, and which only look like one."""

import pytest

from tests.extract.told import persons


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Chị Phan Thị Mơ, anh Lò Văn Pháng.", "Phan Thị Mơ, Lò Văn Pháng"),
        ("Cụ Mùa A Sấu kể chuyện.", "Mùa A Sấu"),
        ("Ông Siu Hùng và bà H'Yim Kđoh cùng về.", "Siu Hùng, H'Yim Kđoh"),
        ("Ông Điểu K'Ré kể chuyện.", "Điểu K'Ré"),
        ("Ông Nguyễn Vũ Hoàng Anh Tuấn phát biểu.", "Nguyễn Vũ Hoàng Anh Tuấn"),
        ("Bà Tôn Nữ Thị Ninh Hà đã đến.", "Tôn Nữ Thị Ninh Hà"),
        ("Ông Sonexay Siphandone thăm Hà Nội.", "Sonexay Siphandone"),
        ("PGS.TS Trần Văn Hòa và Thượng tướng Lê Hồng Nam trao đổi.", "Trần Văn Hòa, Lê Hồng Nam"),
        ("đ/c Trần Văn Khải đi vắng.", "Trần Văn Khải"),
        ("Vụ án Trương Mỹ Linh và đồng phạm được xét xử.", "Trương Mỹ Linh"),
        ("Họ và tên: ông Nguyễn Minh Đăng.", "Nguyễn Minh Đăng"),
    ],
)  # fmt: skip
def test_names_are_read(text: str, expected: str) -> None:
    assert ", ".join(persons(text)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Đường Nguyễn Thị Minh Khai tắc nghẽn.",
        "Tai nạn xảy ra trên đường Nguyễn Văn Linh, phường Tân Phong, quận 7, TP.HCM.",
        "Phố Trần Hưng Đạo và cầu Nguyễn Văn Trỗi đóng cửa.",
        "Công viên Lê Thị Riêng được cải tạo.",
        "Chợ Trần Quốc Toản họp sớm.",
        "Nhà ở số 12 Lê Lợi, TP Huế.",
        "Trường Tiểu học Lê Văn Tám đón học sinh.",
        "Trường THCS Chu Văn An đón học sinh.",
        "Bệnh viện Nguyễn Tri Phương tiếp nhận bệnh nhân.",
        "Giải thưởng Trần Đại Nghĩa được trao.",
        "Quỹ Vừ A Dính trao học bổng.",
        "Câu lạc bộ Phan Bội Châu ra mắt.",
        "Học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh.",
        "Thành phố Hồ Chí Minh và TP.HCM.",
        "Ảnh: Hoàng Minh Tuấn",
        "(Ảnh: Bùi Hùng)",
        "Ảnh minh họa: Trần Minh Đức",
        "Nguồn ảnh: Lê Hiếu",
        "Bài và ảnh: Lê Văn Lâm",
        "Ảnh: Trí Dũng/TTXVN",
        "Thực hiện: Phạm Hải - Minh Sơn",
        "Hồ Gươm đông khách. Lâm Đồng mưa lớn. Cao Bằng rét đậm.",
        "Nhà Nguyễn, triều Lê và họ Trần.",
        "Các đơn vị trực thuộc báo cáo. Quý vị đại biểu. Vị trí việc làm.",
        "Bà con nhân dân phấn khởi.",
        "Ông Tùng cho biết đã báo cáo cấp trên.",
    ],
)
def test_what_only_looks_like_a_name_is_none(text: str) -> None:
    assert persons(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ông Lê Văn Tùng, Bí thư Đảng ủy xã Phong Hải. Ông Tùng nói thêm.", ["Lê Văn Tùng"]),
        ("LÊ VĂN TÙNG THĂM CƠ SỞ\nÔng Lê Văn Tùng đã về xã.", ["Lê Văn Tùng"]),
        ("Bí thư Huyện uỷ Văn Lâm Trần Văn Hoà. Ông Trần Văn Hòa đã đi.", ["Trần Văn Hòa"]),
        ("Ông Tùng về. Ông Lê Văn Tùng và ông Phạm Minh Tùng gặp nhau.",
         ["Phạm Minh Tùng", "Lê Văn Tùng"]),
    ],
)  # fmt: skip
def test_one_person_has_one_name(text: str, expected: list[str]) -> None:
    assert sorted(persons(text)) == sorted(expected)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Tổng thống Mỹ Donald Trump phát biểu.", "Donald Trump"),
        ("Bộ trưởng Ngoại giao Trung Quốc Vương Nghị hội đàm.", "Vương Nghị"),
        ("Chủ tịch Quốc hội Cộng hòa Cuba Esteban Lazo Hernandez đến.", "Esteban Lazo Hernandez"),
    ],
)
def test_a_country_before_a_name_is_no_part_of_it(text: str, name: str) -> None:
    assert persons(text) == [name]
