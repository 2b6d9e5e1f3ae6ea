"""Plain text: a page's words as they were copied, one paragraph a line."""

from kg.model import Article
from kg.read.bytes import decode
from kg.read.document import Document
from kg.read.page import parse


def read_plain(document: Document) -> Article:
    """The article in a text file; raises ReadError."""
    return parse(decode(document.data), document)
