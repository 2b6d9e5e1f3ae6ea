"""Plain text: a page's words as they were copied, one paragraph a line."""

from pathlib import Path

from kg.model import Article
from kg.read.files import load
from kg.read.page import parse


def read_plain(path: Path) -> Article:
    """The article in a UTF-8 text file; raises ReadError."""
    return parse(load(path), path)
