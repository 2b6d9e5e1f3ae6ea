"""Tests of the page, and the graphs and the browser that they need."""
