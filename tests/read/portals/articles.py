"""Four articles in words of our own, as papers and offices would print them."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Told:
    """An article as its page should be read."""

    slug: str
    title: str
    lead: str
    paragraphs: tuple[str, ...]
    caption: str
    day: str  # ISO
    time: str  # "08:15"
    author: str

    @property
    def body(self) -> tuple[str, ...]:
        """The lead and the paragraphs."""
        return (self.lead, *self.paragraphs)

    @property
    def dmy(self) -> str:
        """The day as it is printed: "03/04/2024"."""
        year, month, day = self.day.split("-")
        return f"{day}/{month}/{year}"


ARTICLES = (
    Told(
        "huyen-uy-an-thi-so-ket-cong-tac-xay-dung-dang",
        "Huyện ủy Ân Thi sơ kết công tác xây dựng Đảng quý I",
        "Sáng 3/4, Huyện ủy Ân Thi tổ chức hội nghị sơ kết công tác xây dựng Đảng quý I, triển khai"
        " nhiệm vụ quý II năm 2024.",
        (
            "Dự hội nghị có đồng chí Lê Thử Nghiệm, Ủy viên Ban Thường vụ Tỉnh ủy, Bí thư Huyện ủy;"
            " các đồng chí trong Ban Thường vụ Huyện ủy, bí thư các chi, đảng bộ trực thuộc.",
            "Trong quý, Đảng bộ huyện kết nạp 42 đảng viên, đạt 26% kế hoạch năm. Ủy ban Kiểm tra"
            " Huyện ủy kiểm tra 5 tổ chức đảng và 11 đảng viên; không có trường hợp nào bị"
            " kỷ luật.",
            "Phát biểu kết luận hội nghị, Bí thư Huyện ủy yêu cầu các cấp ủy tập trung thực hiện"
            " Kế hoạch số 88-KH/HU của Ban Thường vụ Huyện ủy về nâng cao chất lượng sinh hoạt chi"
            " bộ, chuẩn bị chu đáo cho đại hội đảng bộ các cấp.",
            "Hội nghị cũng thảo luận việc sắp xếp các chi bộ thôn sau khi nhập hai xã ở phía bắc"
            " của huyện, với mục tiêu hoàn thành trước tháng 9.",
        ),
        "Quang cảnh hội nghị sơ kết của Huyện ủy.",
        "2024-04-03",
        "15:20",
        "Trần Mẫu",
    ),
    Told(
        "trao-quyet-dinh-ve-cong-tac-can-bo-12345",
        "Trao quyết định điều động, bổ nhiệm cán bộ",
        "Chiều 12/6, Ban Thường vụ Tỉnh ủy công bố và trao quyết định về công tác cán bộ cho hai"
        " đồng chí.",
        (
            "Theo Quyết định số 1412-QĐ/TU của Ban Thường vụ Tỉnh ủy, đồng chí Phạm Ví Dụ, Phó"
            " Trưởng Ban Tổ chức Tỉnh ủy được điều động, chỉ định giữ chức Bí thư Huyện ủy Phù Cừ,"
            " nhiệm kỳ 2020 - 2025.",
            "Đồng chí Đỗ Thị Kiểm Thử, Phó Bí thư Huyện ủy được điều động giữ chức Phó"
            " Trưởng Ban Tổ"
            " chức Tỉnh ủy từ ngày 15/6/2023.",
            "Phát biểu giao nhiệm vụ, Phó Bí thư Thường trực Tỉnh ủy chúc mừng hai đồng chí và mong"
            " hai đồng chí sớm tiếp cận công việc, cùng tập thể xây dựng đơn vị đoàn kết,"
            " vững mạnh.",
            "Thay mặt các đồng chí nhận quyết định, đồng chí Phạm Ví Dụ cảm ơn sự tin"
            " tưởng của Tỉnh"
            " ủy và hứa sẽ giữ gìn phẩm chất, gần dân, sát cơ sở.",
        ),
        "Lãnh đạo Tỉnh ủy tặng hoa chúc mừng.",
        "2023-06-12",
        "17:05",
        "Ngô Thí Điểm",
    ),
    Told(
        "kiem-tra-viec-thuc-hien-nghi-quyet-21",
        "Kiểm tra việc thực hiện Nghị quyết 21-NQ/TW tại Đảng ủy Khối",
        "Đoàn kiểm tra số 3 của Tỉnh ủy vừa làm việc với Đảng ủy Khối các cơ quan tỉnh về việc thực"
        " hiện Nghị quyết số 21-NQ/TW.",
        (
            "Đoàn do đồng chí Vũ Minh Họa, Trưởng Ban Nội chính Tỉnh ủy làm trưởng đoàn."
            " Đảng ủy Khối"
            " báo cáo đã ban hành Chương trình hành động số 15-CTr/ĐUK và mở 6 lớp quán triệt.",
            "Qua kiểm tra hồ sơ, đoàn ghi nhận 34/37 chi, đảng bộ trực thuộc có kế hoạch riêng; ba"
            " đơn vị còn lại cam kết hoàn thành trong tháng 11.",
            "Kết luận buổi làm việc, trưởng đoàn đề nghị Đảng ủy Khối tiếp tục “rà soát,"
            " bổ sung các"
            " chỉ tiêu còn thấp” và gửi báo cáo về Ban Thường vụ Tỉnh ủy trước ngày 30/11.",
            "Buổi chiều cùng ngày, đoàn khảo sát tại Đảng bộ Sở Nội vụ và Chi bộ Trường Chính trị.",
        ),
        "Trưởng đoàn kiểm tra phát biểu tại buổi làm việc.",
        "2022-11-09",
        "09:00",
        "Hoàng Giả Định",
    ),
    Told(
        "giao-ban-khoi-dan-van-thang-8",
        "Giao ban khối dân vận tháng 8: Gần dân, “nghe dân nói”",
        "Ngày 28/8, Ban Dân vận Thành ủy giao ban công tác tháng 8 với Mặt trận Tổ quốc và các đoàn"
        " thể chính trị - xã hội.",
        (
            "Tháng qua, các đơn vị tổ chức 118 buổi đối thoại; tiếp nhận 640 ý kiến, trả lời ngay"
            " tại chỗ hơn 70%. Phong trào “Dân vận khéo” có thêm 52 mô hình được công nhận.",
            "Đồng chí Bùi Thị Phỏng Tác, Trưởng Ban Dân vận Thành ủy chủ trì và kết luận từng nội"
            " dung; giao Hội Nông dân chuẩn bị hội thi cấp thành phố vào trung tuần tháng 10.",
            "Chủ tịch Ủy ban Mặt trận Tổ quốc thành phố kiến nghị sớm sửa quy chế phối hợp, vì quy"
            " chế hiện hành ban hành từ năm 2016 không còn phù hợp.",
            "Trước đó, hội nghị nghe báo cáo về tình hình dư luận xã hội trong nhân dân.",
        ),
        "Các đại biểu dự giao ban.",
        "2025-08-28",
        "11:45",
        "Lý Thử Bút",
    ),
)
