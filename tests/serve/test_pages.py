"""Pages in real requests: they tell sentences, in two languages, and never trust a text."""

import re
from collections.abc import Iterator
from dataclasses import replace
from html import unescape
from html.parser import HTMLParser

import httpx
import pytest
from openapi_spec_validator import validate
from pyoxigraph import Literal, NamedNode, RdfFormat, parse

from kg.graph.namespaces import BASE, iri
from kg.model import Article, Reading
from kg.query.questions import questions
from kg.serve.words import LANGUAGES, words
from tests.graph.readings import post, seen
from tests.serve.running import running, small_graph

EVIL = "<img src=x onerror=alert(1)>"
HARMLESS = frozenset(
    re.findall(
        r"\w+",
        "a article b blockquote body button code dd details div dl dt footer form h1 h2 h3 head"
        " header html input label li link main meta nav option p pre select small span summary"
        " table tbody td th thead time title tr ul",
    )
)
VIETNAMESE = {"Accept": "text/html,*/*;q=0.8", "Accept-Language": "vi"}
AN = "le an"


def harmful() -> Reading:
    """An article whose title, text and person mean harm."""
    reading = post("a4", f"Lê {EVIL}", "Bí thư", "Huyện ủy Văn Lâm", "2023-01-01")
    article = Article("a4 x%y", f"{EVIL} nói rằng {EVIL}.", title=EVIL, published="2023-01-01")
    held = replace(reading.memberships[0], evidence=seen(0, 30))
    return replace(reading, article=article, memberships=(held,))


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[httpx.Client]:
    """A client of a server over four articles, which asks for pages in Vietnamese."""
    graph = small_graph(tmp_path_factory.mktemp("pages"), harmful())
    with running(graph, rows=1000) as server, server.client() as client:
        client.headers.update(VIETNAMESE)
        yield client


class Harm(HTMLParser):
    """Collects the tags and attributes of a page that could run or load something."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note a tag that the templates do not use, and attributes that run something."""
        names = [name for name, value in attrs if name.startswith("on") or name == "style"]
        links = [v for n, v in attrs if n in ("href", "src", "action") and v and v[0] not in "/#"]
        self.found += names + links + ([] if tag in HARMLESS else [tag])


def harm_in(page: str) -> list[str]:
    parser = Harm()
    parser.feed(page)
    return parser.found


def path_of(site: httpx.Client, name: str) -> str:
    """The path of the page of the thing that is called so."""
    (thing,) = site.get("/search.json", params={"q": name}).json()["things"]
    return str(thing["iri"]).replace(BASE, "/")


def test_the_start_page_counts_and_lists_the_questions(site: httpx.Client) -> None:
    page = site.get("/")
    assert page.status_code == 200
    assert page.headers["Content-Type"] == "text/html; charset=utf-8"
    assert "Bài báo" in page.text
    for question in questions():
        assert f'href="/ask/{question.name}"' in page.text


@pytest.mark.parametrize(
    ("query", "label"),
    [("le an", "Lê An"), ("HUYEN UY VAN LAM", "Huyện ủy Văn Lâm"), ("21-nq/tw", "Nghị quyết")],
)
def test_a_search_leads_to_the_only_thing_called_so(
    site: httpx.Client, query: str, label: str
) -> None:
    page = site.get("/search", params={"q": query}, follow_redirects=True)
    assert page.status_code == 200
    assert re.search(rf"<h1>{label}", page.text)


def test_a_search_lists_several_with_what_tells_them_apart(site: httpx.Client) -> None:
    page = site.get("/search", params={"q": "van lam"})
    assert page.status_code == 200
    assert page.text.count('class="kind"') > 3
    assert "huyện Văn Lâm, tỉnh Hưng Yên" in page.text
    assert "Không tìm thấy gì" in site.get("/search", params={"q": "không ai"}).text
    assert site.get("/search").status_code == 200


def test_a_page_tells_each_fact_with_its_sentence_and_source(site: httpx.Client) -> None:
    page = site.get(path_of(site, AN)).text
    assert "Lê An: Bí thư Huyện ủy Văn Lâm" in page
    assert "Dự hội nghị có đồng chí Lê An, Bí thư Huyện ủy." in page
    assert 'href="/article/a1"' in page
    assert "ký tự 0–47" in page
    article = site.get("/article/a1").text
    assert "<h1>Bài a1</h1>" in article
    assert "Lê An: Bí thư Huyện ủy Văn Lâm" in article


