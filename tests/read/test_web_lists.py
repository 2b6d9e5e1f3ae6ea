"""Lists of addresses: what is taken from them, and what they may not do."""

import gzip
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import ReadError
from kg.read.document import Refused
from kg.read.web import Fetched, addresses, is_list
from tests.read.website import TEXT, World, answer, got, site

A, B = "https://bao.example/a?x=1&y=2", "https://bao.example/b"
SITEMAP = f"""<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
  xmlns:image="http://www.google.com/schemas/sitemap-image/1.1"
  xmlns:xhtml="http://www.w3.org/1999/xhtml">
  <url><loc>
    {A.replace("&", "&amp;")} </loc><lastmod>2026-11-27</lastmod>
    <image:image><image:loc>https://bao.example/p.jpg</image:loc></image:image>
    <xhtml:link rel="alternate" href="https://bao.example/en"/></url>
  <url><loc><![CDATA[{B}]]></loc><image:loc>https://bao.example/q.jpg</image:loc></url>
  <url><loc/></url>
</urlset>"""
INDEX = f"""<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
<sitemap><loc>{A.replace("&", "&amp;")}</loc></sitemap><sitemap><loc>{B}</loc></sitemap>
</sitemapindex>"""
RSS = f"""<?xml version="1.0"?><!DOCTYPE rss>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel>
<link>https://bao.example/</link><atom:link rel="self" href="https://bao.example/rss"/>
<image><link>https://bao.example/</link></image>
<item><title>Họp</title><link>{A.replace("&", "&amp;")}</link>
<description><![CDATA[<a href="https://bao.example/c"><link>x</link>]]></description></item>
<item><atom:link href="https://bao.example/d"/><link>{B}</link></item></channel></rss>"""
RDF = f"""<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
xmlns="http://purl.org/rss/1.0/"><channel><link>https://bao.example/</link></channel>
<item><link>{A.replace("&", "&amp;")}</link></item><item><link>{B}</link></item></rdf:RDF>"""
ATOM = f"""<feed xmlns="http://www.w3.org/2005/Atom"><link href="https://bao.example/"/>
<entry><link href="{A.replace("&", "&amp;")}"/><link rel="enclosure" href="https://bao.example/v.mp4"/>
<source><link href="https://other.example/"/></source></entry>
<entry><link rel="alternate" href="{B}"/></entry></feed>"""
PLAIN = f"# a list\n\n  {A}  \n{B} # the second\n#{A}\n"
LISTS = {
    "sitemap": SITEMAP, "index": INDEX, "rss": RSS, "rdf": RDF, "atom": ATOM, "plain": PLAIN,
}  # fmt: skip


@pytest.mark.parametrize("text", LISTS.values(), ids=LISTS)
def test_what_a_list_holds(text: str) -> None:
    spellings = (text.encode(), text.encode("utf-8-sig"), text.replace("\n", "\r\n").encode())
    for data in (*spellings, gzip.compress(text.encode())):
        assert list(addresses(data)) == [A, B]
        assert is_list(data) == (text != PLAIN)


def test_a_list_in_utf_16() -> None:
    text = SITEMAP.replace("UTF-8", "UTF-16")
    assert list(addresses(text.encode("utf-16"))) == [A, B]


@pytest.mark.parametrize("data", [b"", b"# nothing\n", b"<urlset/>", b"<rss></rss>"])
def test_a_list_of_nothing(data: bytes) -> None:
    assert list(addresses(data)) == []


