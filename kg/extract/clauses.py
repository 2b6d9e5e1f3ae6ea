"""The subject of a sentence: the bodies that it is about, which no preposition governs."""

import re
from collections.abc import Sequence
from typing import TypeAlias

from kg.extract.page import Page
from kg.extract.registry import Registry
from kg.extract.scan import Row
from kg.extract.terms import BodyTerm

_GOVERNED = re.compile(
    r"(?:của|với|theo|cho|do|tại|trong|ở|về|gửi|thuộc|từ|bởi|đối với|và của|trực thuộc|giúp|"
    r"trình|dưới|đến)$"
)

Subjects: TypeAlias = Sequence[tuple[int, tuple[str, ...]]]
"""Bodies by canonical name, each group with the number of its first chunk."""


def subjects_of(page: Page, row: Row, registry: Registry) -> Subjects:
    """The bodies that a clause of the row is about, with the number of their first chunk."""
    found: list[tuple[int, tuple[str, ...]]] = []
    names: list[str] = []
    for j, chunk in enumerate(row.chunks):
        if isinstance(chunk.term, BodyTerm) and chunk.letter == "B":
            joined = (
                bool(names)
                and row.letters[j - 1 : j] in (",", "&")
                and row.letters[j - 2 : j - 1] == "B"
            )
            if joined and found and found[-1][0] >= j - 4:
                found[-1] = (
                    found[-1][0],
                    (*found[-1][1], *registry.names_of(chunk.term, row.chunks, j)),
                )
                continue
            if not names and chunk.term.kind.id != "body-centre" and _is_free(page, row, j):
                names = list(registry.names_of(chunk.term, row.chunks, j))
                if names:
                    found.append((j, tuple(names)))
        elif chunk.letter == "P" and not names:
            return found
        elif chunk.letter == ";":
            names = []
    return found


def _is_free(page: Page, row: Row, j: int) -> bool:
    """Whether no preposition or title governs the body at chunk `j`."""
    if j == 0:
        return True
    before = row.chunks[j - 1]
    if before.letter in "gTavsir(/":
        return False
    if before.letter == "&":
        return j < 3
    text = page.low[max(row.span.start, before.end - 20) : row.chunks[j].start].rstrip()
    return not _GOVERNED.search(text)
