"""Persons: the same when name and context agree; the clues are in `kg.resolve.clues`."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cache, reduce
from itertools import combinations

from kg.model import Body, Membership, Mention, Person, Reading
from kg.resolve.bodies import upwards
from kg.resolve.clues import ENOUGH, Context, judge
from kg.resolve.paths import hashed
from kg.resolve.union import Union
from kg.text import fold

# Posts (ontology/positions.ttl) of the state itself, which are in no body.
STATE_POSTS = ("position-chu-tich-nuoc", "position-pho-chu-tich-nuoc")
_NEVER = "9999"


def persons(readings: Sequence[Reading], identity: Mapping[Mention, str]) -> Mapping[Mention, str]:
    """The path of every person.

    Its hash is of the name and of the first article (by date, then id) that tells of the
    person, so it stays when later articles come; an IRI never comes to mean someone else.
    """
    dates = {r.article.id: (r.article.published or _NEVER, r.article.id) for r in readings}
    names: dict[str, dict[Mention, Context]] = defaultdict(dict)
    for reading in readings:
        for mention, context in _contexts(reading, identity):
            names[context.name][mention] = context
    found: dict[Mention, str] = {}
    for name, contexts in names.items():
        for group in _groups(contexts):
            first = min(group, key=lambda mention: dates[mention.article])
            path = hashed("person", name, name, first.article)
            found |= dict.fromkeys(group, path)
    return found


def _contexts(
    reading: Reading, identity: Mapping[Mention, str]
) -> Iterable[tuple[Mention, Context]]:
    """Every person of an article with what is known around it there."""
    article = reading.article.id
    people = frozenset(fold(person.name) for person in reading.persons)
    around = frozenset().union(*(_served(reading, b, identity) for b in reading.bodies))
    for person in reading.persons:
        posts = [m for m in reading.memberships if m.person == person.name]
        yield (
            Mention(article, "person", person.name),
            _context(reading, person, posts, around, people, identity),
        )


def _context(
    reading: Reading,
    person: Person,
    posts: Sequence[Membership],
    around: frozenset[str],
    people: frozenset[str],
    identity: Mapping[Mention, str],
) -> Context:
    article = reading.article.id
    names = {post.body for post in posts}
    held = [body for body in reading.bodies if body.name in names]
    levels: dict[str, set[str]] = defaultdict(set)
    for body in held:
        for unit in upwards(body.unit):
            levels[unit.level].add(identity[Mention(article, "unit", unit.path)])
    return Context(
        name=fold(person.name),
        bodies=frozenset(identity[Mention(article, "body", b.name)] for b in held if not b.local),
        districts=frozenset(levels["district"]),
        provinces=frozenset(levels["province"]),
        around=around,
        people=people,
        central=any(body.unit is None and body.kind in _central_kinds() for body in held)
        or any(post.concept in STATE_POSTS for post in posts),
    )


def _served(reading: Reading, body: Body, identity: Mapping[Mention, str]) -> frozenset[str]:
    """The districts and provinces that a body serves."""
    return frozenset(
        identity[Mention(reading.article.id, "unit", unit.path)]
        for unit in upwards(body.unit)
        if unit.level in ("district", "province")
    )


def _groups(contexts: Mapping[Mention, Context]) -> list[list[Mention]]:
    """Mentions of one name that are the same person.

    Those who share a body, or are both at the centre, come together first, without looking
    at pairs; then the groups so found are judged pair by pair.
    """
    union = Union(contexts)
    seats: dict[str, Mention] = {}
    for mention, context in contexts.items():
        for seat in sorted(context.bodies) + ["the centre"] * context.central:
            union.join(mention, seats.setdefault(seat, mention))
    whole = {
        tuple(group): reduce(_both, map(contexts.__getitem__, group)) for group in union.sets()
    }
    for one, other in combinations(whole, 2):
        if judge(whole[one], whole[other])[0] >= ENOUGH:
            union.join(one[0], other[0])
    return union.sets()


def _both(one: Context, other: Context) -> Context:
    """What is known of one person from two contexts."""
    return Context(
        name=one.name,
        bodies=one.bodies | other.bodies,
        districts=one.districts | other.districts,
        provinces=one.provinces | other.provinces,
        around=one.around | other.around,
        people=one.people | other.people,
        central=one.central or other.central,
    )


@cache
def _central_kinds() -> frozenset[str]:
    """The kinds of bodies that stand for the whole country."""
    from kg.vocabulary import of_type

    return frozenset(
        kind.id for kind in of_type("BodyKind") if kind.get("servesLevel") == "central"
    )
