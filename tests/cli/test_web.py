"""`kg build` with addresses: from a server of the test's own, then without it."""

import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from tests.cli.running import kg
from tests.read.made import PAGE


class Quiet(SimpleHTTPRequestHandler):
    """Serves files and tells nobody."""

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - as it is called there
        """Tell nobody."""


@pytest.fixture
def site(tmp_path: Path) -> Iterator[str]:
    """A site with two articles and a list of them."""
    folder = tmp_path / "site"
    folder.mkdir()
    (folder / "a.txt").write_text(PAGE)
    (folder / "b.txt").write_text(PAGE.replace("họp", "gặp mặt"))
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder)))
    thread = threading.Thread(target=server.serve_forever, args=(0.05,))
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


def test_addresses_are_fetched_kept_and_built_again_offline(site: str, tmp_path: Path) -> None:
    urls = tmp_path / "urls.txt"
    urls.write_text(f"# two\n{site}/b.txt\n{site}/none.txt\n")
    arguments = (f"{site}/a.txt", "--urls", urls, "--allow-private", "--cache", tmp_path / "pages")
    done = kg("build", *arguments, "-o", tmp_path / "x.kg")
    assert (done.code, done.out) == (3, f"{tmp_path}/x.kg: 2 articles (2 new)\n")
    assert f"kg: left out {site}/none.txt: answers 404" in done.err
    rows = kg("query", tmp_path / "x.kg", "SELECT ?u { ?a schema:url ?u } ORDER BY ?u", "-f", "csv")
    assert rows.out.split() == ["u", f"{site}/a.txt", f"{site}/b.txt"]
    again = kg("build", *arguments, "--offline", "-o", tmp_path / "y.kg")
    assert again.out == f"{tmp_path}/y.kg: 2 articles (2 new)\n"


def test_private_addresses_are_refused(site: str, tmp_path: Path) -> None:
    done = kg("build", f"{site}/a.txt", "-o", tmp_path / "x.kg")
    assert done.code == 3
    assert "leads to a loopback address (127.0.0.1); --allow-private lets it" in done.err
