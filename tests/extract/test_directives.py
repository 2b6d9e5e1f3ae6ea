"""Directives: by number or fixed name, with issuer and date; one entry a document."""

import pytest

from tests.extract.told import directives, read

CENTRAL = "Ban Chấp hành Trung ương Đảng"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"Nghị quyết số 21-NQ/TW ngày 16/6/2022 của {CENTRAL} khóa XIII",
         f"Nghị quyết 21-NQ/TW | {CENTRAL} | 2022-06-16"),
        ("Nghị quyết số 21-NQ/TW ngày 16.6.2022 của Bộ Chính trị",
         "Nghị quyết 21-NQ/TW | Bộ Chính trị | 2022-06-16"),
        ("Nghị quyết số 21-NQ/TW (ngày 16/6/2022) của Bộ Chính trị",
         "Nghị quyết 21-NQ/TW | Bộ Chính trị | 2022-06-16"),
        ("Nghị quyết số 21-NQ/TW, ngày 16/6/2022, của Bộ Chính trị",
         "Nghị quyết 21-NQ/TW | Bộ Chính trị | 2022-06-16"),
        ("Nghị quyết 21 - NQ/TW ngày 16 tháng 6 năm 2022 của Bộ Chính trị",
         "Nghị quyết 21-NQ/TW | Bộ Chính trị | 2022-06-16"),
        ("Nghị quyết số 21-NQ/TW của Bộ Chính trị (khóa XIII) ngày 16/6/2022",
         "Nghị quyết 21-NQ/TW | Bộ Chính trị | 2022-06-16"),
        ("Nghị quyết số 21 của Hội nghị lần thứ năm Ban Chấp hành Trung ương khóa XIII",
         f"Nghị quyết 21 | {CENTRAL}"),
        ("Kết luận 34 của Bộ Chính trị", "Kết luận 34 | Bộ Chính trị"),
        ("Thông báo kết luận số 45-TB/TW ngày 14/2/2022 của Bộ Chính trị",
         "Thông báo kết luận 45-TB/TW | Bộ Chính trị | 2022-02-14"),
        ("Chỉ thị 16 của Thủ tướng Chính phủ", "Chỉ thị 16 | Chính phủ"),
        ("Chỉ thị số 07/CT-TTg", "Chỉ thị 07/CT-TTg | Chính phủ"),
        ("Nghị định 34/2016/NĐ-CP", "Nghị định 34/2016/NĐ-CP | Chính phủ"),
        ("Thông tư số 12/2021/TT-BTC của Bộ Tài chính",
         "Thông tư 12/2021/TT-BTC | Bộ Tài chính"),
        ("Công văn số 345/UBND-NC ngày 3 tháng 5 năm 2021 của UBND tỉnh Bắc Ninh",
         "Công văn 345/UBND-NC | Ủy ban nhân dân tỉnh Bắc Ninh | 2021-05-03"),
        ("Quyết định số 1002/QĐ-CT của Chủ tịch UBND tỉnh Hưng Yên ngày 03-5-2021",
         "Quyết định 1002/QĐ-CT | Ủy ban nhân dân tỉnh Hưng Yên | 2021-05-03"),
        ("Kế hoạch số 68-KH/HU, ngày 5/9/2022 của Ban Thường vụ Huyện ủy Văn Lâm",
         "Kế hoạch 68-KH/HU | Ban Thường vụ Huyện ủy Văn Lâm | 2022-09-05"),
        ("Tờ trình số 12/TTr-UBND", "Tờ trình 12/TTr-UBND"),
        ("Chương trình hành động số 28-Ctr/TU", "Chương trình hành động 28-CTr/TU"),
        ("Nghị quyết Trung ương 4 (khóa XII)",
         f"Nghị quyết Trung ương 4 (khóa XII) | {CENTRAL}"),
        ("Nghị quyết Đại hội XIII của Đảng", "Nghị quyết Đại hội XIII của Đảng"),
        ("Nghị quyết Đại hội Đảng bộ tỉnh Bắc Kạn lần thứ XII",
         "Nghị quyết Đại hội Đảng bộ tỉnh Bắc Kạn lần thứ XII"),
        ("Luật Đất đai 2013", "Luật Đất đai 2013 | Quốc hội"),
        ("Luật Phòng, chống tham nhũng năm 2018",
         "Luật Phòng, chống tham nhũng năm 2018 | Quốc hội"),
        ("Bộ luật Hình sự 2015", "Bộ luật Hình sự 2015 | Quốc hội"),
    ],
)  # fmt: skip
def test_a_directive_is_read_with_issuer_and_date(text: str, expected: str) -> None:
    assert directives(f"{text} được nhắc lại.") == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Tỉnh ủy Lào Cai ban hành Kế hoạch số 12-KH/TU.", "Kế hoạch 12-KH/TU | Tỉnh ủy Lào Cai"),
        ("Tỉnh ủy Lào Cai nhắc lại Kế hoạch số 12-KH/TU.", "Kế hoạch 12-KH/TU | Tỉnh ủy Lào Cai"),
        ("Chi bộ nhắc lại Kế hoạch số 12-KH/TU.", "Kế hoạch 12-KH/TU"),
    ],
)
def test_who_issued_follows_from_the_sentence_or_the_symbol(text: str, expected: str) -> None:
    assert directives(text) == [expected]


