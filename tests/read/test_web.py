"""Pages from addresses: what is fetched, what sites ask for, and how often they are asked."""

import gzip
import zlib

import pytest

from kg.errors import UsageError
from kg.read.document import Refused
from kg.read.web import Fetched, fetch
from tests.read.website import (
    TEXT,
    World,
    answer,
    got,
    moved,
    page,
    reason,
    site,
)

BUSY = "503 Service Unavailable"


def robots(*lines: str) -> bytes:
    return answer("\n".join(lines), Content_Type="text/plain")


def test_a_page_comes_with_what_is_told_of_it() -> None:
    date = "Fri, 27 Nov 2026 11:59:30 GMT"
    with site({"/tin": answer(Date=date)}) as there:
        assert got(there.url("/tin#dau")) == [
            Fetched(there.url("/tin"), "text/html", "utf-8", TEXT.encode(), "2026-11-27T11:59:30Z")
        ]
        assert there.asked == ["/robots.txt", "/tin"]
        head = there.heads[1].lower()
    assert f"host: 127.0.0.1:{there.port}\r\n" in head
    assert "user-agent: kg (+https://" in head
    assert "accept-encoding: gzip\r\n" in head
    assert not {"cookie", "referer", "authorization"} & {
        s.split(":")[0] for s in head.split("\r\n")
    }


@pytest.mark.parametrize(
    ("kind", "media_type", "charset"),
    [
        ("text/html", "text/html", None),
        ('Text/HTML; x=y; Charset="Windows-1258"', "text/html", "windows-1258"),
        ("application/xhtml+xml;charset=utf-8", "application/xhtml+xml", "utf-8"),
        ("nonsense", "application/octet-stream", None),
        (None, "application/octet-stream", None),
    ],
)
def test_the_kind_of_a_page(kind: str | None, media_type: str, charset: str | None) -> None:
    with site({"/": answer(Content_Type=kind)}) as there:
        found = page(there.url())
    assert (found.media_type, found.charset) == (media_type, charset)


@pytest.mark.parametrize("date", ["", "Thu, 01 Jan 1970 00:00:00 GMT", "gibberish"])
def test_a_server_whose_clock_is_wrong_is_not_believed(date: str) -> None:
    with site({"/": answer(Date=date)}) as there:
        assert page(there.url(), delay=0).fetched == "2026-11-27T12:00:00Z"


def test_pages_come_in_their_order_and_once() -> None:
    with site({"/a": answer("a"), "/b": moved("/c"), "/c": answer("c")}) as there:
        urls = [there.url(path) for path in ("/b", "/x", "/a", "/./a", "/c")]
        found = got(*urls)
    assert [each.data if isinstance(each, Fetched) else each.source for each in found] == [
        b"c",
        there.url("/x"),
        b"a",
    ]


def test_nothing_is_fetched_before_it_is_asked_for() -> None:
    with site({"/a": answer(), "/b": answer()}) as there:
        pages = fetch(
            (there.url(path) for path in ("/a", "/b")), private=True, outside=World().outside
        )
        next(pages)
        assert there.asked == ["/robots.txt", "/a"]
        pages.close()  # type: ignore[attr-defined]


@pytest.mark.parametrize("coding", ["gzip", "x-gzip", "deflate", "bare", "identity"])
def test_a_packed_page_is_unpacked(coding: str) -> None:
    packer = zlib.compressobj(wbits=-15)
    packed = {
        "gzip": gzip.compress(TEXT.encode()[:20]) + gzip.compress(TEXT.encode()[20:]) + b"junk",
        "x-gzip": gzip.compress(TEXT.encode()),
        "deflate": zlib.compress(TEXT.encode()),
        "bare": packer.compress(TEXT.encode()) + packer.flush(),
        "identity": TEXT.encode(),
    }[coding]
    name = "deflate" if coding == "bare" else coding
    with site({"/": answer(packed, Content_Encoding=name)}) as there:
        assert page(there.url()).data == TEXT.encode()


def test_a_body_in_chunks_and_one_without_a_length() -> None:
    chunked = (
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nHuy\r\n2\r\n U\r\n0\r\n\r\n"
    )
    with site({"/a": chunked, "/b": b"HTTP/1.0 200 OK\r\n\r\nHuy U"}) as there:
        found = got(there.url("/a"), there.url("/b"))
    assert [each.data for each in found if isinstance(each, Fetched)] == [b"Huy U"] * 2


@pytest.mark.parametrize(
    ("status", "said"),
    [
        ("404 Not Found", "answers 404 (Not Found)"),
        ("410 Gone", "answers 410 (Gone)"),
        ("403 Forbidden", "answers 403 (Forbidden)"),
        ("500 Oh", "answers 500 (Internal Server Error)"),
        ("204 No Content", "answers 204 (No Content)"),
        ("304 Not Modified", "answers 304 (Not Modified)"),
        ("799 Strange", "answers 799"),
    ],
)
def test_an_answer_without_a_page(status: str, said: str) -> None:
    with site({"/": answer("", status)}) as there:
        assert reason(there.url()) == said


