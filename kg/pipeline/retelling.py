"""Deciding which articles are one text: each group of them is one witness.

Articles are one text if they are alike, or if others lead from one to the other; the first of
them is the one published first. So a decision depends on the articles alone, whatever the order
in which they came, and a new article costs only its own group.
"""

from collections.abc import Iterable

from kg.graph import Records
from kg.graph.texts import Text
from kg.pipeline.steps import Progress
from kg.resolve.texts import alike, bands, signature


def compare_texts(records: Records, tell: Progress) -> None:
    """Decide on all articles that are new or have changed, and on those that were one with them."""
    texts = records.texts
    unsigned = texts.unsigned()
    for done, name in enumerate(unsigned, 1):
        article = records.reading_of(name).article
        signed = signature(article.text)
        texts.sign(name, article.published, signed, bands(signed))
        tell("comparing texts", done, len(unsigned))
    seen: set[str] = set()
    for name in texts.opened():
        text = texts.of(name)
        if text is None or name in seen:
            continue
        group = _group(records, text)
        seen.update(one.article for one in group)
        first = first_of((one.article, one.published) for one in group) if len(group) > 1 else None
        texts.decide((one.article for one in group), first)
    texts.close()


def _group(records: Records, start: Text) -> list[Text]:
    """All texts that a text is one with."""
    found = {start.number: start}
    waiting = [start]
    while waiting:
        text = waiting.pop()
        for other in records.texts.near(bands(text.signature)) if text.signature else ():
            if other.number not in found and alike(text.signature, other.signature):
                found[other.number] = other
                waiting.append(other)
    return list(found.values())


def first_of(group: Iterable[tuple[str, str | None]]) -> str:
    """Of articles and their days the one that was published first; one without a day is last."""
    return min((published or "9999", article) for article, published in group)[1]
