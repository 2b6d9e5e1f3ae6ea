"""What is wrong with a query, said with the line and the place."""

import re
from collections.abc import Iterable

from kg.errors import QueryError

_QUERIES = ("select", "ask", "construct", "describe", "prefix", "base")
UPDATES = ("insert", "delete", "load", "clear", "drop", "create", "add", "move", "copy", "with")
# Comments, and the prefixes and base that stand before the first word of a query.
_PROLOGUE = re.compile(r"(?:\s+|#[^\n]*|(?:prefix\s+\S*\s*|base\s+)<[^>]*>)*", re.IGNORECASE)
_WORD = re.compile(r"\w*")
_FILE = re.compile(r"[./\\-]")
_AT = re.compile(r"error at (\d+):(\d+): (.*)", re.DOTALL)
_TOKEN = re.compile(r"[?$]?[\w:.-]+|\S")
_PREFIX = re.compile(r"([\w-]*):")


def is_sparql(text: str) -> bool:
    """Whether a text begins as a query or an update does, and is no name such as "ask.rq"."""
    first = _start(text)
    if text[: first.start()].rstrip().endswith(">"):
        return True  # it declares a prefix
    is_keyword = first.group().lower() in (*_QUERIES, *UPDATES)
    return is_keyword and not _FILE.match(text, first.end())


def _start(sparql: str) -> re.Match[str]:
    """The first word, which may be empty, after the prologue."""
    prologue = _PROLOGUE.match(sparql)
    start = _WORD.match(sparql, prologue.end() if prologue else 0)
    assert start
    return start


def first_word(sparql: str) -> str:
    """The first word after the prologue, which says what a query does; "" if there is none."""
    return _start(sparql).group()


def syntax_error(sparql: str, message: str, prefixes: Iterable[str]) -> QueryError:
    """The error with the line of the query that it is in, and a mark below the place."""
    place = _place(sparql) or _engine_place(sparql, message, prefixes)
    if place is None:
        return QueryError(f"The query cannot be parsed: {message}")
    row, column, why = place
    line = [*sparql.splitlines(), ""][row - 1].replace("\t", " ")
    return QueryError(
        f"The query cannot be parsed: line {row}, column {column}: {why}\n"
        f"  {line}\n  {' ' * (column - 1)}^"
    )


def _place(sparql: str) -> tuple[int, int, str] | None:
    """Line, column and cause by rdflib's parser, which tells them better than the engine's."""
    from pyparsing import ParseException
    from rdflib.plugins.sparql.parser import parseQuery

    try:
        parseQuery(sparql)
    except RecursionError:
        return None
    except ParseException as error:
        # "\t" has been expanded to blanks, so the place is found anew by its line and column.
        line = [*sparql.expandtabs().splitlines(), ""][error.lineno - 1]
        found = _TOKEN.match(line, error.col - 1)
        why = f"{found.group()} is not expected here" if found else "something is missing here"
        return error.lineno, error.col, why
    return None


def _engine_place(
    sparql: str, message: str, prefixes: Iterable[str]
) -> tuple[int, int, str] | None:
    """Line, column and cause as the engine tells them: for prefixes, and for SPARQL 1.2."""
    found = _AT.match(message)
    if not found:
        return None
    row, column = int(found[1]), int(found[2])
    if "Prefix not found" in found[3]:
        line = [*sparql.splitlines(), ""][row - 1]
        names = [m for m in _PREFIX.finditer(line) if m.start() < column]
        name = names[-1].group(1) if names else ""
        start = names[-1].start() + 1 if names else column
        known = ", ".join(sorted(prefixes))
        return row, start, f"the prefix {name}: is not declared (known are {known})"
    return row, column, "something is wrong here"
