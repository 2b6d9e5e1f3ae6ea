"""The page with the SPARQL editor, and the queries it begins with."""

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
        examples=_examples(language_of(request)),
        base=store.base,
        limits=request.limits,
    )


@cache
def _examples(language: str) -> list[dict[str, str]]:
    """The queries of `examples/`, whose first two lines say in both languages what they ask."""
    folder = files("kg.serve").joinpath("examples")
    texts = (path.read_text("utf-8") for path in sorted(folder.iterdir(), key=lambda p: p.name))
    place = LANGUAGES.index(language)
    return [
        {"about": text.splitlines()[place].removeprefix("# "), "sparql": text} for text in texts
    ]
