"""The page as text: what it holds, that it is inert, alone, and the same every time."""

import json
import re
import zlib
from base64 import b64decode
from html.parser import HTMLParser
from typing import Any

import pytest

from kg.errors import QueryError, UsageError
from kg.view import render, style

from .sample import HOSTILE, handmade, many


def data(page: str) -> dict[str, Any]:
    found = re.search(r'<script type="application/octet-stream" id="data">(.*?)</script>', page)
    assert found
    text = zlib.decompress(b64decode(found.group(1)), -zlib.MAX_WBITS)
    loaded: dict[str, Any] = json.loads(text)
    return loaded


class Tags(HTMLParser):
    """The tags of a page with their attributes, as a browser would see them."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))


def labels(page: str) -> set[str]:
    return {node["label"] for node in data(page)["nodes"]}


def test_the_page_holds_the_labels_of_all_kinds() -> None:
    assert labels(render(handmade())) == {
        "Nguyễn Bật Khánh",
        "Bùi Huy Cường",
        "Huyện ủy Văn Lâm",
        "Ban Tổ chức Huyện ủy Văn Lâm",
        "Ban Chấp hành Trung ương Đảng",
        "Nghị quyết 21-NQ/TW",
        "hội nghị sơ kết, 31/7/2023",
    }


def test_a_fact_carries_role_status_dates_and_its_sentence() -> None:
    told = data(render(handmade()))
    names = [node["label"] for node in told["nodes"]]
    fact = next(
        fact
        for fact in told["facts"]
        if fact["relation"] == "holds" and ["role", "Bí thư"] in fact["details"]
    )
    assert names[fact["source"]] == "Nguyễn Bật Khánh"
    assert names[fact["target"]] == "Huyện ủy Văn Lâm"
    assert ["since", "2020"] in fact["details"]
    assert ["status", {"t": "status-current"}] in fact["details"]
    sentence, rule, confidence = told["quotes"][fact["quotes"][0]]
    article, start, text = told["sentences"][sentence]
    assert told["articles"][article]["title"] == "Văn Lâm sơ kết Nghị quyết 21"
    assert (start, confidence) == (30, 0.95)
    assert "Bí thư Huyện ủy Văn Lâm" in text
    assert told["rules"][rule] == "title_of_body"


def test_a_post_of_no_body_stays_with_its_person() -> None:
    facts = data(render(handmade()))["facts"]
    assert [fact for fact in facts if "target" not in fact and fact["relation"] == "holds"]


def test_facts_that_are_nodes_have_their_names() -> None:
    facts = data(render(handmade()))["facts"]
    assert "membership/1" in {fact.get("id") for fact in facts}
    assert all(
        fact["relation"] == "partOf" or "id" in fact
        for fact in facts
        if fact["relation"] not in ("issuedBy", "organizedBy")
    )


def test_terms_come_with_both_languages() -> None:
    terms = data(render(handmade()))["terms"]
    assert terms["status-current"] == ["đương nhiệm", "in office"]
    assert terms["unit/huyen-van-lam"][0].startswith("huyện Văn Lâm")


def test_every_word_of_the_page_is_told_in_both_languages() -> None:
    told = data(render(handmade()))["words"]
    assert all(len(pair) == 2 and all(pair) for pair in told.values())


def test_words_that_the_scripts_say_are_known() -> None:
    page = render(handmade())
    told = data(page)["words"]
    said = set(re.findall(r'(?:say|button)\("([\w-]+)"', page))
    said |= set(re.findall(r'data-(?:text|label)="([\w-]+)"', page))
    assert said
    assert said <= told.keys()


def test_the_page_asks_for_nothing() -> None:
    page = render(handmade())
    tags = Tags(page).found
    assert not {tag for tag, _ in tags} & {"link", "img", "iframe", "object", "embed", "base"}
    assert not [tag for tag, attributes in tags if attributes.keys() & {"src", "href", "srcset"}]
    sheet = re.findall(r"<style>(.*?)</style>", page, re.DOTALL)[0]
    assert "url(" not in sheet
    assert "@import" not in sheet
    assert "jsdelivr" not in page
    assert "sourceMappingURL" not in page


def test_the_policy_lets_only_our_own_scripts_and_styles_run() -> None:
    page = render(handmade())
    found = re.search(r'http-equiv="Content-Security-Policy" content="([^"]*)"', page)
    assert found
    policy = found.group(1).replace("&#39;", "'")
    assert policy.startswith("default-src 'none'; script-src 'sha256-")
    assert "unsafe" not in policy
    assert "http" not in policy


def test_hostile_text_stays_text() -> None:
    page = render(handmade(), title=HOSTILE)
    tags = [tag for tag, _ in Tags(page).found]
    assert "img" not in tags
    assert tags.count("script") == 3
    assert "<script>alert(2)" not in page
    assert HOSTILE in {article["title"] for article in data(page)["articles"]}


@pytest.mark.parametrize("articles", [1, 60, 300])
def test_the_same_graph_gives_the_same_page(articles: int) -> None:
    assert render(many(articles)) == render(many(articles))


def test_an_empty_graph_gives_a_page() -> None:
    assert data(render(many(0)))["nodes"] == []


def test_the_opening_picture_shows_every_kind_and_stays_readable() -> None:
    drawn = data(render(many(60)))["network"]["nodes"]
    assert len(drawn) == 30
    assert {node["group"] for node in drawn} == {"person", "body", "directive", "event"}
    assert len({(node["x"], node["y"]) for node in drawn}) == 30


def test_focus_keeps_what_is_near() -> None:
    near = render(handmade(), focus="cuong huy bui", hops=1)
    assert labels(near) == {"Bùi Huy Cường", "Ban Tổ chức Huyện ủy Văn Lâm"}
    assert data(near)["centre"] == "person/bui-huy-cuong-2a"
    assert "Huyện ủy Văn Lâm" in labels(render(handmade(), focus="Bùi Huy Cường"))


def test_limit_and_kinds_bound_the_page() -> None:
    assert len(data(render(many(60), limit=50))["nodes"]) == 50
    kinds = {node["kind"] for node in data(render(many(60), kinds={"person", "body"}))["nodes"]}
    assert kinds == {"person", "body"}


def test_what_cannot_be_found_or_chosen_is_an_error_that_says_so() -> None:
    with pytest.raises(QueryError, match="Trần Văn Không"):
        render(handmade(), focus="Trần Văn Không")
    with pytest.raises(UsageError, match="persons"):
        render(handmade(), kinds={"persons"})


@pytest.mark.parametrize(("look", "side"), [(style.LIGHT, 0), (style.DARK, 1)])
def test_colours_stand_out_from_what_is_behind_them(look: dict[str, str], side: int) -> None:
    plate = style.BEHIND["plate"][side]
    for name, colour in look.items():
        if name != "ground":
            least = 3 if name == "line" else 4.5
            assert contrast(colour, look["ground"]) >= least, name
            assert contrast(colour, plate) >= least, name
    for behind in (look["ground"], plate):
        assert contrast(style.BEHIND["control"][side], behind) >= 3
    assert contrast(style.BEHIND["quote-ink"][side], style.BEHIND["quote"][side]) >= 4.5


def contrast(one: str, other: str) -> float:
    """Contrast of two colours as WCAG 2 defines it."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def luminance(colour: str) -> float:
    """Relative luminance as WCAG 2 defines it."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
