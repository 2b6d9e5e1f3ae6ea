"""The SPARQL editor in a real browser, under the policy that the server sends with its pages."""

import hashlib
import json
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

import pytest

import kg.serve
from kg.graph.namespaces import BASE, prefixes
from kg.serve import pages
from kg.serve.exchange import Request
from kg.serve.limits import Limits
from kg.serve.security import POLICY
from tests.view.browser import Browser, executable

pytestmark = pytest.mark.skipif(executable() is None, reason="no Chromium is installed")

STATIC = Path(kg.serve.__file__).parent / "static"
TYPES = {".js": "text/javascript", ".css": "text/css", ".svg": "image/svg+xml"}
HOSTILE = "<img src=x onerror=alert(1)>"
EVERYTHING = "SELECT * WHERE {\n  ?person ?says ?words\n}"
EXAMPLES = [
    {"about": "Ai nói gì?", "sparql": EVERYTHING},
    {"about": "Có gì không?", "sparql": "ASK { ?a ?b ?c }"},
    {"about": "Sai", "sparql": "SELECT ?bad WHERE { ?bad ?bad ?bad }"},
]
REFUSAL = f"Not a query: {HOSTILE}"
PERSON = f"{BASE}person/le-an-1f"
ROWS: list[dict[str, Any]] = [
    {
        "person": {"type": "uri", "value": PERSON},
        "says": {"type": "uri", "value": prefixes()["vnkg"] + "says"},
        "words": {"type": "literal", "value": HOSTILE, "xml:lang": "vi"},
    },
    {
        "person": {"type": "uri", "value": "javascript:alert(1)"},
        "says": {"type": "uri", "value": f"{BASE}/example.org/x'onmouseover='alert(1)"},
        "words": {"type": "literal", "value": "2", "datatype": prefixes()["xsd"] + "integer"},
    },
]
ANSWER = {"head": {"vars": ["person", "says", "words"]}, "results": {"bindings": ROWS}}
MANY = {
    "head": {"vars": ["number"]},
    "results": {
        "bindings": [
            {"number": {"type": "uri", "value": f"{BASE}person/p{number}"}} for number in range(60)
        ]
    },
}


class Site(ThreadingHTTPServer):
    """A server of the editor and of made-up answers, which keeps the queries it was asked."""

    def __init__(self, page: bytes) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.page = page
        self.queries: list[str] = []
        self.url = f"http://127.0.0.1:{self.server_port}"

    def answer(self, query: str) -> tuple[int, str, bytes]:
        """Status, media type and body for a query."""
        self.queries.append(query)
        if "bad" in query:
            return 400, "text/plain; charset=utf-8", REFUSAL.encode()
        given = {"head": {}, "boolean": True} if query.startswith("ASK") else ANSWER
        given = MANY if "?number" in query else given
        return 200, "application/sparql-results+json", json.dumps(given).encode()


