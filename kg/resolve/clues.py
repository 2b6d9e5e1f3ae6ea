"""The clues that two persons of one name are the same: a table of small functions.

Each function says in one sentence why it holds or "" where it does not. The weights of those
that hold are added; from `ENOUGH` on the two are the same, from `UNDECIDED` on that is left
open. A clue against weighs below zero.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from kg.vocabulary import word_set


@dataclass(frozen=True, slots=True)
class Context:
    """What is known around a person of the folded `name`; places and bodies are paths of identity.

    `bodies` and `roles` are those of its posts, `districts` and `provinces` what the bodies
    serve; `around` are the districts and provinces that the article tells of; `people` the
    folded names of all persons in it but the `leaders` of provinces and of the country, and
    `headlines` its folded title;
    `callings` are words before the name, `born` possible years of birth; `private` says that it
    is told of as a private person, `central` that a post is at the centre, `holds` and `held`
    that a post is held now, or was; `days` are those of the articles, and `articles` their number.
    """

    name: str
    bodies: frozenset[str] = frozenset()
    roles: frozenset[str] = frozenset()
    districts: frozenset[str] = frozenset()
    provinces: frozenset[str] = frozenset()
    around: frozenset[str] = frozenset()
    people: frozenset[str] = frozenset()
    leaders: frozenset[str] = frozenset()
    headlines: frozenset[str] = frozenset()
    callings: frozenset[str] = frozenset()
    born: frozenset[str] = frozenset()
    private: bool = False
    central: bool = False
    holds: bool = False
    held: bool = False
    days: frozenset[str] = frozenset()
    articles: int = 1


@dataclass(frozen=True, slots=True)
class Clue:
    """One row of the table."""

    weight: float
    holds: Callable[[Context, Context], str]


def same_body(one: Context, other: Context) -> str:
    """Posts in the same body: two people of one full name there at once are rare."""
    return _shared("both hold posts in", one.bodies & other.bodies)


def same_district(one: Context, other: Context) -> str:
    """Posts that serve the same district."""
    return _shared("both hold posts in", one.districts & other.districts)


def same_province(one: Context, other: Context) -> str:
    """Posts that serve the same province."""
    return _shared("both hold posts in", one.provinces & other.provinces)


def both_central(one: Context, other: Context) -> str:
    """Posts at the centre: the few hundred people there have names of their own."""
    return "both hold posts at the centre" if one.central and other.central else ""


def same_role(one: Context, other: Context) -> str:
    """The same title, in whatever body: "Tổng thống", "Hiệu trưởng"."""
    return _shared("both are told of as", one.roles & other.roles)


def same_profession(one: Context, other: Context) -> str:
    """The same rank, degree or profession before the name: "HLV", "Trung tá"."""
    return _shared("both are called", _told_as(one) & _told_as(other) - word_set("private-words"))


def same_calling(one: Context, other: Context) -> str:
    """The same word for a private person: "bị cáo", "cháu"."""
    return _shared("both are called", _told_as(one) & _told_as(other) & word_set("private-words"))


def same_company(one: Context, other: Context) -> str:
    """Another person is told of beside both."""
    return _shared("both beside", _company(one, other))


def more_company(one: Context, other: Context) -> str:
    """Several other persons are told of beside both."""
    shared = _company(one, other)
    return _shared("both beside more:", shared) if len(shared) > 1 else ""


def same_leaders(one: Context, other: Context) -> str:
    """A leader of a province or of the country, beside whom many are told of, beside both."""
    return _shared("both beside the leader", (one.leaders & other.leaders) - {one.name})


def same_story(one: Context, other: Context) -> str:
    """Headlines with several words in common, their own name apart: one story told twice."""
    own = set(one.name.split())
    words = [{frozenset(h.split()) - own for h in c.headlines} for c in (one, other)]
    alike = any(len(a & b) >= _ALIKE for a in words[0] for b in words[1])
    return "headlines alike" if alike else ""


def same_place(one: Context, other: Context) -> str:
    """The articles tell of the same district or province, whatever post the two hold."""
    told = one.districts | one.provinces
    shared = one.around & other.around - (told & (other.districts | other.provinces))
    return _shared("both in articles on", shared)


def is_rare(name: str) -> bool:
    """Whether hardly two people in the news bear a folded full name."""
    return _rarity(name) == _RARE


def rare_name(one: Context, _: Context) -> str:
    """A name of which hardly anybody else is told: foreign, or of two rare syllables."""
    return "a name of its own" if is_rare(one.name) else ""


def unusual_name(one: Context, _: Context) -> str:
    """A name with one rare syllable, or of four: seldom borne by two people in the news."""
    return "an unusual name" if _rarity(one.name) == _UNUSUAL else ""


def both_known(one: Context, other: Context) -> str:
    """Neither is introduced by post, age or home, or both are by the same word."""
    alike = not (_told_as(one) or _told_as(other)) or _told_as(one) & _told_as(other)
    neither = not any(_is_official(c) or c.private for c in (one, other))
    return "neither is introduced" if neither and alike else ""


def well_known(one: Context, other: Context) -> str:
    """The one is not introduced, and the other is told of by many articles."""
    if (_is_known(one) and _is_often_told(other)) or (_is_known(other) and _is_often_told(one)):
        return "one is not introduced, the other is told of often"
    return ""


def same_birth(one: Context, other: Context) -> str:
    """The same year of birth."""
    return _shared("both born in", one.born & other.born)


def other_birth(one: Context, other: Context) -> str:
    """Different years of birth."""
    apart = one.born and other.born and not one.born & other.born
    return "born in different years" if apart else ""


def other_province(one: Context, other: Context) -> str:
    """Posts in provinces, but in no common one."""
    apart = one.provinces and other.provinces and not one.provinces & other.provinces
    return "posts in different provinces" if apart else ""


def other_district(one: Context, other: Context) -> str:
    """Posts in districts, but in no common one."""
    apart = one.districts and other.districts and not one.districts & other.districts
    return "posts in different districts" if apart else ""


def far_on_one_day(one: Context, other: Context) -> str:
    """Posts in different provinces or districts, told of on one and the same day."""
    far = other_province(one, other) or other_district(one, other)
    return _shared("far from each other on", one.days & other.days) if far else ""


def profession_and_post(one: Context, other: Context) -> str:
    """The one is told of by profession alone, the other by a post and never by that profession."""
    for a, b in ((one, other), (other, one)):
        told = a.callings & word_set("ranks")
        if told and not _is_official(a) and _is_official(b) and not told & b.callings:
            return f"one is told of as {min(told)}, the other by a post"
    return ""


def private_and_official(one: Context, other: Context) -> str:
    """The one is told of as a private person, the other holds posts."""
    apart = (_is_official(one) and _is_private(other)) or (_is_official(other) and _is_private(one))
    return "one is a private person, the other holds a post" if apart else ""


def retired_and_holding(one: Context, other: Context) -> str:
    """The posts of the one have all ended, the other holds one, and in no common body."""
    apart = (_is_retired(one) and other.holds) or (_is_retired(other) and one.holds)
    return "one has left all posts, the other holds one" if apart else ""


def central_and_local(one: Context, other: Context) -> str:
    """The one holds a post at the centre, the other one in a district or below."""
    apart = (one.central and other.districts) or (other.central and one.districts)
    return "one is at the centre, the other in a district" if apart else ""


def famous(one: Context, other: Context) -> str:
    """The one is not introduced, the other told of very often: at the centre, or without a post."""
    if not well_known(one, other):
        return ""
    best = max(one, other, key=lambda c: c.articles)
    known = best.central or not _is_official(best)
    return "a well-known person has the name" if known and best.articles >= _VERY_OFTEN else ""


ENOUGH = 1.0
UNDECIDED = 0.6
CLUES: tuple[Clue, ...] = (
    Clue(1.0, same_body),
    Clue(1.0, both_central),
    Clue(1.0, same_district),
    Clue(0.8, same_province),
    Clue(0.8, same_birth),
    Clue(1.6, rare_name),
    Clue(0.5, unusual_name),
    Clue(0.6, same_company),
    Clue(0.4, more_company),
    Clue(0.2, same_leaders),
    Clue(0.7, same_story),
    Clue(0.4, same_place),
    Clue(0.6, same_profession),
    Clue(0.3, same_calling),
    Clue(0.3, same_role),
    Clue(0.4, both_known),
    Clue(0.4, well_known),
    Clue(0.6, famous),
    Clue(-0.7, other_province),
    Clue(-0.4, other_district),
    Clue(-0.5, far_on_one_day),
    Clue(-0.8, private_and_official),
    Clue(-0.4, profession_and_post),
    Clue(-0.6, retired_and_holding),
    Clue(-0.4, central_and_local),
    Clue(-1.5, other_birth),
)

_RARE, _UNUSUAL, _USUAL = 2, 1, 0
OFTEN, _VERY_OFTEN = 3, 6  # articles
_HEADLINES = 6  # that are compared of one person
_ALIKE = 4  # words that two headlines share


@cache
def _rarity(name: str) -> int:
    """How seldom a folded full name is: by its syllables that few people have."""
    first, *rest = name.split()
    foreign = first not in word_set("surnames")
    rare = sum(
        word not in word_set("common-names") for word in ([first, *rest] if foreign else rest)
    )
    if rare >= 2 or (foreign and rare and rest):
        return _RARE
    everyday = rest and rest[0] in ("văn", "thị")
    return _UNUSUAL if (rare and not everyday) or (len(rest) >= 3 and not everyday) else _USUAL


def _company(one: Context, other: Context) -> frozenset[str]:
    """Whom both are told of beside, but for longer and shorter forms of their own name."""
    own = frozenset(one.name.split())
    shared = one.people & other.people
    return frozenset(
        name for name in shared if not (own <= set(name.split()) or own >= set(name.split()))
    )


def _is_official(one: Context) -> bool:
    return bool(one.bodies or one.roles)


def _is_private(one: Context) -> bool:
    return one.private and not _is_official(one)


def _is_known(one: Context) -> bool:
    return not (one.private or _is_official(one) or _told_as(one))


def _told_as(one: Context) -> frozenset[str]:
    """The words before the name that introduce it: "luật sư", "HLV"."""
    return one.callings - word_set("everybody-words")


def _is_often_told(one: Context) -> bool:
    return one.articles >= OFTEN and not _is_private(one)


def _is_retired(one: Context) -> bool:
    return one.held and not one.holds


def _shared(told: str, things: frozenset[str]) -> str:
    return f"{told} {min(things)}" if things else ""


def judge(one: Context, other: Context) -> tuple[float, tuple[tuple[float, str], ...]]:
    """The sum of the weights of all clues that hold between two persons, and each reason."""
    told = tuple((c.weight, reason) for c in CLUES if (reason := c.holds(one, other)))
    return sum(weight for weight, _ in told), told


def both(one: Context, other: Context) -> Context:
    """What is known of one person from two contexts."""
    return Context(
        name=one.name,
        bodies=one.bodies | other.bodies,
        roles=one.roles | other.roles,
        districts=one.districts | other.districts,
        provinces=one.provinces | other.provinces,
        around=one.around | other.around,
        people=one.people | other.people,
        leaders=one.leaders | other.leaders,
        headlines=frozenset(sorted(one.headlines | other.headlines)[:_HEADLINES]),
        callings=one.callings | other.callings,
        born=one.born | other.born,
        private=one.private and other.private,
        central=one.central or other.central,
        holds=one.holds or other.holds,
        held=one.held or other.held,
        days=one.days | other.days,
        articles=one.articles + other.articles,
    )
