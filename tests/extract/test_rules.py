"""Every rule reads its own example, and every fact bears the name of a known rule."""

import pytest

from kg.errors import UsageError
from kg.extract.rules import RULES, Rule, rule_named
from tests.extract.told import by_rule, facts, read


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_a_rule_reads_its_example(rule: Rule) -> None:
    assert by_rule(read(rule.example), rule.name) == [rule.yields]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_a_rule_is_found_by_its_name_and_says_what_it_reads(rule: Rule) -> None:
    assert rule_named(rule.name) is rule
    assert rule.reads[0].isupper() or rule.reads[0] == "“"
    assert rule.reads.endswith(".")


def test_every_rule_that_reads_a_fact_is_listed() -> None:
    used = {
        evidence.rule
        for rule in RULES
        for _, evidences in facts(read(rule.example))
        for evidence in evidences
    }
    assert used
    assert {rule_named(name) for name in used} == set(RULES)


def test_the_names_are_unique() -> None:
    assert len({rule.name for rule in RULES}) == len(RULES)


def test_a_member_of_a_family_is_the_family() -> None:
    assert rule_named("body:ministry").name == "body:*"


@pytest.mark.parametrize("name", ["", "body", "post:", "post:never", "nobody:here"])
def test_no_rule_bears_an_unknown_name(name: str) -> None:
    with pytest.raises(UsageError, match="no rule is named"):
        rule_named(name)
