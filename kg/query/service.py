"""Whether a query asks another server; the engine would send it there."""

import re
from collections.abc import Iterator
from itertools import pairwise

from kg.errors import QueryError

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


def refuse_services(sparql: str) -> None:
    """QueryError if a query has a SERVICE clause."""
    if "service" in sparql.lower() and any(_calls(sparql)):
        raise QueryError("SERVICE would ask another server; kg query only reads the graph")


def _calls(sparql: str) -> Iterator[bool]:
    """Whether each token begins a call; where in doubt, it does.

    No other keyword holds "service". The engine wants no blank after a keyword: a name
    "service:x" before a brace is one, if it is not that of a graph.
    """
    tokens = [token for token in _TOKEN.finditer(sparql) if not token["comment"]]
    for token in tokens:
        yield "service" in (token["word"] or "").lower()
    for (before, token), (_, after) in pairwise(pairwise(tokens)):
        named = (before["word"] or "").lower() in ("graph", "from", "named")
        yield "service" in (token["prefix"] or "").lower() and after[0] == "{" and not named
