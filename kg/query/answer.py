"""What a query answers: rows of terms, triples, or yes or no."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any, TypeAlias

from pyoxigraph import BlankNode, Literal, NamedNode, Triple

from kg.query.shorten import shorten

if TYPE_CHECKING:
    from pandas import DataFrame

Term: TypeAlias = NamedNode | BlankNode | Literal | Triple | None
_XSD = "http://www.w3.org/2001/XMLSchema#"
_PYTHON: Mapping[str, Any] = {
    "integer": int,
    "nonNegativeInteger": int,
    "decimal": Decimal,
    "double": float,
    "boolean": lambda text: text in ("true", "1"),
    "date": date.fromisoformat,
}


@dataclass(frozen=True, slots=True)
class Rows:
    """The answer to a SELECT: variables, and rows of terms in their order (None: no value)."""

    variables: tuple[str, ...]
    items: tuple[tuple[Term, ...], ...]
    prefixes: Mapping[str, str] = field(default_factory=dict, repr=False)

    def __iter__(self) -> Iterator[tuple[Term, ...]]:
        return iter(self.items)

    def __len__(self) -> int:
        return len(self.items)

    def dicts(self) -> Iterator[dict[str, Any]]:
        """The rows as Python values by variable: text, numbers, dates; IRIs as text."""
        for row in self.items:
            yield dict(zip(self.variables, map(python, row), strict=True))

    def texts(self) -> Iterator[tuple[str, ...]]:
        """The rows as text to be read, IRIs shortened by prefixes, no value as ""."""
        for row in self.items:
            yield tuple(shown(term, self.prefixes) for term in row)

    def readable(self) -> "Rows":
        """The rows without the columns that hold the IRIs behind others: "name_iri"."""
        kept = [place for place, name in enumerate(self.variables) if not name.endswith("_iri")]
        items = tuple(tuple(row[place] for place in kept) for row in self.items)
        return replace(self, variables=tuple(self.variables[p] for p in kept), items=items)

    def _repr_html_(self) -> str:
        """The rows as a notebook shows them."""
        from html import escape

        rows = self.readable()
        head = "".join(f"<th>{escape(name)}</th>" for name in rows.variables)
        body = "".join(
            f"<tr>{''.join(f'<td>{escape(cell)}</td>' for cell in row)}</tr>"
            for row in rows.texts()
        )
        return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"

    def to_pandas(self) -> "DataFrame":
        """The rows as a pandas data frame, one column a variable."""
        from pandas import DataFrame

        return DataFrame(list(self.dicts()), columns=list(self.variables))


@dataclass(frozen=True, slots=True)
class Triples:
    """The answer to a CONSTRUCT or DESCRIBE."""

    items: tuple[Triple, ...]
    prefixes: Mapping[str, str] = field(default_factory=dict, repr=False)

    def __iter__(self) -> Iterator[Triple]:
        return iter(self.items)

    def __len__(self) -> int:
        return len(self.items)


Answer: TypeAlias = Rows | Triples | bool


def python(term: Term) -> Any:
    """A term as a Python value; a literal that its datatype forbids stays text."""
    if not isinstance(term, Literal):
        return None if term is None else getattr(term, "value", str(term))
    kind = term.datatype.value
    convert = _PYTHON.get(kind.removeprefix(_XSD)) if kind.startswith(_XSD) else None
    try:
        return convert(term.value) if convert else term.value
    except (ValueError, ArithmeticError):
        return term.value


def shown(term: Term, prefixes: Mapping[str, str]) -> str:
    """A term as text to be read."""
    if term is None:
        return ""
    if isinstance(term, NamedNode):
        return shorten(term.value, prefixes)
    return term.value if isinstance(term, Literal) else str(term)
