"""What each article is called: the documents of a build and the articles of a graph, one a name.

An article has the name of its document. Where several documents of one name differ, the one
whose file comes first by path has it, and the others have a part of their hash behind it; so the
names do not depend on the order of builds. Documents of one name and one content are one article.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from kg.graph import Entry, Records
from kg.pipeline.work import renamed
from kg.read import Document, outermost
from kg.resolve import candidates
from kg.text import is_address, normalise

_DIGITS = 8


@dataclass(frozen=True, slots=True)
class Chosen:
    """A document under the name that its article has, and what the graph has of that article."""

    document: Document
    sha256: str
    known: Entry | None


def suffixed(name: str, sha256: str) -> str:
    """What an article is called where another one has its name."""
    return f"{name}-{sha256[:_DIGITS]}"


def plain_name(name: str, sha256: str) -> str:
    """What the document of an article is called, whether or not another one has that name."""
    return name.removesuffix(f"-{sha256[:_DIGITS]}")


class Choice:
    """The names given in one build, to documents that come by the paths of their files."""

    def __init__(self, records: Records) -> None:
        self._records = records
        self._taken: dict[str, str] = {}

    @property
    def taken(self) -> Mapping[str, str]:
        """The names of the articles met in this build, with their hashes."""
        return self._taken

    def choose(self, document: Document) -> Chosen | None:
        """The name of a document's article; None if the build has met that article already."""
        sha256, name = document.sha256, normalise(document.name)
        if not self._may_have(name, document.source, sha256):
            name = suffixed(name, sha256)
        if self._taken.get(name) == sha256:
            return None
        self._taken[name] = sha256
        self._let_go(document.source, name)
        entry = self._records.entries([name]).get(name)
        return Chosen(replace(document, name=name), sha256, entry)

    def _may_have(self, name: str, source: str, sha256: str) -> bool:
        """Whether an article may have its document's name as it is."""
        if name in self._taken:
            return self._taken[name] == sha256
        holder = self._records.entries([name]).get(name)
        if holder is None or holder.sha256 == sha256:
            return True
        ours, theirs = outermost(source), outermost(holder.source)
        if ours == theirs or not (theirs.exists() or is_address(holder.source)):
            return True
        if str(theirs) < str(ours):
            return False
        rename(self._records, name, suffixed(name, holder.sha256))
        return True

    def _let_go(self, source: str, name: str) -> None:
        """Drop what the place of a document held before under another of its names."""
        for old, entry in self._records.at(source).items():
            if old != name and old not in self._taken and _same_name(old, entry, name):
                self._records.drop(old)


def _same_name(old: str, entry: Entry, name: str) -> bool:
    """Whether an article's name is that of a document, with or without a hash behind it."""
    plain = plain_name(old, entry.sha256)
    return name == plain or name[: -_DIGITS - 1] == plain


def rename(records: Records, old: str, new: str) -> None:
    """Give an article another name."""
    entry = records.entries([old])[old]
    reading = renamed(records.reading_of(old), new)
    records.put(entry, reading, candidates(reading))
    records.drop(old)
