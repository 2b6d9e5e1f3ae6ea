"""What is known of a mention as one line of JSON, so that it can be kept and compared again."""

import json
from collections.abc import Callable
from dataclasses import fields
from functools import cache
from typing import Any, TypeVar, get_origin, get_type_hints

T = TypeVar("T")


def encode(known: Any) -> str:
    """A dataclass of strings, numbers, tuples and sets of strings, without what is empty."""
    parts = ((field.name, getattr(known, field.name)) for field in fields(known))
    plain = {name: _plain(value) for name, value in parts if value}
    return json.dumps(plain, ensure_ascii=False, separators=(",", ":"))


def decode(kind: Callable[..., T], text: str) -> T:
    """The dataclass back from its line."""
    makers = _makers(kind)
    return kind(**{name: makers[name](value) for name, value in json.loads(text).items()})


def _plain(value: Any) -> Any:
    return sorted(value) if isinstance(value, frozenset) else value


@cache
def _makers(kind: Callable[..., Any]) -> dict[str, Any]:
    hints = get_type_hints(kind)
    return {
        name: get_origin(hint) if get_origin(hint) in (frozenset, tuple) else _same
        for name, hint in hints.items()
    }


def _same(value: Any) -> Any:
    return value
