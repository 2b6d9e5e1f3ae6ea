"""Which blocks of a page are the article: from its title to the end of its body."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from kg.read.furniture import is_a
from kg.read.html.tree import Block, is_called
from kg.text import fold

_PARAGRAPH = 60
"""Characters of the shortest paragraph."""
_MOST_OTHERS = 0.3
"""A list of other articles at the end holds less of the text than this."""
_BEHIND = 4
"""How many blocks behind the body may tell of its author and its source."""
_SHORT = 80
"""Characters of the longest line that does so."""


@dataclass(frozen=True, slots=True)
class Region:
    """The blocks of an article, and the one of them that is its title, if it is known."""

    blocks: tuple[Block, ...]
    title: Block | None


def region(blocks: Sequence[Block], titles: Sequence[str]) -> Region:
    """The article's blocks, given all of a page and the titles that the page tells of."""
    body = _body(blocks)
    if body is None:
        return Region((), None)
    first, last = body
    at = _title(blocks, titles, first)
    start = first if at is None else at
    last = _before_other_articles(blocks, first, last)
    inside = [block for block in blocks[start:last] if not block.is_links]
    return Region((*inside, *_behind(blocks, last)), None if at is None else blocks[at])


def _before_other_articles(blocks: Sequence[Block], first: int, last: int) -> int:
    """Where the list of other articles begins that stands within the body, if one does."""
    lengths = [len(block.text) for block in blocks[first:last]]
    for i in range(first, last):
        if _is_list_head(blocks[i]) and sum(lengths[i - first :]) < _MOST_OTHERS * sum(lengths):
            return i
    return last


def _is_paragraph(block: Block) -> bool:
    return len(block.text) >= _PARAGRAPH and not block.is_links


def _body(blocks: Sequence[Block]) -> tuple[int, int] | None:
    """Where the body begins and ends: the element that holds most paragraphs next to each other."""
    weights: dict[Any, int] = defaultdict(int)
    for block in blocks:
        if _is_paragraph(block):
            for holder, share in zip(_holders(block.element), (4, 2, 1), strict=False):
                weights[holder] += share * len(block.text)
    if not weights:
        return None
    best = max(weights, key=lambda element: weights[element])
    numbers = [i for i, block in enumerate(blocks) if _is_in(block.element, best)]
    return numbers[0], numbers[-1] + 1


def _holders(element: Any) -> list[Any]:
    """The elements around a paragraph, without those that hold only what the one below does."""
    found = [] if element.tag in ("p", "li", "td", "blockquote") else [element]
    above = element.getparent()
    while above is not None and len(found) < 3:
        if len(above) > 1 or not found:
            found.append(above)
        above = above.getparent()
    return found


def _is_in(element: Any, holder: Any) -> bool:
    while element is not None:
        if element is holder:
            return True
        element = element.getparent()
    return False


def _title(blocks: Sequence[Block], titles: Sequence[str], body: int) -> int | None:
    """The number of the block that is the headline: as the page tells, else as it is marked."""
    before = range(min(len(blocks), body + 3))
    folded = {i: fold(blocks[i].text) for i in before}
    for title in map(fold, titles):
        same = [i for i in before if folded[i] == title]
        if same:
            return same[-1]
    for title in map(fold, titles):
        within = [i for i in before if len(folded[i]) > 15 and folded[i] in title]
        if within:
            return max(within, key=lambda i: len(folded[i]))
    for kind in (_is_first_heading, _is_called_title):
        marked = [i for i in before if kind(blocks[i]) and not blocks[i].is_links]
        if marked:
            return marked[-1]
    return None


def _is_first_heading(block: Block) -> bool:
    return block.element.tag == "h1" and len(block.text) > 15


def _is_called_title(block: Block) -> bool:
    return is_called("title", block.called) and 15 < len(block.text) < 250


def _is_list_head(block: Block) -> bool:
    return is_a("tail", block.text)


def _behind(blocks: Sequence[Block], last: int) -> list[Block]:
    """Lines behind the body that are called author or source, or are as short as such."""
    found: list[Block] = []
    for block in blocks[last : last + _BEHIND]:
        named = is_called("author", block.called) or is_called("source", block.called)
        if _is_list_head(block) or block.is_heading or len(block.text) > _SHORT:
            break
        if named:
            found.append(block)
    return found
