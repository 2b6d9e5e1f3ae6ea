"""Vietnamese text without any knowledge of the domain: letters, sentences, dates."""

import re
import unicodedata

from kg.text.dates import Date, dates, year_of
from kg.text.letters import LOWER, UPPER, fold, plain, slug, unaccent
from kg.text.sentences import sentences

__all__ = [
    "LOWER",
    "UPPER",
    "Date",
    "dates",
    "fold",
    "normalise",
    "plain",
    "sentences",
    "slug",
    "unaccent",
    "year_of",
]

_INVISIBLE = re.compile("[\ufeff\u00ad\u200b\u200c\u200d\u2060]")


def normalise(raw: str) -> str:
    """The text that offsets refer to: NFC, one kind of line end, no invisible characters.

    The invisible ones go first, since they may stand between a letter and its mark.
    """
    text = unicodedata.normalize("NFC", _INVISIBLE.sub("", raw))
    return text.replace("\r\n", "\n").replace("\r", "\n")
