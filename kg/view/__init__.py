"""The interactive page: one HTML file that shows a graph, and the sentence behind every fact."""

from kg.view.compose import Page, page, render
from kg.view.graph import Graph

__all__ = ["Graph", "Page", "page", "render"]
