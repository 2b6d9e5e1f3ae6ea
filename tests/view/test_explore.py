"""Finding one's way in the page: posts, kinds, years, units, connections, layers, keyboard."""

import json
from pathlib import Path

import pytest

from kg.view import page, render

from .browser import Browser
from .looking import KHANH, VAN_LAM, at, drawn, look_for
from .sample import load, many

pytestmark = pytest.mark.usefixtures("quiet")

UNIT = "unit/huyen-van-lam"


def marks(browser: Browser) -> set[str]:
    """The words that the panel marks in the sentences."""
    return set(
        browser.run("[...document.querySelectorAll('#panel mark')].map((m) => m.textContent)")
    )


def names(browser: Browser, table: str = "nodesTable") -> list[str]:
    """The first column of a table."""
    cells = f"[...document.querySelectorAll('#{table} tbody td:first-child')]"
    return list(browser.run(f"{cells}.map((c) => c.innerText)"))


def put(browser: Browser, selector: str, value: str, event: str = "change") -> None:
    """Set a control as its reader would."""
    browser.run(
        f"""(() => {{
          const one = document.querySelector({selector!r});
          one.value = {value!r};
          one.dispatchEvent(new Event({event!r}, {{ bubbles: true }}));
        }})()"""
    )


def test_who_held_a_post_and_where_it_says_so_in_twelve_keys(browser: Browser, small: Path) -> None:
    browser.open(small)
    keys = ["/", *"bi van lam", "Enter"]
    assert len(keys) <= 12
    browser.press(*(key if key.strip() else "Space" for key in keys[:-1]))
    browser.wait("document.querySelectorAll('#results li').length > 0")
    assert browser.text("#results li[aria-selected=true]").startswith("Bí thư Huyện ủy Văn Lâm")
    browser.press(keys[-1])
    browser.wait("document.querySelector('#panel h2')")
    assert browser.text("#panel h2") == "Bí thư Huyện ủy Văn Lâm"
    panel = browser.text("#panel")
    assert "Nguyễn Bật Khánh" in panel
    assert "2020 – …" in panel
    assert "Đồng chí Nguyễn Bật Khánh, Bí thư Huyện ủy Văn Lâm, chủ trì" in panel
    assert "Văn Lâm sơ kết Nghị quyết 21" in panel
    assert {"Nguyễn Bật Khánh", "Bí thư", "Huyện ủy Văn Lâm"} <= marks(browser)
    assert drawn(browser) == 2


def test_posts_are_told_with_who_held_them(browser: Browser, small: Path) -> None:
    browser.open(small)
    look_for(browser, "truong ban")
    first = browser.text("#results li[aria-selected=true]")
    assert first.startswith("Trưởng ban Ban Tổ chức Huyện ủy Văn Lâm")
    assert "Chức vụ · Bùi Huy Cường" in first


def test_a_timeline_has_bars_for_what_is_told_and_dots_for_what_was_seen(
    browser: Browser, small: Path
) -> None:
    browser.open(small, f"#at={VAN_LAM}&show={VAN_LAM}")
    rows = "document.querySelectorAll('#panel .timeline li:not(.axis)')"
    assert browser.run(f"{rows}.length") == 1
    row = f"{rows}[0]"
    assert "Nguyễn Bật Khánh, Bí thư" in browser.run(f"{row}.innerText")
    assert browser.run(f"{row}.querySelectorAll('rect.open').length") == 1
    assert browser.run(f"{row}.querySelectorAll('circle').length") == 1
    assert "31/07/2023" in browser.run(f"{row}.title")
    assert "2020" in browser.run(f"{row}.title")


def test_neighbours_unfold_by_kind_with_their_number(browser: Browser, small: Path) -> None:
    browser.open(small, f"#at={VAN_LAM}&show=-{VAN_LAM}")
    assert drawn(browser) == 1
    labels = browser.run(
        "[...document.querySelectorAll('#panel .acts button')].map((b) => b.ariaLabel)"
    )
    assert [label for label in labels if label and "Người, 1" in label]
    browser.run(
        "[...document.querySelectorAll('#panel .acts button')]"
        ".find((b) => b.ariaLabel?.includes('Cơ quan, 1')).click()"
    )
    browser.wait("document.getElementById('count').textContent.startsWith('2/')")
    assert f"{VAN_LAM}@body" in at(browser)


def test_a_node_that_is_added_moves_no_other(browser: Browser, small: Path) -> None:
    browser.open(small, f"#at={KHANH}&show=-{KHANH},-{VAN_LAM},-body/trung-uong")
    before = browser.run(PLACES)
    browser.run(f"location.hash = '#at={KHANH}&show=-{KHANH},-{VAN_LAM},-body/trung-uong,-event/1'")
    browser.wait("document.getElementById('count').textContent.startsWith('4/')")
    assert before == browser.run(PLACES)


