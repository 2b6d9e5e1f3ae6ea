"""Paths of nodes under the base: hashes of content, and article ids made fit for an IRI."""

import json
from hashlib import sha256
from urllib.parse import quote


def digest(*parts: object, length: int = 16) -> str:
    """A hexadecimal hash of `parts` (strings, numbers, None, nested tuples of these)."""
    text = json.dumps(parts, ensure_ascii=False, separators=(",", ":"))
    return sha256(text.encode()).hexdigest()[:length]


def article_path(article: str) -> str:
    """The path of an article by its id; letters of any script stay, the rest is escaped."""
    kept = "".join(c if c.isalnum() or c in "-._~" else quote(c, safe="") for c in article)
    return f"article/{kept}"


def event_name(index: int) -> str:
    """The name of an article's event in `Mention`, by its place in `Reading.events`: "e1"."""
    return f"e{index + 1}"
