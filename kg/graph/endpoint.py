"""A graph behind a SPARQL endpoint: read as one on this disk is, but for what no query tells.

Any server of the SPARQL 1.1 Protocol will do that holds the quads of a graph of kg, its default
graph being the union of all (docs/endpoints.md).
"""

import base64
import urllib.error
import urllib.request
from collections.abc import Iterable, Iterator
from http.client import HTTPException
from pathlib import Path
from typing import Any, Self
from urllib.parse import quote, urlencode, urlsplit, urlunsplit

import pyoxigraph
from pyoxigraph import DefaultGraph, NamedNode, Quad, QueryResultsFormat, RdfFormat

from kg.errors import QueryError, StoreError
from kg.graph.manifest import Manifest
from kg.graph.store import Result, Store

SECONDS = 60.0
"""How long an answer may take to begin, and its next piece to come."""
_MOST = 1024**3
"""Bytes of an answer."""
_TABLE = "application/sparql-results+json"
_TRIPLES = "application/n-triples"
_ACCEPT = f"{_TABLE}, {_TRIPLES};q=0.9"
_ARTICLE = "?article a <https://schema.org/NewsArticle>"
_TOLD = 300  # characters of what a server says of an error


class Endpoint(Store):
    """The graph behind a SPARQL 1.1 endpoint; its queries are answered there."""

    def __init__(self, address: str, seconds: float = SECONDS) -> None:
        self._request = _Request(address, seconds)
        remote: Any = _Quads(self)
        super().__init__(Path(self._request.shown), Manifest(loaded=True), remote)

    @classmethod
    def open(cls, path: Path | str) -> Self:
        """The graph behind an address, in which a name and a password may stand (user:word@).

        StoreError if nothing answers there, or if what answers holds no graph of kg.
        """
        found = cls(str(path))
        found.manifest = Manifest(base=found._base(), loaded=True)
        return found

    def query(
        self,
        sparql: str,
        default: Iterable[NamedNode] | None = None,
        named: Iterable[NamedNode] | None = None,
    ) -> Result:
        """Have a query answered; QueryError tells what the server says is wrong with it."""
        whole = self._with_prefixes(sparql)
        graphs = [("default-graph-uri", node.value) for node in default or ()]
        graphs += [("named-graph-uri", node.value) for node in named or ()]
        kind, data = self._request.send([("query", whole), *graphs])
        try:
            return _triples(data) if kind == _TRIPLES else _table(data)
        except (ValueError, SyntaxError, OSError) as error:
            why = f"{self._request.shown} gave an answer that is cut, or none: {error}"
            raise StoreError(why) from None

    def has_graph(self, iri: str) -> bool:
        """Whether an IRI is that of a graph there."""
        try:
            return bool(self.query(f"ASK {{ GRAPH {NamedNode(iri)} {{ ?s ?p ?o }} }}"))
        except ValueError:
            return False

    def close(self) -> None:
        """Nothing is open."""

    def _with_prefixes(self, sparql: str) -> str:
        """A query with the prefixes that it uses, on its first line, so that lines stay."""
        used = {name: value for name, value in self.prefixes.items() if f"{name}:" in sparql}
        return "".join(f"PREFIX {name}: <{value}> " for name, value in used.items()) + sparql

    def rows(self, sparql: str) -> list[dict[str, Any]]:
        """The rows of a query of ours, with their terms by variable."""
        found: Any = self.query(sparql)
        names = [variable.value for variable in found.variables]
        return [dict(zip(names, row, strict=True)) for row in found]

    def _base(self) -> str:
        """What the IRIs of the graph begin with, as that of an article does."""
        shown = self._request.shown
        for row in self.rows(f"SELECT ?article {{ {_ARTICLE} }} LIMIT 1"):
            base, article, _ = row["article"].value.partition("article/")
            if article:
                return str(base)
        if self.rows(f"SELECT ?article {{ GRAPH ?g {{ {_ARTICLE} }} }} LIMIT 1"):
            raise StoreError(
                f"{shown} holds articles, but its default graph is not the union of all graphs;"
                " docs/endpoints.md says how to make it so"
            )
        raise StoreError(f"{shown} holds no graph of kg; load what kg export --format nq writes")