# The picture's middle row of pixels would do too, but says less when it fails.
PLACES = "document.getElementById('canvas').dataset.places.split(' ').slice(0, 3).join(' ')"


def test_years_bound_what_is_shown(browser: Browser, small: Path) -> None:
    browser.open(small, f"#at={KHANH}&show={KHANH}")
    assert browser.text("#time strong") == "Mọi thời gian"
    assert "dữ kiện không rõ ngày" in browser.text("#time")
    put(browser, "[data-entry=to]", "1")
    browser.wait("location.hash.includes('to=2021')")
    assert browser.text("#time strong") == "Từ … đến 2021"
    assert drawn(browser) == 2
    assert "Bí thư" in browser.text("#panel")
    assert "chủ trì" not in browser.text("#panel h3")
    browser.run("document.querySelector('[data-entry=no-years]').click()")
    browser.wait("!location.hash.includes('to=')")
    assert drawn(browser) == 3


def test_a_graph_of_few_years_is_bound_by_months(browser: Browser, large: Path) -> None:
    browser.open(large)
    assert browser.run("document.querySelector('[data-entry=from]').max") == "11"
    put(browser, "[data-entry=from]", "5")
    browser.wait("location.hash.includes('from=2023-06')")
    assert browser.text("#time strong") == "Từ 06/2023 đến …"
    put(browser, "[data-entry=to]", "2")
    browser.wait("location.hash.includes('to=2023-03')")
    assert "from=2023-03" in at(browser)
    assert 0 < drawn(browser) < 30


def test_a_unit_and_a_level_bound_what_is_shown(browser: Browser, small: Path) -> None:
    browser.open(small)
    assert "Huyện Văn Lâm (5)" in browser.run(
        "document.querySelector('[data-entry=unit]').textContent"
    )
    put(browser, "[data-entry=unit]", UNIT)
    browser.wait("location.hash.includes('unit=')")
    assert drawn(browser) == 5
    browser.run("document.querySelector('[data-entry=reset]').click()")
    browser.wait("!location.hash.includes('unit=')")
    browser.run("document.querySelector(`[data-entry='level:district']`).click()")
    browser.wait("location.hash.includes('hide=level')")
    assert drawn(browser) < 7


def test_connections_are_found_from_the_panel(browser: Browser, small: Path) -> None:
    browser.open(small, f"#at={KHANH}&show={KHANH}")
    browser.run(
        "[...document.querySelectorAll('#panel .acts button')]"
        ".find((b) => b.textContent.startsWith('Tìm mối')).click()"
    )
    assert "Chọn nút đích" in browser.text("#panel .note")
    look_for(browser, "bui huy cuong")
    browser.press("Enter")
    browser.wait("location.hash.includes('%3E') || location.hash.includes('>')")
    browser.wait("document.querySelector('#panel .ways li')")  # drawn after the address is set
    assert "3 bước" in browser.text("#panel")
    assert browser.text("#panel .ways li").startswith("Nguyễn Bật Khánh → Huyện ủy Văn Lâm")
    assert drawn(browser) == 4


def test_layers_stand_under_each_other(browser: Browser, small: Path) -> None:
    browser.open(small, "#order=layers&show=-body/ban-to-chuc,-body/huyen-uy-van-lam")
    places = browser.run("document.getElementById('canvas').dataset.places")
    rows = dict(place.rsplit("@", 1) for place in places.split(" "))
    upper, lower = (
        int(rows[f"body/{n}"].split(",")[1]) for n in ("huyen-uy-van-lam", "ban-to-chuc")
    )
    assert upper < lower
    assert browser.run("document.getElementById('order-layers').ariaPressed") == "true"


def test_the_table_filters_its_rows_and_leads_to_articles(browser: Browser, small: Path) -> None:
    browser.open(small, "#tab=table")
    put(browser, "[data-entry=rows]", "khanh", "input")
    assert names(browser) == ["Nguyễn Bật Khánh"]
    assert set(names(browser, "factsTable")) == {"Nguyễn Bật Khánh"}
    browser.run(
        "[...document.querySelectorAll('#factsTable td:nth-child(6) button')]"
        ".find((b) => b.textContent.startsWith('Văn Lâm')).click()"
    )
    browser.wait("document.querySelector('#panel h2')")
    assert "Văn Lâm sơ kết Nghị quyết 21" in browser.text("#panel h2")


def test_everything_is_reached_by_the_keyboard(browser: Browser, small: Path) -> None:
    browser.open(small, f"#at={KHANH}&show={KHANH}")
    reached = set()
    for _ in range(80):
        browser.press("Tab")
        reached.add(
            browser.run("document.activeElement.id || document.activeElement.className || ''")
        )
    wanted = {"search", "language", "tab-graph", "overview", "order-layers", "canvas", "zoom-in"}
    assert wanted <= reached
    assert {"chip", "go"} <= reached


