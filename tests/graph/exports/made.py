"""What the exports are tested with: a graph that has one of everything, and of some things two."""

from dataclasses import replace
from functools import cache

from kg.graph import Store, describe
from kg.model import Mention, Reading, Succession
from kg.resolve import resolve
from tests.graph.readings import full, post

PAGE = "https://news.example.org/a2?x=1&y=é"
ODD = 'a "b" #1%, ủy'


def readings() -> list[Reading]:
    """The readings of four articles; the second names its page, the last has an odd name."""
    second = full("a2", "2024-01-02")
    told = replace(second.article, publisher="Báo Thử", url=PAGE, byline='Lê, "An"\nvà bạn')
    people = tuple(replace(p, aliases=("Anh; ba",)) for p in second.persons)
    proposed = replace(second.memberships[0], status="proposed", since=None, decision=None)
    changed = replace(
        second, article=told, persons=people, memberships=(*second.memberships, proposed)
    )
    third = post("a3", "Lê An", "Chủ tịch", "Huyện ủy Văn Lâm", "2025-03-04")
    return [full("a1"), changed, third, post(ODD, "Lê An", "Bí thư", "Tỉnh ủy")]


@cache
def store() -> Store:
    """The graph of these; of two bodies that were followed by others, one other is told of."""
    told = readings()
    identity = resolve(told)
    old, new = (
        Mention("a1", "body", name) for name in ("Huyện ủy Văn Lâm", "Ban Tổ chức Huyện ủy Văn Lâm")
    )
    successions = (
        Succession(old, identity[new], new.name, "reform-2025"),
        Succession(new, "body/another", "Ban khác", "reform-2025"),
    )
    quads = [
        quad
        for reading in told
        for quad in describe(
            reading, identity, successions=successions if reading.article.id == "a1" else ()
        )
    ]
    return Store.memory(quads)


def things(kind: str) -> set[str]:
    """The paths of all things of a class."""
    found = store().query(f"SELECT DISTINCT ?x {{ ?x a {kind} }}")
    return {row[0].value.removeprefix(store().base) for row in found}  # type: ignore[union-attr]
