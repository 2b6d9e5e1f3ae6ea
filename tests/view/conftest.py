"""The browser and the pages that the tests of the page share."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from kg.view import render

from .browser import Browser, executable
from .sample import handmade, many


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    if executable() is None:
        pytest.skip("no Chromium is installed")
    with Browser() as started:
        yield started


@pytest.fixture(scope="session")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("pages") / "đồ thị.html"
    path.write_text(render(handmade()), encoding="utf-8")
    return path


@pytest.fixture(scope="session")
def large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("pages") / "many.html"
    path.write_text(render(many(70)), encoding="utf-8")
    return path


@pytest.fixture
def quiet(browser: Browser) -> Iterator[None]:
    """Every test ends without an error in the console and with no request but for the file."""
    browser.window(1280, 860)
    yield
    assert browser.complaints() == []
    assert [url for url in browser.requests() if not url.startswith("file:///")] == []
    assert len(set(browser.requests())) == 1
