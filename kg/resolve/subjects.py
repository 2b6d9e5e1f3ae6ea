"""Whether two directives are about the same: by the first words of what an article says of it."""

import re

from kg.text import fold

_FIRST = 10  # words; what follows is often the article's own
_LEAST = 3
_ENOUGH = 0.6
_HARDLY = 0.3
_WORD = re.compile(r"\w+")


def about(subject: str | None) -> frozenset[str]:
    """The first words of a subject; none where there are too few to tell."""
    words = _WORD.findall(fold(subject or ""))[:_FIRST]
    return frozenset(words) if len(words) >= _LEAST else frozenset()


def agree(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether most words of the shorter of two subjects stand in the other."""
    return bool(one and other) and len(one & other) >= _ENOUGH * min(len(one), len(other))


def differ(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether hardly a word of the shorter of two subjects stands in the other."""
    return bool(one and other) and len(one & other) <= _HARDLY * min(len(one), len(other))
