"""Persons: the same when name and context agree; the clues are in `kg.resolve.clues`."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache

from kg.model import Body, Candidate, Membership, Mention, Person, Reading
from kg.resolve.bodies import is_local, upwards
from kg.resolve.clues import Context
from kg.resolve.introduced import introduced
from kg.resolve.known import encode
from kg.resolve.paths import hashed
from kg.text import fold
from kg.vocabulary import of_type

# Posts (ontology/positions.ttl) of the state itself, which are in no body.
_DEPUTY = "position-dai-bieu"  # of whom there are hundreds, from all provinces
_LEFT = ("former", "ends")
STATE_POSTS = ("position-chu-tich-nuoc", "position-pho-chu-tich-nuoc")


def candidates(reading: Reading, identity: Mapping[Mention, str]) -> Iterator[Candidate]:
    """Every person of an article with what is known around it there.

    Its own path is of its name and the article, for nothing else tells two people of one name
    apart for certain.
    """
    article = reading.article
    around = frozenset().union(*(_served(reading, b, identity) for b in reading.bodies))
    posts: dict[str, list[Membership]] = defaultdict(list)
    for post in reading.memberships:
        posts[post.person].append(post)
    found = {
        person: _context(reading, person, posts[person.name], around, identity)
        for person in reading.persons
    }
    leaders = frozenset(
        c.name for p, c in found.items() if c.central or _leads(reading, posts[p.name])
    )
    people = frozenset(c.name for c in found.values()) - leaders
    for person, context in found.items():
        yield Candidate(
            Mention(article.id, "person", person.name),
            context.name,
            hashed("person", context.name, context.name, article.id),
            article.published,
            encode(replace(context, people=people, leaders=leaders)),
        )


def _leads(reading: Reading, posts: Sequence[Membership]) -> bool:
    """Whether one of the posts is in a body that serves a whole province."""
    names = {post.body for post in posts}
    return any(
        body.name in names and body.unit is not None and body.unit.level == "province"
        for body in reading.bodies
    )


def _context(
    reading: Reading,
    person: Person,
    posts: Sequence[Membership],
    around: frozenset[str],
    identity: Mapping[Mention, str],
) -> Context:
    article = reading.article
    names = {post.body for post in posts}
    held = [body for body in reading.bodies if body.name in names]
    levels: dict[str, set[str]] = defaultdict(set)
    for body in held:
        for unit in upwards(body.unit):
            levels[unit.level].add(identity[Mention(article.id, "unit", unit.path)])
    told = introduced(article, person)
    return Context(
        name=fold(person.name),
        bodies=frozenset(
            identity[Mention(article.id, "body", b.name)] for b in held if not is_local(b)
        ),
        roles=frozenset(fold(post.role) for post in posts),
        districts=frozenset(levels["district"]),
        provinces=frozenset(levels["province"]),
        around=around,
        headlines=frozenset((_words(article.title),)) - {""},
        callings=told.callings,
        born=told.born,
        private=told.private,
        central=any(_is_central(body, posts) for body in held)
        or any(post.concept in STATE_POSTS for post in posts),
        days=frozenset((article.published,) if article.published else ()),
        holds=any(post.status not in _LEFT for post in posts),
        held=any(post.status in _LEFT for post in posts),
    )


def _is_central(body: Body, posts: Sequence[Membership]) -> bool:
    """Whether a body stands for the whole country, and a post in it is not that of a deputy."""
    whole = body.unit is None and body.kind in _central_kinds()
    return whole and any(p.body == body.name and p.concept != _DEPUTY for p in posts)


def _words(title: str | None) -> str:
    return " ".join(re.findall(r"\w+", fold(title or "")))


def _served(reading: Reading, body: Body, identity: Mapping[Mention, str]) -> frozenset[str]:
    """The districts and provinces that a body serves."""
    return frozenset(
        identity[Mention(reading.article.id, "unit", unit.path)]
        for unit in upwards(body.unit)
        if unit.level in ("district", "province")
    )


@cache
def _central_kinds() -> frozenset[str]:
    """The kinds of bodies that stand for the whole country."""
    return frozenset(
        kind.id for kind in of_type("BodyKind") if kind.get("servesLevel") == "central"
    )
