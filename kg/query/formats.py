"""Answers as text: tables to be read, and the formats that other programs take."""

import csv
import json
import re
from collections.abc import Callable, Iterable, Mapping
from typing import IO, TYPE_CHECKING, Any, TypeAlias

from pyoxigraph import BlankNode, Literal, NamedNode, RdfFormat, serialize

from kg.errors import UsageError
from kg.query.answer import Answer, Rows, Term, Triples

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

Writer: TypeAlias = Callable[[Any, IO[str]], None]
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_STRING = "http://www.w3.org/2001/XMLSchema#string"


def write(answer: Answer, format: str | None, output: IO[str]) -> None:  # noqa: A002 - as the option is called
    """Write an answer; without a format, rows as a table and triples as Turtle."""
    kind = "triples" if isinstance(answer, Triples) else "rows"
    writers = FORMATS[kind]
    name = format or next(iter(writers))
    if name not in writers:
        raise UsageError(f"{name} cannot hold {kind}; choose one of {', '.join(writers)}")
    writers[name](answer, output)


def _table(answer: Rows | bool, output: IO[str]) -> None:
    """Columns aligned by blanks; in a terminal with a frame that fits its width."""
    if isinstance(answer, bool):
        output.write("yes\n" if answer else "no\n")
    elif output.isatty():
        _framed(answer, output)
    else:
        _aligned([answer.variables, *answer.texts()], output)


def _aligned(lines: list[tuple[str, ...]], output: IO[str]) -> None:
    lines = [tuple(_one_line(cell) for cell in line) for line in lines]
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    for line in lines:
        cells = (cell.ljust(width) for cell, width in zip(line, widths, strict=True))
        output.write("  ".join(cells).rstrip() + "\n")


def _framed(answer: Rows, output: IO[str]) -> None:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(header_style="bold")
    for name in answer.variables:
        table.add_column(name, overflow="fold")
    for row in answer.texts():
        table.add_row(*map(Text, row))
    console = Console(file=output, highlight=False)
    console.print(table)
    console.print(f"{len(answer)} row{'' if len(answer) == 1 else 's'}")


def _markdown(answer: Rows | bool, output: IO[str]) -> None:
    rows = _as_rows(answer)
    for line in (rows.variables, ("---",) * len(rows.variables), *rows.texts()):
        cells = (_one_line(cell).replace("|", "\\|") for cell in line)
        output.write(f"| {' | '.join(cells)} |\n")


def _csv(answer: Rows | bool, output: IO[str]) -> None:
    """SPARQL's CSV: values without types, IRIs in full."""
    rows = _as_rows(answer)
    writer = csv.writer(output, lineterminator="\n")
    writer.writerow(rows.variables)
    writer.writerows([_bare(term) for term in row] for row in rows)


def _tsv(answer: Rows | bool, output: IO[str]) -> None:
    """SPARQL's TSV: terms as in Turtle."""
    rows = _as_rows(answer)
    output.write("\t".join(f"?{name}" for name in rows.variables) + "\n")
    for row in rows:
        output.write("\t".join("" if t is None else _escaped(t) for t in row) + "\n")


def _json(answer: Rows | bool, output: IO[str]) -> None:
    """SPARQL 1.1 Query Results JSON."""
    if isinstance(answer, bool):
        data: Mapping[str, Any] = {"head": {}, "boolean": answer}
    else:
        bindings = [
            {n: _binding(t) for n, t in zip(answer.variables, row, strict=True) if t is not None}
            for row in answer
        ]
        data = {"head": {"vars": answer.variables}, "results": {"bindings": bindings}}
    json.dump(data, output, ensure_ascii=False, indent=1)
    output.write("\n")


def _xml(answer: Rows | bool, output: IO[str]) -> None:
    """SPARQL Query Results XML."""
    from xml.etree.ElementTree import Element, SubElement, indent, tostring

    root = Element("sparql", xmlns="http://www.w3.org/2005/sparql-results#")
    head = SubElement(root, "head")
    if isinstance(answer, bool):
        SubElement(root, "boolean").text = str(answer).lower()
    else:
        for name in answer.variables:
            SubElement(head, "variable", name=name)
        results = SubElement(root, "results")
        for row in answer:
            result = SubElement(results, "result")
            for name, term in zip(answer.variables, row, strict=True):
                if term is not None:
                    _element(SubElement(result, "binding", name=name), term)
    indent(root, " ")
    output.write('<?xml version="1.0"?>\n' + tostring(root, encoding="unicode") + "\n")


def _rdf(kind: RdfFormat) -> Writer:
    def writer(answer: Triples, output: IO[str]) -> None:
        prefixes = dict(answer.prefixes) if kind == RdfFormat.TURTLE else None
        data = serialize(answer.items, format=kind, prefixes=prefixes) or b""
        output.write(data.decode())
        if not data.endswith(b"\n"):
            output.write("\n")

    return writer


def _triple_table(answer: Triples, output: IO[str]) -> None:
    items = tuple((t.subject, t.predicate, t.object) for t in answer)
    _table(Rows(("subject", "predicate", "object"), items, answer.prefixes), output)


FORMATS: Mapping[str, Mapping[str, Writer]] = {
    "rows": {
        "table": _table,
        "csv": _csv,
        "tsv": _tsv,
        "json": _json,
        "xml": _xml,
        "markdown": _markdown,
    },
    "triples": {
        "ttl": _rdf(RdfFormat.TURTLE),
        "jsonld": _rdf(RdfFormat.JSON_LD),
        "nq": _rdf(RdfFormat.N_TRIPLES),
        "rdf": _rdf(RdfFormat.RDF_XML),
        "table": _triple_table,
    },
}


def _as_rows(answer: Rows | bool) -> Rows:
    if isinstance(answer, Rows):
        return answer
    return Rows(("answer",), ((Literal("yes" if answer else "no"),),))


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _bare(term: Term) -> str:
    return "" if term is None else str(getattr(term, "value", term))


def _escaped(term: object) -> str:
    """A term as in N-Triples, which writes tabs and line ends as escapes."""
    return str(term).replace("\t", "\\t")


def _binding(term: Term) -> Mapping[str, Any]:
    if isinstance(term, NamedNode):
        return {"type": "uri", "value": term.value}
    if isinstance(term, BlankNode):
        return {"type": "bnode", "value": term.value}
    if not isinstance(term, Literal):
        return {"type": "triple", "value": str(term)}
    found: dict[str, Any] = {"type": "literal", "value": term.value}
    if term.language:
        found["xml:lang"] = term.language
    elif term.datatype.value != _STRING:
        found["datatype"] = term.datatype.value
    return found


def _element(parent: "Element", term: Term) -> None:
    """A term as an element of SPARQL Query Results XML."""
    from xml.etree.ElementTree import SubElement

    told = _binding(term)
    element = SubElement(parent, told["type"])
    # XML has no way to write these characters.
    element.text = _NOT_XML.sub("\ufffd", told["value"])
    for name in ("xml:lang", "datatype"):
        if name in told:
            element.set(name, told[name])


def table(variables: tuple[str, ...], rows: Iterable[tuple[str, ...]], output: IO[str]) -> None:
    """Write rows of text as a table."""
    items = tuple(tuple(Literal(cell) for cell in row) for row in rows)
    _table(Rows(variables, items), output)
