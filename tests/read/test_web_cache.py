"""Kept pages: the same bytes without the network, asked after when they are old, never half."""

import os
import threading
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from kg.errors import OutputError
from kg.read.document import Refused
from kg.read.web import Fetched, Limits
from kg.read.web.cache import Entry, drop, load, open_cache, save
from tests.read.website import TEXT, Site, World, answer, got, moved, page, reason, site

URL = "http://bao.example/tin"
STAMP = "2026-11-27T12:00:00Z"
ENTRY = Entry(URL, URL, "text/html", None, STAMP, STAMP, None, None, b"Huy\n\nU")
DAY = 24 * 3600


def files(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]


def later(seconds: float) -> World:
    return World(seconds=1000 + seconds)


def test_what_is_kept_comes_back(tmp_path: Path) -> None:
    folder = open_cache(tmp_path / "pages")
    assert load(folder, URL) is None
    save(folder, ENTRY)
    assert load(folder, URL) == ENTRY
    assert len(files(folder)) == 1
    drop(folder, URL)
    drop(folder, URL)
    assert load(folder, URL) is None


def test_a_second_run_needs_no_network(tmp_path: Path) -> None:
    with site({"/a": answer(), "/b": moved("/c"), "/c": answer("c"), "/d": answer()}) as there:
        urls = [there.url(path) for path in ("/a", "/b", "/x")]
        first = got(*urls, cache=tmp_path)
    assert isinstance(first[-1], Refused)
    assert got(*urls[:2], cache=tmp_path) == first[:2]
    assert got(*urls[:2], cache=tmp_path, offline=True, world=later(99 * DAY)) == first[:2]
    said = reason(there.url("/d"), cache=tmp_path, offline=True)
    assert said == "is not among the kept pages; fetch it once with the network"


def asked_again(there: Site, tmp_path: Path, **options: object) -> tuple[Fetched, Fetched, str]:
    """A page of today and of two days later, and the head of the last request."""
    first = page(there.url(), cache=tmp_path)
    again = page(there.url(), cache=tmp_path, world=later(2 * DAY), **options)
    return first, again, there.heads[-1].lower()


def test_an_old_page_is_asked_after(tmp_path: Path) -> None:
    told = answer(ETag='"a1"', Last_Modified="Fri, 27 Nov 2026 08:00:00 GMT")
    with site({"/": [told, answer("", "304 Not Modified")]}) as there:
        first, again, head = asked_again(there, tmp_path)
        assert again == first
        assert 'if-none-match: "a1"\r\n' in head
        assert "if-modified-since: fri, 27 nov 2026 08:00:00 gmt\r\n" in head
        count = len(there.asked)
        assert page(there.url(), cache=tmp_path, world=later(2 * DAY + 60)) == first
        assert len(there.asked) == count  # it was checked a minute ago


def test_a_strange_etag_goes_back_as_it_came(tmp_path: Path) -> None:
    with site({"/": [answer(ETag='"tức"'), answer("", "304 Not Modified")]}) as there:
        first, again, head = asked_again(there, tmp_path)
        assert again == first
        assert 'if-none-match: "tức"' in head.encode("latin-1").decode()


def test_a_page_that_did_not_change_keeps_its_time(tmp_path: Path) -> None:
    with site({"/": answer()}) as there:
        first, again, head = asked_again(there, tmp_path)
        assert again == first
        assert "if-" not in head


def test_a_page_that_changed_is_new(tmp_path: Path) -> None:
    with site({"/": [answer(ETag="1"), answer("mới", ETag="2")]}) as there:
        _, again, _ = asked_again(there, tmp_path)
        assert (again.data.decode(), again.fetched) == ("mới", "2026-11-29T12:00:01Z")
        assert page(there.url(), cache=tmp_path, offline=True) == again


def test_a_page_that_is_somewhere_else_now_is_not_asked_after(tmp_path: Path) -> None:
    with site({"/a": answer("a", ETag="1"), "/b": answer("b", ETag="1")}) as there:
        there.answers["/"] = [moved("/a"), moved("/b")]
        _, again, head = asked_again(there, tmp_path)
        assert again.url == there.url("/b")
        assert "if-none-match" not in head


