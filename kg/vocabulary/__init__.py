"""The ontology loaded once: words, kinds, and the gazetteer of administrative units."""

from kg.vocabulary.compounds import is_compound
from kg.vocabulary.gazetteer import HO_CHI_MINH, KINDS, Gazetteer, gazetteer, short, unit_name
from kg.vocabulary.phrases import WORD, Phrase, Phrases, phrases_in, phrases_of
from kg.vocabulary.words import Concept, concepts, headed_kinds, of_type, ontology_files, word_set

__all__ = [
    "HO_CHI_MINH",
    "KINDS",
    "WORD",
    "Concept",
    "Gazetteer",
    "Phrase",
    "Phrases",
    "concepts",
    "gazetteer",
    "headed_kinds",
    "is_compound",
    "of_type",
    "ontology_files",
    "phrases_in",
    "phrases_of",
    "short",
    "unit_name",
    "word_set",
]
