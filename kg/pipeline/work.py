"""Reading documents and extracting what they say, in several processes where there are many."""

import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain, islice

from kg.errors import KgError, VocabularyError
from kg.graph.codec import encode
from kg.model import Article, Candidate, Reading
from kg.pipeline.bounds import Late, bounded, confine, watched
from kg.pipeline.crew import Crew, Died
from kg.read import Document
from kg.resolve import candidates, complete
from kg.resolve.texts import signature

MANY = 200  # documents from which on more than one process pays
_AT_ONCE = 32  # documents that a worker gets together, unless they are large
_LARGE = 256 * 1024  # bytes
_SAFE = ".txt"  # what is read without a library that might not end


@dataclass(frozen=True, slots=True)
class Read:
    """What was read of an article, ready for the records: encoded, and what it is compared by."""

    name: str
    reading: str
    candidates: tuple[Candidate, ...]
    published: str | None = None
    signature: bytes = b""


def read_documents(
    documents: Iterable[Document], workers: int | None = None
) -> Iterator[tuple[Document, Read | str]]:
    """What each document says, in their order; or why it could not be read.

    No more documents are taken than are worked on. Where there are few and all are plain text,
    no process is started.
    """
    coming = iter(documents)
    first = list(islice(coming, MANY))
    few = len(first) < MANY
    if (few or workers == 1) and all(document.format == _SAFE for document in first):
        whole = chain(first, coming)
        yield from _one_by_one(whole)
        return
    count = workers or (1 if few else os.cpu_count() or 1)
    with Crew(count, _read_all) as crew:
        for batch, results in crew.map(_batches(chain(first, coming))):
            yield from zip(batch, _told(batch, results), strict=True)


def _one_by_one(documents: Iterable[Document]) -> Iterator[tuple[Document, Read | str]]:
    for document in documents:
        yield document, read_document(document)


def _batches(documents: Iterable[Document]) -> Iterator[Sequence[Document]]:
    batch: list[Document] = []
    size = 0
    for document in documents:
        batch.append(document)
        size += len(document.data)
        if len(batch) == _AT_ONCE or size > _LARGE:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def _read_all(batch: Sequence[Document]) -> list[Read | str]:
    """What a worker does with a batch."""
    confine()
    found: list[Read | str] = []
    for document in batch:
        with watched():
            found.append(read_document(document))
    return found


def _told(batch: Sequence[Document], results: list[Read | str] | Died) -> Iterable[Read | str]:
    """The results of a batch; if its worker died, each document is tried alone."""
    if not isinstance(results, Died):
        return results
    with Crew(1, _read_all) as crew:
        alone = [result for _, result in crew.map([document] for document in batch)]
    return [_DIED if isinstance(result, Died) else result[0] for result in alone]


_DIED = "stopped the process that read it (too much memory, or a fault of a library)"


def read_document(document: Document) -> Read | str:
    """What one document says, or why it could not be read."""
    from kg.read import read

    try:
        with bounded():
            reading = read_article(read(document))
            article = reading.article
            compared = tuple(candidates(reading)), article.published, signature(article.text)
            return Read(article.id, encode(reading), *compared)
    except VocabularyError:
        raise
    except Late as error:
        return str(error)
    except KgError as error:
        return str(error)
    except MemoryError:
        return "takes more memory than an article should"
    except RecursionError:
        return "is nested too deeply"
    except Exception as error:
        return f"a fault of kg, please report it: {type(error).__name__}: {error}"


def read_article(article: Article) -> Reading:
    """What one article says, every person and body that a fact names being listed."""
    from kg.extract import extract

    return complete(extract(article))


def renamed(reading: Reading, name: str) -> Reading:
    """The same reading of an article that is called otherwise."""
    return replace(reading, article=replace(reading.article, id=name))
