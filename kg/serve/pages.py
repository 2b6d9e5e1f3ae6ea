"""Pages: templates filled with what a handler found; all of it is escaped."""

from collections.abc import Callable, Mapping
from functools import cache
from typing import Any
from urllib.parse import quote, urlencode

from jinja2 import Environment, PackageLoader, StrictUndefined
from pyoxigraph import NamedNode

from kg.graph.names import article_path
from kg.graph.namespaces import NODES
from kg.query.answer import Rows, shown
from kg.serve.exchange import Reply, Request
from kg.serve.words import LANGUAGES, language_of, words

HTML = "text/html; charset=utf-8"


def page(request: Request, template: str, status: int = 200, **found: Any) -> Reply:
    """A page made of a template, in the language of the reader."""
    language = language_of(request)
    text = (
        _environment()
        .get_template(f"{template}.html")
        .render(
            found,
            language=language,
            words=words(language),
            link=_links(request),
            chosen_language=request.value("lang"),
            other_language=_other_language(request, language),
        )
    )
    headers = (("Vary", "Accept, Accept-Language"),)
    return Reply(status, text.encode(), HTML, headers)


@cache
def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("kg.serve"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def _links(request: Request) -> Callable[..., str]:
    """Makes addresses of this server, which keep the language that was chosen in the address."""
    chosen = {"lang": request.value("lang")} if request.value("lang") else {}

    def link(path: str, **parameters: str) -> str:
        query = urlencode({**parameters, **chosen})
        return quote(path, safe="/%") + (f"?{query}" if query else "")

    return link


def _other_language(request: Request, language: str) -> str:
    """The address of the same page in the other language."""
    other = next(name for name in LANGUAGES if name != language)
    kept = [(name, value) for name, value in request.query if name != "lang"]
    return f"{quote(request.path, safe='/')}?{urlencode([*kept, ('lang', other)])}"


def local(iri: str | None, base: str) -> str | None:
    """The path of a node's page here; None for what is not of this graph."""
    return f"/{iri.removeprefix(base)}" if iri and iri.startswith(base) else None


def iri_of(path: str, base: str) -> str | None:
    """The IRI of the node whose page is at a path here; the names of articles are escaped."""
    kind, _, name = path.removeprefix("/").partition("/")
    if kind not in NODES or not name:
        return None
    iri = base + (article_path(name) if kind == "article" else f"{kind}/{name}")
    try:
        return NamedNode(iri).value
    except ValueError:
        return None


def table(rows: Rows, base: str) -> tuple[list[str], list[list[tuple[str, str | None]]]]:
    """The columns that are to be read, and for each row its cells: text, and the path behind it."""
    names = [name for name in rows.variables if not name.endswith("_iri")]
    at = {name: place for place, name in enumerate(rows.variables)}
    cells = []
    for row in rows:
        texts = {name: shown(row[at[name]], rows.prefixes) for name in names}
        iris = {name: row[at[f"{name}_iri"]] for name in names if f"{name}_iri" in at}
        paths = {name: local(getattr(iri, "value", None), base) for name, iri in iris.items()}
        if texts.get("article") and "article" not in paths:
            paths["article"] = f"/{article_path(texts['article'])}"
        cells.append([(texts[name], paths.get(name)) for name in names])
    return names, cells


def given(request: Request, *without: str) -> Mapping[str, str]:
    """What is given in the address, by name, without some."""
    return {name: value for name, value in request.query if name not in ("lang", *without)}
