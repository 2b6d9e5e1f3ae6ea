"""Links: which directive serves which, who carries one out, who presents one."""

import pytest

from tests.extract.told import links

RESOLUTION = "Nghị quyết số 21-NQ/TW"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kế hoạch số 68-KH/HU thực hiện Chương trình hành động số 28-CTr/TU.",
         ["Kế hoạch 68-KH/HU | implements | Chương trình hành động 28-CTr/TU"]),
        ("Kế hoạch số 68-KH/HU về thực hiện Kết luận số 01-KL/TW.",
         ["Kế hoạch 68-KH/HU | implements | Kết luận 01-KL/TW"]),
        ("Kế hoạch số 68-KH/HU thực hiện Nghị quyết số 03-NQ/TU và Chỉ thị số 08-CT/TU.",
         ["Kế hoạch 68-KH/HU | implements | Nghị quyết 03-NQ/TU",
          "Kế hoạch 68-KH/HU | implements | Chỉ thị 08-CT/TU"]),
        ("Hướng dẫn số 05-HD/BTCTW thi hành Quy định số 24-QĐ/TW.",
         ["Hướng dẫn 05-HD/BTCTW | guides | Quy định 24-QĐ/TW"]),
        ("Quyết định số 45/QĐ-UBND thay thế Quyết định số 12/QĐ-UBND.",
         ["Quyết định 45/QĐ-UBND | amends | Quyết định 12/QĐ-UBND"]),
        ("Quyết định số 45/QĐ-UBND về việc sửa đổi, bổ sung Quyết định số 12/QĐ-UBND.",
         ["Quyết định 45/QĐ-UBND | amends | Quyết định 12/QĐ-UBND"]),
        ("Căn cứ Chỉ thị số 05-CT/TW, Tỉnh ủy Lào Cai ban hành Kế hoạch số 12-KH/TU.",
         ["Kế hoạch 12-KH/TU | implements | Chỉ thị 05-CT/TW",
          "Tỉnh ủy Lào Cai | carries_out | Chỉ thị 05-CT/TW"]),
    ],
)  # fmt: skip
def test_directive_to_directive(text: str, expected: list[str]) -> None:
    assert links(text) == expected


@pytest.mark.parametrize(
    ("text", "doers"),
    [
        (f"Huyện ủy Văn Lâm quán triệt {RESOLUTION}.", ["Huyện ủy Văn Lâm"]),
        (f"Huyện ủy Văn Lâm tổ chức hội nghị triển khai thực hiện {RESOLUTION}.",
         ["Huyện ủy Văn Lâm"]),
        (f"Tỉnh ủy Sơn La tổ chức hội nghị sơ kết 3 năm thực hiện {RESOLUTION}.",
         ["Tỉnh ủy Sơn La"]),
        (f"Huyện ủy Văn Lâm kiểm tra việc thực hiện {RESOLUTION} tại Đảng ủy xã Lạc Đạo.",
         ["Huyện ủy Văn Lâm"]),
        (f"Ban Thường vụ Tỉnh ủy Sơn La giám sát việc thực hiện {RESOLUTION} đối với Huyện ủy Mộc "
         "Châu.", ["Ban Thường vụ Tỉnh ủy Sơn La"]),
        (f"Huyện ủy Văn Lâm và Huyện ủy Yên Mỹ triển khai {RESOLUTION}.",
         ["Huyện ủy Văn Lâm", "Huyện ủy Yên Mỹ"]),
        (f"Thực hiện {RESOLUTION}, Huyện ủy Văn Lâm đã vào cuộc.", ["Huyện ủy Văn Lâm"]),
        (f"Ban Tổ chức Huyện ủy Văn Lâm tham mưu Ban Thường vụ Huyện ủy ban hành {RESOLUTION}.",
         ["Ban Tổ chức Huyện ủy Văn Lâm"]),
    ],
)  # fmt: skip
def test_the_subject_carries_it_out(text: str, doers: list[str]) -> None:
    assert links(text) == [f"{doer} | carries_out | Nghị quyết 21-NQ/TW" for doer in doers]


@pytest.mark.parametrize(
    "text",
    [
        f"Đồng chí Lê Thị Mận quán triệt {RESOLUTION}.",
        f"Đồng chí Lê Thị Mận, Trưởng Ban Tuyên giáo Huyện ủy Văn Lâm, trình bày {RESOLUTION}.",
        f"Bà Lê Thị Mận đã ký ban hành {RESOLUTION}.",
        f"{RESOLUTION} do Bí thư Huyện ủy Văn Lâm Lê Thị Mận ký ngày 3/4/2023.",
        f"Bà Lê Thị Mận công bố {RESOLUTION}.",
    ],
)
def test_a_person_presents_it(text: str) -> None:
    assert links(text) == ["Lê Thị Mận | presents | Nghị quyết 21-NQ/TW"]


@pytest.mark.parametrize(
    "text",
    [
        f"Bộ Chính trị yêu cầu Tỉnh ủy Hà Tĩnh thực hiện {RESOLUTION}.",
        f"Huyện ủy Văn Lâm đề nghị UBND huyện thực hiện {RESOLUTION}.",
        f"Đồng chí Trần Văn Khải yêu cầu Huyện ủy Văn Lâm thực hiện {RESOLUTION}.",
        f"Thực hiện {RESOLUTION}, các cấp ủy đã vào cuộc.",
        f"{RESOLUTION} và Nghị quyết số 22-NQ/TW về việc xây dựng Đảng.",
        f"{RESOLUTION}, Nghị quyết số 22-NQ/TW được quán triệt tại Huyện ủy Văn Lâm.",
        "Huyện ủy Kim Sơn đã ban hành Kế hoạch số 45-KH/HU.",
        "Bộ Chính trị đã thông qua Kết luận số 21-KL/TW. Huyện ủy Văn Lâm vẫn họp.",
        "Huyện ủy Văn Lâm thực hiện kế hoạch 5 năm và các nghị quyết của Đảng.",
    ],
)
def test_near_misses_give_no_link(text: str) -> None:
    assert links(text) == []
