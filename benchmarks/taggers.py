"""What underthesea gives: its data, one part after the other left out, and its NER as a hint.

    python benchmarks/taggers.py GOLD ARTICLES [GOLD ARTICLES …] [--json FILE]

NER reads sentence by sentence, since its time grows faster than the text. A name counts as a
hint if it has two syllables or more and is no part of a name that the rules have found.
"""

import argparse
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, ExitStack, nullcontext
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeAlias
from unittest.mock import patch

from report import save, show
from speed import timed

from kg.evaluate import Facts, Score, Scores, against, read_gold
from kg.extract import extract
from kg.extract.units import surnames
from kg.model import Article, Evidence, Person, Reading, Span
from kg.read import articles as articles_in
from kg.text import fold, sentences
from kg.vocabulary import gazetteer

Names: TypeAlias = Sequence[str]
Hint: TypeAlias = Callable[[str, int], bool]

KINDS = ("persons", "organizations", "positions", "directives", "links")
EVIDENCE = (Evidence(Span(0, 1), "ner", 0.5),)
# Which names of NER are believed, by their folded form and how often the article has them.
HINTS: Mapping[str, Hint] = {
    "and NER, with a surname": lambda name, _: name.split()[0] in surnames(),
    "and NER, any name": lambda _, __: True,
    "and NER, told twice": lambda _, times: times > 1,
}


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure both, print three tables, and write JSON where it is asked for."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("pairs", nargs="+", type=Path, metavar="GOLD ARTICLES")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures as JSON")
    options = parser.parse_args(arguments)
    if len(options.pairs) % 2:
        parser.error("each folder of gold needs its articles after it")
    gold: dict[str, Facts] = {}
    for place in options.pairs[::2]:
        gold |= read_gold(place)
    articles = list(articles_in(options.pairs[1::2]))
    if gold.keys() != {article.id for article in articles}:
        parser.error("each article needs its gold, and each gold file its article")
    save(options.json, {"data": data(gold, articles), "ner": hints(gold, articles)})


def data(gold: Mapping[str, Facts], articles: Sequence[Article]) -> dict[str, Any]:
    """F1 with all data of underthesea, and without each part of it."""
    parts: Mapping[str, Callable[[], AbstractContextManager[Any]]] = {
        "all data": nullcontext,
        "without the dictionary": lambda: patch("kg.vocabulary.compounds._compounds", frozenset),
        "without districts, communes": _provinces_alone,
    }
    found: dict[str, Scores] = {}
    for name, left_out in parts.items():
        with left_out():
            found[name] = against(gold, {one.id: extract(one) for one in articles}).scores
    names = (*KINDS, "core")
    rows = [(name, *(f"{one.f1(kind):.3f}" for kind in names)) for name, one in found.items()]
    show(f"F1 by data ({len(articles)} articles)", ("", *names), rows)
    return {name: {kind: one.f1(kind) for kind in names} for name, one in found.items()}


def _provinces_alone() -> ExitStack:
    """While it is open, the gazetteer has no districts and no communes."""
    stack = ExitStack()
    for table in ("districts", "_communes", "_communes_2025"):
        stack.enter_context(patch.object(gazetteer(), table, {}))
    return stack


def hints(gold: Mapping[str, Facts], articles: Sequence[Article]) -> dict[str, Any]:
    """Persons found by the rules, by NER, and by the rules with hints of NER; and the time."""
    told = {article.id: extract(article) for article in articles}
    list(names_by_ner("Ông Lê Văn An"))  # loads its model
    read_by_ner = {article.id: list(names_by_ner(article.text)) for article in articles}
    alone = {
        name: replace(Reading(told[name].article), persons=_persons(_once(names)))
        for name, names in read_by_ner.items()
    }
    found = {"rules": _score(gold, told), "NER alone": _score(gold, alone)}
    for hint, believes in HINTS.items():
        more = {name: _hinted(one, read_by_ner[name], believes) for name, one in told.items()}
        found[hint] = _score(gold, more)
    rows = [
        (
            name,
            *(f"{share:.3f}" for share in (one.precision, one.recall, one.f1)),
            one.right,
            one.gold,
            one.told,
        )
        for name, one in found.items()
    ]
    show("Persons", ("", "P", "R", "F1", "right", "gold", "told"), rows)
    times = {
        "kg.extract.extract": timed(extract, articles) / len(articles),
        "underthesea.ner": timed(lambda one: list(names_by_ner(one.text)), articles)
        / len(articles),
    }
    show("Time of an article", ("", "ms"), [(n, f"{t * 1e3:.0f}") for n, t in times.items()])
    return {"persons": {name: _object(one) for name, one in found.items()}, "seconds": times}


def names_by_ner(text: str) -> Iterator[str]:
    """What underthesea's NER marks as persons, with two syllables or more, as often as told."""
    from underthesea import ner

    for span in sentences(text):
        name: list[str] = []
        for word, _, _, tag in (*ner(text[span.start : span.end]), ("", "", "", "O")):
            if name and tag != "I-PER":
                if " " in " ".join(name):
                    yield " ".join(name)
                name = []
            if tag.endswith("PER"):
                name.append(word)


def _hinted(reading: Reading, names: Names, believes: Hint) -> Reading:
    """The reading with those further persons that are believed."""
    known = [f" {_key(person.name)} " for person in reading.persons]
    times = Counter(map(_key, names))
    more = [
        name
        for name in _once(names)
        if believes(_key(name), times[_key(name)])
        and not any(f" {_key(name)} " in one for one in known)
    ]
    return replace(reading, persons=reading.persons + _persons(more))


def _once(names: Names) -> list[str]:
    return list({_key(name): name for name in names}.values())


def _key(name: str) -> str:
    return fold(name).replace(".", "")


def _persons(names: Names) -> tuple[Person, ...]:
    return tuple(Person(name, evidence=EVIDENCE) for name in names)


def _score(gold: Mapping[str, Facts], told: Mapping[str, Reading]) -> Score:
    return against(gold, told).scores.kinds["persons"]


def _object(score: Score) -> dict[str, float]:
    return {name: getattr(score, name) for name in ("precision", "recall", "f1", "right", "told")}


if __name__ == "__main__":
    main()