LAUGHS = '<!DOCTYPE urlset [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>'
FILE = '<!DOCTYPE urlset [<!ENTITY f SYSTEM "file:///etc/passwd">]>'
PARAMETER = '<!DOCTYPE urlset [<!ENTITY % p SYSTEM "http://127.0.0.1:9/p">%p;]>'
OUTER = '<!DOCTYPE urlset SYSTEM "http://127.0.0.1:9/x.dtd">'


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (f"{LAUGHS}<urlset><url><loc>&b;</loc></url></urlset>", "declares entities"),
        (f"{FILE}<urlset><url><loc>&f;</loc></url></urlset>", "declares entities"),
        (f"{PARAMETER}<urlset/>", "declares entities"),
        ("<a>" * 10_000, "first element is <a>"),
        ("<urlset>" * 10_000, "more than 64 levels"),
        ("<urlset><url><loc>http://a/</loc></url>", "broken XML .line 1: no element found"),
        ("<urlset>\n<url>&nbsp;</url></urlset>", "broken XML .line 2: undefined entity"),
        ("<html><body><a href='http://a/'>a</a></body></html>", "first element is <html>"),
        ("<urlset>" + "<url><loc>http://a/</loc></url>" * 50_001 + "</urlset>", "split it"),
        ("http://a/\n" * 50_001, "split it"),
        (b"\xd0\xcf\x11\xe0\0\0", "binary"),
        (gzip.compress(b" " * 51 * 2**20), "longer than 50 MB"),
        (gzip.compress(PLAIN.encode())[:-9], "ends too early"),
    ],
)
def test_a_list_that_is_not_read(data: str | bytes, said: str) -> None:
    with pytest.raises(ReadError, match=said):
        addresses(data if isinstance(data, bytes) else data.encode())


def test_nothing_is_loaded_for_a_list() -> None:
    assert list(addresses(f"{OUTER}{INDEX}".encode())) == [A, B]


@pytest.mark.parametrize(
    "data", [b"<!DOCTYPE html><html>", b"PK\3\4", b"\x1f\x8bx", b"<rss", b"<", LAUGHS.encode()]
)
def test_what_is_no_list(data: bytes) -> None:
    assert not is_list(data)


@given(st.binary() | st.text().map(lambda text: f"<rss>{text}</rss>".encode()))
def test_any_bytes_are_a_list_or_refused(data: bytes) -> None:
    is_list(data)
    with suppress(ReadError):
        assert all(isinstance(each, str) for each in addresses(data))


# Lists among the addresses that are fetched


def sitemap(*urls: str) -> bytes:
    return answer(f"<urlset>{''.join(f'<url><loc>{url}</loc></url>' for url in urls)}</urlset>")


def test_a_list_stands_for_its_pages() -> None:
    with site({"/a": answer("a"), "/b": answer("b"), "/c": answer("c")}) as there:
        inner = gzip.compress(sitemap(there.url("/b"), there.url("/c")).partition(b"\r\n\r\n")[2])
        there.answers["/inner.gz"] = answer(inner, Content_Type="application/gzip")
        there.answers["/map"] = sitemap(there.url("/inner.gz"), "ftp://x/", there.url("/map"))
        urls = [there.url("/map"), there.url("/a")]
        found = got(*urls, lists=True)
        assert [each.data if isinstance(each, Fetched) else each.source for each in found] == [
            b"b", b"c", "ftp://x/", b"a",
        ]  # fmt: skip
        assert len(got(*urls)) == 2


def test_lists_in_lists_end() -> None:
    with site({f"/{n}": sitemap() for n in range(9)}) as there:
        for n in range(9):
            there.answers[f"/{n}"] = sitemap(there.url(f"/{n + 1}"))
        (found,) = got(there.url("/0"), lists=True)
    assert found == Refused(there.url("/3"), "lies in more than 3 lists of addresses")


def test_a_broken_list_is_refused_whole() -> None:
    with site({"/map": answer(f"<urlset><url><loc>{A}</loc></url>")}) as there:
        (found,) = got(there.url("/map"), lists=True)
    assert isinstance(found, Refused)
    assert found.reason.startswith("is broken XML")


def test_a_kept_list_is_asked_for_anew(tmp_path: object) -> None:
    with site({"/a": answer(TEXT), "/b": answer("b")}) as there:
        there.answers["/map"] = [
            sitemap(there.url("/a")), sitemap(there.url("/a"), there.url("/b")),
        ]  # fmt: skip
        world = World()
        assert len(got(there.url("/map"), world=world, lists=True, cache=tmp_path)) == 1
        assert len(got(there.url("/map"), world=world, lists=True, cache=tmp_path)) == 2
        assert there.asked.count("/a") == 1
        assert len(got(there.url("/map"), lists=True, cache=tmp_path, offline=True)) == 2