class Handler(BaseHTTPRequestHandler):
    """Answers as the site says, under the policy of the real server."""

    server: Site

    def do_GET(self) -> None:
        path = urlsplit(self.path).path
        if path == "/editor":
            self._send(200, "text/html; charset=utf-8", self.server.page)
        elif (
            path.startswith("/static/")
            and (file := STATIC / path.removeprefix("/static/")).is_file()
        ):
            self._send(200, TYPES[file.suffix], file.read_bytes())
        else:
            self._send(404, "text/plain", b"")

    def do_POST(self) -> None:
        sent = parse_qs(self.rfile.read(int(self.headers["Content-Length"])).decode())
        self._send(*self.server.answer(sent["query"][0]))

    def _send(self, status: int, kind: str, body: bytes) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Content-Security-Policy", POLICY)
        self.send_header("X-Content-Type-Options", "nosniff")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def site() -> Iterator[Site]:
    request = Request("/editor", query=(("lang", "vi"),))
    given: dict[str, Any] = {
        "prefixes": prefixes(),
        "examples": EXAMPLES,
        "base": BASE,
        "limits": Limits(),
    }
    page = pages.page(request, "editor", **given).body
    with Site(page) as started:
        thread = Thread(target=started.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        yield started
        started.shutdown()
        thread.join()


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with Browser(offline=False) as started:
        yield started


@pytest.fixture(autouse=True)
def quiet(browser: Browser, site: Site) -> Iterator[None]:
    """Every test ends without a complaint and without a request to another host."""
    browser.window(1280, 860)
    site.queries.clear()
    yield
    refused = "Failed to load resource: the server responded with a status of 400 (Bad Request)"
    assert [text for text in browser.complaints() if text != refused] == []
    assert [url for url in browser.requests() if not url.startswith(site.url + "/")] == []
    assert browser.dialogs == []


def visit(browser: Browser, site: Site, query: str = "") -> None:
    address = "?" + urlencode({"query": query}) if query else ""
    browser.go(f"{site.url}/editor{address}")
    browser.wait("document.readyState === 'complete' && document.getElementById('link')?.search")


def choose(browser: Browser, selector: str, place: int) -> None:
    """Choose an option of a list, as a reader does who clicks on it."""
    browser.run(
        f"""{{
          const list = document.querySelector({json.dumps(selector)});
          list.selectedIndex = {place};
          list.dispatchEvent(new Event('change', {{ bubbles: true }}));
        }}"""
    )


def click(browser: Browser, selector: str) -> None:
    """Click in the middle of an element."""
    x, y = browser.run(
        f"""(() => {{
          const box = document.querySelector({json.dumps(selector)}).getBoundingClientRect();
          return [box.x + box.width / 2, box.y + box.height / 2];
        }})()"""
    )
    browser.click(x, y)


def run(browser: Browser) -> None:
    click(browser, ".yasqe_queryButton")


def written(browser: Browser) -> str:
    return str(browser.run("yasqe.getValue()"))


def cells(browser: Browser) -> list[list[str]]:
    """The text of the cells of the answer's table."""
    browser.wait("document.querySelector('#answer tbody td')")
    script = """[...document.querySelectorAll('#answer tbody tr')]
      .map((row) => [...row.cells].map((cell) => cell.innerText))"""
    found: list[list[str]] = browser.run(script)
    return found


def links(browser: Browser) -> list[str]:
    script = "[...document.querySelectorAll('#answer td a')].map((link) => link.href)"
    found: list[str] = browser.run(script)
    return found


def test_an_example_runs_and_its_rows_are_shown(browser: Browser, site: Site) -> None:
    visit(browser, site)
    assert site.queries == []
    choose(browser, "#examples", 1)
    assert written(browser) == EVERYTHING
    run(browser)
    assert cells(browser)[0] == ["person:le-an-1f", "vnkg:says", f"{HOSTILE} @vi"]
    assert site.queries == [EVERYTHING]
    assert parse_qs(urlsplit(browser.run("location.href")).query) == {"query": [EVERYTHING]}


def test_what_the_graph_names_leads_to_its_page_here(browser: Browser, site: Site) -> None:
    visit(browser, site, EVERYTHING)
    run(browser)
    assert cells(browser)
    elsewhere = [prefixes()["vnkg"] + "says", f"{site.url}//example.org/x'onmouseover='alert(1)"]
    assert links(browser) == [f"{site.url}/person/le-an-1f", *elsewhere]
    visit(browser, site, "SELECT ?number {}")
    run(browser)
    browser.wait("document.querySelectorAll('#answer tbody tr').length === 60")
    assert links(browser) == [f"{site.url}/person/p{number}" for number in range(60)]


def test_hostile_answers_are_text_and_run_nothing(browser: Browser, site: Site) -> None:
    visit(browser, site, EVERYTHING)
    run(browser)
    assert cells(browser)[0][2] == f"{HOSTILE} @vi"
    browser.run("document.querySelector('.select_response').click()")
    browser.wait("document.querySelector('#answer .CodeMirror')")
    assert HOSTILE in browser.run("document.querySelector('#answer .CodeMirror').innerText")
    browser.run("document.querySelector('.select_table').click()")
    browser.wait("document.querySelector('#answer tbody td')")
    assert browser.run("document.querySelectorAll('#answer img').length") == 0
    assert browser.run("document.querySelectorAll('[onerror], [onmouseover]').length") == 0
    assert [link for link in links(browser) if not link.startswith("http")] == []


def test_a_refusal_is_shown_as_the_server_says_it(browser: Browser, site: Site) -> None:
    visit(browser, site)
    choose(browser, "#examples", 3)
    run(browser)
    browser.wait("document.querySelector('.errorResult pre')")
    assert browser.text(".errorResult pre") == REFUSAL


def test_yes_or_no_is_answered(browser: Browser, site: Site) -> None:
    visit(browser, site, EXAMPLES[1]["sparql"])
    run(browser)
    browser.wait("document.querySelector('.booleanResult')")
    assert browser.text(".booleanResult").strip() == "True"


def test_the_query_in_the_address_is_loaded_and_not_run(browser: Browser, site: Site) -> None:
    query = "SELECT ?người WHERE { ?người ?b '+ & # %' }"
    visit(browser, site, query)
    assert written(browser) == query
    assert site.queries == []
    visit(browser, site)
    assert written(browser).startswith("SELECT * WHERE {")


def test_the_link_holds_what_is_written_and_nothing_is_stored(browser: Browser, site: Site) -> None:
    visit(browser, site)
    browser.run("yasqe.setValue('ASK { }')")
    link = browser.run("document.getElementById('link').href")
    assert link == f"{site.url}/editor?query=ASK+%7B+%7D"
    run(browser)
    browser.wait("document.querySelector('.booleanResult')")
    assert browser.run("Object.keys(localStorage).length") == 0


def test_prefixes_are_ours_and_are_added(browser: Browser, site: Site) -> None:
    visit(browser, site, "SELECT * WHERE { ?a ?b ?c }")
    choose(browser, "#prefixes", 1)
    declared = f"PREFIX vnkg: <{prefixes()['vnkg']}>\n"
    assert written(browser) == declared + "SELECT * WHERE { ?a ?b ?c }"
    browser.run("yasqe.setValue('SELECT * WHERE { ?a '); yasqe.focus(); yasqe.setCursor(0, 20)")
    for letter in "person:x":
        browser.type(letter)
    browser.wait("yasqe.getValue().startsWith('PREFIX')")
    assert written(browser).startswith(f"PREFIX person: <{prefixes()['person']}>\n")
    completers = "Object.keys(yasqe.autocompleters)"
    assert browser.run(completers) == ["own-prefixes", "variables"]


def test_the_keyboard_runs_a_query_and_gets_out_again(browser: Browser, site: Site) -> None:
    visit(browser, site, EVERYTHING)
    browser.run("yasqe.focus()")
    browser.press("Control+Enter")
    assert len(cells(browser)) == 2
    browser.press("Tab")
    assert browser.run("document.activeElement.tagName") != "TEXTAREA"
    assert written(browser) == EVERYTHING


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
def test_it_fits_the_window(browser: Browser, site: Site, width: int, dark: bool) -> None:
    browser.window(width, 860, dark)
    visit(browser, site, EVERYTHING)
    run(browser)
    assert cells(browser)
    assert browser.run("document.documentElement.scrollWidth") <= width
    colour = browser.run("getComputedStyle(document.querySelector('.CodeMirror')).backgroundColor")
    assert colour == browser.run("getComputedStyle(document.body).backgroundColor")


def test_without_scripts_there_is_a_plain_form(site: Site) -> None:
    plain = site.page.decode().partition("<noscript>")[2].partition("</noscript>")[0]
    assert '<form class="plain" method="get" action="/sparql">' in plain
    assert '<textarea id="query" name="query"' in plain


def test_the_files_of_others_are_as_they_were_published() -> None:
    folder = STATIC / "yasgui"
    told = (folder / "README.md").read_text("utf-8")
    for name in ("yasgui.min.js", "yasgui.min.css", "LICENSE"):
        assert f"{hashlib.sha256((folder / name).read_bytes()).hexdigest()}  {name}" in told
