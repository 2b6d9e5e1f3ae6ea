"""Who wrote an article and whose it is, as its first and last lines say."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import takewhile

from kg.read.furniture import name_in, squeeze
from kg.text import LOWER, UPPER

_WORD = rf"(?:[{UPPER}][{LOWER}]+|[{UPPER}]+|[{UPPER}](?:\.[{UPPER}])+\.?)"
_NAME = rf"{_WORD}(?: {_WORD}){{0,4}}"
_SIGNATURE = re.compile(rf"({_NAME}(?: ?[,-] ?{_NAME})?)(?:\s*[-–—(/,]\s?.{{1,40}})?")
_MOST = 2
"""More names than this at the end of a story are a list of people, not its authors."""


@dataclass(frozen=True, slots=True)
class Credits:
    """The numbers of the lines that remain, the author and the source that the others name."""

    rest: tuple[int, ...]
    byline: str | None
    publisher: str | None


def credits_of(lines: Sequence[str], kept: Sequence[int], title: int, body: int) -> Credits:
    """What `lines[i] for i in kept` say of author and source, and the lines without that.

    Authors stand between title and first paragraph with a label ("Tác giả: …"), or at the
    end with a label or as a name alone; sources at the end ("Theo …", "Nguồn: …").
    """
    authors = [i for i in kept if title < i < body and _author(lines[i])]
    names = [_author(lines[i]) or "" for i in authors]
    rest = [i for i in kept if i not in authors]
    sources: list[str] = []
    _pop_labelled(lines, rest, title, names, sources)
    signed = list(takewhile(lambda i: i > title and _signs(lines, rest, i), reversed(rest)))
    if 0 < len(signed) <= _MOST:
        rest = rest[: -len(signed)]
        names += [squeeze(lines[i]) for i in reversed(signed)]
        _pop_labelled(lines, rest, title, names, sources)
    return Credits(tuple(rest), ", ".join(names) or None, sources[0] if sources else None)


def _pop_labelled(
    lines: Sequence[str], rest: list[int], title: int, authors: list[str], sources: list[str]
) -> None:
    """Take lines such as "Tin, ảnh: …" and "Theo …" from the end of `rest`."""
    while rest and rest[-1] > title:
        if author := _author(lines[rest[-1]]):
            authors.append(author)
        elif source := name_in("source", lines[rest[-1]]):
            sources.append(source)
        else:
            return
        rest.pop()


def _author(line: str) -> str | None:
    """The name that a labelled line gives; what stands under a picture, "Ảnh: …", is none."""
    name = name_in("byline", line)
    words = [word for word in (name or "").split() if word[0].isalpha()]
    capitals = sum(word[0].isupper() for word in words)
    return name if 2 * capitals > len(words) else None


def _signs(lines: Sequence[str], rest: Sequence[int], i: int) -> bool:
    """Whether line `i` is a name that the story above does not tell, and no item of a list."""
    match = _SIGNATURE.fullmatch(lines[i])
    above = [lines[j] for j in rest if j < i]
    if match is None or not above or above[-1].endswith(":"):
        return False
    return not any(match[1] in line for line in above)
