"""Independent witnesses: articles that tell a fact, of which those with one text count once."""

from collections import defaultdict
from collections.abc import Iterable


def independent(told: Iterable[tuple[str, str]]) -> int:
    """How many independent articles tell a fact, given the article of each sentence.

    Articles that are one text, such as an agency's, are to be given as the first of them. Two
    that say it in one and the same sentence are taken to be one witness, too.
    """
    articles: dict[str, set[str]] = defaultdict(set)
    for article, sentence in told:
        articles[sentence.casefold()].add(article)
    groups: list[set[str]] = []
    for sharing in articles.values():
        touching = [group for group in groups if group & sharing]
        groups = [group for group in groups if group not in touching]
        groups.append(sharing.union(*touching))
    return len(groups)
