"""Pages of articles after the layouts of Vietnamese portals, made when they are needed."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from tests.read.portals.articles import ARTICLES, Told

HERE = Path(__file__).resolve().parent
SITE = "https://bao.example"
WEEKDAYS = ("Thứ hai", "Thứ ba", "Thứ tư", "Thứ năm", "Thứ sáu", "Thứ bảy", "Chủ nhật")


@dataclass(frozen=True, slots=True)
class Layout:
    """What pages of a layout tell, and what they print besides the body."""

    author: bool = True
    publisher: str | None = None
    url: bool = True
    dateline: str | None = None


LAYOUTS: Mapping[str, Layout] = {
    "army-paper": Layout(publisher="Báo Quân đội nhân dân", dateline="QĐND Online"),
    "government-paper": Layout(publisher="Báo Điện tử Chính phủ", dateline="Chinhphu.vn"),
    "joomla-office": Layout(url=False),
    "party-building": Layout(url=False),
    "party-paper": Layout(publisher="Báo điện tử Đảng", dateline="ĐCSVN"),
    "people-paper": Layout(publisher="Báo Nhân Dân điện tử", dateline="NDO"),
    "provincial-paper": Layout(dateline="BTĐT"),
    "sharepoint-province": Layout(url=False),
    "vnpt-district": Layout(publisher="Trung tâm Văn hóa - Thông tin huyện"),
    "wordpress-commission": Layout(publisher="Ban Tổ chức Tỉnh ủy"),
}


@cache
def _templates() -> Environment:
    return Environment(loader=FileSystemLoader(HERE), autoescape=True, undefined=StrictUndefined)


def page(layout: str, told: Told) -> str:
    """The page of an article in a layout."""
    moment = datetime.fromisoformat(f"{told.day}T{told.time}:00")
    return (
        _templates()
        .get_template(f"{layout}.html")
        .render(
            a=told,
            url=address(told),
            weekday=WEEKDAYS[moment.weekday()],
            utc=(moment - timedelta(hours=7)).isoformat() + "+00:00",
        )
    )


def address(told: Told) -> str:
    """The canonical address of an article."""
    return f"{SITE}/{told.slug}.html"


def pages() -> Iterator[tuple[str, Told, str]]:
    """Every layout with every article, and the page."""
    for layout in LAYOUTS:
        for told in ARTICLES:
            yield layout, told, page(layout, told)
