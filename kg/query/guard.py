"""What is not asked of a graph: to change it, to ask another server, to read another graph."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import pairwise

from kg.errors import QueryError, RefusedError
from kg.query.errors import UPDATES, first_word

_ESCAPE = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")

# Told apart only so far that what stands in a text, an IRI, a comment or a name is no keyword.
_TOKEN = re.compile(
    r"""
    (?P<comment> \#[^\r\n]* )
  | (?:
        '{3} (?: [^'\\] | \\. | '(?!'') )* '{3}  | ' (?: [^'\\\r\n] | \\. )* '
      | "{3} (?: [^"\\] | \\. | "(?!"") )* "{3}      | " (?: [^"\\\r\n] | \\. )* "
      | < [^<>"{}|^`\x00-\x20]* >                     | @ [\w-]+ | [?$] \w+ )
  | (?P<prefix> (?: \w [\w.-]* )? ) : (?: \\. | [\w.:%-] )*
  | (?P<word> \w+ )
  | \\. | \S
    """,
    re.VERBOSE | re.DOTALL,
)


def refuse(
    sparql: str,
    named: Iterable[str],
    prefixes: Mapping[str, str],
    is_graph: Callable[[str], bool],
) -> None:
    """RefusedError with the reason if a query is not to be run; QueryError if there is none.

    `named` are the graphs to be read that are named beside the query; `is_graph` tells whether an
    IRI is that of a graph that is here.
    """
    for text in dict.fromkeys((sparql, _unescaped(sparql))):
        _refuse_updates(text)
        tokens = [token for token in _TOKEN.finditer(text) if not token["comment"]]
        if "service" in text.lower() and any(_calls(tokens)):
            raise RefusedError("SERVICE would ask another server; only this graph is read")
        named = (*named, *_datasets(tokens, prefixes))
    for name in named:
        if not is_graph(name):
            raise RefusedError(
                f"<{name}> is no graph that is here; each article is one, by its IRI"
            )


def _unescaped(sparql: str) -> str:
    """A query with its escaped characters in the open, as SPARQL 1.1 (19.2) reads keywords too."""
    return _ESCAPE.sub(lambda found: _character(found[1] or found[2]), sparql)


def _character(code: str) -> str:
    number = int(code, 16)
    return chr(number) if number < 0x110000 else "\ufffd"


def _refuse_updates(sparql: str) -> None:
    first = first_word(sparql).lower()
    if first in UPDATES:
        raise RefusedError(
            f"{first.upper()} would change the graph, which is only read. "
            "To change what the graph says, change the articles and run kg build again"
        )
    if not sparql.strip():
        raise QueryError("The query is empty")


def _calls(tokens: list[re.Match[str]]) -> Iterator[bool]:
    """Whether each token begins a call; where in doubt, it does.

    No other keyword holds "service". The engine wants no blank after a keyword: a name
    "service:x" before a brace is one, if it is not that of a graph.
    """
    for token in tokens:
        yield "service" in (token["word"] or "").lower()
    for (before, token), (_, after) in pairwise(pairwise(tokens)):
        named = (before["word"] or "").lower() in ("graph", "from", "named")
        yield "service" in (token["prefix"] or "").lower() and after[0] == "{" and not named


def _datasets(tokens: list[re.Match[str]], prefixes: Mapping[str, str]) -> Iterator[str]:
    """The IRIs after FROM and FROM NAMED; one that cannot be resolved as it is written."""
    known = dict(prefixes)
    for before, token, after in zip(tokens, tokens[1:], tokens[2:], strict=False):
        if (before["word"] or "").lower() == "prefix" and token["prefix"] is not None:
            known[token["prefix"]] = after[0][1:-1]
    for before, token in pairwise(tokens):
        word = (before["word"] or "").lower()
        if word.endswith(("from", "named")) and (token[0][0] == "<" or token["prefix"] is not None):
            yield _iri(token, known)


def _iri(token: re.Match[str], prefixes: Mapping[str, str]) -> str:
    if token["prefix"] is None:
        return token[0][1:-1]
    local = token[0][len(token["prefix"]) + 1 :].replace("\\", "")
    return prefixes.get(token["prefix"], f"{token['prefix']}:") + local
