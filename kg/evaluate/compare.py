"""What one article says against its gold: which facts are right, wrong or missed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

from kg.evaluate import likeness
from kg.evaluate.facts import Facts, Item
from kg.evaluate.likeness import COMMON, Likeness

Pair: TypeAlias = tuple[Item, Item]


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of fact that has figures: its list, when two items match, and what values they have.

    Items that are less alike than `least` do not match.
    """

    name: str
    items: str
    like: Likeness
    least: float
    values: tuple[str, ...] = ()


DIRECTIVES = Kind(
    "directives", "directives", likeness.like_directive, 0.7, ("date", "issuer", "subject")
)
KINDS: tuple[Kind, ...] = (
    Kind("persons", "persons", likeness.same_person, 1),
    Kind("organizations", "organizations", likeness.like_organization, 0.5, ("within", "unit")),
    Kind("positions", "positions", likeness.like_position, 0.5, ("status", "since", "until")),
    Kind("positions!", "positions", likeness.same_position, 1),
    DIRECTIVES,
    Kind("links", "links", likeness.like_link, 0.5),
    Kind("participants", "participants", likeness.same_participant, 1),
)
VALUES = (*(value for kind in KINDS for value in kind.values), "published")


@dataclass(frozen=True, slots=True)
class Outcome:
    """One fact of a kind: in gold and told (right), in gold alone (missed), told alone (wrong)."""

    kind: Kind
    gold: Item | None
    told: Item | None


@dataclass(frozen=True, slots=True)
class Value:
    """One value as gold has it and as it was told, "" for none; of a matched fact, or the page."""

    name: str
    gold: str
    told: str
    kind: Kind | None = None
    of: Item | None = None

    @property
    def right(self) -> bool:
        """Whether both have a value, and it is the same."""
        filled = bool(self.gold and self.told)
        return filled and likeness.same_value(self.name, self.gold, self.told)


@dataclass(frozen=True, slots=True)
class Comparison:
    """All outcomes and values of one article; optional items are in neither, but for values."""

    article: str
    outcomes: tuple[Outcome, ...]
    values: tuple[Value, ...]


def compare(gold: Facts, told: Facts) -> Comparison:
    """Compare what is told of an article with its gold."""
    gold, told = _with_common_ends(gold, told)
    outcomes: list[Outcome] = []
    values: list[Value] = []
    for kind in KINDS:
        wanted, given = gold.items[kind.items], told.items[kind.items]
        pairs = matched(wanted, given, kind.like, kind.least)
        outcomes += _outcomes(kind, wanted, given, pairs)
        values += (Value(n, g[n], t[n], kind, t) for g, t in pairs for n in kind.values)
    values.append(Value("published", gold.published, told.published))
    return Comparison(gold.article, tuple(outcomes), tuple(values))


def matched(gold: Sequence[Item], told: Sequence[Item], like: Likeness, least: float) -> list[Pair]:
    """Pairs of items, each in one pair at most, the most alike first, then in their order."""
    table = [(-like(g, t), i, j) for i, g in enumerate(gold) for j, t in enumerate(told)]
    taken: set[Item] = set()
    pairs: list[Pair] = []
    for unlike, i, j in sorted(table):
        pair = gold[i], told[j]
        if -unlike >= least and taken.isdisjoint(pair):
            taken.update(pair)
            pairs.append(pair)
    return pairs


def _outcomes(
    kind: Kind, gold: Sequence[Item], told: Sequence[Item], pairs: Sequence[Pair]
) -> Iterator[Outcome]:
    """What counts: all but optional items and what was told of them."""
    met = {item for pair in pairs for item in pair}
    for wanted, given in pairs:
        if not wanted.optional:
            yield Outcome(kind, wanted, given)
    yield from (Outcome(kind, g, None) for g in gold if g not in met and not g.optional)
    yield from (Outcome(kind, None, t) for t in told if t not in met)


def _with_common_ends(gold: Facts, told: Facts) -> tuple[Facts, Facts]:
    """The same facts, the directives at the ends of links under the ids that gold gives them."""
    wanted, given = (facts.items[DIRECTIVES.items] for facts in (gold, told))
    own = {item["id"]: item["id"] for item in wanted}
    pairs = matched(wanted, given, DIRECTIVES.like, DIRECTIVES.least)
    return _renamed(gold, own), _renamed(told, own | {t["id"]: g["id"] for g, t in pairs})


def _renamed(facts: Facts, ids: dict[str, str]) -> Facts:
    links = tuple(
        replace(link, fields={**link.fields, **{e: _common(link[e], ids) for e in ("from", "to")}})
        for link in facts.items["links"]
    )
    return replace(facts, items={**facts.items, "links": links})


def _common(end: str, ids: dict[str, str]) -> str:
    return COMMON + ids[end] if end in ids else end