def test_every_link_of_the_pages_leads_somewhere(site: httpx.Client) -> None:
    seen_paths, waiting = set[str](), ["/", path_of(site, AN), "/article/a1"]
    while waiting and len(seen_paths) < 80:
        path = waiting.pop()
        if path in seen_paths:
            continue
        seen_paths.add(path)
        answer = site.get(path, follow_redirects=True)
        assert answer.status_code == 200, path
        if answer.headers["Content-Type"].startswith("text/html"):
            waiting += re.findall(r'href="(/[^"]*)"', answer.text.replace("&amp;", "&"))


@pytest.mark.parametrize(
    ("suffix", "accept", "media_type"),
    [
        ("", "text/turtle", "text/turtle"),
        ("", "application/ld+json", "application/ld+json"),
        ("", "text/turtle;q=0.5, application/ld+json;q=0.4", "text/turtle"),
        ("", "text/html, */*;q=0.1", "text/html"),
        (".ttl", "text/html", "text/turtle"),
        (".jsonld", "*/*", "application/ld+json"),
        (".nq", "*/*", "application/n-quads"),
        (".html", "text/turtle", "text/html"),
    ],
)
def test_a_thing_can_be_had_in_the_form_that_is_asked_for(
    site: httpx.Client, suffix: str, accept: str, media_type: str
) -> None:
    path = path_of(site, AN)
    answer = site.get(path + suffix, headers={"Accept": accept})
    assert answer.status_code == 200
    assert answer.headers["Content-Type"].partition(";")[0] == media_type
    assert "Accept" in answer.headers["Vary"]


def test_the_data_of_a_thing_are_its_own(site: httpx.Client) -> None:
    path = path_of(site, AN)
    person, called = NamedNode(BASE + path.removeprefix("/")), iri("foaf:name")
    for suffix in (".ttl", ".jsonld", ".nq", ".trig"):
        kind = RdfFormat.from_extension(suffix.removeprefix("."))
        assert kind
        quads = parse(site.get(path + suffix).content, format=kind)
        names = {
            quad.object for quad in quads if (quad.subject, quad.predicate) == (person, called)
        }
        assert names == {Literal("Lê An")}, suffix


def test_nobody_gets_what_is_not_there(site: httpx.Client) -> None:
    for path in ("/person/nobody", "/person/", "/x/y", "/article/a9.ttl", "/person/%00", "/ask/x"):
        assert site.get(path).status_code == 404, path
    assert site.get("/article/a1", headers={"Accept": "image/png"}).status_code == 406


def test_what_comes_out_of_an_article_is_shown_as_text(site: httpx.Client) -> None:
    paths = ["/article/a4%20x%25y", "/search?q=img", f"/search?q={EVIL}", "/ask/told-once?ask=1"]
    paths += [path_of(site, "le img src"), "/ask/career?person=<img", f"/ask/career?person={EVIL}"]
    paths += [f"/ask/{EVIL}", f"/{EVIL}", f"/?lang={EVIL}", f"/ask/holders?lang={EVIL}&position=x"]
    for path in paths:
        answer = site.get(path)
        if answer.headers["Content-Type"].startswith("text/html"):
            assert harm_in(answer.text) == [], path
    assert "&lt;img src=x onerror=alert(1)&gt;" in site.get(paths[0]).text


def test_every_answer_has_a_strict_policy(site: httpx.Client) -> None:
    for path in ("/", "/search?q=van", "/ask/holders", "/article/a1", "/nope", "/static/page.css"):
        headers = site.get(path).headers
        policy = headers["Content-Security-Policy"]
        assert policy.startswith("default-src 'none'; script-src 'self';"), path
        assert "unsafe" not in policy, path
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert "Set-Cookie" not in headers


def test_a_question_is_a_form_and_then_a_permanent_address(site: httpx.Client) -> None:
    form = site.get("/ask/career")
    assert form.status_code == 200
    assert 'name="person"' in form.text
    assert "<table>" not in form.text
    answer = site.get("/ask/career", params={"person": AN})
    assert answer.status_code == 200
    assert "<table>" in answer.text
    assert 'value="le an"' in answer.text
    assert "SELECT" in answer.text
    assert f'href="{path_of(site, AN)}"' in answer.text


