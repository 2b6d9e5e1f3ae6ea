"""What is known of a thing, as text to be read in a terminal."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TypeAlias

from kg.query.known import Fact, Known, Sentence

# What a thing's own properties, and those by which others name it, are called.
WORDS: Mapping[str, str] = {
    "skos:altLabel": "also",
    "eli:date_document": "of",
    "dcterms:title": "about",
    "vnkg:term": "term",
    "schema:startDate": "on",
    "vnkg:place": "at",
    "eli:passed_by": "by",
    "org:subOrganizationOf": "part of",
    "org:postIn": "in",
    "vnkg:serves": "of",
    "vnkg:partOf": "in",
    "schema:organizer": "by",
    "schema:datePublished": "published",
    "schema:publisher": "by",
    "schema:url": "at",
    "vnkg:replacedIn": "replaced",
    "vnkg:retells": "has the text of",
}
REVERSED: Mapping[str, str] = {
    "eli:passed_by": "issued",
    "org:subOrganizationOf": "has the part",
    "org:postIn": "has the post",
    "vnkg:serves": "is served by",
    "schema:organizer": "organized",
}


Found: TypeAlias = Callable[[Sentence], str]
"""Where a sentence is found, as text."""


def told(known: Known, found: Found | None = None) -> str:
    """All that is known of a thing, as text: each fact, then its sentences with their articles.

    `found` tells where a sentence stands in its file, if that is to be told, too.
    """
    lines = [f"{known.thing.label}  {known.thing.name}"]
    lines += [f"  {WORDS[v.predicate]}: {v.text}" for v in known.values if v.predicate in WORDS]
    for fact in known.facts:
        # An article's page shows its own sentences only, which say nothing of other articles.
        told_by = "" if known.thing.kind == "article" else _told_by(fact)
        lines += _fact(fact, told_by, found)
    if not known.facts:
        lines += ["", *_sentences(known.sentences, found)]
    return "\n".join(lines)


def _fact(fact: Fact, told_by: str, found: Found | None) -> list[str]:
    """A fact with all its sentences; or in one line a thing that names the one in question."""
    if fact.is_fact:
        return ["", f"  {_head(fact)}  {told_by}".rstrip(), *_sentences(fact.sentences, found)]
    return [f"  {REVERSED[fact.predicate]}: {fact.label}  [{fact.sentences[0].id}]"]


def _head(fact: Fact) -> str:
    """A fact's label, with status and time: "…: Bí thư Huyện ủy (current, seen 2021 to 2023)"."""
    since, until, seen = fact.since or "", fact.until or "", fact.seen
    time = f"{since} to {until}" if until else since and f"since {since}"
    days = " to ".join(dict.fromkeys((seen[0], seen[-1]))) if seen and fact.status else ""
    parts = (fact.status, time, fact.term and f"term {fact.term}", days and f"seen {days}")
    rest = ", ".join(part for part in parts if part)
    return f"{fact.label} ({rest})" if rest else fact.label


def _sentences(sentences: Iterable[Sentence], found: Found | None) -> Iterator[str]:
    """Each sentence with its article and day, its characters there, the rule, how sure that is."""
    for sentence in sentences:
        day = f", {sentence.published}" if sentence.published else ""
        place = f"{sentence.start}-{sentence.end}"
        read = f"{sentence.rule} {sentence.confidence:.2f}"
        yield f'    "{sentence.text}"  [{sentence.id}{day}, {place}, {read}]'
        if found:
            yield f"      {found(sentence)}"


def _told_by(fact: Fact) -> str:
    """How many articles tell a fact, and how many of them in words of their own."""
    if fact.articles == 1:
        return "told once"
    apart = "" if fact.witnesses == fact.articles else f", {fact.witnesses} of them independent"
    return f"told by {fact.articles} articles{apart}"
