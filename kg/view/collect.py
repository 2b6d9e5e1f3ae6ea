"""The page's content out of a graph: the nodes and facts first, then the sentences behind them.

All collections come out sorted, so that the same graph gives the same page.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from pyoxigraph import NamedNode

from kg.graph import Store
from kg.view.content import Content, Fact, Node, Quote, Sentence, Value
from kg.view.select import rows, some

Edge = tuple[str, str, str, str]
"""A fact's relation, source, target and IRI, "" where it has none."""
Proof = tuple[str, str]
"""The IRIs of an article and of a piece of evidence in it."""
MENTIONS = 6  # sentences that name a node, of which a page carries no more


def everything(store: Store) -> Content:
    """Read all nodes and facts of a graph, without their sentences."""
    return _content(store, _edges(store))


def around(store: Store, starts: Iterable[str], hops: int, most: int) -> Content:
    """Read the nodes at most `hops` facts away from some IRIs, and the facts between them.

    No further step is made once more than `most` nodes are reached, lest a body that everybody
    deals with bring in the whole graph.
    """
    reached = rim = set(starts)
    edges: set[Edge] = set()
    for _ in range(hops):
        if not rim or len(reached) > most:
            break
        found = set(_edges(store, source=rim)) | set(_edges(store, target=rim))
        edges |= found
        rim = _ends(found) - reached
        reached = reached | rim
    return _content(store, edges | _inside(store, rim, reached), reached)


def named(store: Store, iris: Iterable[str]) -> Content:
    """Read the nodes among some IRIs, the facts among them, and the facts between the nodes."""
    wanted = set(iris)
    facts = {edge for edge in _edges(store, fact=wanted) if edge[3]}
    return _content(store, facts | _inside(store, wanted, wanted), wanted | _ends(facts))


def starts(store: Store, centre: str) -> tuple[str, ...]:
    """The nodes that a focus stands for: itself, or a post's body and holders."""
    ends = {end.value for row in rows(store, "post", post=[centre]) for end in row if end}
    return tuple(sorted(ends)) or (centre,)


def with_evidence(store: Store, content: Content) -> Content:
    """Add sentences, articles and the names of terms to a page's content.

    A fact has all its sentences; a node has a few of those that name it, each of another article
    as far as there are, since a hub is named in thousands.
    """
    proofs = _proofs(store, {*(n.iri for n in content.nodes), *(f.iri for f in content.facts)})
    few = {node.iri: _few(proofs.get(node.iri, ())) for node in content.nodes}
    quotes = _quotes(
        store,
        {
            *(proof for chosen in few.values() for proof in chosen),
            *(proof for fact in content.facts for proof in proofs.get(fact.iri, ())),
        },
    )
    nodes = tuple(
        replace(
            node,
            quotes=_sorted(quotes, few[node.iri]),
            mentions=len(proofs.get(node.iri, ())),
            articles=tuple(sorted({article for article, _ in proofs.get(node.iri, ())})),
        )
        for node in content.nodes
    )
    facts = tuple(
        replace(fact, quotes=_sorted(quotes, proofs.get(fact.iri, ()))) for fact in content.facts
    )
    articles = {article for told in proofs.values() for article, _ in told}
    return replace(
        content,
        nodes=nodes,
        facts=facts,
        articles=_articles(store, articles),
        terms=_terms(store),
        levels=_levels(store),
    )


def _few(proofs: Iterable[Proof]) -> list[Proof]:
    """At most MENTIONS of a node's proofs, the first of every article before the second of one."""
    turns: dict[str, int] = defaultdict(int)
    ranked = []
    for article, evidence in sorted(proofs):
        ranked.append((turns[article], article, evidence))
        turns[article] += 1
    return [(article, evidence) for _, article, evidence in sorted(ranked)[:MENTIONS]]


def _sorted(quotes: Mapping[Proof, Quote], proofs: Iterable[Proof]) -> tuple[Quote, ...]:
    """The quotes of proofs, in the order of their articles."""
    return tuple(sorted({quotes[proof] for proof in proofs if proof in quotes}))


def _edges(store: Store, **only: Iterable[str]) -> set[Edge]:
    """Read facts, or those with some IRIs as `source`, `target` or `fact`."""
    found = {
        (relation.value, source.value, target.value, _key(fact))
        for fact, source, relation, target in rows(store, "facts", **only)
    }
    if "target" not in only:
        alone = rows(store, "alone", **only)
        found |= {("holds", source.value, "", fact.value) for fact, source in alone}
    return found


def _inside(store: Store, sources: Iterable[str], reached: set[str]) -> set[Edge]:
    """Read the facts of some nodes that end among those reached, or have no other end."""
    return {edge for edge in _edges(store, source=sources) if not edge[2] or edge[2] in reached}


def _ends(edges: Iterable[Edge]) -> set[str]:
    """The IRIs of the nodes that facts are about."""
    return {end for edge in edges for end in edge[1:3] if end}


