"""The page for everybody: axe finds no serious fault, in both languages, sizes and colours."""

from pathlib import Path

import pytest

from .browser import Browser
from .looking import KHANH, VAN_LAM, settle

pytestmark = pytest.mark.usefixtures("quiet")

VIEWS = {
    "opening": "",
    "person": f"#at={KHANH}&show={KHANH}",
    "body in English": f"#at={VAN_LAM}&show={VAN_LAM}&lang=en",
    "connections": f"#at={KHANH}&show={KHANH}>body/trung-uong",
    "table": f"#tab=table&at={KHANH}",
    "layers of some years": "#order=layers&from=2021&to=2022",
}


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("view", VIEWS)
def test_no_serious_fault(browser: Browser, small: Path, view: str, width: int, dark: bool) -> None:
    browser.window(width, 740, dark)
    browser.open(small, VIEWS[view])
    settle(browser)
    assert browser.findings() == []


@pytest.mark.parametrize("sheet", ["filters", "take"])
def test_no_serious_fault_in_an_open_sheet(browser: Browser, small: Path, sheet: str) -> None:
    browser.open(small)
    browser.run(f"document.querySelector('#{sheet} summary').click()")
    assert browser.findings() == []


def test_no_serious_fault_in_the_list_of_the_search(browser: Browser, small: Path) -> None:
    browser.open(small)
    browser.press("/")
    browser.type("van lam")
    browser.wait("document.querySelectorAll('#results li').length > 1")
    assert browser.findings() == []
