"""What the head of a file claims, and when it is believed."""

import pytest

from kg.model import Article
from kg.read.claims import Claims, believing
from kg.read.document import Document, Told

TITLE = "Huyện ủy Bình Sơn họp bàn công tác cán bộ quý II"
BODY = (
    "Sáng 3/4/2021, Huyện ủy Bình Sơn họp bàn việc kiện toàn cấp ủy ở cơ sở; đồng chí Lê Thử,"
    " Bí thư Huyện ủy chủ trì và kết luận từng nội dung của buổi họp."
)


def believed(*lines: str, told: Told | None = None, **claims: str) -> Article:
    document = Document("a", "a.docx", "docx", b"", told or Told())
    return believing("\n".join(lines), document, Claims(**claims))


@pytest.mark.parametrize(
    ("title", "is_believed"),
    [
        (TITLE, True),
        (f"{TITLE} | Báo Sông Trà", True),
        (TITLE.upper(), True),
        ("Microsoft Word - bao cao quy 2.doc", False),
        ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", False),
        ("", False),
    ],
)
def test_a_title_counts_if_the_text_prints_it(title: str, is_believed: bool) -> None:
    article = believed("Xây dựng Đảng", "Tin ở huyện", TITLE, BODY, title=title)
    assert (article.title == TITLE) is is_believed
    assert article.text.count(TITLE) == 1


@pytest.mark.parametrize(
    ("created", "day"),
    [
        ("2021-04-04", "2021-04-04"),
        ("2021-04-03", "2021-04-03"),
        ("2013-12-23", None),
        ("2026-01-01", None),
        ("2021-04-02", None),
        ("hôm qua", None),
    ],
)
def test_a_day_of_writing_counts_if_the_text_tells_of_one_just_before(
    created: str, day: str | None
) -> None:
    assert believed(TITLE, BODY, created=created).published == day
    printed = believed(TITLE, "Thứ ba, 06/04/2021", BODY, created=created)
    assert printed.published == "2021-04-06"


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Chiều 2/4, huyện ủy họp về nghị quyết của năm 2021; cuộc họp kéo dài đến tối.", True),
        ("Chiều 2/4, huyện ủy họp về nghị quyết của năm 2020; cuộc họp kéo dài đến tối.", False),
        ("Chiều 2/4, huyện ủy họp bàn về nghị quyết mới; cuộc họp kéo dài đến tối.", False),
        ("Trong tháng 4/2021, huyện ủy họp bàn về nghị quyết mới; cuộc họp kéo dài.", False),
    ],
)
def test_a_day_without_a_year_is_of_the_year_that_the_text_tells(text: str, day: bool) -> None:
    assert (believed(TITLE, text, created="2021-04-04").published is not None) is day


def test_an_author_counts_if_the_text_ends_with_the_name() -> None:
    assert believed(TITLE, BODY, creator="Trần Vân Nháp").byline is None
    assert believed(TITLE, BODY, "Trần Vân Nháp", creator="Trần Vân Nháp").byline == "Trần Vân Nháp"


def test_what_is_told_beside_the_file_goes_first() -> None:
    told = Told(title="Họp bàn cán bộ", published="2021-04-09", url="https://a.example/1")
    article = believed(
        TITLE, BODY, told=told, title=TITLE, created="2021-04-04", url="https://b.example/"
    )
    assert (article.title, article.published) == ("Họp bàn cán bộ", "2021-04-09")
    assert article.url == "https://a.example/1"
