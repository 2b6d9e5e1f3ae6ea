"""Readings as lines of JSON, and back."""

import json
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from functools import cache
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from kg.model import Reading


def encode(reading: Reading) -> str:
    """A reading as JSON, with what is as by default left out."""
    return json.dumps(_plain(reading), ensure_ascii=False, separators=(",", ":"))


def decode(text: str) -> Reading:
    """The reading back from its JSON; ValueError, KeyError or TypeError if it is cut or foreign."""
    reading: Reading = _build(Reading, json.loads(text))
    return reading


def _plain(value: Any) -> Any:
    """A value of `kg.model` as plain JSON data."""
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if not is_dataclass(value):
        return value
    kind: Callable[..., Any] = type(value)
    items = ((name, getattr(value, name), default) for name, default in _defaults(kind))
    return {name: _plain(item) for name, item, default in items if item != default}


@cache
def _defaults(kind: Any) -> tuple[tuple[str, Any], ...]:
    return tuple((field.name, field.default) for field in fields(kind))


def _build(kind: Any, data: Any) -> Any:
    """The value of type `kind` that `_plain` gave `data` for."""
    if isinstance(data, dict):
        hints = _hints(kind)
        return kind(**{name: _build(hints[name], item) for name, item in data.items()})
    if isinstance(data, list):
        part = get_args(kind)[0]
        return tuple([_build(part, item) for item in data])
    return data


@cache
def _hints(kind: type) -> dict[str, Any]:
    """The fields of a class with their types, "X | None" as X."""
    return {name: _some(hint) for name, hint in get_type_hints(kind).items()}


def _some(hint: Any) -> Any:
    if get_origin(hint) in (Union, UnionType):
        return next(part for part in get_args(hint) if part is not NoneType)
    return hint
