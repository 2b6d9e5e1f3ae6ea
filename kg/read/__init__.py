"""Reading: from files of all kinds to articles, their normalised text freed of the page around it.

`find` finds files, `unpack` gives the raw material of every article in one, and `read` makes an
article of that. So files are opened and unpacked in one place, and articles read in many.
"""

from kg.read.articles import articles, documents
from kg.read.document import Document, Refused, Told
from kg.read.find import find
from kg.read.formats import ARCHIVES, READERS, read
from kg.read.opened import outermost
from kg.read.pages import listed, pages
from kg.read.rows import Columns, columns_of
from kg.read.unpack import STDIN, unpack

__all__ = [
    "ARCHIVES",
    "READERS",
    "STDIN",
    "Columns",
    "Document",
    "Refused",
    "Told",
    "articles",
    "columns_of",
    "documents",
    "find",
    "listed",
    "outermost",
    "pages",
    "read",
    "unpack",
]
