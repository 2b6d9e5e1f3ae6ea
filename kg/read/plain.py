"""Plain text: a page's words as they were copied, one paragraph a line."""

from kg.model import Article
from kg.read.document import Document
from kg.read.page import parse
from kg.text.encodings import decode


def read_plain(document: Document) -> Article:
    """The article in a text file, in whatever encoding is known; raises ReadError."""
    decoded = decode(document.data, document.charset)
    return parse(decoded.text, document, decoded.offsets)
