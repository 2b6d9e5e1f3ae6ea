"""Names in a graph: which things a text may stand for, told apart by what is known of them."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches

from pyoxigraph import DefaultGraph, Literal, NamedNode, QuerySolutions

from kg.errors import AmbiguousError, QueryError
from kg.graph import Store
from kg.graph.namespaces import iri as term
from kg.graph.questions import bound
from kg.query.files import text as sparql
from kg.query.shorten import lengthen, shorten
from kg.text import unaccent

_SAME = term("owl:sameAs")
LONGEST, WORDS = 300, 16  # characters and different words that a name may have
MOST = 20  # things that are offered where a name may stand for many
KINDS: Mapping[str, tuple[str, str]] = {
    "person": ("person", "foaf:Person"),
    "body": ("body", "org:Organization"),
    "post": ("post", "org:Post"),
    "directive": ("directive", "vnkg:Directive"),
    "unit": ("unit", "vnkg:AdministrativeUnit"),
    "event": ("event", "schema:Event"),
    "article": ("article", "schema:NewsArticle"),
    "holding": ("membership", "org:Membership"),
    "link": ("link", "vnkg:Link"),
    "participation": ("participation", "vnkg:Participation"),
}
"""The kinds of things, each with the prefix of its IRIs and its class."""
NAMED = ("person", "body", "post", "directive", "unit")
FACTS = ("holding", "link", "participation")
_LETTERS = {
    "a": "aàáảãạăằắẳẵặâầấẩẫậ",
    "d": "dđð",
    "e": "eèéẻẽẹêềếểễệ",
    "i": "iìíỉĩị",
    "o": "oòóỏõọôồốổỗộơờớởỡợ",
    "u": "uùúủũụưừứửữự",
    "y": "yỳýỷỹỵ",
}


@dataclass(frozen=True, slots=True)
class Thing:
    """A node with its prefixed name, label and kind; `exact` if it is called just as was asked.

    `context` is what tells it from others of its name: a post, a place, an issuer, a day.
    """

    iri: str
    name: str
    label: str
    kind: str
    exact: bool
    context: str = ""

    def __str__(self) -> str:
        return "  ".join(part for part in (self.name, self.label, self.context) if part)


def plain(text: str) -> str:
    """A name as `skos:hiddenLabel` has it: small letters, no marks, single blanks."""
    return " ".join(unaccent(text).split())


def pattern(word: str) -> str:
    """A regular expression for words that begin so, whatever their marks and capitals."""
    return r"(^|[^\p{L}\p{N}])" + "".join(map(_letter, plain(word)))


def _letter(letter: str) -> str:
    return f"[{_LETTERS[letter]}]" if letter in _LETTERS else re.escape(letter)


def find(store: Store, text: str, kinds: Iterable[str] = NAMED) -> list[Thing]:
    """The things that an IRI, a prefixed name, a name or words of one stand for, at best exactly.

    Things that are called just so come alone; else all whose name has words that begin so, in any
    order. Case, marks and the Unicode form do not matter; where nothing is called so,
    abbreviations of bodies ("UBND") are read in full.
    """
    few_words(text)
    iri = lengthen(text, store.prefixes)
    if iri:
        return _by_iri(store, standing(store, iri))
    kinds = tuple(kinds)
    found = list(_called(store, text, kinds)) or list(_called(store, _in_full(store, text), kinds))
    exact = [thing for thing in found if thing.exact]
    return exact or sorted(found, key=lambda thing: _rank(thing, plain(text)))


def few_words(text: str) -> list[str]:
    """The different words of a text; QueryError if it is too long to be looked for."""
    words = list(dict.fromkeys(text.split()))
    if len(text) > LONGEST or len(words) > WORDS:
        raise QueryError(
            f"{text[:40]!r}… is too long to be looked for: more than {LONGEST} characters or"
            f" {WORDS} words"
        )
    return words


def _rank(thing: Thing, wanted: str) -> tuple[bool, int, str]:
    """Names with the words in this order come first, then those with little beside them."""
    return wanted not in plain(thing.label), len(thing.label), thing.iri


def _called(store: Store, text: str, kinds: tuple[str, ...]) -> Iterator[Thing]:
    wanted = plain(text)
    words = list(dict.fromkeys(wanted.split()))
    named = [kind for kind in kinds if kind in NAMED]
    others = [kind for kind in kinds if kind not in NAMED]
    if named and words:
        tests = [f"CONTAINS(?name, {Literal(word)})" for word in words]
        for thing, names in _things(store, "skos:hiddenLabel", tests, named, wanted):
            if thing.exact or _begin(words, names):
                yield thing
    if others and words:
        tests = [f'REGEX(?name, {Literal(pattern(word))}, "i")' for word in words]
        yield from (thing for thing, _ in _things(store, "rdfs:label", tests, others, wanted))


def _things(
    store: Store, label: str, tests: list[str], kinds: list[str], wanted: str
) -> Iterator[tuple[Thing, str]]:
    """Things of some kinds whose names pass tests, each with all these names."""
    places = (Literal(store.prefixes[KINDS[kind][0]]) for kind in kinds)
    place = " || ".join(f"STRSTARTS(STR(?thing), {place})" for place in places)
    query = sparql("thing", "find").replace("?label_property", label)
    for row in solutions(
        store, query.replace("?is_called_so", " && ".join((*tests, f"({place})")))
    ):
        iri, names = row["thing"].value, row["names"].value
        exact = wanted in map(plain, names.split("\n"))
        name = shorten(iri, store.prefixes)
        yield Thing(iri, name, row["label"].value, _kind(store, iri), exact), names


def _kind(store: Store, iri: str) -> str:
    """The kind of a thing, which the path of its IRI tells."""
    found = (kind for kind, (prefix, _) in KINDS.items() if iri.startswith(store.prefixes[prefix]))
    return next(found, "thing")


def _in_full(store: Store, text: str) -> str:
    """A name without abbreviations of bodies; "" if it has none."""
    rows = solutions(store, sparql("thing", "abbreviations"))
    full = {plain(row["short"].value): row["full"].value for row in rows}
    words = plain(text).split()
    return " ".join(full.get(word, word) for word in words) if full.keys() & words else ""


def _begin(words: list[str], names: str) -> bool:
    """Whether each word begins one of the names' words."""
    return all(re.search(rf"(?<!\w){re.escape(word)}", names) for word in words)


