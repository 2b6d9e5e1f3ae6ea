"""Exports: a graph in the formats of other programs, one file a format.

`kg.graph.formats` lists them. What each keeps and loses stands in `docs/exports.md`.
"""
