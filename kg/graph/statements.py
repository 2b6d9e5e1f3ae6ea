"""Facts as triples: each is a node under a hash of its content, beside its direct edge.

The same fact of two articles is one node with two pieces of evidence. When a fact was seen,
where, and how it was spelt are no part of its content.
"""

from collections.abc import Iterator

from pyoxigraph import NamedNode

from kg.graph.names import digest
from kg.graph.namespaces import iri
from kg.graph.page import Page, Triple, concept, evidence, partial_date
from kg.model import Event, Link, LinkType, Membership
from kg.text import slug, unaccent

RELATIONS: dict[LinkType, str] = {
    "implements": "vnkg:implements",
    "guides": "vnkg:guides",
    "amends": "vnkg:amends",
    "carries_out": "vnkg:carriesOut",
    "presents": "vnkg:presents",
}
HOLDING = frozenset(("current", "starts", "acting"))


def membership_triples(page: Page, fact: Membership) -> Iterator[Triple]:
    """A post held: the holding, the post itself, and who holds it now."""
    person, body = page.person(fact.person), page.body(fact.body)
    decider = page.body(fact.decided_by)
    path = digest(
        person.value,
        fact.role,
        body and body.value,
        fact.status,
        fact.since,
        fact.until,
        fact.term,
        decider and decider.value,
        fact.decision and page.entity("directive", fact.decision).value,
    )
    node = page.node(f"membership/{path}")
    role = f"{fact.role} {fact.body}" if fact.body else fact.role
    yield node, "rdf:type", iri("org:Membership")
    yield node, "rdfs:label", f"{fact.person}: {role}"
    yield node, "org:member", person
    yield node, "org:organization", body
    yield node, "org:role", concept(fact.concept)
    yield node, "vnkg:roleLabel", fact.role
    yield node, "vnkg:status", iri(f"vnkg:status-{fact.status}")
    yield node, "vnkg:since", partial_date(fact.since)
    yield node, "vnkg:until", partial_date(fact.until)
    yield node, "vnkg:term", fact.term
    yield node, "vnkg:decidedBy", decider
    if fact.decision is not None:
        yield node, "vnkg:decision", page.entity("directive", fact.decision)
    yield node, "vnkg:observedOn", partial_date(page.reading.article.published)
    yield from evidence(page, node, fact.evidence)
    post = _post_node(page, fact, body)
    yield node, "vnkg:post", post
    if fact.status in HOLDING:
        yield person, "org:holds", post
    yield from _post(page, post, fact, body, role)


def _post_node(page: Page, fact: Membership, body: NamedNode | None) -> NamedNode:
    of = "" if body is None else "-" + body.value.rpartition("/")[2]
    return page.node(f"post/{slug(fact.role)}{of}")


def _post(
    page: Page, post: NamedNode, fact: Membership, body: NamedNode | None, label: str
) -> Iterator[Triple]:
    yield post, "rdf:type", iri("org:Post")
    yield post, "rdfs:label", label
    yield post, "skos:hiddenLabel", unaccent(label)
    yield post, "org:role", concept(fact.concept)
    yield post, "vnkg:roleLabel", fact.role
    yield post, "org:postIn", body
    yield post, "prov:wasDerivedFrom", page.article


def link_triples(page: Page, link: Link) -> Iterator[Triple]:
    """A relation, as a node and as a direct edge."""
    source, source_label = page.end(link.source)
    target, target_label = page.end(link.target)
    relation = RELATIONS[link.type]
    node = page.node(f"link/{digest(source.value, link.type, target.value)}")
    yield source, relation, target
    yield node, "rdf:type", iri("vnkg:Link")
    yield node, "rdfs:label", f"{source_label} → {target_label}"
    yield node, "rdf:subject", source
    yield node, "rdf:predicate", iri(relation)
    yield node, "rdf:object", target
    yield from evidence(page, node, link.evidence)


def event_triples(page: Page, name: str, event: Event) -> Iterator[Triple]:
    """An event, and who took what part in it."""
    node = page.entity("event", name)
    label = f"{event.type}, {event.date}" if event.date else event.type
    yield node, "rdf:type", iri("schema:Event")
    yield node, "rdfs:label", label
    yield node, "vnkg:eventKind", event.type
    yield node, "schema:startDate", partial_date(event.date)
    yield node, "vnkg:place", event.place
    yield node, "schema:organizer", page.body(event.organizer)
    yield from evidence(page, node, event.evidence)
    for share in event.participants:
        person = page.person(share.person)
        part = page.node(f"participation/{digest(node.value, person.value, share.part)}")
        yield node, "schema:attendee", person
        yield part, "rdf:type", iri("vnkg:Participation")
        yield part, "rdfs:label", f"{share.person}: {label}"
        yield part, "vnkg:event", node
        yield part, "vnkg:participant", person
        yield part, "vnkg:part", iri(f"vnkg:part-{share.part}")
        yield from evidence(page, part, share.evidence)
