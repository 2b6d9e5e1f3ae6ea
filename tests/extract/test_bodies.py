"""Bodies: kinds of all levels under their canonical names, and words that name none."""

import pytest

from tests.extract.told import bodies, names

HUNG_YEN = "tỉnh Hưng Yên"
VAN_LAM = f"huyện Văn Lâm, {HUNG_YEN}"
LUC_YEN = "huyện Lục Yên, tỉnh Yên Bái"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Bộ Chính trị", "Bộ Chính trị"),
        ("Ban Bí thư", "Ban Bí thư"),
        ("BCH TW Đảng", "Ban Chấp hành Trung ương Đảng"),
        ("Trung ương Đảng", "Ban Chấp hành Trung ương Đảng"),
        ("UBKT Trung ương", "Ủy ban Kiểm tra Trung ương | Ban Chấp hành Trung ương Đảng"),
        ("Ban Tổ chức TW", "Ban Tổ chức Trung ương | Ban Chấp hành Trung ương Đảng"),
        ("Văn phòng Trung ương Đảng", "Văn phòng Trung ương Đảng | Ban Chấp hành Trung ương Đảng"),
        ("Hội đồng Lý luận Trung ương",
         "Hội đồng Lý luận Trung ương | Ban Chấp hành Trung ương Đảng"),
        ("Quân ủy Trung ương", "Quân ủy Trung ương"),
        ("Đảng ủy Công an Trung ương", "Đảng ủy Công an Trung ương"),
        ("Quốc hội", "Quốc hội"),
        ("Ủy ban Thường vụ Quốc hội", "Ủy ban Thường vụ Quốc hội | Quốc hội"),
        ("Chính phủ", "Chính phủ"),
        ("Bộ LĐ-TB-XH", "Bộ Lao động - Thương binh và Xã hội | Chính phủ"),
        ("Bộ GTVT", "Bộ Giao thông vận tải | Chính phủ"),
        ("Kiểm toán Nhà nước", "Kiểm toán Nhà nước"),
        ("VKSND tối cao", "Viện Kiểm sát nhân dân tối cao"),
        ("Cục Cảnh sát giao thông, Bộ Công an", "Cục Cảnh sát giao thông | Bộ Công an"),
        ("Tỉnh uỷ Hưng Yên", f"Tỉnh ủy Hưng Yên | - | {HUNG_YEN}"),
        ("Thành ủy Đà Nẵng", "Thành ủy Đà Nẵng | - | thành phố Đà Nẵng"),
        ("Quận ủy quận 1", "Quận ủy quận 1 | - | quận 1, Thành phố Hồ Chí Minh"),
        ("BTV Huyện ủy Văn Lâm",
         f"Ban Thường vụ Huyện ủy Văn Lâm | Huyện ủy Văn Lâm | {VAN_LAM}"),
        ("Thường trực Huyện ủy Văn Lâm",
         f"Thường trực Huyện ủy Văn Lâm | Huyện ủy Văn Lâm | {VAN_LAM}"),
        ("Ban Tổ chức Huyện ủy Văn Lâm",
         f"Ban Tổ chức Huyện ủy Văn Lâm | Huyện ủy Văn Lâm | {VAN_LAM}"),
        ("Văn phòng Tỉnh ủy Hưng Yên",
         f"Văn phòng Tỉnh ủy Hưng Yên | Tỉnh ủy Hưng Yên | {HUNG_YEN}"),
        ("Đảng bộ huyện Văn Lâm", f"Đảng bộ huyện Văn Lâm | - | {VAN_LAM}"),
        ("Đảng ủy Khối các cơ quan tỉnh Hưng Yên",
         f"Đảng ủy Khối các cơ quan tỉnh Hưng Yên | - | {HUNG_YEN}"),
        ("HĐND huyện Văn Lâm", f"Hội đồng nhân dân huyện Văn Lâm | - | {VAN_LAM}"),
        ("UBND tỉnh Hưng Yên", f"Ủy ban nhân dân tỉnh Hưng Yên | - | {HUNG_YEN}"),
        ("Đoàn ĐBQH tỉnh Hưng Yên", f"Đoàn đại biểu Quốc hội tỉnh Hưng Yên | - | {HUNG_YEN}"),
        ("Thường trực HĐND tỉnh Hưng Yên",
         "Thường trực Hội đồng nhân dân tỉnh Hưng Yên | Hội đồng nhân dân tỉnh Hưng Yên | "
         f"{HUNG_YEN}"),
        ("Sở TN-MT tỉnh Hưng Yên", f"Sở Tài nguyên và Môi trường tỉnh Hưng Yên | - | {HUNG_YEN}"),
        ("Phòng Nội vụ huyện Văn Lâm", f"Phòng Nội vụ huyện Văn Lâm | - | {VAN_LAM}"),
        ("Công an TP Hà Nội", "Công an thành phố Hà Nội | - | thành phố Hà Nội"),
        ("Phòng Cảnh sát hình sự Công an tỉnh Hưng Yên",
         f"Phòng Cảnh sát hình sự Công an tỉnh Hưng Yên | Công an tỉnh Hưng Yên | {HUNG_YEN}"),
        ("Bộ đội Biên phòng tỉnh Quảng Bình",
         "Bộ đội Biên phòng tỉnh Quảng Bình | - | tỉnh Quảng Bình"),
        ("Ban Chỉ huy Quân sự huyện Lục Yên",
         f"Ban Chỉ huy Quân sự huyện Lục Yên | - | {LUC_YEN}"),
        ("TAND huyện Lục Yên", f"Tòa án nhân dân huyện Lục Yên | - | {LUC_YEN}"),
        ("Ủy ban MTTQ Việt Nam huyện Lục Yên",
         f"Ủy ban Mặt trận Tổ quốc Việt Nam huyện Lục Yên | - | {LUC_YEN}"),
        ("Tổng Liên đoàn Lao động Việt Nam", "Tổng Liên đoàn Lao động Việt Nam"),
        ("Hội LHPN huyện Lục Yên", f"Hội Liên hiệp Phụ nữ huyện Lục Yên | - | {LUC_YEN}"),
        ("Hội Nông dân huyện Lục Yên", f"Hội Nông dân huyện Lục Yên | - | {LUC_YEN}"),
        ("Huyện đoàn Lục Yên", f"Huyện đoàn Lục Yên | - | {LUC_YEN}"),
        ("Trường Chính trị tỉnh Hưng Yên", f"Trường Chính trị tỉnh Hưng Yên | - | {HUNG_YEN}"),
        ("Trường Đại học Cần Thơ", "Trường Đại học Cần Thơ"),
        ("Học viện Báo chí và Tuyên truyền", "Học viện Báo chí và Tuyên truyền"),
        ("Bệnh viện Nguyễn Tri Phương", "Bệnh viện Nguyễn Tri Phương"),
        ("Trường Tiểu học Lê Văn Tám", "Trường Tiểu học Lê Văn Tám"),
        ("Trung tâm Y tế huyện Lục Yên", f"Trung tâm Y tế huyện Lục Yên | - | {LUC_YEN}"),
        ("Công ty TNHH Minh Phát", "Công ty TNHH Minh Phát"),
        ("Tập đoàn Điện lực Việt Nam", "Tập đoàn Điện lực Việt Nam"),
        ("Báo Nhân Dân", "Báo Nhân Dân"),
    ],
)  # fmt: skip
def test_a_body_has_its_canonical_name(text: str, expected: str) -> None:
    assert bodies(f"{text} vừa báo cáo.")[-1] == expected


