"""One spelling for all that is compared: case, tone marks, abbreviations, names of committees."""

import re
import tomllib
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

_WORD = re.compile(r"[\w.&/-]+")
_CENTRE = re.compile(r"TW|\bTƯ\b")
# A tone mark on the second vowel, which may as well stand on the first: "hoà", "uỷ".
_SECOND = re.compile(r"(?:o(?=[àáảãạèéẻẽẹ](?!\w))|u(?=[ỳýỷỹỵ]))(.)")
_DASH = re.compile("[–—−]")


@dataclass(frozen=True, slots=True)
class Words:
    """What `spelling.toml` says."""

    short: dict[str, str]
    same: tuple[tuple[re.Pattern[str], str], ...]
    light: frozenset[str]


@cache
def words() -> Words:
    """The words of `spelling.toml`, read once."""
    found = tomllib.loads(files("kg.evaluate").joinpath("spelling.toml").read_text("utf-8"))
    return Words(
        found["short"],
        tuple((re.compile(row["pattern"]), row["name"]) for row in found["same"]),
        frozenset(found["light"]["words"].split()),
    )


@lru_cache(maxsize=1 << 16)
def spelt(text: str) -> str:
    """The words of a name in the one spelling: small letters, written out, without punctuation.

    "Ban chấp hành Đảng bộ huyện Văn Lâm" and "Huyện uỷ Văn Lâm" give "huyện ủy văn lâm".
    """
    text = _CENTRE.sub("Trung ương", unicodedata.normalize("NFC", text)).casefold()
    found = (_written_out(word) for word in _WORD.findall(_SECOND.sub(_on_the_first, text)))
    text = " ".join(word for word in found if word)
    for pattern, name in words().same:
        text = pattern.sub(name, text)
    return text


def spelt_number(number: str) -> str:
    """A directive's number without blanks, "số" and case, with one kind of dash."""
    small = unicodedata.normalize("NFC", number).casefold()
    return re.sub(r"\s", "", _DASH.sub("-", small).removeprefix("số"))


def _written_out(word: str) -> str:
    return words().short.get(word.strip("."), word.strip(".-"))


def _on_the_first(match: re.Match[str]) -> str:
    second = unicodedata.normalize("NFD", match[1])
    return unicodedata.normalize("NFC", match[0][0] + second[1]) + second[0]
