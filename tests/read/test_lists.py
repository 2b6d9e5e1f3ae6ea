"""Feeds and web archives: what they hold, and hostile ones."""

from pathlib import Path

import pytest

from kg.read import Told
from tests.read.made import BODY, TITLE, documents, packed, refusals, write, zipped

URL = "https://a.vn/tin/huyen-uy-hop-123.html"
RSS = f"""<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
  xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Báo A</title><item>
<title>{TITLE}</title><link>{URL}</link><pubDate>Tue, 02 Apr 2024 18:00:00 +0000</pubDate>
<description>Tóm tắt</description><dc:creator>Lê Thử</dc:creator>
<content:encoded><![CDATA[<p>{BODY}</p>]]></content:encoded></item></channel></rss>"""
ATOM = f"""<feed xmlns="http://www.w3.org/2005/Atom"><title>Báo A</title><entry>
<title>{TITLE}</title><link href="{URL}"/><published>2024-04-03T01:00:00+07:00</published>
<author><name>Lê Thử</name></author><summary>{BODY}</summary></entry></feed>"""
SITEMAP = f"<urlset><url><loc>{URL}</loc></url><url><loc>{URL}</loc></url></urlset>"
BOMB = (
    '<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa">'
    + "".join(f'<!ENTITY a{i} "{f"&a{i - 1 or str()};" * 10}">' for i in range(1, 12))
    + '<!ENTITY file SYSTEM "file:///etc/passwd">]>'
    + f"<rss><channel><item><title>&a11;</title><description>&file;{BODY}</description>"
    + "</item></channel></rss>"
)
TOLD = Told(TITLE, "2024-04-03", "Lê Thử", None, URL)


@pytest.mark.parametrize(("name", "text"), [("x.xml", RSS), ("x.atom", ATOM), ("x", RSS)])
def test_feeds_tell_of_their_articles(tmp_path: Path, name: str, text: str) -> None:
    (found,) = documents(write(tmp_path / name, text))
    assert (found.name, found.told, found.format) == ("huyen-uy-hop-123", TOLD, ".html")
    assert BODY in found.data.decode()


def test_a_sitemap_has_addresses_only(tmp_path: Path) -> None:
    assert refusals(write(tmp_path / "s.xml", SITEMAP)) == [
        ("s.xml", "lists 2 addresses, no articles; kg build --urls s.xml fetches them")
    ]


def test_other_xml_is_passed_over(tmp_path: Path) -> None:
    from kg.read import Refused, unpack

    (item,) = unpack(write(tmp_path / "x.xml", "<book><title>x</title></book>"))
    assert isinstance(item, Refused)
    assert item.foreign


def test_entities_are_neither_multiplied_nor_fetched(tmp_path: Path) -> None:
    (found,) = documents(write(tmp_path / "x.xml", BOMB))
    assert len(found.told.title or "") < 1000
    assert b"root:" not in found.data


def record(url: str, body: bytes, kind: str = "text/html; charset=utf-8", code: int = 200) -> bytes:
    """What a crawler notes of an answer (WARC 1.0)."""
    answer = f"HTTP/1.1 {code} X\r\nContent-Type: {kind}\r\n\r\n".encode() + body
    head = f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {url}\r\n"
    head += f"Content-Type: application/http\r\nContent-Length: {len(answer)}\r\n\r\n"
    return head.encode() + answer + b"\r\n\r\n"


HTML = f"<html><body><h1>{TITLE}</h1><p>{BODY}</p></body></html>".encode()
RECORDS = (
    record(URL, HTML),
    record("https://a.vn/a.png", b"\x89PNG", "image/png"),
    record("https://a.vn/none.html", HTML, code=404),
    record("https://a.vn/k.pdf", b"%PDF-1.4", "application/pdf"),
)


def warc(*, gzip: bool) -> bytes:
    """A web archive of an article and of what is none."""
    return b"".join(map(packed, RECORDS)) if gzip else b"".join(RECORDS)


@pytest.mark.parametrize("gzip", [False, True])
def test_web_archives_hold_pages(tmp_path: Path, gzip: bool) -> None:
    path = write(tmp_path / ("x.warc.gz" if gzip else "x.warc"), warc(gzip=gzip))
    page, document = documents(path)
    assert (page.name, page.source) == ("huyen-uy-hop-123", f"{path}!/{URL}")
    assert (page.told, page.charset, page.format) == (Told(url=URL), "utf-8", ".html")
    assert (document.name, document.format) == ("k", ".pdf")


def test_wacz_holds_web_archives(tmp_path: Path) -> None:
    members = {"archive/x.warc.gz": warc(gzip=True), "pages/pages.jsonl": '{"title": "x"}'}
    path = write(tmp_path / "x.wacz", zipped(members))
    page, _ = documents(path)
    assert page.source == f"{path}!/archive/x.warc.gz!/{URL}"


def test_a_damaged_web_archive_keeps_what_came_before(tmp_path: Path) -> None:
    path = write(tmp_path / "x.warc", warc(gzip=False) + RECORDS[0][:-30])
    assert refusals(path) == [(f"x.warc!/{URL}", "is cut short")]
    path = write(tmp_path / "y.warc.gz", warc(gzip=True)[:-40])
    assert "y.warc.gz" in refusals(path)[-1][0]
