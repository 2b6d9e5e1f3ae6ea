"""Directives: the same by issuer, type, number and term or year; else by a fixed name.

What an article leaves open (who issued it, its symbol, when) is filled from others only
where just one directive fits.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from kg.model import Candidate, Mention, Reading
from kg.resolve.known import decode, encode
from kg.resolve.paths import hashed
from kg.resolve.profiles import Profile, profile, told_when

_FAR_MORE = 5  # times as often


def candidates(reading: Reading, identity: Mapping[Mention, str]) -> Iterator[Candidate]:
    """Every directive of an article; its mention is named by its id there."""
    article = reading.article
    when = told_when(article) if reading.directives else None
    for item in reading.directives:
        told = profile(reading, item, identity, when)
        label = f"{item.type} {item.number}" if item.number else item.name
        only_here = told.alone or (article.id if told.weak and not told.subject else None)
        about = " ".join(sorted(told.subject)) if told.weak else None
        parts = (*told.title, *told.open, about, only_here)
        yield Candidate(
            Mention(article.id, "directive", item.id),
            " ".join(told.title),
            hashed("directive", f"{label} {told.term or ''}", *parts),
            article.published,
            encode(told),
        )


def groups(block: Iterable[Candidate]) -> list[list[Mention]]:
    """The mentions of a block, those of one directive together."""
    told: dict[Profile, list[Mention]] = defaultdict(list)
    for candidate in block:
        told[decode(Profile, candidate.known)].append(candidate.mention)
    return list(_clusters(told))


def _clusters(told: Mapping[Profile, list[Mention]]) -> Iterator[list[Mention]]:
    """The directives of one title, each with all mentions of it.

    Those of whom most is known come first; each next one joins where exactly one fits, or of
    several one that is about the same or is told of far more often. Else it belongs to none of
    them, and each article's is kept apart.
    """
    clusters: list[tuple[Profile, list[Mention]]] = []
    for item in sorted(told, key=lambda item: item.order):
        place = _place(item, clusters)
        if place is not None:
            whole, mentions = clusters[place]
            clusters[place] = whole.filled(item), mentions + told[item]
        elif any(whole.fits(item) for whole, _ in clusters) or (item.weak and not item.subject):
            yield from _apart(told[item])
        else:
            clusters.append((item, told[item]))
    yield from (mentions for _, mentions in clusters)


def _place(item: Profile, clusters: Sequence[tuple[Profile, Sequence[Mention]]]) -> int | None:
    """The number of the cluster that a profile belongs to, if there is one."""
    fitting = [n for n, (whole, _) in enumerate(clusters) if whole.fits(item)]
    if len(fitting) > 1:
        fitting = [n for n in fitting if clusters[n][0].is_about(item)] or fitting
    if not fitting:
        return None
    often = {n: len(clusters[n][1]) for n in fitting}
    most = max(fitting, key=often.__getitem__)
    rest = sum(often.values()) - often[most]
    return most if often[most] >= _FAR_MORE * rest else None


def _apart(mentions: list[Mention]) -> Iterator[list[Mention]]:
    """One directive for each article that tells of it."""
    for article in sorted({mention.article for mention in mentions}):
        yield [mention for mention in mentions if mention.article == article]
