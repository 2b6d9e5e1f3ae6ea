"""Vietnamese text without any knowledge of the domain: letters, sentences, dates."""

from kg.text.addresses import is_address
from kg.text.composed import normalise, normalise_traced
from kg.text.dates import Date, dates, year_of
from kg.text.letters import LOWER, UPPER, fold, plain, slug, unaccent
from kg.text.offsets import Offsets, original, through, traced
from kg.text.sentences import sentences

__all__ = [
    "LOWER",
    "UPPER",
    "Date",
    "Offsets",
    "dates",
    "fold",
    "is_address",
    "normalise",
    "normalise_traced",
    "original",
    "plain",
    "sentences",
    "slug",
    "through",
    "traced",
    "unaccent",
    "year_of",
]
