"""What articles say as a listing: each sentence once, the facts read from it below it."""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, TypeAlias

from kg.evaluate.sentences import Line, Sentence, by_sentence
from kg.extract.rules import RULES, Rule, rule_named
from kg.model import Reading

Piece: TypeAlias = tuple[str, str]
"""A piece of text and its style in a terminal."""

_WIDTH = 14


def styled(readings: Sequence[Reading], explain: bool, silent: bool) -> Iterator[Piece]:
    """The listing, piece by piece; if wanted, with silent sentences, and the rules in words."""
    for number, reading in enumerate(readings):
        article = reading.article
        day = f", {article.published}" if article.published else ""
        yield "\n" if number else "", ""
        yield f"{article.id}{day}\n", "bold underline"
        for sentence in by_sentence(reading, silent):
            yield f"\n  {sentence.text}\n", "" if sentence.lines else "dim"
            for line in sentence.lines:
                yield from _line(line)
    if explain:
        yield "\nRules\n", "bold underline"
        for rule in _rules(readings):
            yield f"  {rule.name:{_WIDTH + 2}}  ", "cyan"
            yield f"{rule.reads}\n", ""


def text(readings: Sequence[Reading], explain: bool, silent: bool) -> str:
    """The listing as plain text."""
    return "".join(piece for piece, _ in styled(readings, explain, silent))


def as_json(readings: Sequence[Reading], explain: bool, silent: bool) -> str:
    """The listing as a JSON array, one object an article."""
    told = [
        {
            "article": reading.article.id,
            "title": reading.article.title,
            "published": reading.article.published,
            "sentences": [_sentence(one, explain) for one in by_sentence(reading, silent)],
        }
        for reading in readings
    ]
    return json.dumps(told, ensure_ascii=False, indent=2) + "\n"


FORMATS: Mapping[str, Callable[[Sequence[Reading], bool, bool], str]] = {
    "text": text,
    "json": as_json,
}


def _rules(readings: Sequence[Reading]) -> list[Rule]:
    """The rules that read something, in the order of the table."""
    told = (line for one in readings for sentence in by_sentence(one) for line in sentence.lines)
    used = {rule_named(line.evidence.rule) for line in told}
    return [rule for rule in RULES if rule in used]


def _line(line: Line) -> Iterator[Piece]:
    fact, evidence = line.fact, line.evidence
    yield f"    {fact.kind:{_WIDTH}}", "cyan"
    yield fact.content, "bold"
    yield f" ({fact.details})" if fact.details else "", ""
    yield f"  [{evidence.rule} {evidence.confidence:.2f}]\n", "dim"


def _sentence(sentence: Sentence, explain: bool) -> dict[str, Any]:
    return {
        "start": sentence.span.start,
        "end": sentence.span.end,
        "text": sentence.text,
        "facts": [_fact(line, explain) for line in sentence.lines],
    }


def _fact(line: Line, explain: bool) -> dict[str, Any]:
    rule = line.evidence.rule
    return {
        "kind": line.fact.kind,
        "content": line.fact.content,
        **line.fact.fields,
        "rule": rule,
        "confidence": line.evidence.confidence,
        **({"explanation": rule_named(rule).reads} if explain else {}),
    }
