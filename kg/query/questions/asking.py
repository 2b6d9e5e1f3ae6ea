"""Stored questions, found and asked."""

from collections.abc import Mapping
from dataclasses import replace
from functools import cache, partial
from importlib.resources import files

from pyoxigraph import NamedNode

from kg.errors import UsageError
from kg.graph import Store
from kg.graph.part import of
from kg.graph.questions import bound, names, text
from kg.query.answer import Rows
from kg.query.ask import run
from kg.query.questions import header
from kg.query.questions.given import Term, terms
from kg.query.questions.header import Question
from kg.query.questions.walks import WALKS, detailed, from_nodes, rows_of

# What stands for the questions of kg.graph that find contradictions, of which each is one part.
_CONTRADICTIONS = "# the contradictions"


@cache
def questions() -> tuple[Question, ...]:
    """All stored questions by name."""
    folder = files("kg.query").joinpath("questions")
    paths = sorted((p for p in folder.iterdir() if p.name.endswith(".rq")), key=lambda p: p.name)
    return tuple(header.question(p.name.removesuffix(".rq"), p.read_text("utf-8")) for p in paths)


def question(name: str) -> Question:
    """The question of a name; UsageError names those that there are."""
    known = {question.name: question for question in questions()}
    if name not in known:
        raise UsageError(f"there is no question {name!r}; there are {', '.join(known)}")
    return known[name]


def ask(store: Store, name: str, given: Mapping[str, str], most: int | None = None) -> Rows:
    """The answer to a stored question about what is given, names and dates as text by parameter.

    Names may be written without marks, in any case, or as IRIs. UsageError for an unknown question
    or parameter, a missing or impossible value; AmbiguousError for a name of several things;
    OversizeError for an answer of more than `most` rows.
    """
    asked = question(name)
    read = terms(store, asked, given)
    sparql = _sparql(asked, read)
    step = partial(run, store, most=most)
    if asked.walk:
        rows = WALKS[asked.walk](step, sparql, [values[0] for values in read.values()], most)
    else:
        rows = rows_of(step(sparql))
    rows = detailed(step, rows, asked.detail) if asked.detail else rows
    return _in_order(replace(rows, prefixes=store.prefixes))


def described(store: Store, rows: Rows) -> Store:
    """What the graph tells of every node that an answer names, with its sentences, as a graph."""
    nodes = (term for row in rows for term in row if isinstance(term, NamedNode))
    return of(store, nodes)


def _in_order(rows: Rows) -> Rows:
    """The rows with what is to be read first, then the IRIs behind it, each with its name."""
    ends = {f"{end}_iri" for end in ("from", "to") if end not in rows.variables}
    names = sorted((n for n in rows.variables if n not in ends), key=lambda n: n.endswith("_iri"))
    places = [rows.variables.index(name) for name in names]
    items = tuple(tuple(row[place] for place in places) for row in rows)
    return replace(rows, variables=tuple(names), items=items)


def explain(store: Store, name: str, given: Mapping[str, str]) -> str:
    """The SPARQL that `ask` asks; of a question that walks, its first step."""
    asked = question(name)
    read = terms(store, asked, given)
    parts = [f"# {asked.about['en']}\n"]
    sparql = _sparql(asked, read)
    if asked.walk:
        parts.append(f"# This is asked again from what it finds, for {asked.walk}.\n")
        sparql = from_nodes(sparql, next(iter(read.values())))
    parts.append(sparql)
    if asked.detail:
        parts.append(f"# Of each row, whose values stand for the variables:\n{asked.detail}")
    return "".join(parts).rstrip() + "\n"


def _sparql(asked: Question, read: Mapping[str, tuple[Term, ...]]) -> str:
    lines = asked.with_given({name: len(values) for name, values in read.items()})
    one = {name: values[0] for name, values in read.items()}
    each = {
        f"{name}_{number}": value
        for name, values in read.items()
        for number, value in enumerate(values, 1)
    }
    return bound(lines.replace(_CONTRADICTIONS, _contradictions()), each | one)


@cache
def _contradictions() -> str:
    parts = (text("contradictions", name) for name in names("contradictions"))
    return " UNION ".join(f"{{\n{part}}}" for part in parts)
