"""Pages of things: all their facts, each with its sentence; and the same as RDF."""

import io
from collections.abc import Mapping
from urllib.parse import quote

from pyoxigraph import NamedNode

from kg.graph import Store
from kg.graph import part as parts
from kg.graph.formats import FORMATS
from kg.query.known import Fact, known
from kg.query.names import find, standing, with_context
from kg.serve.answers import with_charset
from kg.serve.exchange import Reply, Request, rejected, sentence
from kg.serve.negotiate import choose
from kg.serve.pages import iri_of, local, page
from kg.view.content import KINDS

# By the end of an address: the media type, and the export format that it is.
SUFFIXES: Mapping[str, tuple[str, str]] = {
    ".html": ("text/html", ""),
    ".ttl": ("text/turtle", "ttl"),
    ".jsonld": ("application/ld+json", "jsonld"),
    ".nq": ("application/n-quads", "nq"),
    ".trig": ("application/trig", "trig"),
}


def entity(store: Store, request: Request) -> Reply:
    """What is known of the thing at an address, as a page or as RDF, by Accept or by suffix."""
    iri, suffix = _named(store, request)
    types = dict(SUFFIXES.values())
    wanted = SUFFIXES[suffix][0] if suffix else choose(request.accept, tuple(types))
    if wanted is None:
        raise rejected(406, f"This can be had as {', '.join(types)}", ("Vary", "Accept"))
    if wanted == "text/html":
        return _page(store, request, iri)
    output = io.BytesIO()
    FORMATS[types[wanted]](parts.about(store, NamedNode(iri)), output)
    return Reply(200, output.getvalue(), with_charset(wanted), (("Vary", "Accept"),))


def _named(store: Store, request: Request) -> tuple[str, str]:
    """The IRI that an address stands for, and the suffix that says how it is wanted."""
    for suffix in ("", *SUFFIXES):
        if request.path.endswith(suffix):
            iri = iri_of(request.path.removesuffix(suffix), store.base)
            if iri and any(store.quads.quads_for_pattern(NamedNode(iri), None, None)):
                there = standing(store, iri)
                if there != iri:
                    path = local(there, store.base)
                    raise rejected(
                        301, "It is elsewhere", ("Location", quote(f"{path}{suffix}", safe="/%"))
                    )
                return iri, suffix
    raise rejected(404, f"There is nothing at {request.path}")


def _page(store: Store, request: Request, iri: str) -> Reply:
    found = find(store, iri)
    if not found:
        return sentence(404, "This has no page, but data: ask for .ttl")
    told = known(store, with_context(store, found[0]))
    facts = [fact for fact in told.facts if fact.is_fact]
    things = [fact for fact in told.facts if not fact.is_fact]
    return page(
        request,
        "entity",
        known=told,
        facts=facts,
        things=things,
        drawn=(*KINDS, "post"),
        path=quote(request.path.removesuffix(".html"), safe="/"),
        local=lambda other: local(other, store.base),
        ends=lambda fact: _ends(fact, iri),
        suffixes=[suffix for suffix in SUFFIXES if suffix != ".html"],
    )


def _ends(fact: Fact, iri: str) -> list[tuple[str, str]]:
    """The other things that a fact is about: their IRIs and labels, each once."""
    return list({end.iri: end.text for end in fact.ends if end.iri and end.iri != iri}.items())
