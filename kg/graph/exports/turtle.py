"""Turtle and TriG in a fixed order, easily read, which pyoxigraph's are not.

From its N-Triples, sorted, subject by subject, `a` first, one property a line.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import IO

from pyoxigraph import BlankNode, DefaultGraph, NamedNode, RdfFormat

from kg.graph.namespaces import VOCABULARIES
from kg.graph.store import Store

_WIDE = 90  # bytes of a property's values that stand on one line
_TYPE = f"<{VOCABULARIES['rdf']}type>".encode()
# The part of PN_LOCAL (Turtle 1.1) that every parser reads: no escapes, no colons.
_LETTERS = r"0-9A-Z_a-z\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u02FF\u0370-\u037D\u037F-\u1FFF"
_IRI = re.compile(f"<(.*[/#])((?:[{_LETTERS}](?:[{_LETTERS}.-]*[{_LETTERS}-])?)?)>")
# Values that Turtle writes bare, by their datatypes; a "1" of xsd:decimal would be an integer.
_BARE: Mapping[bytes, re.Pattern[bytes]] = {
    b"xsd:integer": re.compile(rb"[+-]?[0-9]+"),
    b"xsd:decimal": re.compile(rb"[+-]?[0-9]*\.[0-9]+"),
    b"xsd:boolean": re.compile(rb"true|false"),
}


class _Terms(dict[bytes, bytes]):
    """Terms of N-Triples as Turtle has them, each found once, and the prefixes that they use."""

    def __init__(self, prefixes: Mapping[str, str]) -> None:
        self.prefixes = {namespace: prefix for prefix, namespace in prefixes.items()}
        self.used: dict[str, str] = {}

    def __missing__(self, term: bytes) -> bytes:
        self[term] = found = self._literal(term) if term.startswith(b'"') else self._node(term)
        return found

    def _literal(self, term: bytes) -> bytes:
        quoted, _, datatype = term.rpartition(b"^^")
        if not term.endswith(b">"):
            return term
        name = self[datatype]
        value = quoted[1:-1]
        return value if name in _BARE and _BARE[name].fullmatch(value) else quoted + b"^^" + name

    def _node(self, term: bytes) -> bytes:
        parts = _IRI.fullmatch(term.decode())
        prefix = parts and self.prefixes.get(parts[1])
        if not parts or not prefix:
            return term
        self.used[prefix] = parts[1]
        return f"{prefix}:{parts[2]}".encode()

    def head(self) -> bytes:
        """The lines that declare the prefixes in use."""
        used = sorted(self.used.items())
        return "".join(
            f"@prefix {prefix}: <{namespace}> .\n" for prefix, namespace in used
        ).encode()


def write_turtle(store: Store, output: IO[bytes]) -> None:
    """Write the union of all articles' graphs and the ontology."""
    terms = _Terms(store.prefixes)
    body = [b"\n" + text for text in _subjects(store, DefaultGraph(), terms, b"")]
    output.writelines([terms.head(), *body])


def write_trig(store: Store, output: IO[bytes]) -> None:
    """Write each article's graph, and the ontology's, by name."""
    terms = _Terms(store.prefixes)
    body = []
    for graph in named_graphs(store):
        body += [b"\n", terms[str(graph).encode()], b" {\n"]
        body.append(b"\n".join(_subjects(store, graph, terms, b"    ")))
        body.append(b"}\n")
    output.writelines([terms.head(), *body])


def named_graphs(store: Store) -> list[NamedNode | BlankNode]:
    """The named graphs that hold something, in a fixed order."""
    named = sorted(store.quads.named_graphs(), key=str)
    return [g for g in named if any(store.quads.quads_for_pattern(None, None, None, g))]


def _subjects(
    store: Store, graph: NamedNode | BlankNode | DefaultGraph, terms: _Terms, margin: bytes
) -> Iterator[bytes]:
    """What a graph says of each subject, as Turtle; an article comes before its parts, "#…"."""
    data = store.quads.dump(format=RdfFormat.N_TRIPLES, from_graph=graph) or b""
    subjects: dict[bytes, list[bytes]] = {}
    for line in data.splitlines():
        subject, rest = line.removesuffix(b" .").split(b" ", 1)
        subjects.setdefault(subject, []).append(rest)
    for subject in sorted(subjects, key=lambda subject: subject.rstrip(b">")):
        lines = (b" ;\n    " + margin).join(_properties(subjects[subject], terms, margin))
        yield margin + terms[subject] + b" " + lines + b" .\n"


def _properties(told: Iterable[bytes], terms: _Terms, margin: bytes) -> Iterator[bytes]:
    """Each property with its values, `a` first."""
    values: dict[bytes, list[bytes]] = {_TYPE: []}
    for rest in sorted(told):
        predicate, value = rest.split(b" ", 1)
        # A plain text is the same in both, and seldom comes again.
        text = value if value.endswith(b'"') else terms[value]
        values.setdefault(predicate, []).append(text)
    for predicate, texts in values.items():
        if texts:
            name = b"a" if predicate == _TYPE else terms[predicate]
            comma = b", " if sum(map(len, texts)) < _WIDE else b",\n        " + margin
            yield name + b" " + comma.join(texts)
