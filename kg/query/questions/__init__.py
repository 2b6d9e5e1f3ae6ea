"""Stored questions: one `.rq` file each, whose first line says what it asks.

A variable `?person_name` is a parameter, given as `person=…`, compared without accents.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from pyoxigraph import Literal

from kg.errors import UsageError
from kg.graph import Store
from kg.graph.questions import bound
from kg.query.answer import Answer
from kg.query.ask import query
from kg.text import unaccent

_PARAMETER = re.compile(r"\?(\w+)_name\b")


@dataclass(frozen=True, slots=True)
class Question:
    """A stored question: its name, what it asks, its parameters and its SPARQL."""

    name: str
    about: str
    parameters: tuple[str, ...]
    sparql: str


@cache
def questions() -> tuple[Question, ...]:
    """All stored questions by name."""
    paths = [path for path in files(__name__).iterdir() if path.name.endswith(".rq")]
    return tuple(
        _question(p.name, p.read_text("utf-8")) for p in sorted(paths, key=lambda p: p.name)
    )


def _question(file: str, sparql: str) -> Question:
    about = sparql.partition("\n")[0].lstrip("# ")
    return Question(
        file.removesuffix(".rq"), about, tuple(dict.fromkeys(_PARAMETER.findall(sparql))), sparql
    )


def answer(store: Store, name: str, values: Iterable[str]) -> Answer:
    """The answer to a stored question; UsageError for an unknown one or a missing value."""
    known = {question.name: question for question in questions()}
    if name not in known:
        raise UsageError(f"there is no question {name!r}; there are {', '.join(known)}")
    question, given = known[name], _pairs(values)
    if set(given) != set(question.parameters):
        wanted = " ".join(f"{parameter}=…" for parameter in question.parameters)
        raise UsageError(f"the question {name} wants {wanted}")
    values = {f"{key}_name": Literal(_plain(value)) for key, value in given.items()}
    return query(store, bound(question.sparql, values))


def _pairs(values: Iterable[str]) -> dict[str, str]:
    given: dict[str, str] = {}
    for text in values:
        name, equals, value = text.partition("=")
        if not equals:
            raise UsageError(f"{text!r} is no NAME=VALUE")
        if name in given:
            raise UsageError(f"{name} is given twice, as {given[name]!r} and as {value!r}")
        given[name] = value
    return given


def _plain(text: str) -> str:
    """A name as `skos:hiddenLabel` has it."""
    return " ".join(unaccent(text).split())
