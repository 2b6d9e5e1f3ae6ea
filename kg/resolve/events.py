"""Events: the same by kind, day and organizer; without a day or an organizer, of one article."""

from collections.abc import Mapping

from kg.model import Event, Mention, Reading
from kg.resolve.paths import hash8
from kg.text import fold

_DAY = len("2023-07-31")


def events(reading: Reading, bodies: Mapping[Mention, str]) -> Mapping[Mention, str]:
    """The path of every event; its mention is named by its place in the reading: "e1"."""
    found: dict[Mention, str] = {}
    article = reading.article.id
    keys = [_key(article, event, bodies) for event in reading.events]
    for number, (event, key) in enumerate(zip(reading.events, keys, strict=True), 1):
        name = f"e{number}"
        if key is None or keys.count(key) > 1:
            key = fold(event.type), event.date, article, name
        found[Mention(article, "event", name)] = f"event/{hash8(*key)}"
    return found


def _key(
    article: str, event: Event, bodies: Mapping[Mention, str]
) -> tuple[str | None, ...] | None:
    """What tells an event from all others; None where the article leaves it open."""
    if event.organizer and event.date and len(event.date) == _DAY:
        return fold(event.type), event.date, bodies[Mention(article, "body", event.organizer)]
    return None
