"""From a page's words to an article: what is the title, the date, the author, and what is left."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import ReadError
from kg.model import Article
from kg.read import Document, Told
from kg.read.dates import printed_date
from kg.read.furniture import SECTIONS, is_a, rows
from kg.read.page import parse
from kg.text import fold, normalise

TITLE = "Huyện ủy Bình Sơn họp bàn công tác cán bộ quý II"
BODY = (
    "Sáng 3/4/2021, Huyện ủy Bình Sơn họp bàn việc kiện toàn cấp ủy ở cơ sở; đồng chí Lê Thử,"
    " Bí thư Huyện ủy chủ trì và kết luận từng nội dung của buổi họp."
)


def document(name: str = "a.txt", told: Told | None = None) -> Document:
    return Document(name.removesuffix(".txt"), name, ".txt", b"", told or Told())


def page(*lines: str) -> Article:
    return parse("\n".join(lines), document("a.txt"))


@pytest.mark.parametrize(
    ("line", "iso"),
    [
        ("30/06/2022", "2022-06-30"),
        ("Cập nhật ngày: 26/03/2023 05:57:12", "2023-03-26"),
        ("Thứ hai, 09/01/2023", "2023-01-09"),
        ("Chủ nhật, ngày 5-2-2023", "2023-02-05"),
        ("Ngày đăng: 25/6/2026", "2026-06-25"),
        ("05-06-24 13:37", "2024-06-05"),
        ("13:37 | 05.06.2024", "2024-06-05"),
        ("Thứ Ba, ngày 4 tháng 7 năm 2023 - 08:15 (GMT+7)", "2023-07-04"),
        ("Đăng lúc: 08:15 AM 4/7/2023 | 1.234 lượt xem", "2023-07-04"),
        ("Thứ Ba, 4/7/2023 [GMT+7]", "2023-07-04"),
        ("2023-07-04T08:15", "2023-07-04"),
        ("31/02/2023", None),
        ("Ngày 28/6", None),
        ("26/02/2024 - 28/02/2024", None),
        ("Ngày 31/7/2023, Huyện ủy họp", None),
        ("Số 12/3/2023-NQ", None),
        ("", None),
    ],
)
def test_printed_date_reads_a_line_that_is_only_a_date(line: str, iso: str | None) -> None:
    assert printed_date(line) == iso


@pytest.mark.parametrize(
    ("lines", "iso"),
    [
        (["Thứ hai, 26/02/2024", "", TITLE, "", "Thứ hai, 09/01/2023", "", BODY], "2023-01-09"),
        (["30/06/2022", "Tăng cỡ chữ Giảm cỡ chữ", TITLE, BODY], "2022-06-30"),
        (["26/02/2024", "", "30/06/2022", TITLE, BODY], "2022-06-30"),
        ([TITLE, BODY, "Cập nhật ngày: 5/4/2021 07:00"], "2021-04-05"),
        ([TITLE, BODY, "5/4/2021", BODY], None),
        ([TITLE, BODY, "Bài viết khác", "Thứ hai, 09/01/2023", "Xã Bình Minh họp"], None),
        ([TITLE, BODY], None),
    ],
    ids=["clock", "above", "two-above", "at-the-end", "heading", "other-articles", "in-the-text"],
)
def test_published_is_the_date_next_to_the_title(lines: list[str], iso: str | None) -> None:
    assert page(*lines).published == iso


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        ([TITLE, BODY], TITLE),
        (["HUYỆN BÌNH SƠN", "", TITLE, "", BODY], TITLE),
        (["Trang chủ > Tin tức > Xây dựng Đảng", TITLE, BODY], TITLE),
        ([BODY, BODY], None),
        (["Sáng 3/4, Huyện ủy họp.", BODY], None),
        (["BSO - Huyện ủy Bình Sơn họp", BODY], None),
    ],
    ids=["first", "after-a-kicker", "after-the-path", "paragraph", "sentence", "dateline"],
)
def test_title_is_the_first_headline(lines: list[str], title: str | None) -> None:
    assert page(*lines).title == title


@pytest.mark.parametrize(
    ("start", "dateline"),
    [("BSO - ", "BSO"), ("(BSO) – ", "BSO"), ("(Báo Bình Sơn) - ", "Báo Bình Sơn"), ("", None)],
)
def test_dateline_stays_in_the_text(start: str, dateline: str | None) -> None:
    article = page(TITLE, "", start + BODY)
    assert article.dateline == dateline
    assert article.text == f"{TITLE}\n\n{start}{BODY}"


@pytest.mark.parametrize(
    ("ends", "byline", "publisher"),
    [
        (["MINH AN"], "MINH AN", None),
        (["Minh An - Trung tâm VH&TT"], "Minh An - Trung tâm VH&TT", None),
        (["Minh An (TTXVN)"], "Minh An (TTXVN)", None),
        (["M.A"], "M.A", None),
        (["Tin, ảnh: Minh An", "Theo baobinhson.vn"], "Minh An", "baobinhson.vn"),
        (["Minh An", "(Nguồn: Báo Bình Sơn)"], "Minh An", "Báo Bình Sơn"),
        (["Minh An", "Thu Hà"], "Minh An, Thu Hà", None),
    ],
)
def test_credits_are_taken_from_the_end(
    ends: list[str], byline: str, publisher: str | None
) -> None:
    article = page(TITLE, BODY, "", *ends)
    assert (article.byline, article.publisher) == (byline, publisher)
    assert article.text == f"{TITLE}\n{BODY}"


@pytest.mark.parametrize(
    "ends",
    [
        ["Quang cảnh hội nghị"],
        ["Lê Thử"],
        ["Ban Chấp hành gồm:", "Minh An"],
        ["Minh An", "Thu Hà", "Văn Sơn"],
        ["Lê Thử - Bí thư Huyện ủy"],
        ["Theo đó, các chi bộ sẽ họp trước ngày 30/4 và báo cáo kết quả về huyện"],
    ],
    ids=["caption", "told-above", "list", "many", "told-with-post", "sentence"],
)
def test_people_of_the_story_are_no_authors(ends: list[str]) -> None:
    article = page(TITLE, BODY, *ends)
    assert article.byline is None
    assert article.text.endswith("\n".join(ends))


@pytest.mark.parametrize(
    "line",
    [
        "Tăng cỡ chữ Giảm cỡ chữ",
        "PublishingPortal - Block_BanTin_Toolbar",
        "< Trở về trang trước",
        "Gửi bình luận của bạn",
        "Chia sẻ Facebook Zalo",
        "In bài viết | Gửi email",
        "#XayDungDang #BinhSon",
        "Ảnh: Thu Hà/TTXVN",
        "(Ảnh minh họa)",
        "📸 Một số hình ảnh tại buổi họp",
        "Lượt xem: 1.024",
        "Hôm nay: Thứ hai, 26/02/2024",
        "* * *",
        "👍👍",
    ],
)
def test_furniture_is_left_out(line: str) -> None:
    assert page(TITLE, line, BODY, line, BODY).text == f"{TITLE}\n{BODY}\n{BODY}"


@pytest.mark.parametrize(
    "line",
    [
        "Đồng chí Lê Thử phát biểu tại buổi họp",
        "Ảnh: Đồng chí Lê Thử trao Huy hiệu Đảng cho các đảng viên cao tuổi",
        "Một số đảng viên nêu ý kiến",
        "Chia sẻ tại buổi họp, nhiều đại biểu đề nghị quan tâm hơn đến các chi bộ vùng sâu",
        "In sâu trong ký ức",
        "2021",
    ],
)
def test_captions_and_sentences_stay(line: str) -> None:
    assert line in page(TITLE, BODY, line, BODY).text.split("\n")


def test_headlines_of_other_articles_go_but_the_story_goes_on() -> None:
    article = page(
        TITLE, BODY, "Tin liên quan", "Xã Bình Minh họp chi bộ", BODY, "Các tin khác", "X"
    )
    assert article.text == f"{TITLE}\n{BODY}\n{BODY}"


def test_an_address_alone_on_a_line_is_the_url() -> None:
    article = page(TITLE, BODY, "Link: https://example.org/tin/1")
    assert article.url == "https://example.org/tin/1"
    assert "example" not in article.text


@given(st.lists(st.one_of(st.text(), st.sampled_from([TITLE, BODY, "Bài viết khác", "Minh An"]))))
def test_text_is_normalised_and_made_of_the_pages_lines(lines: list[str]) -> None:
    raw = "\n".join(lines)
    try:
        text = parse(raw, document("a.txt")).text
    except ReadError:
        return
    assert normalise(text) == text == text.strip()
    assert set(text.split("\n")) <= {line.strip() for line in normalise(raw).split("\n")} | {""}


@pytest.mark.parametrize("row", rows(), ids=lambda row: f"{row[0]}-{row[2]}")
def test_every_pattern_is_folded_and_explained(row: tuple[str, str, str]) -> None:
    section, pattern, comment = row
    assert section in SECTIONS
    assert fold(pattern) == pattern, "furniture is matched in folded text"
    assert comment


@pytest.mark.parametrize(
    "unit", ["in ", "> ", "ảnh ", "tin bài ", "a- ", "chia sẻ ", "x>", "#a", "1:1 ", "ngày "]
)
def test_no_line_takes_long(unit: str) -> None:
    start = time.perf_counter()
    for section in SECTIONS:
        is_a(section, (unit * 200)[:198] + " ẫ")
    assert time.perf_counter() - start < 0.5
