"""Titles: role, body and status, beside the name of one and the same invented person."""

import pytest

from tests.extract.told import posts

WHO = "Trần Văn Khải"


@pytest.mark.parametrize(
    ("title", "role", "body"),
    [
        ("Tổng Bí thư", "Tổng Bí thư", "Ban Chấp hành Trung ương Đảng"),
        ("Chủ tịch nước", "Chủ tịch nước", "-"),
        ("Thủ tướng", "Thủ tướng", "Chính phủ"),
        ("Phó Thủ tướng Chính phủ", "Phó Thủ tướng", "Chính phủ"),
        ("Ủy viên Bộ Chính trị", "Ủy viên", "Bộ Chính trị"),
        ("Thường trực Ban Bí thư", "Thường trực", "Ban Bí thư"),
        ("Bí thư Trung ương Đảng", "Bí thư", "Ban Chấp hành Trung ương Đảng"),
        ("UVTW Đảng", "Ủy viên", "Ban Chấp hành Trung ương Đảng"),
        ("Trưởng Ban Tổ chức Trung ương", "Trưởng ban", "Ban Tổ chức Trung ương"),
        ("Phó Chủ tịch Thường trực Quốc hội", "Phó Chủ tịch Thường trực", "Quốc hội"),
        ("đại biểu Quốc hội", "Đại biểu", "Quốc hội"),
        ("Bộ trưởng Bộ TN&MT", "Bộ trưởng", "Bộ Tài nguyên và Môi trường"),
        ("Bộ trưởng Tài chính", "Bộ trưởng", "Bộ Tài chính"),
        ("Thứ trưởng Bộ Quốc phòng", "Thứ trưởng", "Bộ Quốc phòng"),
        ("Bí thư Đà Nẵng", "Bí thư", "Thành ủy Đà Nẵng"),
        ("Phó Chủ tịch tỉnh Cao Bằng", "Phó Chủ tịch", "Ủy ban nhân dân tỉnh Cao Bằng"),
        ("Chủ tịch Hà Nội", "Chủ tịch", "Ủy ban nhân dân thành phố Hà Nội"),
        ("Chánh Văn phòng Tỉnh ủy Bến Tre", "Chánh Văn phòng", "Văn phòng Tỉnh ủy Bến Tre"),
        ("Phó Chủ nhiệm UBKT Tỉnh ủy Lai Châu", "Phó Chủ nhiệm",
         "Ủy ban Kiểm tra Tỉnh ủy Lai Châu"),
        ("Trưởng ban Tổ chức Huyện ủy Văn Lâm", "Trưởng ban", "Ban Tổ chức Huyện ủy Văn Lâm"),
        ("Giám đốc Sở GD&ĐT tỉnh Cao Bằng", "Giám đốc", "Sở Giáo dục và Đào tạo tỉnh Cao Bằng"),
        ("Trưởng Phòng Nội vụ huyện Văn Lâm", "Trưởng phòng", "Phòng Nội vụ huyện Văn Lâm"),
        ("Chủ tịch UBND xã Lạc Đạo", "Chủ tịch", "Ủy ban nhân dân xã Lạc Đạo"),
        ("Giám đốc Công an tỉnh Lâm Đồng", "Giám đốc", "Công an tỉnh Lâm Đồng"),
        ("Chính ủy Bộ Chỉ huy Quân sự tỉnh Nghệ An", "Chính ủy",
         "Bộ Chỉ huy Quân sự tỉnh Nghệ An"),
        ("Chánh án TAND tỉnh Cao Bằng", "Chánh án", "Tòa án nhân dân tỉnh Cao Bằng"),
        ("Viện trưởng VKSND huyện Trùng Khánh", "Viện trưởng",
         "Viện Kiểm sát nhân dân huyện Trùng Khánh"),
        ("Chủ tịch Hội Liên hiệp Phụ nữ tỉnh Yên Bái", "Chủ tịch",
         "Hội Liên hiệp Phụ nữ tỉnh Yên Bái"),
        ("Chủ tịch Ủy ban MTTQ xã Đàm Thủy", "Chủ tịch", "Ủy ban Mặt trận Tổ quốc xã Đàm Thủy"),
        ("Chủ tịch Liên đoàn Lao động tỉnh Khánh Hòa", "Chủ tịch",
         "Liên đoàn Lao động tỉnh Khánh Hòa"),
        ("Bí thư Tỉnh đoàn Khánh Hòa", "Bí thư", "Tỉnh đoàn Khánh Hòa"),
        ("Trưởng đoàn ĐBQH tỉnh Thanh Hóa", "Trưởng đoàn",
         "Đoàn đại biểu Quốc hội tỉnh Thanh Hóa"),
        ("Giám đốc Trung tâm Chính trị huyện Văn Lâm", "Giám đốc",
         "Trung tâm Chính trị huyện Văn Lâm"),
        ("Phó Tổng Giám đốc Tập đoàn Điện lực Việt Nam", "Phó Tổng Giám đốc",
         "Tập đoàn Điện lực Việt Nam"),
    ],
)  # fmt: skip
def test_a_title_is_a_role_in_a_body(title: str, role: str, body: str) -> None:
    expected = [f"{WHO} | {role} | {body} | current"]
    assert posts(f"Ông {WHO}, {title}, đã đến.") == expected
    assert posts(f"{title[0].upper()}{title[1:]} {WHO} đã đến.") == expected


@pytest.mark.parametrize(
    ("word", "status"),
    [
        ("nguyên ", "former"),
        ("cựu ", "former"),
        ("quyền ", "acting"),
        ("Q. ", "acting"),
        ("tân ", "starts"),
        ("", "current"),
    ],
)
def test_a_word_before_the_title_tells_the_status(word: str, status: str) -> None:
    expected = [f"{WHO} | Chủ tịch | Ủy ban nhân dân huyện Trùng Khánh | {status}"]
    assert posts(f"Ông {WHO}, {word}Chủ tịch UBND huyện Trùng Khánh.") == expected
    assert posts(f"{word.title()}Chủ tịch UBND huyện Trùng Khánh {WHO} đã đến.") == expected


@pytest.mark.parametrize(
    "text",
    [
        "Chủ tịch UBND tỉnh Cao Bằng yêu cầu các sở, ngành vào cuộc.",
        "Bí thư Huyện ủy phải là người gương mẫu.",
        "Bí thư, Chủ tịch và Giám đốc là các chức danh.",
        "Ông Trần Văn Khải gặp Bí thư Tỉnh ủy Cao Bằng.",
        "Ông Trần Văn Khải đề nghị Chủ tịch UBND tỉnh Cao Bằng xem xét.",
        "Đồng chí Trần Văn Khải đi vắng. Bí thư Huyện ủy Trùng Khánh chỉ đạo các xã.",
        "Ông Trần Văn Khải là cán bộ, kế toán.",
    ],
)
def test_a_title_of_nobody_is_no_post(text: str) -> None:
    assert posts(text) == []