def _content(store: Store, edges: set[Edge], nodes: set[str] | None = None) -> Content:
    """Put edges, details and nodes, or all nodes, together; a fact of unknown ends is left out."""
    abouts = None if nodes is None else nodes | {edge[3] for edge in edges if edge[3]}
    details = _details(store, {} if abouts is None else some("about", abouts))
    made = _nodes(store, {} if nodes is None else some("node", nodes), details)
    known = {node.iri for node in made}
    facts = tuple(
        Fact(iri, relation, source, target or None, tuple(sorted(details.get(iri, ()))))
        for relation, source, target, iri in sorted(edges)
        if source in known and (not target or target in known)
    )
    return Content(made, facts)


def _details(store: Store, abouts: Mapping[str, list[str]]) -> dict[str, set[tuple[str, Value]]]:
    """Collect the details of things and facts by IRI."""
    found: dict[str, set[tuple[str, Value]]] = defaultdict(set)
    for about, key, value in rows(store, "details", **abouts):
        found[about.value].add((key.value, Value(value.value, isinstance(value, NamedNode))))
    return found


def _nodes(
    store: Store,
    only: Mapping[str, list[str]],
    details: Mapping[str, set[tuple[str, Value]]],
) -> tuple[Node, ...]:
    """Make the nodes; of several labels the longest leads, the others are further names."""
    labels: dict[str, set[str]] = defaultdict(set)
    kinds: dict[str, str] = {}
    for node, kind, label in rows(store, "nodes", **only):
        labels[node.value].add(label.value)
        kinds[node.value] = kind.value
    return tuple(_node(iri, kinds[iri], labels[iri], details.get(iri, ())) for iri in sorted(kinds))


def _node(iri: str, kind: str, labels: Iterable[str], details: Iterable[tuple[str, Value]]) -> Node:
    """Make one node, its further names apart from its other details."""
    ranked = sorted(labels, key=lambda label: (-len(label), label))
    names = {value.text for key, value in details if key == "also"} | set(ranked)
    rest = tuple(sorted(pair for pair in details if pair[0] != "also"))
    return Node(iri, kind, ranked[0], tuple(sorted(names - {ranked[0]})), rest)


def _proofs(store: Store, abouts: set[str]) -> dict[str, set[Proof]]:
    """Collect the articles and evidence of things and facts by IRI."""
    found: dict[str, set[Proof]] = defaultdict(set)
    for about, evidence, article in rows(store, "evidence", **some("about", abouts - {""})):
        if about.value in abouts:
            found[about.value].add((article.value, evidence.value))
    return found


def _quotes(store: Store, proofs: set[Proof]) -> dict[Proof, Quote]:
    """Read the quotes of proofs: two tables, which the engine takes twice as long to join."""
    wanted = some("evidence", (evidence for _, evidence in proofs))
    read = {row[0].value: row[1:] for row in rows(store, "readings", **wanted)}
    places = some("selector", (row[0].value for row in read.values()))
    said = {row[0].value: row[1:] for row in rows(store, "sentences", **places)}
    return {
        (article, evidence): _quote(article, *read[evidence], *said[read[evidence][0].value])
        for article, evidence in proofs
        if evidence in read and read[evidence][0].value in said
    }


def _quote(article: str, _selector: Any, rule: Any, sure: Any, start: Any, exact: Any) -> Quote:
    """Make a quote of the terms of a reading and of its sentence."""
    sentence = Sentence(article, int(start.value), exact.value)
    return Quote(sentence, rule.value if rule else "", float(sure.value) if sure else 1.0)


def _articles(store: Store, iris: Iterable[str]) -> dict[str, dict[str, str]]:
    """Collect what is known of articles; of several values the first in order."""
    found: dict[str, dict[str, str]] = defaultdict(dict)
    for article, key, value in rows(store, "articles", **some("article", iris)):
        told = found[article.value]
        told[key.value] = min(told.get(key.value, value.value), value.value)
    return {iri: dict(sorted(found[iri].items())) for iri in sorted(found)}


def _terms(store: Store) -> dict[str, tuple[str, str]]:
    """Collect the labels of terms as (Vietnamese, English), one standing in for the other."""
    found: dict[str, dict[str, str]] = defaultdict(dict)
    for term, label in rows(store, "terms"):
        told = found[_key(term)]
        language = label.language or "vi"
        told[language] = min(told.get(language, label.value), label.value)
    return {
        iri: (told.get("vi") or told["en"], told.get("en") or told["vi"])
        for iri, told in sorted(found.items())
    }


def _levels(store: Store) -> dict[str, tuple[str, str]]:
    """Collect the level of units and of kinds of bodies, and the unit that a unit is part of."""
    found: dict[str, tuple[str, str]] = {}
    for term, level, above in rows(store, "levels"):
        name = level.value.rpartition("#")[2].removeprefix("level-")
        pair = (name, above.value if above else "")
        found[term.value] = max(found.get(term.value, pair), pair)
    return dict(sorted(found.items()))


def _key(term: Any) -> str:
    """Give a term's IRI (or a blank node's name), and "" for an unbound one."""
    return str(term.value) if term is not None else ""
