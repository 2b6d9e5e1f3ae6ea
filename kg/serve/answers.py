"""An answer of the graph as a reply, in the format that the client likes best."""

import io
from collections.abc import Mapping

from kg.query import write
from kg.query.answer import Answer, Triples
from kg.serve.exchange import Reply, rejected
from kg.serve.negotiate import choose

# Media type → the name of a format in kg.query; the first is given to who does not mind.
ROWS: Mapping[str, str] = {
    "application/sparql-results+json": "json",
    "application/sparql-results+xml": "xml",
    "text/csv": "csv",
    "text/tab-separated-values": "tsv",
}
TRIPLES: Mapping[str, str] = {
    "text/turtle": "ttl",
    "application/n-triples": "nq",
    "application/ld+json": "jsonld",
    "application/rdf+xml": "rdf",
}
# Looser names of the same. A browser lists application/xml too, and wants none of it.
_LOOSE_ROWS = {"application/json": "json", "application/xml": "xml", "text/xml": "xml"}
_LOOSE_TRIPLES = {"application/json": "jsonld", "application/xml": "rdf", "text/xml": "rdf"}


def reply(answer: Answer, accept: str) -> Reply:
    """The reply that gives an answer; 406 with what there is if the client likes none of it."""
    strict, loose = (
        (TRIPLES, _LOOSE_TRIPLES) if isinstance(answer, Triples) else (ROWS, _LOOSE_ROWS)
    )
    formats = strict if is_browser(accept) else {**strict, **loose}
    media_type = choose(accept, tuple(formats))
    if media_type is None:
        raise rejected(406, f"The answer can be had as {', '.join(strict)}", ("Vary", "Accept"))
    text = io.StringIO()
    write(answer, formats[media_type], text)
    body = text.getvalue().encode()
    return Reply(200, body, with_charset(media_type), (("Vary", "Accept"),))


def is_browser(accept: str) -> bool:
    """Whether an Accept header is that of a person's browser."""
    return "text/html" in accept.lower()


def with_charset(media_type: str) -> str:
    """A media type as it is declared: text says its encoding."""
    return f"{media_type}; charset=utf-8" if media_type.startswith("text/") else media_type
