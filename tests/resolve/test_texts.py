"""Which articles are one text: cut or with another headline they are, told anew they are not."""

import pytest

from kg.resolve.texts import alike, bands, signature

FIRST = (
    "Sáng 3/4/2021, tại hội trường huyện, Ban Thường vụ Huyện ủy Văn Lâm tổ chức hội nghị sơ kết"
    " công tác xây dựng Đảng quý I. Đồng chí Lê Thử, Bí thư Huyện ủy chủ trì hội nghị. Trong quý,"
    " toàn huyện kết nạp 25 đảng viên mới, đạt 20% kế hoạch năm; kiểm tra 12 tổ chức đảng và 40"
    " đảng viên, không có trường hợp nào phải kỷ luật. Các đại biểu thảo luận về việc kiện toàn cấp"
    " ủy cơ sở, chuẩn bị tổng kết nghị quyết và giải quyết đơn thư của nhân dân ở bốn xã phía nam."
)
ANEW = (
    "Huyện ủy Văn Lâm vừa họp bàn về công tác xây dựng Đảng. Hội nghị do Bí thư Huyện ủy Lê Thử"
    " điều hành. Báo cáo cho biết ba tháng qua có thêm 25 người được đứng vào hàng ngũ của Đảng,"
    " 12 chi bộ được kiểm tra. Bí thư yêu cầu các xã sớm hoàn thành việc sắp xếp cán bộ, lắng nghe"
    " ý kiến người dân và chuẩn bị tốt cho đợt tổng kết sắp tới của cấp ủy."
)


def one(first: str, second: str) -> bool:
    a, b = signature(first), signature(second)
    return bool(set(bands(a)) & set(bands(b))) and alike(a, b)


@pytest.mark.parametrize(
    "text",
    [
        f"Văn Lâm sơ kết quý I\n\n{FIRST}",
        FIRST[:330],
        FIRST.replace("Ủy", "ỦY").upper(),
        FIRST.replace("ủy", "uỷ") + " Tin, ảnh: Lê Ba.",
    ],
    ids=["headline", "cut", "capitals", "tone marks"],
)
def test_what_is_hardly_changed_is_one_text(text: str) -> None:
    assert one(FIRST, text)


def test_a_report_in_other_words_is_independent() -> None:
    assert not one(FIRST, ANEW)


def test_a_headline_alone_is_compared_with_nothing() -> None:
    assert signature("Huyện ủy Văn Lâm") == b""
    assert bands(b"") == []


def test_a_signature_is_the_same_on_every_machine() -> None:
    assert signature("một hai ba bốn năm").hex()[:16] == "8b52952541630d25"