def test_a_sheet_opens_and_closes_by_the_keyboard(browser: Browser, small: Path) -> None:
    browser.open(small)
    browser.run("document.querySelector('#take summary').focus()")
    browser.press("Enter")
    browser.wait("document.getElementById('take').open")
    browser.press("Escape")
    browser.wait("!document.getElementById('take').open")
    assert browser.run("document.activeElement.tagName") == "SUMMARY"


def test_what_does_not_fit_is_said(browser: Browser, large: Path) -> None:
    made = page(many(40), limit=20)
    assert made.note == "The page carries 20 nodes, the best connected; 163 did not fit (--limit)"
    large.with_name("few.html").write_text(made.html, encoding="utf-8")
    browser.open(large.with_name("few.html"))
    assert "còn 163 nút không đưa vào" in browser.text("#panel .note")


def test_arrows_in_the_search_pick_another(browser: Browser, small: Path) -> None:
    browser.open(small)
    look_for(browser, "van lam")
    first = browser.text("#results li[aria-selected=true]")
    browser.press("ArrowDown")
    assert browser.text("#results li[aria-selected=true]") != first


def test_an_empty_graph_opens_without_a_fault(browser: Browser, tmp_path: Path) -> None:
    path = tmp_path / "empty.html"
    path.write_text(render(many(0)), encoding="utf-8")
    browser.open(path)
    assert browser.text("#count").startswith("Không có gì để vẽ")
    browser.run("document.getElementById('canvas').focus()")
    browser.press("ArrowDown", "Enter", "Space", "0", "+")
    browser.press("/", "a", "Enter")
    browser.run("document.getElementById('order-layers').click()")
    browser.wait("location.hash.includes('layers')")
    assert "Không tìm thấy" in browser.text("#results") or browser.text("#results") == ""


def test_names_of_any_length_and_letters_are_drawn(browser: Browser, tmp_path: Path) -> None:
    long = "Ủy ban " + "rất dài " * 400
    one_word = "Ằ" * 3000
    right_to_left = "مجلس"
    names = (long, one_word, right_to_left, " ", "👩‍👩‍👧‍👦 tổ dân phố")
    bodies = [
        f"<body/b{n}> a org:Organization ; rdfs:label {json.dumps(name, ensure_ascii=False)} ."
        for n, name in enumerate(names)
    ]
    path = tmp_path / "names.html"
    path.write_text(render(load("<article/1> {" + "\n".join(bodies) + "}")), encoding="utf-8")
    browser.open(path)
    assert drawn(browser) == 5
    assert browser.run("document.documentElement.scrollWidth") <= 1280
    look_for(browser, "to dan pho")
    browser.press("Enter")
    browser.wait("document.querySelector('#panel h2')")
    assert "👩‍👩‍👧‍👦" in browser.text("#panel h2")


def test_unfolding_a_kind_adds_to_what_stands(browser: Browser, large: Path) -> None:
    browser.open(large, "#show=-body/tinh,body/tinh@body&at=body/0-0-0")
    before = drawn(browser)
    browser.run("document.querySelector(`#panel .acts button[aria-label^='Mở rộng: ']`).click()")
    browser.wait("location.hash.includes('@')")
    assert drawn(browser) > before
    assert browser.text("#live") == browser.text("#count")


def test_after_the_search_and_the_buttons_the_panel_has_the_focus(
    browser: Browser, small: Path
) -> None:
    browser.open(small)
    browser.press("/")
    browser.type("nguyen bat khanh")
    browser.press("Enter")
    browser.wait("document.querySelector('#panel h2')")
    assert browser.run("document.activeElement.id") == "panel"
    browser.press("Tab", "Enter")
    browser.wait("!document.querySelector('#panel h2')")
    assert browser.run("document.activeElement.id") == "panel"


def test_a_name_that_is_drawn_keeps_the_drawing(browser: Browser, small: Path) -> None:
    browser.open(small, f"#show={KHANH}>body/trung-uong&at={KHANH}")
    before = drawn(browser)
    browser.run("document.querySelector('#panel .ways li button:nth-child(2)').click()")
    browser.wait(f"!location.hash.includes('at={KHANH}')")
    assert drawn(browser) == before


def test_what_the_filters_hide_is_said_in_the_panel(browser: Browser, small: Path) -> None:
    browser.open(small, f"#at={KHANH}&show={KHANH}&sure=96")
    assert "dữ kiện bị bộ lọc ẩn" in browser.text("#panel .note")


def test_odd_addresses_are_passed_over(browser: Browser, small: Path) -> None:
    for odd in ("unit=constructor", "unit=__proto__", "from=2021-13", "show=article/001_vanlam>x"):
        browser.open(small, f"#{odd}")
        assert drawn(browser) == 7, odd
