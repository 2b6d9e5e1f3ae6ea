"""An RO-Crate 1.1: the graph as N-Quads with a description of where it comes from.

https://www.researchobject.org/ro-crate/specification/1.1/, with terms of DCAT beside it. The
articles are named with address, publisher and day; none of their texts is within, and no licence
is claimed for what the graph quotes of them.
"""

import json
import os
from collections.abc import Iterator
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from typing import Any, TypeAlias

from pyoxigraph import RdfFormat, serialize

from kg.errors import StoreError
from kg.graph import manifest
from kg.graph.exports.answers import answers
from kg.graph.exports.package import NO_LICENCE
from kg.graph.exports.quads import graph_by_graph
from kg.graph.names import digest
from kg.graph.questions import Row
from kg.graph.store import Store

Entity: TypeAlias = dict[str, Any]

METADATA = "ro-crate-metadata.json"
QUADS = "graph.nq"
_CONTEXT = ["https://w3id.org/ro/crate/1.1/context", {"dcat": "http://www.w3.org/ns/dcat#"}]
_TITLE = "People, posts, bodies and directives in Vietnamese news"


def write_rocrate(store: Store, folder: Path, licence: str | None) -> None:
    """Write the graph and its description."""
    with (folder / QUADS).open("wb") as file:
        serialize(graph_by_graph(store), file, format=RdfFormat.N_QUADS)
    size = (folder / QUADS).stat().st_size
    with (folder / METADATA).open("w", encoding="utf-8") as text:
        context = json.dumps(_CONTEXT)
        text.write(f'{{"@context": {context},\n"@graph": [')
        comma = "\n"
        for entity in _entities(store, licence, size):
            text.write(comma + json.dumps(entity, ensure_ascii=False))
            comma = ",\n"
        text.write("\n]}\n")


def _entities(store: Store, licence: str | None, size: int) -> Iterator[Entity]:
    day = built(store)
    articles = [_reference(row["id"]) for row in answers(store, "articles")]
    days = sorted(row["published"] for row in answers(store, "articles") if row["published"])
    yield {
        "@id": METADATA,
        "@type": "CreativeWork",
        "conformsTo": _reference("https://w3id.org/ro/crate/1.1"),
        "about": _reference("./"),
    }
    yield _root(day, licence, len(articles)) | (
        {"temporalCoverage": f"{days[0]}/{days[-1]}"} if days else {}
    )
    yield _file(size)
    yield {
        "@id": "#build",
        "@type": "CreateAction",
        "name": "Reading the articles into one graph",
        "instrument": _reference("#kg"),
        "object": articles,
        "result": _reference(QUADS),
        "endTime": day,
    }
    yield {
        "@id": "#kg",
        "@type": "SoftwareApplication",
        "name": "kg",
        "softwareVersion": version("kg"),
        "description": "Builds graphs of people, posts, bodies and directives from Vietnamese news",
    }
    if licence:
        yield {"@id": licence, "@type": "CreativeWork", "name": licence, "url": licence}
    yield from _publishers(store)
    yield from (_article(row) for row in answers(store, "articles"))


def _root(day: str, licence: str | None, articles: int) -> Entity:
    return {
        "@id": "./",
        "@type": ["Dataset", "dcat:Dataset"],
        "name": _TITLE,
        "description": f"One RDF graph, read from {articles} articles, with each fact's sentence.",
        "datePublished": day,
        "inLanguage": "vi",
        "keywords": ["Vietnam", "knowledge graph", "government", "news"],
        "license": _reference(licence) if licence else NO_LICENCE,
        "hasPart": [_reference(QUADS)],
        "mentions": [_reference("#build")],
        "dcat:distribution": [_reference(QUADS)],
    }


def _file(size: int) -> Entity:
    return {
        "@id": QUADS,
        "@type": ["File", "dcat:Distribution"],
        "name": "The graph as N-Quads",
        "description": "Each article is a named graph, and the ontology another.",
        "encodingFormat": "application/n-quads",
        "contentSize": str(size),
        "dcat:mediaType": "application/n-quads",
        "dcat:byteSize": size,
    }


def _article(row: Row) -> Entity:
    publisher = row["publisher"]
    told = {
        "@id": row["id"],
        "@type": "NewsArticle",
        "identifier": row["name"],
        "name": row["title"],
        "datePublished": row["published"],
        "url": row["url"],
        "publisher": _reference(_publisher(publisher)) if publisher else None,
    }
    return {name: value for name, value in told.items() if value}


def _publishers(store: Store) -> Iterator[Entity]:
    names = {row["publisher"] for row in answers(store, "articles")}
    for name in sorted(name for name in names if name):
        yield {"@id": _publisher(name), "@type": "Organization", "name": name}


def _publisher(name: str) -> str:
    return f"#publisher-{digest(name)}"


def _reference(iri: str | None) -> dict[str, str | None]:
    return {"@id": iri}


def built(store: Store) -> str:
    """The day on which the graph was built, or that of SOURCE_DATE_EPOCH, if it is set."""
    told = os.environ.get("SOURCE_DATE_EPOCH")
    try:
        seconds = int(told) if told else (store.path / manifest.FILE).stat().st_mtime
        return datetime.fromtimestamp(seconds, UTC).date().isoformat()
    except (OSError, OverflowError, ValueError):
        raise StoreError(
            "the day on which the graph was built is not known; set SOURCE_DATE_EPOCH to its second"
        ) from None
