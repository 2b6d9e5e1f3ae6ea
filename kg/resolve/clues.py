"""The clues that two persons of one name are the same: a table of small functions.

Each function says in one sentence why it holds or "" where it does not. The weights of those
that hold are added; from `ENOUGH` on the two are the same. A clue against weighs below zero.
"""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Context:
    """What is known around a person of the folded `name`; places and bodies are paths of identity.

    `bodies` are those where the person holds a post, `districts` and `provinces` what these
    serve; `around` the districts and provinces that the article tells of, and `people` the
    folded names of all persons in it; `central` says that a post is at the centre.
    """

    name: str
    bodies: frozenset[str] = frozenset()
    districts: frozenset[str] = frozenset()
    provinces: frozenset[str] = frozenset()
    around: frozenset[str] = frozenset()
    people: frozenset[str] = frozenset()
    central: bool = False


@dataclass(frozen=True, slots=True)
class Clue:
    """One row of the table."""

    weight: float
    holds: Callable[[Context, Context], str]


def same_body(one: Context, other: Context) -> str:
    """Posts in the same body: two people of one full name there at once are rare."""
    shared = sorted(one.bodies & other.bodies)
    return f"both hold posts in {shared[0]}" if shared else ""


def same_district(one: Context, other: Context) -> str:
    """Posts that serve the same district."""
    shared = sorted(one.districts & other.districts)
    return f"both hold posts in {shared[0]}" if shared else ""


def same_province(one: Context, other: Context) -> str:
    """Posts that serve the same province."""
    shared = sorted(one.provinces & other.provinces)
    return f"both hold posts in {shared[0]}" if shared else ""


def both_central(one: Context, other: Context) -> str:
    """Posts at the centre: the few hundred people there have names of their own."""
    return "both hold posts at the centre" if one.central and other.central else ""


def same_company(one: Context, other: Context) -> str:
    """Another person is told of beside both."""
    shared = sorted((one.people & other.people) - {one.name})
    return f"both beside {shared[0]}" if shared else ""


def same_place(one: Context, other: Context) -> str:
    """The articles tell of the same district or province, whatever post the two hold."""
    shared = sorted(one.around & other.around)
    return f"both in articles on {shared[0]}" if shared else ""


def long_name(one: Context, _: Context) -> str:
    """A name of four syllables or more is seldom borne by two people in the news."""
    return "a long name" if len(one.name.split()) >= 4 else ""


def other_province(one: Context, other: Context) -> str:
    """Posts in provinces, but in no common one."""
    apart = one.provinces and other.provinces and not one.provinces & other.provinces
    return "posts in different provinces" if apart else ""


ENOUGH = 1.0
CLUES: tuple[Clue, ...] = (
    Clue(1.0, same_body),
    Clue(1.0, both_central),
    Clue(1.0, same_district),
    Clue(0.8, same_province),
    Clue(0.6, same_company),
    Clue(0.4, same_place),
    Clue(0.3, long_name),
    Clue(-0.7, other_province),
)


def judge(one: Context, other: Context) -> tuple[float, tuple[str, ...]]:
    """The sum of the weights of all clues that hold between two persons, and their reasons."""
    told = [(clue.weight, clue.holds(one, other)) for clue in CLUES]
    return sum(w for w, reason in told if reason), tuple(reason for _, reason in told if reason)
