"""What an article says, sentence by sentence."""

from collections import defaultdict
from dataclasses import dataclass

from kg.evaluate.told import KINDS, Told, told
from kg.model import Evidence, Reading, Span
from kg.text import sentences


@dataclass(frozen=True, slots=True)
class Line:
    """One fact as one sentence tells it."""

    fact: Told
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence on one line, where it stands in the article, and the facts read from it."""

    span: Span
    text: str
    lines: tuple[Line, ...]


def by_sentence(reading: Reading, silent: bool = False) -> list[Sentence]:
    """The sentences that tell something, in their order; with `silent` all others, too.

    A fact that several sentences tell stands under each. Facts come kind after kind, then in
    the order in which they were read.
    """
    found: dict[Span, list[Line]] = defaultdict(list)
    for fact in told(reading):
        for evidence in fact.evidence:
            found[evidence.span].append(Line(fact, evidence))
    spans = {*found, *(sentences(reading.article.text) if silent else ())}
    return [
        Sentence(span, on_one_line(reading, span), tuple(sorted(found[span], key=_place)))
        for span in sorted(spans)
    ]


def on_one_line(reading: Reading, span: Span) -> str:
    """The text of a span with single blanks."""
    return " ".join(reading.article.text[span.start : span.end].split())


def _place(line: Line) -> int:
    return KINDS.index(line.fact.kind)
