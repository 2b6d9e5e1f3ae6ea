"""The JSON interface of the stored questions, described for programs by OpenAPI 3.1."""

import json
from collections.abc import Iterator, Mapping
from typing import Any, TypeAlias

import kg
from kg.graph import Store
from kg.query.names import KINDS, NAMED, solutions
from kg.query.questions import PARTIAL_DATE, Parameter, Question, questions
from kg.query.shorten import shorten
from kg.serve.exchange import Reply, Request

Spec: TypeAlias = dict[str, Any]
JSON = "application/json"
_ERRORS = {
    "400": "a parameter is missing, unknown or impossible",
    "404": "the graph has nothing of that name",
    "409": "a name stands for several things, which the error lists",
    "503": "all workers are busy; Retry-After says how many seconds to wait",
    "504": "it took too long",
    "507": "the answer is too large",
}
_NAME: Spec = {"type": "string", "pattern": r"[^\s\x00-\x20\x85]"}  # not only blanks
_DATES: Mapping[str, Spec] = {
    "date": {"type": "string", "pattern": f"^({PARTIAL_DATE})$"},
    "day": {"type": "string", "format": "date"},
}


def openapi(store: Store, request: Request) -> Reply:
    """The description, with the server's own address, and things of the graph as examples."""
    examples = {kind: _example(store, kind) for kind in (*NAMED, "thing", "fact")}
    spec = {
        "openapi": "3.1.0",
        "info": {
            "title": "kg",
            "version": kg.__version__,
            "description": "Stored questions to a knowledge graph of people, posts, bodies and"
            " directives, and the search for things by name.",
        },
        "servers": [{"url": request.root}],
        "paths": {
            "/ask.json": {"get": _every()},
            "/search.json": {"get": _search()},
            **{f"/ask/{q.name}.json": {"get": _ask(q, examples)} for q in questions()},
        },
        "components": {"schemas": _SCHEMAS},
    }
    return Reply(200, json.dumps(spec, ensure_ascii=False, indent=1).encode(), JSON)


def _every() -> Spec:
    described = {"type": "array", "items": {"type": "object", "required": ["name", "about"]}}
    return {
        "operationId": "questions",
        "summary": "All stored questions, with their parameters.",
        "responses": {"200": _content("the questions", described), **_errors("503")},
    }


def _search() -> Spec:
    return {
        "operationId": "search",
        "summary": "The things that a name stands for, without accents, by words in any order.",
        "parameters": [_in_query("q", True, {"type": "string"}, "a name or words of one")],
        "responses": {
            "200": _content("what is called so", {"$ref": "#/components/schemas/Things"}),
            **_errors("400", "503", "504"),
        },
    }


def _example(store: Store, kind: str) -> str | None:
    """One thing of a kind, by its prefixed name; None if there is none."""
    _, class_ = KINDS[{"thing": "person", "fact": "holding"}.get(kind, kind)]
    found = solutions(store, f"SELECT (MIN(STR(?thing)) AS ?iri) {{ ?thing a {class_} }}")
    iri = next(found)["iri"]
    return shorten(iri.value, store.prefixes) if iri else None


def _ask(asked: Question, examples: Mapping[str, str | None]) -> Spec:
    return {
        "operationId": asked.name,
        "summary": asked.about["en"],
        "parameters": [*_parameters(asked, examples)],
        "responses": {
            "200": _content("the answer", {"$ref": "#/components/schemas/Answer"}),
            **_errors(*_ERRORS),
        },
    }


def _parameters(asked: Question, examples: Mapping[str, str | None]) -> Iterator[Spec]:
    for parameter in asked.parameters:
        text = _type(parameter)
        spec = _in_query(parameter.name, parameter.needed, text, parameter.about["en"])
        example = examples.get(parameter.type) if parameter.needed else None
        yield spec | ({"example": example} if example else {})


def _type(parameter: Parameter) -> Spec:
    """The schema of a parameter; what need not be given may be empty, as forms send it."""
    if parameter.choices:
        return {"type": "string", "enum": [*parameter.choices, ""]}
    if parameter.type in _DATES:
        return {"anyOf": [_DATES[parameter.type], {"const": ""}]}
    return _NAME if parameter.needed else {"type": "string"}


def _in_query(name: str, needed: bool, schema: Spec, about: str) -> Spec:
    return {"name": name, "in": "query", "required": needed, "schema": schema, "description": about}


def _errors(*statuses: str) -> Spec:
    """Errors of the question itself are JSON, those of the server sentences."""
    error = {"$ref": "#/components/schemas/Error"}
    text = {"text/plain; charset=utf-8": {"schema": {"type": "string"}}}
    return {
        status: {"description": _ERRORS[status], "content": {JSON: {"schema": error}, **text}}
        for status in statuses
    }


def _content(about: str, schema: Spec) -> Spec:
    return {"description": about, "content": {JSON: {"schema": schema}}}


_SCHEMAS: Spec = {
    "Answer": {
        "type": "object",
        "required": ["question", "given", "columns", "rows"],
        "properties": {
            "question": {"type": "string"},
            "given": {"type": "object", "additionalProperties": {"type": "string"}},
            "columns": {"type": "array", "items": {"type": "string"}},
            "rows": {
                "type": "array",
                "items": {
                    "type": "object",
                    "additionalProperties": {"type": ["string", "number", "boolean", "null"]},
                },
            },
        },
    },
    "Things": {
        "type": "object",
        "required": ["number", "things"],
        "properties": {
            "number": {"type": "integer"},
            "things": {
                "type": "array",
                "items": {
                    "type": "object",
                    "required": ["iri", "name", "label", "kind", "exact", "context"],
                },
            },
        },
    },
    "Error": {"type": "object", "required": ["error"], "properties": {"error": {"type": "string"}}},
}
