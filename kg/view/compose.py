"""The page put together: data, template, styles and scripts in one file that asks for nothing."""

import json
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from html import escape
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

from kg.errors import UsageError
from kg.graph import Store
from kg.query import Graph
from kg.query.names import one
from kg.view import collect, encode, layout, part, policy, style
from kg.view.content import KINDS, Content, Details
from kg.view.result import result

OPENING = 30  # nodes that are drawn at first, their labels readable
FEW = 60  # of so few all are drawn
LIMIT = 20_000  # nodes that a page carries unless it is told otherwise
STEPS = 4  # around a focus, no step is made once so many times the limit are reached
TITLE = "Đồ thị tri thức"
# In this order they make one script; what a file uses while it is read stands before it.
SCRIPTS = (
    "base/words", "base/dates", "base/elements", "base/data", "base/graph", "base/posts",
    "base/places", "base/state", "base/filters", "base/names",
    "drawing/choose", "drawing/paths", "drawing/sizes", "drawing/lines", "drawing/force",
    "drawing/layers", "drawing/place", "drawing/shapes", "drawing/draw", "drawing/view",
    "panel/quote", "panel/fact", "panel/timeline", "panel/panel", "panel/intro",
    "controls/search", "controls/filter", "controls/time", "controls/table", "controls/keys",
    "take/save", "take/csv", "take/svg", "take/turtle", "take/gexf", "take/menu",
    "main",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Page:
    """One HTML page, which a notebook shows; `nodes` are in it, `left` did not fit.

    `policy` is the Content-Security-Policy that the page itself declares.
    """

    html: str
    policy: str
    nodes: int
    left: int

    @property
    def note(self) -> str:
        """What did not fit, in a sentence."""
        if not self.left:
            return ""
        return (
            f"The page carries {self.nodes:,} nodes, the best connected;"
            f" {self.left:,} did not fit (--limit)"
        )

    def _repr_html_(self) -> str:
        """The page in a frame, as a notebook shows it."""
        return (
            f'<iframe srcdoc="{escape(self.html)}" width="100%" height="640"'
            f' style="border:1px solid #ccc" title="{escape(TITLE)}"></iframe>'
        )


def page(
    graph: Store | Graph,
    *,
    focus: str | None = None,
    hops: int = 2,
    query: str | None = None,
    since: str | None = None,
    until: str | None = None,
    kinds: Collection[str] | None = None,
    limit: int = LIMIT,
    title: str | None = None,
    language: str = "vi",
    site: str | None = None,
) -> Page:
    """Make the page of a graph, or of a part of it.

    The part is what is at most `hops` facts away from `focus` (a name or an IRI of a person,
    body, directive, event or post), or what a SELECT or CONSTRUCT `query` names; of that what is
    told of the time from `since` until `until` (years, months or days), of some `kinds`, and at
    most `limit` nodes. It has a `title`, and opens in `language`, vi or en; `site` is the address
    of the server that shows it, if one does. QueryError, AmbiguousError and
    UsageError say what is wrong with these.
    """
    store = graph.store if isinstance(graph, Graph) else graph
    if focus and query:
        raise UsageError("a page shows what is around a focus or what a query names, not both")
    centre = one(store, focus, (*KINDS, "post")).iri if focus else None
    starts = collect.starts(store, centre) if centre else ()
    if query:
        content = result(store, query)
    elif centre:
        content = collect.around(store, starts, hops, STEPS * limit)
    else:
        content = collect.everything(store)
    content = part.choose(content, starts, kinds=kinds, since=since, until=until, limit=limit)
    content = collect.with_evidence(store, content)
    scope = {"query": bool(query), "hops": centre and hops, "since": since, "until": until}
    look = {"title": title, "language": language, "site": site, "scope": scope}
    html, rules = _html({**look, **_data(content, centre, starts)}, look)
    return Page(html, rules, len(content.nodes), content.left)


def render(graph: Store | Graph, **options: Any) -> str:
    """Give the HTML of the page that `page` makes of a graph."""
    return page(graph, **options).html


def _html(data: dict[str, Any], look: dict[str, Any]) -> tuple[str, str]:
    """Fill the template; the page comes with its policy."""
    from jinja2 import Environment
    from markupsafe import Markup

    here = files("kg.view")
    library, script = _library(), _script(here / "script")
    sheet = style.variables() + _joined(here / "style", ".css")
    rules = policy.policy(scripts=(library, script), sheets=(sheet,))
    template = Environment(autoescape=True).from_string(_read(here / "page.html"))
    html = template.render(
        look,
        usual_title=TITLE,
        policy=rules,
        data=encode.pack(data),
        library=encode.small(library),
        script=Markup(script),
        sheet=Markup(sheet),
    )
    return html, rules


def _data(content: Content, centre: str | None, starts: Iterable[str]) -> dict[str, Any]:
    """Give all that the scripts know."""
    around = part.neighbours((node.iri for node in content.nodes), content.facts)
    short = encode.names(_iris(content))
    nodes = {node.iri: node for node in content.nodes}
    kinds = {iri: node.kind for iri, node in nodes.items()}
    start = next((iri for iri in starts if iri in around), None)
    count = FEW if len(around) <= FEW else OPENING
    opening = part.best_connected(around, count, start, kinds)
    inside = {iri: around[iri].intersection(opening) for iri in opening}
    drawn = [(short[iri], nodes[iri]) for iri in opening]
    return {
        "base": _base(short),
        "centre": short.get(centre or "", None),
        "left": content.left,
        "shapes": style.SHAPES,
        "light": style.LIGHT,
        "dark": style.DARK,
        "words": json.loads(_read(files("kg.view") / "words.json")),
        "network": style.picture(drawn, layout.layout(inside)),
        **encode.encode(content, short),
    }


def _iris(content: Content) -> set[str]:
    """All IRIs of a content that may get a short name."""
    told: list[Details] = [node.details for node in content.nodes]
    told += [fact.details for fact in content.facts]
    return {
        *(node.iri for node in content.nodes),
        *(fact.iri for fact in content.facts if fact.iri),
        *content.articles,
        *content.levels,
        *(value.text for details in told for _, value in details if value.iri),
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
    """Join the page's scripts in one scope of their own, which may wait."""
    parts = [_read(here / f"{name}.js") for name in SCRIPTS]
    return '(async () => {\n"use strict";\n' + "\n".join(parts) + "\n})();\n"


def _joined(folder: Traversable, ending: str) -> str:
    """Join the files of a folder in the order of their names."""
    parts = sorted(folder.iterdir(), key=lambda path: path.name)
    return "\n".join(_read(path) for path in parts if path.name.endswith(ending))


def _read(path: Traversable) -> str:
    """Read a text file with the line ends that the browser hashes."""
    return path.read_text(encoding="utf-8").replace("\r\n", "\n")
