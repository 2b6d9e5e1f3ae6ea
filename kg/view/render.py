"""Put the page together: data, template, styles and scripts in one file that asks for nothing."""

import json
from collections.abc import Collection
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

from kg.view import encode, layout, part, policy, style
from kg.view.facts import KINDS, Content, collect
from kg.view.select import Graph

OPENING = 36  # nodes that can be drawn at once with their labels readable
SCRIPTS = (
    "words", "data", "state", "arrange", "draw", "search", "quote", "panel", "table", "filter",
    "keys", "main",
)  # fmt: skip


def render(
    graph: Graph,
    *,
    focus: str | None = None,
    hops: int = 2,
    limit: int | None = None,
    kinds: Collection[str] | None = None,
    title: str = "Đồ thị tri thức",
) -> str:
    """Give one HTML page of a graph, or of its part around a focus (a name or an IRI).

    `limit` bounds the number of nodes the page carries, `kinds` names the kinds it carries.
    """
    content = collect(graph)
    centre = part.find(content, focus) if focus else None
    return _page(part.choose(content, centre, hops, limit, kinds), centre, title)


def _page(content: Content, centre: str | None, title: str) -> str:
    """Fill the template."""
    from jinja2 import Environment
    from markupsafe import Markup

    here = files("kg.view")
    library, script = _library(), _script(here)
    sheet = style.variables() + _read(here / "page.css")
    template = Environment(autoescape=True).from_string(_read(here / "page.html"))
    return template.render(
        title=title,
        policy=policy.policy(scripts=(library, script), sheets=(sheet,)),
        data=Markup(policy.inert(_data(content, centre, title))),
        library=Markup(library),
        script=Markup(script),
        sheet=Markup(sheet),
    )


def _data(content: Content, centre: str | None, title: str) -> dict[str, Any]:
    """Give all that the scripts know."""
    around = part.neighbours((node.iri for node in content.nodes), content.facts)
    places = layout.layout(around)
    short = encode.names([*around, *content.articles])
    kinds = {node.iri: node.kind for node in content.nodes}
    opening = set(part.best_connected(around, OPENING, centre, kinds))
    inside = {iri: around[iri] & opening for iri in opening}
    drawn = [(short[node.iri], node) for node in content.nodes if node.iri in opening]
    edges = {
        (short[fact.source], short[fact.target])
        for fact in content.facts
        if fact.target and {fact.source, fact.target} <= opening
    }
    return {
        "title": title,
        "base": _base(short),
        "centre": short[centre] if centre else None,
        "kinds": {kind: style.SHAPES[kind] for kind in KINDS},
        "light": style.LIGHT,
        "dark": style.DARK,
        "words": json.loads(_read(files("kg.view") / "words.json")),
        "network": style.picture(drawn, layout.layout(inside), edges),
        **encode.encode(content, short, places),
    }


def _base(short: dict[str, str]) -> str:
    """Give what the short names leave out of the IRIs."""
    return next((iri.removesuffix(name) for iri, name in short.items() if iri != name), "")


def _library() -> str:
    """Read vis-network's script, the newest that pyvis carries."""
    versions = sorted((files("pyvis") / "lib").iterdir(), key=lambda folder: folder.name)
    newest = [folder for folder in versions if folder.name.startswith("vis-")][-1]
    return _read(newest / "vis-network.min.js").replace("//# sourceMappingURL=", "// ")


def _script(here: Traversable) -> str:
    """Join the page's scripts in one scope of their own."""
    parts = [_read(here / "script" / f"{name}.js") for name in SCRIPTS]
    return '(() => {\n"use strict";\n' + "\n".join(parts) + "\n})();\n"


def _read(path: Traversable) -> str:
    """Read a text file with the line ends that the browser hashes."""
    return path.read_text(encoding="utf-8").replace("\r\n", "\n")
