"""Facts are paired once, the most alike first; optional ones count on neither side."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from kg.evaluate import Score, Scores, compare, scores
from kg.evaluate.compare import KINDS, matched
from kg.evaluate.facts import Item
from kg.evaluate.likeness import alike
from tests.evaluate.made import directive, event, facts, item, link, post


def scored(gold: dict[str, Any], told: dict[str, Any]) -> Scores:
    """The figures of one article."""
    return scores([compare(facts(**gold), facts(**told))])


def like(gold: Item, told: Item) -> float:
    return alike(gold["name"], told["name"])


def test_the_most_alike_are_paired_first() -> None:
    gold = [item(name="Sở Y tế"), item(name="Sở Y tế tỉnh")]
    told = [item(name="Sở Y tế tỉnh"), item(name="Sở Y tế tại tỉnh")]
    assert matched(gold, told, like, 0.5) == [(gold[1], told[0]), (gold[0], told[1])]


def test_no_item_is_paired_twice() -> None:
    one = [item(name="Sở Y tế")]
    both = [item(name="Sở Y tế"), item(name="Sở Y tế")]
    assert matched(one, both, like, 0.5) == [(one[0], both[0])]
    assert matched(both, one, like, 0.5) == [(both[0], one[0])]


def test_what_is_too_unlike_is_not_paired() -> None:
    assert matched([item(name="Sở Y tế")], [item(name="Sở Nội vụ")], like, 0.5) == []


@given(st.lists(st.sampled_from("abc")), st.lists(st.sampled_from("abc")))
def test_pairs_are_as_many_as_both_have_in_common(ours: list[str], theirs: list[str]) -> None:
    pairs = matched([item(name=n) for n in ours], [item(name=n) for n in theirs], like, 1)
    assert len(pairs) == sum(min(ours.count(n), theirs.count(n)) for n in "abc")


def test_right_missed_and_wrong() -> None:
    found = scored({"persons": ["Lê An", "Lê Ba"]}, {"persons": ["LÊ AN", "Lê Tư", "Lê Năm"]})
    assert found.kinds["persons"] == Score(right=1, gold=2, told=3)


def test_optional_items_count_neither_found_nor_missed() -> None:
    gold = [post("Lê An", "Bí thư", "Huyện ủy"), post("Lê Ba", "Ủy viên", "Tỉnh ủy", optional=True)]
    found = scored({"positions": gold}, {"positions": [gold[0]]})
    assert found.kinds["positions"] == Score(1, 1, 1)
    found = scored({"positions": gold}, {"positions": [gold[1]]})
    assert found.kinds["positions"] == Score(0, 1, 0)
    found = scored({"persons": [{"name": "Lê An", "optional": True}]}, {"persons": ["Lê An"]})
    assert found.kinds["persons"] == Score(0, 0, 0)


def test_what_is_told_twice_is_wrong_once() -> None:
    one = post("Lê An", "Bí thư", "Huyện ủy")
    found = scored({"positions": [one]}, {"positions": [one, one]})
    assert found.kinds["positions"] == found.kinds["positions!"] == Score(1, 1, 2)


def test_directives_of_links_are_known_by_their_content() -> None:
    resolution, plan = directive("d1", "Nghị quyết", "21-NQ/TW"), directive("d2", "Kế hoạch", "68")
    gold = {"directives": [resolution, plan], "links": [link("d2", "implements", "d1")]}
    turned = [{**plan, "id": "d1"}, {**resolution, "id": "d2"}]
    right = {"directives": turned, "links": [link("d1", "implements", "d2")]}
    wrong = {"directives": turned, "links": [link("d2", "implements", "d1")]}
    assert scored(gold, right).kinds["links"] == Score(1, 1, 1)
    assert scored(gold, wrong).kinds["links"] == Score(0, 1, 1)


def test_a_name_at_the_end_of_a_link_may_lack_light_words() -> None:
    base = {"directives": [directive("d1", "Luật", name="Luật Đất đai")]}
    gold = base | {"links": [link("Sở Y tế tỉnh", "carries_out", "d1")]}
    told = base | {"links": [link("Sở Y tế", "carries_out", "d1")]}
    assert scored(gold, told).kinds["links"] == Score(1, 1, 1)


def test_participants_of_all_events_are_taken_together() -> None:
    gold = {"events": [event(An="chairs", Ba="attends")]}
    told = {"events": [event(An="chairs"), event(Ba="speaks")]}
    assert scored(gold, told).kinds["participants"] == Score(1, 2, 2)


def test_values_count_where_facts_match() -> None:
    gold = [post("Lê An", "Bí thư", "Huyện ủy", since="2020"), post("Lê Ba", "Bí thư", "Tỉnh ủy")]
    told = [post("Lê An", "Bí thư", "Huyện ủy", until="2025", status="former")]
    found = scored({"positions": gold}, {"positions": told}).values
    assert (found["status"], found["since"]) == (Score(0, 1, 1), Score(0, 1, 0))
    assert found["until"] == Score(0, 0, 1)


def test_the_date_of_publication_is_a_value_of_the_page() -> None:
    found = scored({"published": "2023-07-31"}, {"published": "2023-07-31"})
    assert found.values["published"] == Score(1, 1, 1)


def test_shares_and_core() -> None:
    found = Score(right=2, gold=4, told=3)
    assert (found.precision, found.recall, found.f1) == (0.6667, 0.5, 0.5714)
    assert (Score(0, 0, 0).precision, Score(0, 0, 0).f1) == (0, 0)
    kinds = {kind.name: Score(0, 1, 1) for kind in KINDS} | {"links": Score(1, 1, 1)}
    assert Scores(1, kinds, {}).core == Scores(1, kinds, {}).f1("core") == 0.3333


def test_gold_agrees_with_itself() -> None:
    whole = {
        "persons": ["Lê An"],
        "organizations": [{"name": "Huyện ủy", "within": None, "unit": "huyện Văn Lâm"}],
        "positions": [post("Lê An", "Bí thư", "Huyện ủy", since="2020")],
        "directives": [directive("d1", "Kế hoạch", "68-KH/HU", date="2020")],
        "links": [link("Lê An", "presents", "d1")],
        "events": [event(An="chairs")],
    }
    found = scored(whole, whole)
    assert {score.f1 for score in found.kinds.values()} == {1}
    assert all(score.right == score.gold == score.told for score in found.values.values())
