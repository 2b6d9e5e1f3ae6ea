"""IRIs as prefixed names, as a query may write them."""

import re
from collections.abc import Mapping

# What may follow a prefix without being escaped: letters of any script, digits, - _ and dots.
_LOCAL = re.compile(r"\w(?:[\w.-]*[\w-])?")


def shorten(iri: str, prefixes: Mapping[str, str]) -> str:
    """An IRI by the longest prefix that fits it: "org:Post"; else in angle brackets."""
    best = ""
    for prefix, namespace in prefixes.items():
        longer = len(namespace) > len(prefixes.get(best, ""))
        if longer and iri.startswith(namespace) and _LOCAL.fullmatch(iri, len(namespace)):
            best = prefix
    return f"{best}:{iri[len(prefixes[best]) :]}" if best else f"<{iri}>"


def lengthen(text: str, prefixes: Mapping[str, str]) -> str | None:
    """The IRI that a prefixed name, an IRI or one in angle brackets stands for; else None."""
    text = text.strip()
    if text.startswith("<") and text.endswith(">"):
        return text[1:-1]
    prefix, colon, local = text.partition(":")
    if local.startswith("//"):
        return text
    return prefixes[prefix] + local if colon and prefix in prefixes and " " not in text else None
