"""The words of the pages in the language that the reader likes."""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any, TypeAlias

from kg.serve.exchange import Request
from kg.serve.negotiate import ranges

LANGUAGES = ("vi", "en")
Words: TypeAlias = Mapping[str, Mapping[str, str]]


def language_of(request: Request) -> str:
    """The language of a page: `lang` of the address, else the browser's, else Vietnamese."""
    wanted = request.value("lang")
    if wanted in LANGUAGES:
        return wanted
    liked = ranges(request.language)
    best = max(LANGUAGES, key=lambda name: _liking(liked, name))
    return best if liked else LANGUAGES[0]


def _liking(liked: list[tuple[str, float]], language: str) -> float:
    """How much a browser likes a language, under its own name ("en") or a country's ("en-GB")."""
    own = [(name.partition("-")[0], weight) for name, weight in liked]
    return max((weight for name, weight in own if name in (language, "*")), default=0.0)


@cache
def words(language: str) -> Words:
    """All words in a language, by section and key."""
    place = LANGUAGES.index(language)
    text = files("kg.serve").joinpath("words.toml").read_text("utf-8")
    sections: Mapping[str, Mapping[str, Any]] = tomllib.loads(text)
    return {
        section: {key: both[place] for key, both in table.items()}
        for section, table in sections.items()
    }
