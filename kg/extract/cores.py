"""The bodies that an article names in full, by kind and place, for words that only point back.

"Ban Thường vụ", "Đảng ủy", "nhà trường" or "Đoàn giám sát" alone mean the body of that kind
told last, but the title or body that follows in the same list tells it first: in "Ủy viên Ban
Thường vụ, Trưởng Ban Tổ chức Thành ủy" the Ban Thường vụ is the Thành ủy's.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from kg.extract.places import body_terms
from kg.extract.scan import Chunk, Row
from kg.extract.terms import BodyTerm, UnitTerm, flags
from kg.text import fold
from kg.vocabulary import Concept

PARTY = frozenset(
    (
        "body-provincial-party-committee",
        "body-city-party-committee",
        "body-district-party-committee",
        "body-urban-district-party-committee",
        "body-town-party-committee",
        "body-party-committee",
    )
)
_LISTED = ",&T-Bkh"


def _is_told(term: BodyTerm) -> bool:
    """Whether the words name one body, or a committee that the context names."""
    return (
        term.named
        or term.complement is not None
        or term.kind.get("complement") == "none"
        or is_committee(term.kind)
    )


def is_committee(kind: Concept) -> bool:
    """Whether a kind is a committee that a Ban Thường vụ or a commission belongs to."""
    return _is_committee(kind.id)


def _is_committee(kind: str) -> bool:
    return kind in PARTY or kind.startswith("body-youth-")


class Cores:
    """Where bodies with a name or a place are told, by kind."""

    __slots__ = ("_by_kind",)

    def __init__(self, rows: Iterable[Row]) -> None:
        by_kind: dict[str, list[tuple[int, int, BodyTerm]]] = {}
        for row in rows:
            for chunk in row.chunks:
                for term in body_terms(chunk.term):
                    if _is_told(term):
                        rows_ = by_kind.setdefault(term.kind.id, [])
                        rows_.append((term.start, len(rows_), term))
        self._by_kind = {k: sorted(v) for k, v in by_kind.items()}

    def near(self, pos: int, kinds: Iterable[str]) -> Iterator[BodyTerm]:
        """The terms of some kinds, the last before `pos` first, then those after it in order."""
        before: list[tuple[int, BodyTerm]] = []
        after: list[tuple[int, BodyTerm]] = []
        for kind in kinds:
            rows = self._by_kind.get(kind, [])
            i = bisect_left(rows, (pos,))
            before += [(-start, term) for start, _, term in rows[max(0, i - 8) : i]]
            after += [(start, term) for start, _, term in rows[i : i + 8]]
        for _, term in (*sorted(before, key=_first), *sorted(after, key=_first)):
            yield term

    def main(self, kinds: Iterable[str]) -> BodyTerm | None:
        """The body of some kinds that the article names most, the first of them in doubt."""
        named = [row for kind in kinds for row in self._by_kind.get(kind, []) if row[2].named]
        if not named:
            return None
        counts = Counter(fold(term.head) for _, _, term in named)
        most = max(counts.values())
        return min((r for r in named if counts[fold(r[2].head)] == most), key=_start)[2]

    def only(self, kinds: Iterable[str]) -> BodyTerm | None:
        """The body of some kinds, if the article names one only."""
        told = [row for kind in kinds for row in self._by_kind.get(kind, []) if row[2].complement]
        units = {
            fold(t.complement.name)
            for _, _, t in told
            if isinstance(t.complement, UnitTerm) and t.complement.name
        }
        return min(told, key=_start)[2] if len(units) == 1 else None

    def committee(self, pos: int) -> BodyTerm | None:
        """The committee told last before `pos`, or first after it."""
        return next(self.near(pos, filter(_is_committee, self._by_kind)), None)


def _start(row: tuple[int, int, BodyTerm]) -> int:
    return row[0]


def _first(row: tuple[int, BodyTerm]) -> int:
    return row[0]


def committee_ahead(chunks: Sequence[Chunk], i: int) -> BodyTerm | None:
    """The committee that the titles or bodies listed after chunk `i` name."""
    for term in _ahead(chunks, i):
        if is_committee(term.kind):
            return term
    return None


def unit_ahead(chunks: Sequence[Chunk], i: int) -> UnitTerm | None:
    """The unit that the bodies listed after chunk `i` share: "Đảng ủy, HĐND, UBND xã X"."""
    for term in _ahead(chunks, i):
        if isinstance(term.complement, UnitTerm):
            return term.complement
    return None


def owner_ahead(chunks: Sequence[Chunk], i: int) -> BodyTerm | None:
    """The school, court or company of the titles listed after chunk `i`."""
    for term in _ahead(chunks, i):
        if term.kind.id in PARTY or term.kind.id == "body-party-organisation":
            continue
        complement = (term.kind.get("complement") or "").split()
        inner = term.kind.get("within") == "complement-body" or "part" in flags(term.kind)
        if not inner and complement[:1] in (["name"], ["field"], ["unit"]) and term.complement:
            return term
    return None


def _ahead(chunks: Sequence[Chunk], i: int) -> Iterator[BodyTerm]:
    if not 0 <= i < len(chunks):
        return
    for chunk in chunks[i + 1 : i + 9]:
        if chunk.letter not in _LISTED:
            return
        yield from body_terms(chunk.term)
