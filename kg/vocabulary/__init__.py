"""The ontology loaded once: words, kinds, and the gazetteer of administrative units."""

from kg.vocabulary.compounds import is_compound
from kg.vocabulary.gazetteer import Gazetteer, gazetteer
from kg.vocabulary.phrases import WORD, Phrase, Phrases, phrases_in, phrases_of
from kg.vocabulary.successions import body_followers, unit_followers
from kg.vocabulary.turtle import ontology_files
from kg.vocabulary.units import HO_CHI_MINH, KINDS, short, unit_kinds, unit_name
from kg.vocabulary.words import Concept, concepts, headed_kinds, of_type, word_set

__all__ = [
    "HO_CHI_MINH",
    "KINDS",
    "WORD",
    "Concept",
    "Gazetteer",
    "Phrase",
    "Phrases",
    "body_followers",
    "concepts",
    "gazetteer",
    "headed_kinds",
    "is_compound",
    "of_type",
    "ontology_files",
    "phrases_in",
    "phrases_of",
    "short",
    "unit_followers",
    "unit_kinds",
    "unit_name",
    "word_set",
]
