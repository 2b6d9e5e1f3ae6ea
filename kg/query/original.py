"""From a sentence of the graph back to the file that it was read from."""

from dataclasses import dataclass

from kg.graph import Store
from kg.model import Span
from kg.text import original as in_original


@dataclass(frozen=True, slots=True)
class Place:
    """Where a sentence stands: the file, with the place in an archive, and the characters there.

    The characters count as the file's encoding has them, its mark of byte order as one; of a
    table's row they are those of its text. None where the text was not kept as it stands there.
    """

    source: str
    span: Span | None


def original(store: Store, article: str, start: int, end: int) -> Place:
    """The place in its file of a stretch of an article's text; KeyError for an unknown article.

    `start` and `end` are as in `oa:start` and `oa:end`, characters of the normalised text.
    """
    with store.records() as records:
        entry = records.entries([article])[article]
        told = records.reading_of(article).article
    return Place(entry.source, in_original(told.origins, Span(start, end)))
