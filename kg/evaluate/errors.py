"""Where the facts differ from gold, each with the sentence that shows why."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from kg.evaluate.compare import KINDS, VALUES, Comparison, Outcome, Value
from kg.evaluate.facts import Item
from kg.evaluate.run import Evaluation
from kg.evaluate.sentences import on_one_line
from kg.evaluate.told import content, line, told
from kg.model import Evidence, Reading
from kg.text import fold, sentences

Proofs: TypeAlias = Mapping[tuple[str, str], tuple[Evidence, ...]]

# By which fields the sentence of a missed fact is looked for, one set after the other.
_CLUES: Mapping[str, tuple[tuple[str, ...], ...]] = {
    "persons": (("name",),),
    "organizations": (("name",),),
    "positions": (("person", "role"), ("person",)),
    "directives": (("number",), ("name",)),
    "links": (("source", "target"), ("target",), ("source",)),
    "participants": (("person",),),
}


@dataclass(frozen=True, slots=True)
class Error:
    """A fact that is missed or wrong, or a value of one; with sentence and rule where known.

    `kind` is the name of its figure, `sort` is "missed", "wrong" or "value".
    """

    kind: str
    sort: str
    article: str
    content: str
    sentence: str | None = None
    rule: str | None = None


def errors(evaluation: Evaluation) -> list[Error]:
    """All errors, in the order of the figures, then of the articles."""
    places = {name: place for place, name in enumerate((*(k.name for k in KINDS), *VALUES))}
    found = [error for one in evaluation.comparisons for error in _errors(one, evaluation)]
    return sorted(found, key=lambda error: places[error.kind])


def proofs(reading: Reading) -> Proofs:
    """The evidence of each fact of a reading, the surest first, by kind and line."""
    found: dict[tuple[str, str], tuple[Evidence, ...]] = {}
    for fact in told(reading):
        key = fact.kind, fact.line
        both = {*found.get(key, ()), *fact.evidence}
        found[key] = tuple(sorted(both, key=lambda e: (-e.confidence, e.span)))
    return found


def key_of(items: str, item: Item) -> tuple[str, str]:
    """Kind and line of an item in one of gold's lists; a reading tells the fact by the same."""
    kind = items.removesuffix("s")
    return kind, line(kind, item.fields)


def _errors(one: Comparison, evaluation: Evaluation) -> Iterator[Error]:
    reading = evaluation.readings[one.article]
    known = proofs(reading)
    for outcome in one.outcomes:
        if outcome.gold is None or outcome.told is None:
            yield _of_fact(outcome, reading, known)
    for value in one.values:
        if (value.gold or value.told) and not value.right:
            yield _of_value(value, reading, known)


def _of_fact(outcome: Outcome, reading: Reading, known: Proofs) -> Error:
    kind, name = outcome.kind, reading.article.id
    if outcome.gold is not None:
        where = _sentence_with(reading, kind.items, outcome.gold)
        return Error(kind.name, "missed", name, key_of(kind.items, outcome.gold)[1], where)
    assert outcome.told is not None
    key = key_of(kind.items, outcome.told)
    return Error(kind.name, "wrong", name, key[1], *_quoted(reading, known.get(key, ())))


def _of_value(value: Value, reading: Reading, known: Proofs) -> Error:
    differ = f"gold {value.gold or 'none'}, told {value.told or 'none'}"
    if value.kind is None or value.of is None:
        return Error(value.name, "value", reading.article.id, differ)
    key = key_of(value.kind.items, value.of)
    quoted = _quoted(reading, known.get(key, ()))
    return Error(
        value.name,
        "value",
        reading.article.id,
        f"{content(key[0], value.of.fields)}: {differ}",
        *quoted,
    )


def _quoted(reading: Reading, proof: tuple[Evidence, ...]) -> tuple[str | None, str | None]:
    """The sentence and the rule of the surest evidence."""
    return (on_one_line(reading, proof[0].span), proof[0].rule) if proof else (None, None)


def _sentence_with(reading: Reading, items: str, item: Item) -> str | None:
    """The first sentence in which the name of a missed fact occurs, if any."""
    spans = sentences(reading.article.text)
    lines = [on_one_line(reading, span) for span in spans]
    for clues in _CLUES[items]:
        wanted = [fold(_short(item[name])) for name in clues if item[name]]
        for text in lines if wanted else ():
            if all(word in fold(text) for word in wanted):
                return text
    return None


def _short(name: str) -> str:
    """A name, or of a directive with number and symbol these alone."""
    last = name.rpartition(" ")[2]
    return last if "-" in last else name