def test_tw_alone_does_not_tell_the_issuer() -> None:
    assert directives("Nghị quyết số 21-NQ/TW được nhắc lại.") == ["Nghị quyết 21-NQ/TW"]


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("Chỉ thị số 23-CT/TU về công tác cán bộ; các xã đã nhận.", "công tác cán bộ"),
        ("Chỉ thị số 23-CT/TU về việc thi đua, theo đó các xã báo cáo.", "thi đua"),
        ("Chỉ thị số 23-CT/TU về “xây dựng chi bộ vững mạnh” ra đời.", "xây dựng chi bộ vững mạnh"),
        ("Chỉ thị số 23-CT/TU “Về việc giữ rừng đầu nguồn”.", "giữ rừng đầu nguồn"),
        ("Chỉ thị số 23-CT/TU đã ra đời.", None),
    ],
)
def test_the_subject_ends_with_its_phrase(text: str, subject: str | None) -> None:
    (directive,) = read(text).directives
    assert directive.subject == subject


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Chương trình hành động số 28-Ctr/TU ngày 5/9/2022. Chương trình hành động 28-CTr/TU.",
         ["Chương trình hành động 28-CTr/TU | - | 2022-09-05"]),
        ("Nghị quyết số 21-NQ/TW của Bộ Chính trị. Nghị quyết 21 đã đi vào cuộc sống.",
         ["Nghị quyết 21-NQ/TW | Bộ Chính trị"]),
        ("Nghị quyết Trung ương 4 khóa XII. Nghị quyết TW 4 (khóa XII).",
         [f"Nghị quyết Trung ương 4 khóa XII | {CENTRAL}"]),
        ("Nghị quyết Trung ương 6 khóa XII. Nghị quyết Trung ương 6 khóa XIII.",
         [f"Nghị quyết Trung ương 6 khóa XII | {CENTRAL}",
          f"Nghị quyết Trung ương 6 khóa XIII | {CENTRAL}"]),
        ("Kế hoạch số 12-KH/TU của Tỉnh ủy Lào Cai. Chỉ thị số 12-CT/TU của Tỉnh ủy Lào Cai.",
         ["Kế hoạch 12-KH/TU | Tỉnh ủy Lào Cai", "Chỉ thị 12-CT/TU | Tỉnh ủy Lào Cai"]),
        ("Kế hoạch 12 của Tỉnh ủy Lào Cai. Kế hoạch 12 của Huyện ủy Văn Lâm.",
         ["Kế hoạch 12 | Tỉnh ủy Lào Cai", "Kế hoạch 12 | Huyện ủy Văn Lâm"]),
    ],
)  # fmt: skip
def test_one_document_is_one_directive(text: str, expected: list[str]) -> None:
    assert directives(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Kế hoạch 5 năm 2021-2025 đã được phê duyệt.",
        "Các nghị quyết của Đảng và kế hoạch đề ra.",
        "Quyết định bổ nhiệm ông Trần Văn Khải đã được trao.",
        "Hội nghị quyết định 3 vấn đề, nghe báo cáo 6 tháng và thông báo 2 điểm mới.",
        "Đề án này đã chậm; đề án nâng cao dân trí còn đó.",
        "Nghị quyết đại hội đảng bộ các cấp đã nêu.",
        "Luật sư Lê Văn Bằng và luật của làng.",
        "Điều lệ Đảng quy định rõ.",
    ],
)
def test_what_is_no_specific_document_gives_none(text: str) -> None:
    assert directives(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Các Quy định số 319, 320-QĐ/HU của Huyện ủy Văn Lâm còn hiệu lực.",
         ["Quy định 319-QĐ/HU | Huyện ủy Văn Lâm", "Quy định 320-QĐ/HU | Huyện ủy Văn Lâm"]),
        (f"Triển khai các Nghị quyết số 18-NQ/TW và số 19-NQ/TW của {CENTRAL}.",
         [f"Nghị quyết 18-NQ/TW | {CENTRAL}", f"Nghị quyết 19-NQ/TW | {CENTRAL}"]),
        (f"Học tập các Nghị quyết 18, 19, 21 của {CENTRAL} trong 3 ngày.",
         [f"Nghị quyết {number} | {CENTRAL}" for number in (18, 19, 21)]),
        ("Quyết định số 7-QĐ/HU ngày 1/2/2020 và số 8-QĐ/HU ngày 3/2/2020.",
         ["Quyết định 7-QĐ/HU | - | 2020-02-01", "Quyết định 8-QĐ/HU | - | 2020-02-03"]),
        ("Nghị quyết 18-NQ/TW, 20 đồng chí dự học.", ["Nghị quyết 18-NQ/TW"]),
    ],
)  # fmt: skip
def test_a_list_of_numbers_is_a_directive_each(text: str, expected: list[str]) -> None:
    assert directives(text) == expected


@pytest.mark.parametrize("words", ["Nghị quyết này", "nghị quyết nói trên", "Nghị quyết trên đã"])
def test_a_directive_pointed_back_to_is_the_one_of_its_kind_told_last(words: str) -> None:
    reading = read(
        "Tỉnh ủy Cao Bằng ban hành Nghị quyết số 3-NQ/TU. Kế hoạch số 5-KH/TU cũng ra đời. "
        f"Huyện ủy Trùng Khánh thực hiện {words}."
    )
    assert [d.number for d in reading.directives] == ["3-NQ/TU", "5-KH/TU"]
    assert ("Huyện ủy Trùng Khánh", "carries_out", "d1") in [
        (link.source, link.type, link.target) for link in reading.links
    ]


def test_what_points_back_to_nothing_is_no_directive() -> None:
    assert directives("Huyện ủy Trùng Khánh thực hiện Nghị quyết này.") == []