def one(store: Store, text: str, kinds: Iterable[str]) -> Thing:
    """The one thing that a text stands for.

    AmbiguousError offers several, QueryError says that there is none, and which names come near.
    """
    kinds = tuple(kinds)
    found = find(store, text, kinds)
    if len(found) == 1 and found[0].kind in kinds:
        return found[0]
    what = " or ".join(kinds)
    if len(found) > 1:
        raise AmbiguousError("\n".join(_offer(store, text, found)))
    near = "" if found else _near(store, text, kinds)
    raise QueryError(f"There is no {what} called {text!r}{near}")


def _offer(store: Store, text: str, found: list[Thing]) -> Iterator[str]:
    shown = [with_context(store, thing) for thing in found[:MOST]]
    yield f"{len(found)} things are called {text!r}; choose one:"
    yield from (f"  {thing}" for thing in shown)
    if len(found) > MOST:
        yield f"  and {len(found) - MOST} more"


def _near(store: Store, text: str, kinds: tuple[str, ...]) -> str:
    """The names that are written nearly so: "; near it are …"."""
    names: dict[str, str] = {}
    for kind in (kind for kind in kinds if kind in NAMED):
        query = sparql("thing", "names").replace("?class", KINDS[kind][1])
        names |= {row["name"].value: row["label"].value for row in solutions(store, query)}
    near = get_close_matches(plain(text), names, n=3, cutoff=0.75)
    return f"; near it are {', '.join(names[name] for name in near)}" if near else ""


def with_context(store: Store, thing: Thing) -> Thing:
    """A thing with what tells it from others of its name."""
    query = bound(sparql("thing", "context"), {"thing": NamedNode(thing.iri)})
    parts = (row["context"].value for row in solutions(store, query) if row["context"])
    context = " · ".join(part for part in dict.fromkeys(parts) if part not in thing.label)
    return Thing(thing.iri, thing.name, thing.label, thing.kind, thing.exact, context)


def standing(store: Store, iri: str) -> str:
    """The IRI that stands for an entity; another of its IRIs points to it."""
    try:
        others = store.quads.quads_for_pattern(NamedNode(iri), _SAME, None, DefaultGraph())
    except ValueError:
        return iri
    return next(
        (other.object.value for other in others if isinstance(other.object, NamedNode)), iri
    )


def _by_iri(store: Store, iri: str) -> list[Thing]:
    try:
        query = bound(sparql("thing", "called"), {"thing": NamedNode(iri)})
    except ValueError:
        raise QueryError(f"{iri} is not an IRI") from None
    return [
        Thing(iri, shorten(iri, store.prefixes), row["label"].value, _kind(store, iri), True)
        for row in solutions(store, query)
    ][:1]


def solutions(store: Store, query: str) -> QuerySolutions:
    """The rows of a query of ours."""
    found = store.query(query)
    assert isinstance(found, QuerySolutions)
    return found
