"""The page with the SPARQL editor, and the queries it begins with."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files

from kg.graph import Store
from kg.serve.exchange import Reply, Request
from kg.serve.pages import page
from kg.serve.words import LANGUAGES, language_of


def editor(store: Store, request: Request) -> Reply:
    """The editor, with the graph's prefixes and a few queries to begin with."""
    return page(
        request,
        "editor",
        prefixes=store.prefixes,
        examples=[*_examples(LANGUAGES.index(language_of(request)), store.prefixes)],
        base=store.base,
        limits=request.limits,
    )


def _examples(place: int, prefixes: Mapping[str, str]) -> Iterator[dict[str, str]]:
    """The queries of `examples/`, whose first two lines say in both languages what they ask.

    They declare their prefixes: kg would not ask for it, but the editor marks what is undeclared.
    """
    for text in _texts():
        used = {name: iri for name, iri in prefixes.items() if re.search(rf"\b{name}:", text)}
        declared = "".join(f"PREFIX {name}: <{iri}>\n" for name, iri in used.items())
        yield {"about": text.splitlines()[place].removeprefix("# "), "sparql": declared + text}


@cache
def _texts() -> tuple[str, ...]:
    folder = files("kg.serve").joinpath("examples")
    return tuple(p.read_text("utf-8") for p in sorted(folder.iterdir(), key=lambda p: p.name))
