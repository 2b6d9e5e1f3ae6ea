"""A graph that can be looked at: asked as kg.query does, and shown as a page."""

from typing import Any

from kg.query import Graph as AskedGraph
from kg.view.compose import Page, page

NOTEBOOK = 2000  # nodes of the page that a notebook shows by itself


class Graph(AskedGraph):
    """A graph made by kg build, to be asked in Python, and to be looked at in a notebook.

        with kg.open("news.kg") as graph:
            graph.ask("holders", position="Bí thư Huyện ủy Văn Lâm", on="2023-07-31")
            graph.view(focus="Huyện ủy Văn Lâm")

    It is one fixed state: a build that runs meanwhile makes a new one. `store` is its quads.
    """

    def view(self, **options: Any) -> Page:
        """The page of the graph or of a part of it; the options are those of kg.view.page."""
        return page(self.store, **options)

    def _repr_html_(self) -> str:
        """The page of the graph's best-connected part, as a notebook shows it."""
        return page(self.store, limit=NOTEBOOK)._repr_html_()
