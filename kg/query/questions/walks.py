"""Questions that are asked again from what they have found, as SPARQL has no word for how far.

Such a query gives the edges that leave some nodes: `VALUES ?from_iri { UNDEF }` is where these
are put in, and each row says by ?to_iri where it leads.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TypeAlias

from pyoxigraph import Literal, NamedNode

from kg.errors import OversizeError, QueryError
from kg.graph.questions import bound
from kg.query.answer import Answer, Rows, Term

Step: TypeAlias = Callable[[str], Answer]
Row: TypeAlias = tuple[Term, ...]
_PLACE = "VALUES ?from_iri { UNDEF }"
_INTEGER = NamedNode("http://www.w3.org/2001/XMLSchema#integer")


def from_nodes(sparql: str, nodes: Iterable[Term]) -> str:
    """The query for the edges that leave some nodes."""
    return sparql.replace(_PLACE, f"VALUES ?from_iri {{ {' '.join(map(str, nodes))} }}")


def levels(ask: Step, sparql: str, ends: Sequence[Term], most: int | None) -> Rows:
    """All edges that can be reached from a node, each once, by their distance from it."""
    found: list[Row] = []
    names: tuple[str, ...] = ()
    for level, rows in enumerate(_rounds(ask, sparql, ends[0]), 1):
        names = rows.variables
        found += [(_number(level), *row) for row in rows]
        if most is not None and len(found) > most:
            raise OversizeError(f"The answer has more than {most} rows, and none is given")
    return Rows(("level", *names), tuple(found))


def shortest(ask: Step, sparql: str, ends: Sequence[Term], _: int | None) -> Rows:
    """The edges of one shortest way from a node to another; none if there is none.

    Of several the one is taken that the query's order names first.
    """
    start, goal = ends
    led: dict[Term, Row] = {}
    names: tuple[str, ...] = ()
    for rows in _rounds(ask, sparql, start):
        names = rows.variables
        place = names.index("to_iri")
        for row in rows:
            led.setdefault(row[place], row)
        if goal in led:
            break
    way = _way(led, start, goal, names.index("from_iri")) if goal in led else []
    return Rows(("step", *names), tuple((_number(n), *row) for n, row in enumerate(way, 1)))


def _rounds(ask: Step, sparql: str, start: Term) -> Iterator[Rows]:
    """The edges from a node, then those from the nodes these lead to, and so on; none twice."""
    seen, here = {start}, [start]
    while here:
        rows = rows_of(ask(from_nodes(sparql, here)))
        yield rows
        place = rows.variables.index("to_iri")
        here = list(dict.fromkeys(row[place] for row in rows if row[place] not in seen))
        seen.update(here)


def _way(led: Mapping[Term, Row], start: Term, goal: Term, place: int) -> list[Row]:
    """The edges that led from the start to the goal."""
    way: list[Row] = []
    while goal != start:
        way.insert(0, led[goal])
        goal = led[goal][place]
    return way


def detailed(ask: Step, rows: Rows, detail: str) -> Rows:
    """The rows, each with what a query tells of it more, before the columns of its IRIs."""
    told = [rows_of(ask(bound(detail, _terms(rows.variables, row)))) for row in rows]
    more = told[0].variables if told else ()
    items = ((*row, *_first(found)) for row, found in zip(rows, told, strict=True))
    return replace(rows, variables=(*rows.variables, *more), items=tuple(items))


def _terms(names: Sequence[str], row: Row) -> dict[str, NamedNode | Literal]:
    pairs = zip(names, row, strict=True)
    return {name: term for name, term in pairs if isinstance(term, NamedNode | Literal)}


def _first(rows: Rows) -> Row:
    return rows.items[0] if rows.items else (None,) * len(rows.variables)


def rows_of(answer: Answer) -> Rows:
    """The rows of an answer; QueryError if it has none."""
    if not isinstance(answer, Rows):
        raise QueryError("A stored question has to SELECT")
    return answer


def _number(number: int) -> Literal:
    return Literal(str(number), datatype=_INTEGER)


WALKS: Mapping[str, Callable[[Step, str, Sequence[Term], int | None], Rows]] = {
    "levels": levels,
    "shortest": shortest,
}
"""The ways to ask a query again, by the word in a question's header."""
