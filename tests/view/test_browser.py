"""The page in a real browser: opened from disk, without a network, used by mouse and keyboard."""

import json
from pathlib import Path

import pytest

from kg.view import style

from .browser import Browser
from .looking import KHANH, at, drawn, look_for, pixel, settle
from .sample import HOSTILE

pytestmark = pytest.mark.usefixtures("quiet")


def test_it_opens_from_disk_and_draws(browser: Browser, small: Path) -> None:
    browser.open(small)
    assert drawn(browser) == 7
    settle(browser)
    for kind in ("person", "body", "directive", "event"):
        pixel(browser, style.LIGHT[kind])
    assert browser.run("document.documentElement.lang") == "vi"


@pytest.mark.parametrize("query", ["nguyen bat khanh", "Khánh nguyễn bật", "KHANH BAT NGU"])
def test_search_finds_without_accents_and_enter_goes_there(
    browser: Browser, small: Path, query: str
) -> None:
    browser.open(small)
    look_for(browser, query)
    first = browser.text("#results li[aria-selected=true]")
    assert "Nguyễn Bật Khánh" in first
    assert "Người" in first
    assert "Bí thư Huyện ủy Văn Lâm · từ 2020" in first
    browser.press("Enter")
    browser.wait("document.querySelector('#panel h2')")
    assert KHANH in at(browser)
    assert browser.text("#panel h2") == "Nguyễn Bật Khánh"
    assert browser.run("document.getElementById('results').hidden") is True


def test_search_finds_every_kind_and_articles(browser: Browser, small: Path) -> None:
    browser.open(small)
    for query, kind in (
        ("tw 21 nq", "Văn bản chỉ đạo"),
        ("trung uong dang", "Cơ quan"),
        ("hoi nghi so ket", "Sự kiện"),
        ("van lam so ket nghi", "Bài báo"),
        ("bi thu khanh", "Người"),
    ):
        look_for(browser, query)
        assert kind in browser.text("#results li[aria-selected=true]"), query
    look_for(browser, "khong co ai")
    assert "Không tìm thấy" in browser.text("#results")


def test_an_article_shows_what_was_read_in_it(browser: Browser, small: Path) -> None:
    browser.open(small, "#at=article/001_vanlam&show=article/001_vanlam")
    assert browser.text("#panel h2") == "Văn Lâm sơ kết Nghị quyết 21"
    assert drawn(browser) == 6
    assert "Đọc được trong bài này" in browser.text("#panel")


def test_a_click_on_a_node_fills_the_panel_with_its_sentence(browser: Browser, small: Path) -> None:
    browser.open(small, f"#show={KHANH},-body/huyen-uy-van-lam")
    settle(browser)
    browser.click(*pixel(browser, style.LIGHT["person"]))
    browser.wait("document.querySelector('#panel h2')")
    assert browser.text("#panel h2") == "Nguyễn Bật Khánh"
    panel = browser.text("#panel")
    assert "Đồng chí Nguyễn Bật Khánh, Bí thư Huyện ủy Văn Lâm, chủ trì" in panel
    assert "đương nhiệm" in panel
    assert "2020" in panel
    assert "31/07/2023" in panel
    assert "Độ tin cậy 0,95" in panel
    assert "title_of_body" in panel
    marks = browser.run("[...document.querySelectorAll('#panel mark')].map((m) => m.textContent)")
    assert {"Nguyễn Bật Khánh", "Bí thư", "Huyện ủy Văn Lâm"} <= set(marks)
    links = browser.run("[...document.querySelectorAll('#panel a')].map((a) => a.href)")
    assert set(links) == {"https://baohungyen.vn/van-lam-so-ket.html"}


def test_a_click_on_a_line_shows_the_facts_between_two(browser: Browser, small: Path) -> None:
    browser.open(small, f"#show=-{KHANH},-body/huyen-uy-van-lam")
    settle(browser)
    one, other = (pixel(browser, style.LIGHT[kind]) for kind in ("person", "body"))
    browser.click((one[0] * 2 + other[0]) / 3, (one[1] * 2 + other[1]) / 3)
    browser.wait("document.querySelector('#panel .fact')")
    assert browser.text("#panel h2") == "Huyện ủy Văn Lâm — Nguyễn Bật Khánh"
    assert "Bí thư" in browser.text("#panel .fact")
    assert "title_of_body" in browser.text("#panel .fact")


def test_double_click_unfolds_and_folds(browser: Browser, small: Path) -> None:
    browser.open(small, f"#show=-{KHANH}")
    settle(browser)
    assert drawn(browser) == 1
    browser.click(*pixel(browser, style.LIGHT["person"]), times=2)
    browser.wait("document.getElementById('count').textContent.startsWith('3/')")
    settle(browser)
    browser.click(*pixel(browser, style.LIGHT["person"]), times=2)
    browser.wait("document.getElementById('count').textContent.startsWith('1/')")


def test_back_and_forward_follow_the_address(browser: Browser, small: Path) -> None:
    browser.open(small)
    look_for(browser, "bui huy cuong")
    browser.press("Enter")
    browser.wait("document.querySelector('#panel h2')?.textContent === 'Bùi Huy Cường'")
    browser.run("history.back()")
    browser.wait("!document.querySelector('#panel h2')")
    assert drawn(browser) == 7
    browser.run("history.forward()")
    browser.wait("document.querySelector('#panel h2')?.textContent === 'Bùi Huy Cường'")
    assert drawn(browser) == 2


def test_an_address_of_nonsense_opens_the_page(browser: Browser, small: Path) -> None:
    browser.open(small, "#at=x&show=a>b,-c,~9,person/none&hide=kind:,&sure=abc&lang=xx&tab=y")
    assert drawn(browser) == 7