class _Request:
    """An address to send queries to, without what only the server is to know of it."""

    def __init__(self, address: str, seconds: float) -> None:
        parts = urlsplit(address)
        try:
            host = parts.hostname or ""
            port = f":{parts.port}" if parts.port else ""
        except ValueError:
            host = port = ""
        if not host:
            raise StoreError(f"{address!r} is no address of an endpoint; one is http://host/sparql")
        place = f"[{host}]" if ":" in host else host
        self.shown = urlunsplit((parts.scheme, place + port, quote(parts.path, "/%"), "", ""))
        query = f"?{parts.query}" if parts.query else ""
        self._url = self.shown + query
        self._seconds = seconds
        self._headers = {"Accept": _ACCEPT, "User-Agent": "kg"}
        if parts.username is not None:
            told = f"{parts.username}:{parts.password or ''}".encode()
            self._headers["Authorization"] = "Basic " + base64.b64encode(told).decode()

    def send(self, fields: list[tuple[str, str]]) -> tuple[str, bytes]:
        """The media type and the bytes of the answer to a query (SPARQL 1.1 Protocol, 2.1.2)."""
        data = urlencode(fields).encode()
        request = urllib.request.Request(self._url, data, self._headers)
        try:
            with urllib.request.urlopen(request, timeout=self._seconds) as answer:
                kind = answer.headers.get_content_type()
                body = answer.read(_MOST + 1)
                length = answer.headers.get("Content-Length")
        except urllib.error.HTTPError as error:
            raise self._refused(error) from None
        except (OSError, HTTPException, ValueError) as error:
            reason = getattr(error, "reason", None) or error
            raise StoreError(f"{self.shown} cannot be asked: {reason}") from None
        if length is not None and length.isdecimal() and len(body) < min(int(length), _MOST):
            raise StoreError(f"{self.shown} cannot be asked: its answer is cut short")
        if len(body) > _MOST:
            raise QueryError("The answer has more than a gigabyte; ask for less with LIMIT")
        if kind not in (_TABLE, _TRIPLES):
            raise StoreError(f"{self.shown} is no SPARQL endpoint: it answers {kind}")
        return kind, body

    def _refused(self, error: urllib.error.HTTPError) -> QueryError | StoreError:
        told = " ".join(error.read(_TOLD * 4).decode("utf-8", "replace").split())[:_TOLD]
        if error.code == 400:
            return QueryError(f"The query cannot be run: {told}")
        if error.code in (401, 403):
            return StoreError(f"{self.shown} lets nobody in so ({error.code}): {told}")
        return StoreError(f"{self.shown} answers {error.code}: {told}")


def _table(data: bytes) -> Result:
    return pyoxigraph.parse_query_results(data, format=QueryResultsFormat.JSON)


def _triples(data: bytes) -> Result:
    """Triples as the engine gives them, in an order of their own."""
    store = pyoxigraph.Store()
    store.bulk_load(data, RdfFormat.N_TRIPLES)
    return store.query("CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o } ORDER BY ?s ?p ?o")


class _Quads:
    """What is asked of a store beside queries, as queries."""

    def __init__(self, endpoint: Endpoint) -> None:
        self._endpoint = endpoint

    def quads_for_pattern(
        self, subject: Any, predicate: Any, value: Any, graph: Any = None
    ) -> Iterator[Quad]:
        """The quads that match; None stands for anything."""
        terms = {"s": subject, "p": predicate, "o": value}
        pattern = " ".join(f"?{n}" if t is None else str(t) for n, t in terms.items())
        named = isinstance(graph, NamedNode)
        if not isinstance(graph, DefaultGraph):
            pattern = f"GRAPH {graph if named else '?g'} {{ {pattern} }}"
        for row in self._endpoint.rows(f"SELECT * {{ {pattern} }}"):
            one, two, three = (row[n] if t is None else t for n, t in terms.items())
            place = graph if named else DefaultGraph() if graph is not None else row["g"]
            yield Quad(one, two, three, place)