def test_a_question_says_what_is_wrong(site: httpx.Client) -> None:
    assert site.get("/ask/career", params={"person": "không ai"}).status_code == 404
    assert site.get("/ask/career", params={"ask": "1"}).status_code == 400
    wrong = site.get("/ask/holders", params={"position": "x", "on": "1.1.2020"})
    assert wrong.status_code in (400, 404)
    several = site.get("/ask/members", params={"body": "van lam"})
    assert several.status_code == 409
    assert 'href="/ask/members?body=body%3A' in several.text
    offered = re.findall(r'href="(/ask/members\?body=body%3A[^"]*)"', several.text)
    assert site.get(offered[0]).status_code == 200


def test_a_question_is_answered_as_data(site: httpx.Client) -> None:
    data = site.get("/ask/career.json", params={"person": AN}).json()
    assert data["given"] == {"person": AN}
    assert data["rows"][0]["name"] == "Lê An"
    assert set(data["rows"][0]) == set(data["columns"])
    wanted = {"Accept": "text/csv"}
    table = site.get("/ask/career", params={"person": AN}, headers=wanted).text
    assert table.startswith("name,role,")
    assert site.get("/ask/career.md", params={"person": AN}).text.startswith("| name |")
    turtle = site.get("/ask/career.ttl", params={"person": AN}).text
    assert len(list(parse(turtle, format=RdfFormat.TURTLE))) > 10
    error = site.get("/ask/career.json")
    assert (error.status_code, error.json()) == (
        400,
        {"error": "the question career wants person=…"},
    )
    assert site.get("/ask/members.json", params={"body": "van lam"}).status_code == 409


def test_pages_speak_both_languages(site: httpx.Client) -> None:
    english = {"Accept-Language": "en-GB,en;q=0.9"}
    assert '<html lang="vi">' in site.get("/").text
    assert '<html lang="en">' in site.get("/", headers=english).text
    assert '<html lang="vi">' in site.get("/", headers={"Accept-Language": ""}).text
    assert '<html lang="vi">' in site.get("/?lang=vi", headers=english).text
    page = site.get("/ask/career?lang=en").text
    assert 'href="/ask/career?lang=vi"' in page
    assert 'href="/ask?lang=en"' in page


def test_all_words_are_there_in_both_languages() -> None:
    both = [words(language) for language in LANGUAGES]
    assert both[0].keys() == both[1].keys()
    columns = {
        name
        for question in questions()
        for name in re.findall(r"\?(\w+)", question.sparql + (question.detail or ""))
        if not name.endswith("_iri")
    }
    for question in questions():
        assert {parameter.name for parameter in question.parameters} <= both[0]["columns"].keys()
        for parameter in question.parameters:
            assert set(parameter.choices) <= both[0]["values"].keys()
    assert set(both[0]["columns"]) <= columns | {"level", "step"}


def test_the_json_interface_is_described(site: httpx.Client) -> None:
    spec = site.get("/openapi.json").json()
    validate(spec)
    assert {f"/ask/{question.name}.json" for question in questions()} <= spec["paths"].keys()
    assert spec["servers"] == [{"url": str(site.base_url).rstrip("/")}]
    names = [question["name"] for question in site.get("/ask.json").json()]
    assert names == [question.name for question in questions()]


def test_the_editor_begins_with_queries_that_run(site: httpx.Client) -> None:
    page = site.get("/editor").text
    queries = [unescape(text) for text in re.findall(r'<option value="(PREFIX[^"]*)"', page)]
    assert len(queries) >= 5
    for query in queries:
        assert site.get("/sparql", params={"query": query}).status_code == 200


def test_an_article_whatever_its_name_has_a_page(site: httpx.Client) -> None:
    found = site.get("/search", params={"q": "img src"}, follow_redirects=True)
    assert found.status_code == 200
    for suffix in ("", ".ttl"):
        assert site.get(f"/article/a4%20x%25y{suffix}").status_code == 200


def test_what_is_too_long_is_refused_at_once(site: httpx.Client) -> None:
    many = " ".join(f"n{number}" for number in range(400))
    for path, name in (("/search", "q"), ("/ask/career", "person"), ("/ask/directives", "words")):
        answer = site.get(path, params={name: many})
        assert 400 <= answer.status_code < 500, path
        assert "too long to be looked for" in answer.text
        assert answer.elapsed.total_seconds() < 1
