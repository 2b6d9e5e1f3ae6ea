"""Stored questions: one `.rq` file each, whose header says what it asks and what it is given."""

from kg.query.questions.asking import ask, described, explain, question, questions
from kg.query.questions.given import PARTIAL_DATE
from kg.query.questions.header import Parameter, Question

__all__ = [
    "PARTIAL_DATE",
    "Parameter",
    "Question",
    "ask",
    "described",
    "explain",
    "question",
    "questions",
]
