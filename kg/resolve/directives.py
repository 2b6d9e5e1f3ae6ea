"""Directives: the same by issuer, type, number and term or year; else by a fixed name.

What an article leaves open (who issued it, its symbol, when) is filled from others only
where just one directive fits.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from kg.model import Mention, Reading
from kg.resolve.paths import hashed
from kg.resolve.profiles import Profile, profile


def directives(
    readings: Sequence[Reading], identity: Mapping[Mention, str]
) -> Mapping[Mention, str]:
    """The path of every directive; its mention is named by its id in the article."""
    groups: dict[tuple[str, ...], dict[Profile, list[Mention]]] = {}
    labels: dict[Mention, str] = {}
    for reading in readings:
        for item in reading.directives:
            mention = Mention(reading.article.id, "directive", item.id)
            told = profile(reading, item, identity)
            groups.setdefault(told.title, defaultdict(list))[told].append(mention)
            labels[mention] = f"{item.type} {item.number}" if item.number else item.name
    found: dict[Mention, str] = {}
    for group in groups.values():
        clusters = list(_clusters(group))
        sharing = Counter(_without_year(whole) for whole, _ in clusters)
        for whole, mentions in clusters:
            key = _without_year(whole)
            parts = (*key, whole.year) if sharing[key] > 1 else key
            label = min((labels[mention] for mention in mentions), key=lambda x: (-len(x), x))
            found |= dict.fromkeys(mentions, hashed("directive", label, *parts))
    return found


def _without_year(whole: Profile) -> tuple[str | None, ...]:
    """What names a directive: by its term, or where that is not known by its year.

    So the IRI stays when a later article tells the date of one whose term was known.
    """
    when = whole.term or whole.year
    return *whole.title, whole.issuer, whole.symbol, when, whole.alone


def _clusters(
    group: Mapping[Profile, list[Mention]],
) -> Iterator[tuple[Profile, list[Mention]]]:
    """The directives of one title, each with all mentions of it.

    Those of whom most is known come first; each next one joins where exactly one fits. Where
    several fit it belongs to none of them, and each article's is kept apart.
    """
    clusters: list[tuple[Profile, list[Mention]]] = []
    for told in sorted(group, key=lambda item: item.order):
        fitting = [n for n, (whole, _) in enumerate(clusters) if whole.fits(told)]
        if len(fitting) == 1:
            whole, mentions = clusters[fitting[0]]
            clusters[fitting[0]] = whole.filled(told), mentions + group[told]
        elif not fitting:
            clusters.append((told, group[told]))
        else:
            yield from _apart(told, group[told])
    yield from clusters


def _apart(told: Profile, mentions: list[Mention]) -> Iterator[tuple[Profile, list[Mention]]]:
    """One directive for each article that tells of it."""
    for article in sorted({mention.article for mention in mentions}):
        own = [mention for mention in mentions if mention.article == article]
        yield replace(told, alone=article), own
