"""Paths of entities: a readable slug, and a hash where the slug alone would not tell apart."""

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from hashlib import sha256
from typing import TypeAlias

from kg.text import slug

Key: TypeAlias = tuple[str, ...]


def hash8(*parts: str | None) -> str:
    """Eight hexadecimal digits of a hash of `parts`."""
    text = json.dumps(parts, ensure_ascii=False, separators=(",", ":"))
    return sha256(text.encode()).hexdigest()[:8]


def hashed(kind: str, text: str, *parts: str | None) -> str:
    """A path with a hash of `parts`: "person/bui-huy-cuong-1f0c9a2b"."""
    return f"{kind}/{slug(text)[:80].rstrip('-')}-{hash8(*parts)}"


def slugged(kind: str, keys: Iterable[Key], text: Callable[[Key], str]) -> Mapping[Key, str]:
    """A path for each key, by the slug of its text; keys of one slug also bear their hash.

    "xã Tân Hoa" and "xã Tân Hòa" differ only by a mark that a slug has not.
    """
    sharing: dict[str, list[Key]] = defaultdict(list)
    for key in sorted(set(keys)):
        sharing[slug(text(key))].append(key)
    return {
        key: f"{kind}/{name}" if len(group) == 1 else f"{kind}/{name}-{hash8(*key)}"
        for name, group in sharing.items()
        for key in group
    }
