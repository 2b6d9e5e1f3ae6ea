"""Many articles out of few: copies in which other people do the same."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import count, islice

from kg.extract import extract
from kg.model import Article


def renamed(articles: Sequence[Article], wanted: int) -> list[Article]:
    """`wanted` articles: these, then copies of them with altered names of persons."""
    return list(islice(_copies(articles), wanted))


def _copies(articles: Sequence[Article]) -> Iterator[Article]:
    people = [[person.name for person in extract(one).persons] for one in articles]
    names = sorted({name for found in people for name in found})
    yield from articles
    for turn in count(1) if articles else ():
        others = {name: _mixed(names, place, turn) for place, name in enumerate(names)}
        for article, found in zip(articles, people, strict=True):
            yield _copy(article, {name: others[name] for name in found}, turn)


def _mixed(names: Sequence[str], place: int, turn: int) -> str:
    """The surname of the name at `place` with the rest of another; each turn takes another."""
    rest = names[(place + turn) % len(names)].partition(" ")[2]
    return " ".join((names[place].partition(" ")[0], rest)).strip()


def _copy(article: Article, others: dict[str, str], turn: int) -> Article:
    text = article.text
    if others:
        longest_first = sorted(others, key=len, reverse=True)
        pattern = re.compile("|".join(map(re.escape, longest_first)))
        text = pattern.sub(lambda match: others[match.group()], text)
    return replace(article, id=f"{article.id}-{turn}", text=text)