def test_what_a_body_is_part_of_is_a_body_too() -> None:
    assert names("Phòng Cảnh sát hình sự Công an tỉnh Hưng Yên vừa báo cáo.") == [
        "Công an tỉnh Hưng Yên",
        "Phòng Cảnh sát hình sự Công an tỉnh Hưng Yên",
    ]


def test_a_list_that_shares_its_first_words_is_distributed() -> None:
    found = names("Ban Tổ chức các tỉnh Nam Định, Thái Bình, Hà Nam dự hội nghị.")
    assert [name for name in found if name.startswith("Ban")] == [
        "Ban Tổ chức Tỉnh ủy Nam Định",
        "Ban Tổ chức Tỉnh ủy Thái Bình",
        "Ban Tổ chức Tỉnh ủy Hà Nam",
    ]


def test_both_of_the_two_districts_named_are_meant() -> None:
    found = names("Tại huyện Lục Yên và huyện Văn Yên, Ban Tổ chức Huyện ủy 02 huyện đã họp.")
    assert {"Ban Tổ chức Huyện ủy Lục Yên", "Ban Tổ chức Huyện ủy Văn Yên"} <= set(found)


@pytest.mark.parametrize(
    "text",
    [
        "UBND cấp xã có trách nhiệm niêm yết công khai.",
        "Hội đồng nhân dân các cấp đã giám sát.",
        "Ủy ban nhân dân các xã báo cáo.",
        "UBND 3 huyện, công an các địa phương vào cuộc.",
        "Các sở, ngành; các cấp ủy; các chi bộ; lãnh đạo tỉnh; chính quyền địa phương.",
        "Tỉnh có 13 Đảng bộ trực thuộc.",
        "Đơn vị đã hoàn thành nhiệm vụ trong hội trường.",
        "Các cơ sở sản xuất và trường hợp khác.",
        "Kế hoạch 5 năm 2021-2025 đã được phê duyệt.",
        "Đảng và Nhà nước luôn quan tâm.",
        "Công ty này và trường kia là hàng xóm.",
        "Các đường phố ở Hà Nội, Hưng Yên và huyện Văn Lâm.",
    ],
)
def test_what_names_no_body_gives_none(text: str) -> None:
    assert names(text) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Chi bộ thôn Phú Vinh Trung đã họp.", "Chi bộ thôn Phú Vinh Trung"),
        ("Chi bộ tổ dân phố 3 đã họp.", "Chi bộ tổ dân phố 3"),
        ("Phòng Thu hồi đất Công an tỉnh Cao Bằng đã họp.",
         "Phòng Thu hồi đất Công an tỉnh Cao Bằng"),
        ("Khoa Hóa học Trường Đại học Tân Trào đã họp.", "Khoa Hóa học Trường Đại học Tân Trào"),
        ("Ban cán sự Đảng bộ Tài chính đã họp.", "Ban cán sự đảng Bộ Tài chính"),
        ("ĐOÀN KIỂM TRA SỐ 3 CỦA TỈNH ỦY CAO BẰNG ĐÃ HỌP",
         "Đoàn kiểm tra số 3 của Tỉnh ủy Cao Bằng"),
    ],
)  # fmt: skip
def test_small_words_belong_to_a_name(text: str, name: str) -> None:
    assert name in names(text)


@pytest.mark.parametrize(
    "text",
    ["Nhân viên đi làm. Ảnh: Báo Xây dựng", "Văn Hiếu/VOV - Trung tâm Tin"],
)
def test_a_source_of_a_picture_is_no_body(text: str) -> None:
    assert names(text) == []
