"""How the page looks: the one place for shapes and colours, handed to pyvis and to the page.

Every colour of LIGHT and DARK stands out from ground and plate at 4.5 to 1 (WCAG 2.2, 1.4.3), but
for "line", which is no text and does at 3 to 1 (1.4.11).
"""

from collections.abc import Mapping
from typing import Any

from kg.view.content import Node

# The outlines are in script/base/elements.js; "thing" is what only a query named.
SHAPES: Mapping[str, str] = {
    "person": "dot",
    "body": "square",
    "directive": "diamond",
    "event": "triangle",
    "thing": "hexagon",
    "post": "seat",
    "article": "sheet",
}

LIGHT: Mapping[str, str] = {
    "person": "#0a5fb4",
    "body": "#a8430a",
    "directive": "#1f7135",
    "event": "#7b2d9b",
    "thing": "#4a5560",
    "post": "#0a5fb4",
    "ground": "#ffffff",
    "ink": "#1c2128",
    "line": "#828c97",
    "mark": "#c2185b",
    "soft": "#515b66",
    "article": "#515b66",
    "link": "#0a5fb4",
    "focus": "#c2185b",
}

DARK: Mapping[str, str] = {
    "person": "#6cb6ff",
    "body": "#ff9d5c",
    "directive": "#6fd08a",
    "event": "#d9a5f5",
    "thing": "#b4bec9",
    "post": "#6cb6ff",
    "ground": "#14181d",
    "ink": "#e6eaef",
    "line": "#6f7a86",
    "mark": "#ff8fb8",
    "soft": "#a9b3be",
    "article": "#a9b3be",
    "link": "#6cb6ff",
    "focus": "#ff8fb8",
}

# What lies behind or beside the words: (light, dark).
BEHIND: Mapping[str, tuple[str, str]] = {
    "plate": ("#f4f6f8", "#1d2329"),
    "edge": ("#c9d0d8", "#3a444f"),
    "control": ("#7d8792", "#76818d"),
    "quote": ("#fff0a8", "#5c4a00"),
    "quote-ink": ("#1c2128", "#fff6d6"),
}

OPTIONS: Mapping[str, Any] = {
    "autoResize": True,
    "physics": {"enabled": False},
    "layout": {"improvedLayout": False, "randomSeed": 7},
    "interaction": {
        "hover": True,
        "hideEdgesOnDrag": False,
        "hideEdgesOnZoom": False,
        "selectConnectedEdges": False,
        "tooltipDelay": 200,
        "zoomSpeed": 0.6,
    },
    "edges": {
        "smooth": False,
        "width": 1.3,
        "selectionWidth": 2.5,
        "hoverWidth": 0.5,
        "arrows": {"to": {"scaleFactor": 0.5}, "from": {"scaleFactor": 0.5}},
    },
}


def variables() -> str:
    """Write the colours as variables of the page's style sheet, light and dark."""
    light = {**LIGHT, **{name: pair[0] for name, pair in BEHIND.items()}}
    dark = {**DARK, **{name: pair[1] for name, pair in BEHIND.items()}}
    rules = [
        ":root {" + "".join(f" --{name}: {colour};" for name, colour in look.items()) + " }"
        for look in (light, dark)
    ]
    return (
        f":root {{ color-scheme: light dark; }}\n{rules[0]}\n"
        f"@media (prefers-color-scheme: dark) {{ {rules[1]} }}\n"
    )


def picture(nodes: list[tuple[str, Node]], places: Mapping[str, tuple[int, int]]) -> dict[str, Any]:
    """Place nodes (each with its name on the page) as a pyvis network's data, with its options."""
    import json

    from pyvis.network import Network

    network = Network(directed=True, cdn_resources="in_line")
    network.set_options(json.dumps(OPTIONS))
    for name, node in nodes:
        x, y = places[node.iri]
        shape = SHAPES[node.kind]
        network.add_node(name, label=node.label, shape=shape, group=node.kind, x=x, y=y)
    drawn, _, _, _, _, options = network.get_network_data()
    return {"nodes": drawn, "options": json.loads(options)}