@pytest.mark.parametrize("status", ["503 Busy", "500 Oh", "429 Slow"])
def test_a_kept_page_stands_in_where_the_site_has_troubles(tmp_path: Path, status: str) -> None:
    with site({"/": [answer(), answer("", status)]}) as there:
        first, again, _ = asked_again(there, tmp_path)
    assert again == first
    assert page(there.url(), cache=tmp_path, world=later(3 * DAY)) == first  # it is down


@pytest.mark.parametrize("status", ["404 Not Found", "410 Gone"])
def test_a_page_that_is_gone_is_kept_no_more(tmp_path: Path, status: str) -> None:
    with site({"/": [answer(), answer("", status)]}) as there:
        page(there.url(), cache=tmp_path)
        assert "answers" in reason(there.url(), cache=tmp_path, fresh=0)
        assert "not among" in reason(there.url(), cache=tmp_path, offline=True)


def test_a_site_that_forbids_it_now(tmp_path: Path) -> None:
    with site({"/": answer()}) as there:
        page(there.url(), cache=tmp_path)
        there.answers["/robots.txt"] = answer("User-agent: *\nDisallow: /")
        said = reason(there.url(), cache=tmp_path, fresh=0)
    assert said == "robots.txt of the site forbids it"


def test_a_time_to_come_is_not_believed(tmp_path: Path) -> None:
    with site({"/": answer()}) as there:
        page(there.url(), cache=tmp_path, world=later(DAY))
        page(there.url(), cache=tmp_path)
        assert there.asked.count("/") == 2


@pytest.mark.parametrize("harm", ["empty", "short", "changed", "head", "other"])
def test_what_is_damaged_is_fetched_anew(tmp_path: Path, harm: str) -> None:
    with site({"/": answer(), "/b": answer("b")}) as there:
        first = page(there.url(), cache=tmp_path)
        (path,) = files(tmp_path)
        content = path.read_bytes()
        if harm == "other":
            page(there.url("/b"), cache=tmp_path)
            (path_b,) = {*files(tmp_path)} - {path}
            content = path_b.read_bytes()
        path.write_bytes({
            "empty": b"",
            "short": content[:-1],
            "changed": content.replace(b"B", b"b"),
            "head": content.replace(b"text/html", b"text/xml"),
            "other": content,
        }[harm])  # fmt: skip
        assert "not among" in reason(there.url(), cache=tmp_path, offline=True)
        assert page(there.url(), cache=tmp_path) == first
        assert page(there.url(), cache=tmp_path, offline=True) == first


def test_a_run_that_ends_while_it_writes_breaks_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    save(open_cache(tmp_path), ENTRY)

    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(Path, "replace", interrupted)
    with pytest.raises(KeyboardInterrupt):
        save(tmp_path, replace(ENTRY, data=b"new"))
    assert load(tmp_path, URL) == ENTRY
    assert len(files(tmp_path)) == 1


def test_what_a_killed_run_left_is_swept(tmp_path: Path) -> None:
    folder = open_cache(tmp_path) / "unfinished"
    old, new = folder / "old", folder / "new"
    for path, age in ((old, 2), (new, 0)):
        path.write_bytes(b"half")
        time = path.stat().st_mtime - timedelta(hours=age).total_seconds()
        os.utime(path, (time, time))
    open_cache(tmp_path)
    assert files(tmp_path) == [new]


def test_many_may_write_one_page(tmp_path: Path) -> None:
    open_cache(tmp_path)
    seen: set[bytes | None] = set()

    def work(n: int) -> None:
        for _ in range(20):
            save(tmp_path, replace(ENTRY, data=bytes([65 + n]) * 9999))
            found = load(tmp_path, URL)
            seen.add(found.data if found else None)

    threads = [threading.Thread(target=work, args=(n,)) for n in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert seen <= {bytes([65 + n]) * 9999 for n in range(4)}


def test_a_folder_that_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "file").write_text(TEXT)
    with pytest.raises(OutputError, match="choose another folder"):
        got(URL, cache=tmp_path / "file")


def test_a_page_that_is_longer_than_allowed_now(tmp_path: Path) -> None:
    with site({"/": answer()}) as there:
        page(there.url(), cache=tmp_path)
        said = reason(there.url(), cache=tmp_path, offline=True, limits=Limits(size=10))
    assert said == "is longer than 10 bytes, which is more than is read"
