"""How alike two facts are, from 0 to 1: one small function for each kind of fact."""

import re
from collections import Counter
from collections.abc import Callable
from typing import TypeAlias

from kg.evaluate.facts import Item
from kg.evaluate.spelling import spelt, spelt_number, words

Likeness: TypeAlias = Callable[[Item, Item], float]

COMMON = "#"  # marks an end of a link that is a directive, known to both sides by one id
_MISQUOTED = 0.9  # a number of which one side lacks the symbol
_BY_NAME = 0.999  # a name never weighs as much as a number
_SUBJECT = 0.6  # the share of words that two subjects have in common at least


def same(one: str, other: str) -> bool:
    """Whether two texts are equal in the one spelling."""
    return spelt(one) == spelt(other)


def alike(one: str, other: str) -> float:
    """1 for the same words; less if one side lacks light words; 0 for any other difference."""
    ours, theirs = spelt(one).split(), spelt(other).split()
    more, less = Counter(ours) - Counter(theirs), Counter(theirs) - Counter(ours)
    if not ours or not theirs or (more and less) or not {*more, *less} <= words().light:
        return 0.0
    return 1 - (more.total() + less.total()) / (len(ours) + len(theirs) + 1)


def overlap(one: str, other: str) -> float:
    """The share of words that two texts have in common (their Dice coefficient)."""
    ours, theirs = spelt(one).split(), spelt(other).split()
    if not ours or not theirs:
        return 0.0
    return 2 * (Counter(ours) & Counter(theirs)).total() / (len(ours) + len(theirs))


def same_person(gold: Item, told: Item) -> float:
    """Persons are the same by name alone."""
    return float(same(gold["name"], told["name"]))


def like_organization(gold: Item, told: Item) -> float:
    """Bodies are as alike as their names."""
    return alike(gold["name"], told["name"])


def like_position(gold: Item, told: Item) -> float:
    """Positions of the same person are as alike as role and organization, read as one."""
    if not same(gold["person"], told["person"]):
        return 0.0
    return alike(*(f"{item['role']} {item['organization']}" for item in (gold, told)))


def same_position(gold: Item, told: Item) -> float:
    """Positions of the same person in the same role of the same organization."""
    return float(all(same(gold[name], told[name]) for name in ("person", "role", "organization")))


def like_directive(gold: Item, told: Item) -> float:
    """Directives of one type are alike by number; if neither has one, by name."""
    if not same(gold["type"], told["type"]):
        return 0.0
    one, other = spelt_number(gold["number"]), spelt_number(told["number"])
    if one and other:
        return 1.0 if one == other else _MISQUOTED * _is_short_for(one, other)
    return 0.0 if one or other else _BY_NAME * overlap(gold["name"], told["name"])


def _is_short_for(one: str, other: str) -> bool:
    """Whether one number is the other's without its symbol: "21" of "21-nq/tw"."""
    digits = [re.match(r"\d*", number) for number in (one, other)]
    first, second = (match.group() if match else "" for match in digits)
    return first == second != "" and (one.isdigit() or other.isdigit())


def like_link(gold: Item, told: Item) -> float:
    """Links of one type are as alike as the less alike of their ends."""
    if gold["type"] != told["type"]:
        return 0.0
    return min(_like_end(gold[end], told[end]) for end in ("from", "to"))


def _like_end(gold: str, told: str) -> float:
    if gold.startswith(COMMON) or told.startswith(COMMON):
        return float(gold == told)
    return float(same(gold, told)) or alike(gold, told)


def same_participant(gold: Item, told: Item) -> float:
    """The same person in the same part; which event it was does not count."""
    return float(same(gold["person"], told["person"]) and gold["as"] == told["as"])


def same_value(name: str, gold: str, told: str) -> bool:
    """Whether a value is right: bodies and units by likeness, subjects by most of their words."""
    if name in ("issuer", "unit", "within"):
        return alike(gold, told) > 0
    if name == "subject":
        return overlap(gold, told) >= _SUBJECT
    return same(gold, told)
