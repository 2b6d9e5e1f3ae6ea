"""What can be taken away of a view: pictures, tables, data and paper, each read by another tool."""

import csv
import struct
from pathlib import Path
from xml.etree import ElementTree

import networkx as nx
import pytest
from pyoxigraph import RdfFormat, parse

from kg.graph import Store
from kg.view import render
from tests.serve.running import small_graph

from .browser import Browser
from .looking import KHANH
from .sample import HOSTILE

pytestmark = pytest.mark.usefixtures("quiet")

SVG = "{http://www.w3.org/2000/svg}"


def take(browser: Browser, folder: Path, what: str) -> Path:
    """Click on an entry of the menu, and keep the file."""
    with browser.taken(folder) as got:
        browser.run(f"document.getElementById('take-{what}').click()")
    return got.path


def test_turtle_says_what_the_graph_says(browser: Browser, tmp_path: Path) -> None:
    with Store.open(small_graph(tmp_path)) as store:
        (tmp_path / "page.html").write_text(render(store), encoding="utf-8")
        known = {quad.triple for quad in store.quads}
    browser.open(tmp_path / "page.html")
    path = take(browser, tmp_path, "ttl")
    assert path.name == "graph.ttl"
    told = {quad.triple for quad in parse(path=path, format=RdfFormat.TURTLE)}
    assert len(told) > 100
    assert told - known == set()
    text = path.read_text("utf-8")
    for word in ("org:Membership", "vnkg:since", "xsd:gYear", "rdf:predicate", "org:role"):
        assert word in text


def test_gexf_is_read_by_networkx(browser: Browser, small: Path, tmp_path: Path) -> None:
    browser.open(small)
    path = take(browser, tmp_path, "gexf")
    text = path.read_text("utf-8")
    graph = nx.read_gexf(path, version="1.3")
    assert graph.number_of_nodes() == 7
    assert graph.nodes[KHANH]["label"] == "Nguyễn Bật Khánh"
    assert graph.nodes[KHANH]["kind"] == "person"
    assert ("body/huyen-uy-van-lam") in graph[KHANH]
    assert 'label="Bí thư"' in text


def test_tables_open_in_a_spreadsheet(browser: Browser, small: Path, tmp_path: Path) -> None:
    browser.open(small, "#tab=table")
    path = take(browser, tmp_path, "csv")
    rows = list(csv.DictReader(path.read_text("utf-8-sig").splitlines()))
    assert rows
    assert path.name in ("nodes.csv", "facts.csv")


def test_the_svg_has_every_label_and_no_other_thing(
    browser: Browser, small: Path, tmp_path: Path
) -> None:
    browser.open(small, "#at=article/002_trunguong&show=article/002_trunguong")
    path = take(browser, tmp_path, "svg")
    root = ElementTree.fromstring(path.read_text("utf-8"))
    assert {node.tag.removeprefix(SVG) for node in root.iter()} <= {
        "svg", "title", "rect", "text", "path", "line", "g"
    }  # fmt: skip
    words = " ".join(node.text or "" for node in root.iter(f"{SVG}text"))
    assert "Nguyễn Bật Khánh" in words
    assert HOSTILE in words


def test_the_png_shows_the_whole_drawing(browser: Browser, small: Path, tmp_path: Path) -> None:
    browser.open(small)
    data = take(browser, tmp_path, "png").read_bytes()
    assert data.startswith(b"\x89PNG")
    width, height = struct.unpack(">II", data[16:24])
    assert width >= 1000
    assert height >= 500


def test_paper_shows_picture_and_panel_without_controls(browser: Browser, small: Path) -> None:
    browser.open(small, f"#at={KHANH}&show={KHANH}")
    browser.run("dispatchEvent(new Event('beforeprint'))")
    browser.paper()
    seen = browser.run(
        """['header .search', 'nav', '#canvas', '#time', '.printed', '#panel blockquote']
          .map((one) => document.querySelector(one).getBoundingClientRect().height > 0)"""
    )
    assert seen == [False, False, False, False, True, True]
    browser.paper(False)
    browser.run("dispatchEvent(new Event('afterprint'))")
    assert browser.run("document.querySelector('.printed')") is None
