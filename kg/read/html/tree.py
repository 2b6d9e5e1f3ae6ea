"""From the source of a page to its blocks of text, in the order of reading."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from kg.read.dates import printed_date
from kg.read.furniture import LONGEST, squeeze

BLOCKS = frozenset(
    (
        *("address", "article", "aside", "blockquote", "body", "br", "caption", "center", "dd"),
        *("details", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form"),
        *("h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "html", "legend", "li", "main"),
        *("nav", "ol", "p", "pre", "section", "summary", "table", "tbody", "td", "tfoot", "th"),
        *("thead", "tr", "ul"),
    )
)
_SILENT = frozenset(
    (
        *("applet", "audio", "button", "canvas", "datalist", "dialog", "embed", "frameset", "head"),
        *("iframe", "input", "map", "math", "nav", "noframes", "noscript", "object", "option"),
        *("script", "select", "style", "svg", "template", "textarea", "title", "video"),
    )
)
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_WORD = re.compile("[a-z]+|[A-Z]+(?![a-z])|[A-Z][a-z]+")
_SEAM = "\x1f"
"""Stands where an element within a line begins or ends."""
_SENTENCE = 50  # characters of what is probably one, and no item of a menu
_MOST = 0.4
"""A part that holds more of the page's text than this is no furniture, whatever it is called."""


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of text between two breaks, its blanks squeezed.

    `element` is the nearest element that makes a block, `linked` the number of its letters that
    are in links, and `called` the words of the classes and ids around it, up to that element.
    """

    text: str
    element: Any
    linked: int
    called: frozenset[str]

    @property
    def is_links(self) -> bool:
        """Whether most of it leads elsewhere."""
        return self.linked > 0.6 * len(self.text)

    @property
    def is_heading(self) -> bool:
        """Whether it is marked as a heading."""
        return self.element.tag in _HEADINGS


@cache
def parts() -> dict[str, frozenset[str]]:
    """What parts of a page are called, by kind, as in `parts.txt`."""
    found: dict[str, set[str]] = {}
    kind = ""
    for line in files("kg.read.html").joinpath("parts.txt").read_text("utf-8").splitlines():
        told = line.partition("#")[0].strip()
        if told.startswith("["):
            kind = told.strip("[]")
        elif told:
            found.setdefault(kind, set()).update(told.split())
    return {kind: frozenset(words) for kind, words in found.items()}


def is_called(kind: str, words: frozenset[str]) -> bool:
    """Whether one of some words of classes and ids names a kind of part."""
    return not words.isdisjoint(parts()[kind])


def words_of(element: Any) -> frozenset[str]:
    """The words of an element's classes and id, alone and, of each name, together."""
    names = f"{element.get('class') or ''} {element.get('id') or ''}".split()
    found: set[str] = set()
    for name in names[:20]:
        words = [word.lower() for word in _WORD.findall(name)]
        found.update(words)
        found.add("".join(words))
    return frozenset(found)


def parse(source: str) -> Any:
    """The tree of a page; None where there is none. Nothing that it names is fetched."""
    from lxml import etree, html

    parser = html.HTMLParser(
        encoding="utf-8", no_network=True, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        return html.document_fromstring(source.encode("utf-8", "replace"), parser=parser)
    except (etree.LxmlError, ValueError):
        return None


def blocks(root: Any) -> list[Block]:
    """The blocks of a page but for what is no part of the article by its name."""
    return list(_Walk(root).blocks())


class _Walk:
    """One walk through a tree, with what it gathers for the next block."""

    def __init__(self, root: Any) -> None:
        from lxml import etree

        self._events = etree.iterwalk(root, events=("start", "end"))
        self._all = max(1, _length(root))
        self._texts: list[str] = []
        self._linked = 0
        self._links = 0
        self._open: list[Any] = [root]

    def blocks(self) -> Iterator[Block]:
        for event, element in self._events:
            tag = element.tag
            if event == "start":
                if tag in BLOCKS:
                    yield from self._end_of_block()
                    if tag != "br":
                        self._open.append(element)
                if self._is_left_out(element):
                    self._events.skip_subtree()
                    continue
                self._links += tag == "a"
                self._texts.append(_SEAM)
                self._take(element.text)
            else:
                if tag in BLOCKS:
                    yield from self._end_of_block()
                    if tag != "br" and len(self._open) > 1:
                        self._open.pop()
                self._links -= tag == "a" and self._links > 0
                self._texts.append(_SEAM)
                self._take(element.tail)

    def _take(self, text: str | None) -> None:
        if text:
            self._texts.append(text)
            if self._links:
                self._linked += len(text.strip())

    def _end_of_block(self) -> Iterator[Block]:
        whole = "".join(self._texts)
        linked, self._linked = self._linked, 0
        self._texts.clear()
        element = self._open[-1]
        lines = _lines(whole)
        for text in lines:
            yield Block(text, element, linked if len(lines) == 1 else 0, self._called(element))

    def _called(self, element: Any) -> frozenset[str]:
        """The words of an element, and of what is around it as long as it holds nothing else."""
        found: set[str] = set()
        for _ in range(4):
            found |= words_of(element)
            inside = element.find("*")
            if inside is not None and not element.text and len(element) == 1:
                found |= words_of(inside)
            parent = element.getparent()
            if parent is None or len(parent) > 1:
                break
            element = parent
        return frozenset(found)

    def _is_left_out(self, element: Any) -> bool:
        if element.tag in _SILENT:
            return True
        if element.tag not in BLOCKS and element.tag not in ("span", "a"):
            return False
        named = element.tag in ("footer", "aside") or is_called("left out", words_of(element))
        return named and _length(element) < _MOST * self._all


def _lines(whole: str) -> list[str]:
    """A block as one line; or each part alone, if one is a printed date with others beside it."""
    parts = [squeezed for part in whole.split(_SEAM) if (squeezed := squeeze(part))]
    if len(parts) > 1 and len(whole) < LONGEST and any(map(printed_date, parts)):
        return parts
    line = squeeze(whole.replace(_SEAM, ""))
    return [line] if line else []


def _length(element: Any) -> int:
    """How much of an element's text stands in paragraphs, not in menus and the like."""
    return sum(len(text) for text in element.itertext() if len(text) >= _SENTENCE)
