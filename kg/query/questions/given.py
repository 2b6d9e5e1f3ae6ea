"""What is given to a stored question, as the terms that its query takes."""

import re
from collections.abc import Callable, Mapping
from datetime import date

from pyoxigraph import Literal, NamedNode, QuerySolutions

from kg.errors import QueryError, UsageError
from kg.graph import Store
from kg.query.files import text as sparql
from kg.query.names import FACTS, NAMED, few_words, one, pattern, plain
from kg.query.questions.header import Parameter, Question

Term = NamedNode | Literal
Reader = Callable[[Store, str], "tuple[Term, ...]"]
PARTIAL_DATE = r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?"


def terms(
    store: Store, question: Question, given: Mapping[str, str]
) -> dict[str, tuple[Term, ...]]:
    """The terms of each parameter that is given or has a default; most have one, words several.

    UsageError for what the question does not know or wants, and for a value that is none of its
    type; AmbiguousError for a name that stands for several things.
    """
    known = {parameter.name: parameter for parameter in question.parameters}
    for name in given:
        if name not in known:
            has = f"it has {', '.join(known)}" if known else "it has none"
            raise UsageError(f"the question {question.name} has no parameter {name!r}; {has}")
    missing = [p for p in question.parameters if p.needed and not given.get(p.name, "").strip()]
    if missing:
        wanted = " ".join(f"{parameter.name}=…" for parameter in missing)
        raise UsageError(f"the question {question.name} wants {wanted}")
    values = {name: given.get(name, "").strip() or known[name].default for name in known}
    return {name: _read(store, known[name], value) for name, value in values.items() if value}


def _read(store: Store, parameter: Parameter, value: str) -> tuple[Term, ...]:
    if parameter.choices:
        return _chosen(parameter, value)
    try:
        return TYPES[parameter.type](store, value)
    except UsageError as error:
        raise UsageError(f"{parameter.name}: {error}") from None


def _chosen(parameter: Parameter, value: str) -> tuple[Term, ...]:
    if value not in parameter.choices:
        choices = ", ".join(parameter.choices)
        raise UsageError(f"{parameter.name}: {value!r} is none of {choices}")
    return (Literal(value),)


def _day(store: Store, value: str) -> tuple[Term, ...]:
    if value == "newest":
        value = _newest(store)
    try:
        return (Literal(date.fromisoformat(value).isoformat()),)
    except ValueError:
        raise UsageError(f"{value!r} is no day such as 2023-07-31") from None


def _newest(store: Store) -> str:
    found = store.query("SELECT (MAX(STR(?day)) AS ?newest) { ?a schema:datePublished ?day }")
    assert isinstance(found, QuerySolutions)
    newest = next(found)["newest"]
    if not isinstance(newest, Literal):
        raise UsageError("no article has a date; say which day is meant")
    return newest.value


def _date(_: Store, value: str) -> tuple[Term, ...]:
    if not re.fullmatch(PARTIAL_DATE, value):
        raise UsageError(f"{value!r} is no year, month or day such as 2023, 2023-07, 2023-07-31")
    return (Literal(value),)


def _words(_: Store, value: str) -> tuple[Term, ...]:
    return tuple(Literal(pattern(word)) for word in few_words(value))


def _document_type(store: Store, value: str) -> tuple[Term, ...]:
    """A type of document by one of its names or its code, which tells capitals apart."""
    found = store.query(sparql("thing", "types"))
    assert isinstance(found, QuerySolutions)
    names: dict[str, NamedNode] = {}
    labels: dict[str, str] = {}
    for row in found:
        concept, name = row["concept"], row["name"].value
        names[name] = names[plain(name)] = concept
        labels[row["label"].value] = ""
    if value not in names and plain(value) not in names:
        raise QueryError(f"{value!r} is no type of document; there are {', '.join(labels)}")
    return (names.get(value) or names[plain(value)],)


def _thing(*kinds: str) -> Reader:
    def read(store: Store, value: str) -> tuple[Term, ...]:
        return (NamedNode(one(store, value, kinds).iri),)

    return read


TYPES: Mapping[str, Reader] = {
    "person": _thing("person"),
    "body": _thing("body"),
    "post": _thing("post"),
    "directive": _thing("directive"),
    "unit": _thing("unit"),
    "thing": _thing(*NAMED),
    "fact": _thing(*FACTS),
    "document_type": _document_type,
    "day": _day,
    "date": _date,
    "words": _words,
}
"""The types of parameters, each with how a text is read as one."""