def test_what_is_no_article_is_not_read() -> None:
    with site({"/": answer(Content_Type="video/mp4", Content_Length="9999999999")}) as there:
        assert reason(there.url()) == "is no article but video/mp4"


# Where pages lead


@pytest.mark.parametrize("place", ["/tin", "tin", "//127.0.0.1:{port}/tin", "/a/../tin"])
@pytest.mark.parametrize("status", ["301 M", "302 M", "303 M", "307 M", "308 M"])
def test_a_page_that_moved(place: str, status: str) -> None:
    with site({"/tin": answer()}) as there:
        there.answers["/"] = moved(place.format(port=there.port), status)
        assert page(there.url()).url == there.url("/tin")


def test_a_place_in_letters_that_may_not_stand_there() -> None:
    with site({"/": moved("/tin-tức"), "/tin-t%E1%BB%A9c": answer()}) as there:
        assert page(there.url()).url == there.url("/tin-t%E1%BB%A9c")


def test_five_redirects_and_no_more() -> None:
    answers = {f"/{n}": moved(f"/{n + 1}") for n in range(6)}
    with site({**answers, "/6": answer()}) as there:
        assert page(there.url("/1")).url == there.url("/6")
        assert reason(there.url("/0")) == "leads on more than 5 times"
    with site({"/": moved("/")}) as there:
        assert reason(there.url()) == "leads on more than 5 times"
        assert len(there.asked) == 7


def test_a_refusal_tells_where_the_page_led() -> None:
    with site({"/": moved("/weg")}) as there:
        assert reason(there.url()) == f"leads to {there.url('/weg')}: answers 404 (Not Found)"


# robots.txt


@pytest.mark.parametrize(
    ("lines", "path", "allowed"),
    [
        (["User-agent: *", "Disallow: /"], "/tin", False),
        (["User-agent: *", "Disallow:"], "/tin", True),
        (["User-agent: *", "Disallow: /", "Allow: /tin"], "/tin/1", True),
        (["User-agent: *", "Disallow: /", "", "User-agent: KG", "Disallow: /x"], "/tin", True),
        (["User-agent: pkg", "Disallow: /"], "/tin", True),
        (["User-agent: *", "Disallow: /*.html$"], "/tin.html", False),
        (["User-agent: *", "Disallow: /*.html$"], "/tin.html?a=1", True),
        (["User-agent: *", "Disallow: /tin-tức"], "/tin-t%E1%BB%A9c/1", False),
        (["User-agent: *", "Disallow: /in"], "/x/%2e%2e/in", False),
        (["User-agent: *", "Disallow: /in"], "/./in", False),
        (["\ufeffUser-agent: *", "Disallow: /"], "/tin", False),
        (["<html>no such page</html>"], "/tin", True),
    ],
)
def test_robots_txt_is_obeyed(lines: list[str], path: str, allowed: bool) -> None:
    with site({"/robots.txt": robots(*lines)}) as there:
        said = reason(there.url(path))
    assert said == ("answers 404 (Not Found)" if allowed else "robots.txt of the site forbids it")


@pytest.mark.parametrize(
    ("status", "said"),
    [
        ("404 Not Found", None),
        ("403 Forbidden", None),
        ("500 Oh", "answers 500 (Internal Server Error)"),
        (BUSY, "answers 503 (Service Unavailable)"),
        ("429 Slow", "answers 429 (Too Many Requests)"),
    ],
)
def test_a_site_that_cannot_show_its_robots_txt_is_not_read(status: str, said: str | None) -> None:
    with site({"/robots.txt": answer("", status), "/": answer()}) as there:
        (found,) = got(there.url())
    if said is None:
        assert isinstance(found, Fetched)
    else:
        why = f"robots.txt of the site {said}, so nothing may be fetched"
        assert found == Refused(there.url(), why)
        assert set(there.asked) == {"/robots.txt"}


def test_robots_txt_is_read_once_and_where_it_leads() -> None:
    with site({"/r": robots("User-agent: *", "Disallow: /b"), "/robots.txt": moved("/r")}) as there:
        there.answers["/a"] = answer()
        assert reason(there.url("/a"), there.url("/b")) == "robots.txt of the site forbids it"
        assert there.asked == ["/robots.txt", "/r", "/a"]


