"""The sentences that are kept of a fact which an article tells several times."""

from collections.abc import Iterable

from kg.model import Evidence

_MOST = 5


def kept(evidence: Iterable[Evidence]) -> tuple[Evidence, ...]:
    """The first five of the evidence, each once, in the order of the article."""
    return tuple(dict.fromkeys(evidence))[:_MOST]
