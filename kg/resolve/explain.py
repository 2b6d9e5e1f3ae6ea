"""Why mentions are, or are not, of one entity: the entities of a block, and the pairs apart."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import reduce
from itertools import combinations

from kg.model import Candidate
from kg.resolve.clues import UNDECIDED, Context, both, judge
from kg.resolve.decide import decide
from kg.resolve.known import decode
from kg.resolve.profiles import Profile
from kg.resolve.rulings import Ruling


@dataclass(frozen=True, slots=True)
class Entity:
    """An entity of a block: its path, and its mentions, the oldest first."""

    path: str
    candidates: tuple[Candidate, ...]

    @property
    def name(self) -> str:
        """What its oldest mention is called; a directive, what its path tells."""
        mention = self.candidates[0].mention
        return self.path.partition("/")[2] if mention.kind == "directive" else mention.name

    @property
    def iri(self) -> str:
        """Its prefixed name: "person:le-an-1f0c9a2b"."""
        return self.path.replace("/", ":", 1)


@dataclass(frozen=True, slots=True)
class Pair:
    """Two entities that were not joined: the score, each clue's weight and reason, the ruling."""

    one: Entity
    other: Entity
    score: float
    clues: tuple[tuple[float, str], ...]
    ruling: Ruling | None = None

    @property
    def is_undecided(self) -> bool:
        """Whether a person should look at it: nearly enough clues, or ruled to be unsure."""
        if self.ruling:
            return self.ruling.ruling == "unsure"
        return self.score >= UNDECIDED


def entities(block: Iterable[Candidate], rulings: Iterable[Ruling] = ()) -> list[Entity]:
    """The entities of a block in the order of their oldest mentions."""
    found = {candidate.mention: candidate for candidate in block}
    groups: dict[str, list[Candidate]] = {}
    for mention, path in decide(found.values(), rulings).items():
        groups.setdefault(path, []).append(found[mention])
    return [Entity(path, tuple(group)) for path, group in groups.items()]


def reasons(entity: Entity, candidate: Candidate) -> tuple[str, ...]:
    """Why a mention is of its entity: the clues for it, the strongest first; none for the first."""
    others = [c for c in entity.candidates if c is not candidate]
    if candidate.mention.kind != "person" or not others or candidate is entity.candidates[0]:
        return ()
    whole = reduce(both, (decode(Context, c.known) for c in others))
    clues = judge(whole, decode(Context, candidate.known))[1]
    return tuple(reason for weight, reason in sorted(clues, reverse=True) if weight > 0)


def pairs(given: Sequence[Entity], rulings: Iterable[Ruling] = ()) -> list[Pair]:
    """All pairs of the entities of a block, the likeliest first."""
    known = {frozenset(ruling.pair): ruling for ruling in rulings}
    found = [_pair(one, other, known) for one, other in combinations(given, 2)]
    return sorted(found, key=lambda pair: (-pair.score, pair.one.path, pair.other.path))


def _pair(one: Entity, other: Entity, rulings: Mapping[frozenset[str], Ruling]) -> Pair:
    score, clues = _JUDGED[one.candidates[0].mention.kind](one, other)
    ruled = (
        rulings.get(frozenset((a.own, b.own))) for a in one.candidates for b in other.candidates
    )
    return Pair(one, other, score, clues, next(filter(None, ruled), None) if rulings else None)


def _persons(one: Entity, other: Entity) -> tuple[float, tuple[tuple[float, str], ...]]:
    contexts = [
        reduce(both, (decode(Context, c.known) for c in entity.candidates))
        for entity in (one, other)
    ]
    if contexts[0].name != contexts[1].name:
        return 0.0, ()
    return judge(*contexts)


def _directives(one: Entity, other: Entity) -> tuple[float, tuple[tuple[float, str], ...]]:
    """Two directives are undecided where what is told of them agrees, but also with a third."""
    wholes = [
        [decode(Profile, candidate.known) for candidate in entity.candidates]
        for entity in (one, other)
    ]
    if any(a.fits(b) for a in wholes[0] for b in wholes[1]):
        return UNDECIDED, ((UNDECIDED, "nothing that is told of them differs"),)
    return 0.0, ()


def _bodies(_: Entity, __: Entity) -> tuple[float, tuple[tuple[float, str], ...]]:
    return 0.0, ()


_JUDGED = {"person": _persons, "directive": _directives, "body": _bodies}
