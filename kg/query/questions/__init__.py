"""Stored questions: one `.rq` file each, whose first line says what it asks.

A variable `?person_name` is a parameter, given as `person=…`, compared without accents;
`?on_day` is a day, given as `on=2023-07-31`.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files

from pyoxigraph import Literal

from kg.errors import UsageError
from kg.graph import Store
from kg.graph.questions import bound
from kg.query.answer import Answer
from kg.query.ask import query
from kg.text import unaccent

_PARAMETER = re.compile(r"\?((\w+)_(?:name|day))\b")


@dataclass(frozen=True, slots=True)
class Question:
    """A stored question: its name, what it asks, its variables that are given, its SPARQL."""

    name: str
    about: str
    variables: Mapping[str, str]
    sparql: str

    @property
    def parameters(self) -> tuple[str, ...]:
        """What has to be given."""
        return tuple(self.variables)


@cache
def questions() -> tuple[Question, ...]:
    """All stored questions by name."""
    paths = [path for path in files(__name__).iterdir() if path.name.endswith(".rq")]
    return tuple(
        _question(p.name, p.read_text("utf-8")) for p in sorted(paths, key=lambda p: p.name)
    )


def _question(file: str, sparql: str) -> Question:
    about = sparql.partition("\n")[0].lstrip("# ")
    variables = {name: variable for variable, name in _PARAMETER.findall(sparql)}
    return Question(file.removesuffix(".rq"), about, variables, sparql)


def answer(store: Store, name: str, values: Iterable[str]) -> Answer:
    """The answer to a stored question; UsageError for an unknown one or a missing value."""
    known = {question.name: question for question in questions()}
    if name not in known:
        raise UsageError(f"there is no question {name!r}; there are {', '.join(known)}")
    question, given = known[name], _pairs(values)
    if set(given) != set(question.parameters):
        wanted = " ".join(f"{parameter}=…" for parameter in question.parameters)
        raise UsageError(f"the question {name} wants {wanted}")
    values = {question.variables[key]: value for key, value in given.items()}
    terms = {variable: Literal(_value(variable, value)) for variable, value in values.items()}
    return query(store, bound(question.sparql, terms))


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


def _value(variable: str, text: str) -> str:
    """A name or a day as the query compares it; UsageError for what is no day."""
    if not variable.endswith("_day"):
        return _plain(text)
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError:
        raise UsageError(f"{text!r} is no day such as 2023-07-31") from None


def _plain(text: str) -> str:
    """A name as `skos:hiddenLabel` has it."""
    return " ".join(unaccent(text).split())
