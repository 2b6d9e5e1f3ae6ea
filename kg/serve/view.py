"""The interactive page of the graph, or of what is around a thing."""

from kg.errors import UsageError
from kg.graph import Store
from kg.serve.exchange import Reply, Request, rejected
from kg.serve.pages import HTML, iri_of
from kg.serve.words import language_of
from kg.view import Page, page

LIMIT = 600  # nodes of a page that does not say how many it wants
MOST = 3000  # nodes that a page may want
LARGE = 2_000_000  # quads of a graph whose best-connected part would take too long to find


def view(store: Store, request: Request) -> Reply:
    """The page of what is around `focus`, or of the best-connected part of the graph.

    `focus` is a path of this server, an IRI or a name; `hops`, `limit`, `since`, `until` and
    `kinds` are as for kg view.
    """
    focus = request.value("focus").strip()
    if not focus and len(store) > LARGE:
        raise rejected(303, "The graph is too large to be drawn: search", ("Location", "/"))
    made = page(
        store,
        focus=iri_of(focus, store.base) or focus or None,
        hops=_number(request, "hops", 2, 4),
        limit=_number(request, "limit", LIMIT, MOST),
        since=request.value("since") or None,
        until=request.value("until") or None,
        kinds=[kind for kind in request.value("kinds").split(",") if kind] or None,
        language=language_of(request),
        site="",
    )
    headers = (("Vary", "Accept-Language"), ("Content-Security-Policy", _policy(made)))
    return Reply(200, made.html.encode(), HTML, headers)


def _policy(made: Page) -> str:
    """The page's own policy, which names its scripts; and nobody may frame it."""
    return f"{made.policy}; frame-ancestors 'none'"


def _number(request: Request, name: str, usual: int, most: int) -> int:
    """A number of the address from 1 to `most`."""
    text = request.value(name) or str(usual)
    if not text.isdecimal() or not 1 <= int(text[:9]) <= most:
        raise UsageError(f"{name} is a number from 1 to {most}")
    return int(text)
