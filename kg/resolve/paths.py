"""Paths of entities: a readable slug, and a hash of what the entity is known by.

A path depends on nothing but the article that tells of the entity, so it stays whatever other
articles come. The hash is always there: "xã Tân Hoa" and "xã Tân Hòa" differ only by a mark,
which a slug has not.
"""

import json
from hashlib import sha256

from kg.text import slug


def hash8(*parts: str | None) -> str:
    """Eight hexadecimal digits of a hash of `parts`."""
    text = json.dumps(parts, ensure_ascii=False, separators=(",", ":"))
    return sha256(text.encode()).hexdigest()[:8]


def hashed(kind: str, text: str, *parts: str | None) -> str:
    """A path with a hash of `parts`: "person/bui-huy-cuong-1f0c9a2b"."""
    return f"{kind}/{slug(text)[:80].rstrip('-')}-{hash8(*parts)}"
