"""All in one: the articles in some files."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from kg.errors import ReadError
from kg.model import Article
from kg.read.document import Document
from kg.read.find import find
from kg.read.formats import read
from kg.read.unpack import unpack


def documents(paths: Iterable[Path]) -> Iterator[Document]:
    """The raw material of every article in files and folders; ReadError at the first bad one."""
    given = list(paths)
    for path in find(given):
        for item in unpack(path):
            if isinstance(item, Document):
                yield item
            elif not item.foreign or path in given:
                raise ReadError(f"{item.source}: {item.reason}")


def articles(paths: Iterable[Path]) -> Iterator[Article]:
    """The articles in files and folders, in their order; ReadError at the first bad one."""
    for document in documents(paths):
        try:
            yield read(document)
        except ReadError as error:
            raise ReadError(f"{document.source}: {error}") from None
