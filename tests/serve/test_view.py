"""The interactive page as the server shows it: bounded, under its own policy, in two languages."""

import re
from collections.abc import Iterator

import httpx
import pytest

from tests.serve.running import running, small_graph
from tests.serve.test_pages import VIETNAMESE, harmful, path_of
from tests.view.test_render import data

AN = "le an"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[httpx.Client]:
    """A client of a server over four articles, which asks for pages in Vietnamese."""
    graph = small_graph(tmp_path_factory.mktemp("view"), harmful())
    with running(graph) as server, server.client() as client:
        client.headers.update(VIETNAMESE)
        yield client


def test_the_page_comes_under_its_own_policy(site: httpx.Client) -> None:
    answer = site.get("/view")
    assert answer.status_code == 200
    policy = answer.headers["Content-Security-Policy"]
    assert policy.startswith("default-src 'none'; script-src 'sha256-")
    assert policy.endswith("frame-ancestors 'none'")
    assert "unsafe" not in policy
    assert "'self'" not in policy
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    declared = re.search(r'http-equiv="Content-Security-Policy" content="([^"]*)"', answer.text)
    assert declared
    assert policy.startswith(declared[1].replace("&#39;", "'"))


def test_a_thing_can_be_named_by_path_iri_or_name(site: httpx.Client) -> None:
    path = path_of(site, AN)
    page = site.get(path).text
    link = re.search(r'href="(/view\?focus=[^"]*)"', page)
    assert link
    for address in (link[1], f"/view?focus={path[1:]}", f"/view?focus={path}", "/view?focus=le+an"):
        told = data(site.get(address.replace("&amp;", "&")).text)
        assert f"/{told['centre']}" == path, address
        assert told["site"] == ""


def test_what_is_wrong_is_said(site: httpx.Client) -> None:
    for address, word in (
        ("/view?focus=nobody+at+all", "nobody at all"),
        ("/view?limit=0", "limit is a number from 1 to 3000"),
        ("/view?hops=99", "hops"),
        ("/view?since=soon", "soon"),
        ("/view?kinds=person,cat", "cat"),
    ):
        answer = site.get(address)
        assert answer.status_code == 400, address
        assert word in answer.text


def test_the_limit_and_the_language_are_kept(site: httpx.Client) -> None:
    told = data(site.get("/view?limit=2&lang=en").text)
    assert len(told["nodes"]) == 2
    assert told["left"] > 0
    assert told["language"] == "en"
    assert '<html lang="vi">' in site.get("/view").text


def test_what_means_harm_stays_packed(site: httpx.Client) -> None:
    page = site.get("/view").text
    assert "onerror" not in page.partition('id="data"')[2].partition("</script>")[0]
    assert "<img" not in page
