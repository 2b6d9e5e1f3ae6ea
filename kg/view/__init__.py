"""The interactive page: one HTML file that shows a graph, and the sentence behind every fact."""

from kg.view.render import render
from kg.view.select import Graph

__all__ = ["Graph", "render"]
