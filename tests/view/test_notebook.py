"""A graph in a notebook: it shows itself in a frame, in which the page works."""

from pathlib import Path

import kg
from kg.view import page
from tests.serve.running import small_graph

from .browser import Browser
from .sample import HOSTILE, handmade


def test_a_graph_shows_itself(tmp_path: Path) -> None:
    with kg.open(small_graph(tmp_path)) as graph:
        shown = graph._repr_html_()
        focused = graph.view(focus="le an", hops=1)._repr_html_()
    assert shown.startswith("<iframe srcdoc=")
    assert len(focused) < len(shown)


def test_the_page_works_in_the_frame(browser: Browser, tmp_path: Path) -> None:
    made = page(handmade(), title=HOSTILE)
    path = tmp_path / "notebook.html"
    path.write_text(f"<!doctype html><meta charset=utf-8>{made._repr_html_()}", encoding="utf-8")
    browser.go(path.as_uri())
    inside = "document.querySelector('iframe').contentWindow"
    browser.wait(f"{inside}.performance.getEntriesByName('usable').length")
    browser.run(f"{inside}.location.hash = '#at=person/bui-huy-cuong-2a'")
    browser.wait(f"{inside}.document.querySelector('#panel h2')")
    assert browser.run(f"{inside}.document.querySelector('#panel h2').innerText") == "Bùi Huy Cường"
    assert browser.complaints() == []


def test_what_a_part_leaves_out_is_said(browser: Browser, tmp_path: Path) -> None:
    path = tmp_path / "part.html"
    made = page(handmade(), focus="Bùi Huy Cường", hops=1, since="2020", until="2023-06")
    path.write_text(made.html, encoding="utf-8")
    browser.open(path, "#at=")
    said = browser.text("#panel .note")
    assert "quanh Bùi Huy Cường, không quá 1 bước" in said
    assert "Từ 2020 đến 2023-06" in said