def test_kinds_are_filtered_and_counted(browser: Browser, small: Path) -> None:
    browser.open(small)
    assert "2/2" in browser.text("[data-entry='kind:person']")
    browser.run("document.querySelector(`[data-entry='kind:person']`).click()")
    browser.wait("document.getElementById('count').textContent.startsWith('5/')")
    assert "hide=kind" in at(browser)
    chip = "document.querySelector(`[data-entry='kind:person']`)"
    assert browser.run(f"{chip}.getAttribute('aria-pressed')") == "false"


def test_status_and_confidence_are_filtered(browser: Browser, small: Path) -> None:
    browser.open(small, "#hide=status:status-former&sure=90")
    assert "Bùi Huy Cường" not in json.dumps(browser.run("document.body.innerText"))
    browser.open(small, f"#hide=status:status-proposed&at={KHANH}")
    assert "được đề xuất" not in browser.text("#panel")


def test_the_shortest_path_is_drawn(browser: Browser, small: Path) -> None:
    browser.open(small, f"#show={KHANH}>body/trung-uong&at={KHANH}")
    assert drawn(browser) == 4
    assert "3 bước" in browser.text("#panel")


def test_the_table_says_the_same_and_sorts(browser: Browser, small: Path) -> None:
    browser.open(small, "#tab=table")
    names = (
        "[...document.querySelectorAll('#nodesTable tbody td:first-child')].map((c) => c.innerText)"
    )
    assert len(browser.run(names)) == 7
    assert browser.run(names)[0] == "Huyện ủy Văn Lâm"
    browser.run("document.querySelector(`#nodesTable button[data-key='name']`).click()")
    assert browser.run(names)[0] == "Ban Chấp hành Trung ương Đảng"
    browser.run("document.querySelector(`#nodesTable button[data-key='name']`).click()")
    assert browser.run(names)[-1] == "Ban Chấp hành Trung ương Đảng"
    assert browser.run("document.activeElement.dataset.key") == "name"
    assert "Bí thư" in browser.text("#factsTable")
    assert "đương nhiệm" in browser.text("#factsTable")


def test_english_is_one_click_away(browser: Browser, small: Path) -> None:
    browser.open(small, f"#at={KHANH}")
    browser.run("document.getElementById('language').click()")
    browser.wait("document.documentElement.lang === 'en'")
    assert "Secretary" in browser.text("#panel")
    assert "in office" in browser.text("#panel")
    assert "Confidence 0.95" in browser.text("#panel")
    assert "Search" in str(browser.run("document.getElementById('search').placeholder"))


def test_hostile_text_never_runs(browser: Browser, small: Path) -> None:
    browser.open(small, "#at=article/002_trunguong&show=article/002_trunguong")
    assert browser.text("#panel h2") == HOSTILE
    assert browser.run("document.querySelectorAll('img').length") == 0
    assert browser.run("document.querySelectorAll('a[href^=javascript]').length") == 0


def test_the_keyboard_walks_over_the_drawing(browser: Browser, small: Path) -> None:
    browser.open(small)
    browser.press("/")
    assert browser.run("document.activeElement.id") == "search"
    browser.press("Escape")
    browser.run("document.getElementById('canvas').focus()")
    browser.press("ArrowDown")
    browser.wait("document.querySelector('#panel h2')")
    first = browser.text("#panel h2")
    browser.press("ArrowLeft")
    browser.wait(f"document.querySelector('#panel h2').innerText !== {json.dumps(first)}")
    assert browser.text("#live").startswith(browser.text("#panel h2"))
    browser.press("Enter")
    assert browser.run("document.activeElement.id") == "panel"
    browser.press("Escape")
    assert browser.run("document.activeElement.id") == "canvas"
    browser.press("Space")
    browser.wait("location.hash.includes('show=')")


def test_everything_that_acts_has_a_name(browser: Browser, small: Path) -> None:
    browser.open(small, f"#at={KHANH}")
    nameless = browser.run(
        """[...document.querySelectorAll('button, a, input, [role], summary')]
          .filter((one) => !one.closest('[hidden]'))
          .filter((one) => !one.getAttribute('aria-label') && !one.getAttribute('aria-labelledby'))
          .filter((one) => !one.textContent.trim() && one.id !== 'live')
          .map((one) => one.outerHTML)"""
    )
    assert nameless == []


@pytest.mark.parametrize("fragment", ["", f"#at={KHANH}", "#tab=table"])
def test_a_narrow_window_needs_no_sideways_scrolling(
    browser: Browser, small: Path, fragment: str
) -> None:
    browser.window(360, 740)
    browser.open(small, fragment)
    assert browser.run("document.documentElement.scrollWidth") <= 360
    if "table" not in fragment:
        settle(browser)
        pixel(browser, style.LIGHT["body"])


def test_dark_is_dark(browser: Browser, small: Path) -> None:
    browser.window(1280, 860, dark=True)
    browser.open(small)
    settle(browser)
    pixel(browser, style.DARK["person"])
    pixel(browser, style.DARK["ground"])
    assert browser.run("getComputedStyle(document.body).backgroundColor") == "rgb(20, 24, 29)"


def test_a_large_graph_opens_on_a_part_and_unfolds_by_pages(browser: Browser, large: Path) -> None:
    browser.open(large)
    assert drawn(browser) == 30
    look_for(browser, "huyen uy van lam")
    browser.press("Enter")
    browser.wait("document.querySelector('#panel h2')?.textContent === 'Huyện ủy Văn Lâm'")
    assert 10 < drawn(browser) <= 25
