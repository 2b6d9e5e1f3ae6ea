"""Who holds, takes up or leaves which post: the titles of an article given to its persons.

Titles beside a name are read first, then what the verbs of a career govern; the readings of
one post of one person are one membership.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from kg.extract.beside import beside
from kg.extract.careers import governed
from kg.extract.citations import Citations
from kg.extract.evidence import kept
from kg.extract.holdings import Holding, decider, term_shared, term_told
from kg.extract.page import Page
from kg.extract.registry import Registry
from kg.extract.scan import Row
from kg.extract.terms import BodyTerm, TitleTerm
from kg.model import Directive, Evidence, Membership, Status
from kg.vocabulary import concepts

_CONFIDENCE = {
    "post:after": 0.95,
    "post:before": 0.93,
    "post:verb": 0.8,
    "post:past": 0.75,
    "post:joins": 0.8,
}
_BY_DECISION = frozenset(("post:verb", "post:joins"))
_RANK: dict[Status, int] = {
    "starts": 5,
    "ends": 5,
    "acting": 4,
    "former": 3,
    "proposed": 2,
    "current": 1,
}


_DECISIONS = frozenset(("document-quyet-dinh", "document-nghi-quyet"))


def posts(
    page: Page, rows: Sequence[Row], cited: Citations, registry: Registry
) -> tuple[Membership, ...]:
    """The memberships that the rows tell, each post of a person once."""
    by_id = {directive.id: directive for directive in cited.directives}
    decisions = {
        c.row.span.start: by_id[c.id] for c in cited.cited if c.term.concept.id in _DECISIONS
    }
    holdings = [holding for row in rows for holding in _holdings(page, row)]
    told = {(h.person, _role(h)) for h in holdings if not _is_bare(h)}
    found = [
        membership
        for holding in holdings
        if not (_is_bare(holding) and (holding.person, _role(holding)) in told)
        and (membership := _membership(page, holding, decisions, registry)) is not None
    ]
    return _merged(found)


def _role(holding: Holding) -> str:
    term = holding.row.chunks[holding.index].term
    return term.role if isinstance(term, TitleTerm) else ""


def _holdings(page: Page, row: Row) -> Iterator[Holding]:
    if "P" not in row.letters or not ("T" in row.letters or "a" in row.letters):
        return
    taken: set[int] = set()
    yield from beside(page, row, taken)
    yield from governed(page, row, taken)


def _membership(
    page: Page, holding: Holding, decisions: Mapping[int, Directive], registry: Registry
) -> Membership | None:
    row, index = holding.row, holding.index
    chunk = row.chunks[index]
    if isinstance(chunk.term, BodyTerm):
        role = concepts()["position-uy-vien"]
        body = registry.name_of(chunk.term, row.chunks, index)
    else:
        assert isinstance(chunk.term, TitleTerm)
        role = chunk.term.concept
        body = registry.of_title(chunk.term, row.chunks, index)
    if body is None and not role.get("noBody"):
        return None
    decided = holding.status in ("starts", "ends") and holding.rule in _BY_DECISION
    decision = decisions.get(row.span.start) if decided else None
    by = decider(page, row, index, registry) if decided else None
    years = (holding.since, holding.until)
    evidence = Evidence(row.span, holding.rule, _CONFIDENCE[holding.rule])
    return Membership(
        person=holding.person,
        role=role.label,
        body=body,
        concept=role.id,
        status=holding.status,
        since=holding.since,
        until=holding.until,
        term=term_told(page, row, index) or term_shared(page, row, years),
        decided_by=by or (decision.issuer if decision else None),
        decision=decision.id if decision else None,
        evidence=(evidence,),
    )


def _is_bare(holding: Holding) -> bool:
    """Whether the title is told without its body: "Bí thư Thăng"."""
    term = holding.row.chunks[holding.index].term
    return isinstance(term, TitleTerm) and term.body is None and term.unit is None


def _merged(found: Sequence[Membership]) -> tuple[Membership, ...]:
    """One membership a post and person: the most telling status, all evidence, dates filled."""
    posts: dict[tuple[str, str, str | None], Membership] = {}
    for membership in found:
        key = (membership.person, membership.role, membership.body)
        known = posts.get(key)
        if known is None:
            posts[key] = membership
            continue
        first, second = known, membership
        if _RANK[second.status] > _RANK[first.status]:
            first, second = second, first
        posts[key] = replace(
            first,
            since=first.since or second.since,
            until=first.until or second.until,
            term=first.term or second.term,
            decided_by=first.decided_by or second.decided_by,
            decision=first.decision or second.decision,
            evidence=kept((*known.evidence, *membership.evidence)),
        )
    return tuple(m for m in posts.values() if not _is_lesser(m, posts))


def _is_lesser(
    membership: Membership, posts: Mapping[tuple[str, str, str | None], Membership]
) -> bool:
    """Whether the post only shortens another: "Phó Bí thư" of "Phó Bí thư Thường trực"."""
    fuller = (membership.person, f"{membership.role} Thường trực", membership.body)
    return fuller in posts
