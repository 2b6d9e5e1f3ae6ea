"""Pages of portals: the article as it stands, what is told of it, and where its words stand."""

import html
import re
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.errors import ReadError
from kg.model import Article, Span
from kg.read import Document, Told, read
from kg.text import original, sentences
from tests.read.portals import LAYOUTS, address, page
from tests.read.portals.articles import ARTICLES
from tests.read.portals.articles import Told as Wanted

CASES = [(layout, told) for layout in LAYOUTS for told in ARTICLES]
IDS = [f"{layout}-{told.slug[:10]}" for layout, told in CASES]
each_page = pytest.mark.parametrize(("layout", "told"), CASES, ids=IDS)


def article(source: str | bytes, told: Told | None = None) -> Article:
    """The article of a page."""
    data = source if isinstance(source, bytes) else source.encode()
    return read(Document("a", "a.html", ".html", data, told or Told()))


@each_page
def test_a_page_tells_of_its_article(layout: str, told: Wanted) -> None:
    about, found = LAYOUTS[layout], article(page(layout, told))
    assert found.title == told.title
    assert found.published == told.day
    assert (found.byline or "").casefold() == told.author.casefold()
    assert found.publisher == about.publisher
    assert found.url == (address(told) if about.url else None)
    assert found.dateline in (about.dateline, None)


@each_page
def test_the_body_is_kept_and_the_furniture_left_out(layout: str, told: Wanted) -> None:
    found = article(page(layout, told))
    assert [text for text in told.body if text not in found.text] == []
    known = (*told.body, told.title, told.caption)
    extra = [line for line in found.text.split("\n") if line and not any(k in line for k in known)]
    assert extra == []


def seen(source: str) -> str:
    """The letters that a stretch of a source shows."""
    return "".join(html.unescape(re.sub(r"<[^>]*>", "", source)).split())


@each_page
def test_sentences_lead_back_to_the_source(layout: str, told: Wanted) -> None:
    source = page(layout, told)
    found = article(source)
    for span in sentences(found.text):
        place = original(found.origins, span)
        assert place is not None
        words = "".join(found.text[span.start : span.end].split())
        assert seen(source[place.start : place.end]) == words


def test_what_led_to_a_page_goes_before_what_it_says() -> None:
    given = Told("Tên khác của bài", "2020-01-02", "Ai Đó", "Báo B", "https://b.vn/x")
    found = article(page("party-paper", ARTICLES[0]), given)
    told = (found.title, found.published, found.byline, found.publisher, found.url)
    assert told == ("Tên khác của bài", "2020-01-02", "Ai Đó", "Báo B", "https://b.vn/x")


def test_a_part_of_a_page_is_enough() -> None:
    body = "".join(f"<p>{text}</p>" for text in ARTICLES[1].body)
    found = article(body, Told(title=ARTICLES[1].title))
    assert found.text == "\n\n".join((ARTICLES[1].title, *ARTICLES[1].body))


def test_a_body_broken_by_br_alone_is_read() -> None:
    lines = "<br><br>".join(ARTICLES[2].body)
    source = f"<html><body><h1>{ARTICLES[2].title}</h1><div>{lines}</div></body></html>"
    assert article(source).text == "\n\n".join((ARTICLES[2].title, *ARTICLES[2].body))


@pytest.mark.parametrize(
    "source",
    [
        "",
        "<html></html>",
        "<p>",
        "<div>" * 100_000 + "x",
        "<" * 100_000,
        "&" * 100_000,
        "<!--" * 50_000,
        "<script>" + "var a = 1;" * 100_000,
        '<!DOCTYPE html [<!ENTITY a "b"><!ENTITY c SYSTEM "file:///etc/passwd">]><html>&c;</html>',
        "<table>" * 3000 + "<tr><td>" * 3000,
        "<html><head><title>x</title></head><body><form><select><option>Một</select></form></body>",
    ],
    ids=range(11),
)
def test_pages_without_an_article_are_refused_soon(source: str) -> None:
    begin = time.process_time()
    with pytest.raises(ReadError, match="holds no article"):
        article(source)
    assert time.process_time() - begin < 5


def test_a_broken_page_is_read_as_browsers_do() -> None:
    body = "".join(f"<p>{text}" for text in ARTICLES[0].body)
    source = f"<h1>{ARTICLES[0].title}<div class=x><b><i>{body}</h1></b></span></table>"
    assert ARTICLES[0].lead in article(source).text


def test_a_large_page_is_read_soon() -> None:
    story = "".join(f"<p>{text}</p>" for text in ARTICLES[0].body) * 1000
    begin = time.process_time()
    found = article(f"<html><body><h1>{ARTICLES[0].title}</h1><div>{story}</div></body></html>")
    assert len(found.text) > 500_000
    assert time.process_time() - begin < 20


MARKUP = st.sampled_from(
    [
        *("<", ">", "/", "&", ";", "=", '"', "'", " ", "\n", "\0", "\ud800", "<p>", "</p>", "<br>"),
        *("<div class='menu'>", "</div>", "<h1>", "</h1>", "<a href=x>", "</a>", "<table><tr><td>"),
        *("<script>", "</script>", "<!--", "-->", "&agrave;", "&#x1EA1;", "&#0;", "03/04/2024"),
        *("Tác giả: Lê Thử", "Tin liên quan", *ARTICLES[0].body),
    ]
)


@settings(max_examples=300)
@given(st.lists(MARKUP, max_size=30).map("".join))
def test_any_page_is_an_article_or_refused(source: str) -> None:
    data = source.encode("utf-8", "surrogatepass")
    try:
        found = article(data)
    except ReadError:
        return
    for span in sentences(found.text):
        place = original(found.origins, span)
        assert place is None or Span(0, 0) <= place