def test_a_redirect_is_asked_about_as_well() -> None:
    with site(
        {"/robots.txt": robots("User-agent: kg", "Disallow: /b"), "/a": moved("/b")}
    ) as there:
        said = reason(there.url("/a"))
        assert said == f"leads to {there.url('/b')}: robots.txt of the site forbids it"
        assert there.asked == ["/robots.txt", "/a"]


def test_a_long_robots_txt_is_read_to_its_limit() -> None:
    long = robots("User-agent: *", "Disallow: /b", "# " + "x" * 600_000, "Disallow: /a")
    with site({"/robots.txt": long, "/a": answer()}) as there:
        assert page(there.url("/a"))
        assert reason(there.url("/b")) == "robots.txt of the site forbids it"


# Pace


def paced(lines: list[str], delay: float = 1.0) -> tuple[list[float], str | None]:
    """How long is slept for three pages, and why the last is refused."""
    world = World()
    pages = {"/a": answer(), "/b": answer(), "/c": answer()}
    with site({"/robots.txt": robots(*lines), **pages}) as there:
        found = got(*map(there.url, pages), world=world, delay=delay)
    return world.slept, found[-1].reason if isinstance(found[-1], Refused) else None


def test_a_host_is_left_alone_between_two_requests() -> None:
    assert paced([]) == ([1.0, 1.0, 1.0], None)
    assert paced([], delay=0) == ([], None)


def test_a_site_may_want_more_time() -> None:
    assert paced(["User-agent: *", "Crawl-delay: 7.5"]) == ([7.5] * 3, None)
    assert paced(["User-agent: *", "Request-rate: 1/5"]) == ([5.0] * 3, None)
    assert paced(["User-agent: *", "Crawl-delay: 0.1"]) == ([1.0] * 3, None)
    assert paced(["User-agent: *", "Crawl-delay: nan"]) == ([1.0] * 3, None)


def test_a_site_that_wants_hours_is_left() -> None:
    slept, why = paced(["User-agent: *", "Crawl-delay: 86400"])
    assert slept == []
    assert why == "the site asks to be left alone for 86400 seconds; come back later"


def test_other_hosts_do_not_wait() -> None:
    world = World()
    with site({"/": answer()}) as one, site({"/": answer()}) as other:
        got(one.url(host="a.example"), other.url(host="b.example"), world=world)
    assert world.slept == [1.0, 1.0]  # after each robots.txt


@pytest.mark.parametrize(
    ("told", "slept"),
    [
        (None, [1.0, 2.0]),
        ("5", [5.0, 5.0]),
        ("0", [0.5, 0.5]),
        ("Fri, 27 Nov 2026 12:00:10 GMT", [9.5, 0.5]),
        ("Fri, 27 Nov 2020 12:00:00 GMT", [0.5, 0.5]),
        ("soon", [1.0, 2.0]),
        ("-5", [1.0, 2.0]),
    ],
)
@pytest.mark.parametrize("status", ["429 Slow", "502 Bad", BUSY, "504 Late"])
def test_a_busy_site_is_asked_again_later(
    status: str, told: str | None, slept: list[float]
) -> None:
    world = World()
    busy = answer("", status, Retry_After=told)
    with site({"/": [busy, busy, answer()]}) as there:
        assert page(there.url(), world=world, delay=0.5).data
    assert world.slept == [0.5, *slept]


def test_a_busy_site_is_asked_three_times() -> None:
    with site({"/": answer("", BUSY)}) as there:
        assert reason(there.url()) == "answers 503 (Service Unavailable)"
        assert there.asked.count("/") == 3


def test_a_site_that_asks_for_an_hour_is_not_asked_for_the_next_page_either() -> None:
    world = World()
    with site({"/": answer("", "429 Slow", Retry_After="3600"), "/b": answer()}) as there:
        found = got(there.url(), there.url("/b"), world=world, delay=0)
        assert there.asked == ["/robots.txt", "/"]
    why = "the site asks to be left alone for 3600 seconds; come back later"
    assert [each.reason for each in found if isinstance(each, Refused)] == [why] * 2
    assert world.slept == []


def test_a_connection_that_breaks_is_tried_again() -> None:
    with site({"/": [b"", b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nHuy", answer()]}) as there:
        assert page(there.url()).data == TEXT.encode()


# What makes no sense


@pytest.mark.parametrize(
    ("options", "word"),
    [
        ({"delay": -1.0}, "seconds"),
        ({"delay": float("nan")}, "seconds"),
        ({"fresh": -1.0}, "seconds"),
        ({"offline": True}, "--cache"),
        ({"contact": "me\r\nX: y"}, "contact"),
        ({"contact": "(a)"}, "contact"),
        ({"contact": ""}, "contact"),
    ],
)
def test_arguments_that_make_no_sense(options: dict[str, object], word: str) -> None:
    with pytest.raises(UsageError, match=word):
        got("http://a.example/", **options)
