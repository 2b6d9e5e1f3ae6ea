"""Stored questions: one `.rq` file each, whose header says what it asks and what it is given."""

from kg.query.questions.asking import ask, described, explain, question, questions
from kg.query.questions.header import Parameter, Question

__all__ = ["Parameter", "Question", "ask", "described", "explain", "question", "questions"]
