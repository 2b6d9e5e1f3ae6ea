"""The terms that the graph is written in: prefixes, and short names turned into IRIs.

Our own vocabulary (`vnkg:`) comes last; every other prefix is a published vocabulary, used as
its specification defines it. `tests/graph` checks each term against rdflib's closed
namespaces or `ontology/`.
"""

from functools import cache

from pyoxigraph import NamedNode

BASE = "https://w3id.org/vnkg/id/"
ONTOLOGY = "https://w3id.org/vnkg/ontology"

VOCABULARIES: dict[str, str] = {
    "vnkg": "https://w3id.org/vnkg/ontology#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "dcterms": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "org": "http://www.w3.org/ns/org#",
    "prov": "http://www.w3.org/ns/prov#",
    "oa": "http://www.w3.org/ns/oa#",
    "schema": "https://schema.org/",
    "eli": "http://data.europa.eu/eli/ontology#",
    "time": "http://www.w3.org/2006/time#",
    "sh": "http://www.w3.org/ns/shacl#",
    "wd": "http://www.wikidata.org/entity/",
}

# One prefix for each kind of node, so that a query may say person:bui-huy-cuong-1f0c9a2b.
NODES = (
    "article",
    "person",
    "body",
    "unit",
    "post",
    "membership",
    "directive",
    "link",
    "event",
    "participation",
    "evidence",
)


def prefixes(base: str = BASE) -> dict[str, str]:
    """All prefixes of a graph under `base`: the vocabularies', and one for each kind of node."""
    return VOCABULARIES | {kind: f"{base}{kind}/" for kind in NODES}


@cache
def iri(name: str) -> NamedNode:
    """Give the IRI of a short name such as "org:member"; KeyError for an unknown prefix."""
    prefix, _, local = name.partition(":")
    return NamedNode(VOCABULARIES[prefix] + local)
