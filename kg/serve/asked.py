"""Stored questions as forms with permanent addresses, and as data for programs."""

import io
import json
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from kg.errors import AmbiguousError, KgError, OversizeError, UsageError
from kg.graph import Store
from kg.graph.formats import FORMATS as GRAPHS
from kg.query import Rows, write
from kg.query.names import FACTS, NAMED, Thing, find, with_context
from kg.query.questions import Question, ask, described, explain, question, questions
from kg.serve.answers import with_charset
from kg.serve.exchange import Reply, Request, rejected
from kg.serve.negotiate import choose
from kg.serve.pages import given, page, table

HTML, JSON = "text/html", "application/json"
# By the end of an address: the media type, and the format of the answer that it is.
SUFFIXES: Mapping[str, tuple[str, str]] = {
    ".html": (HTML, ""),
    ".json": (JSON, ""),
    ".csv": ("text/csv", "csv"),
    ".md": ("text/markdown", "markdown"),
    ".ttl": ("text/turtle", "ttl"),
    ".jsonld": ("application/ld+json", "jsonld"),
}
_FORMATS = dict(SUFFIXES.values())
# The columns whose values are words of ours.
_CODED = frozenset({"kind", "what", "relation", "status", "part", "as", "basis", "unit_level"})
_SUBMITTED = "ask"  # what the form's button adds, so that a form without answers is told apart


def every(_: Store, request: Request) -> Reply:
    """All stored questions, as a page or as JSON."""
    if _wanted(request)[0] == JSON:
        return _json(200, [_described(stored) for stored in questions()])
    return page(request, "questions", questions=questions())


def asked(store: Store, request: Request) -> Reply:
    """A stored question: its form with its answer below, or the answer as data."""
    wanted, path = _wanted(request)
    try:
        stored = question(path.rpartition("/")[2])
    except UsageError as error:
        raise rejected(404, str(error)) from None
    values = {name: value for name, value in given(request, _SUBMITTED).items() if value.strip()}
    if wanted == HTML:
        return _page(store, request, stored, values)
    try:
        rows = ask(store, stored.name, values, request.limits.rows)
    except KgError as error:
        return _json(_status(error), {"error": str(error)})
    return _data(store, stored, values, rows, wanted)


def _wanted(request: Request) -> tuple[str, str]:
    """The media type that is asked for by suffix or by Accept, and the path without the suffix."""
    for suffix, (media_type, _) in SUFFIXES.items():
        if request.path.endswith(suffix):
            return media_type, request.path.removesuffix(suffix)
    media_type = choose(request.accept, tuple(_FORMATS)) or ""
    if not media_type:
        raise rejected(406, f"An answer can be had as {', '.join(_FORMATS)}", ("Vary", "Accept"))
    return media_type, request.path


def _page(store: Store, request: Request, stored: Question, values: Mapping[str, str]) -> Reply:
    """The form; with its answer, or with what hinders it, once it is filled in."""
    found: dict[str, Any] = {"rows": None, "error": None, "choices": {}, "sparql": ""}
    status = 200
    needed = {parameter.name for parameter in stored.parameters if parameter.needed}
    if request.value(_SUBMITTED) or (values and needed <= values.keys()):
        try:
            rows = ask(store, stored.name, values, request.limits.rows)
            found |= {
                "rows": table(rows, store.base),
                "sparql": explain(store, stored.name, values),
            }
        except AmbiguousError as error:
            status, found["choices"] = _status(error), _choices(store, stored, values)
            found["error"] = str(error).splitlines()[0].removesuffix("; choose one:")
        except KgError as error:
            status, found["error"] = _status(error), str(error)
    suffixes = [suffix for suffix in SUFFIXES if suffix != ".html"]
    return page(
        request,
        "question",
        status,
        question=stored,
        given=values,
        suffixes=suffixes,
        coded=_CODED,
        **found,
    )


def _choices(
    store: Store, stored: Question, values: Mapping[str, str]
) -> dict[str, list[tuple[Thing, dict[str, str]]]]:
    """By parameter, the things that its name may stand for, each with what is then given."""
    choices = {}
    for parameter in stored.parameters:
        kinds = {"thing": NAMED, "fact": FACTS}.get(parameter.type, (parameter.type,))
        if parameter.name in values and parameter.type in (*NAMED, "thing", "fact"):
            things = find(store, values[parameter.name], kinds)[:20]
            if len(things) > 1:
                choices[parameter.name] = [
                    (with_context(store, thing), {**values, parameter.name: thing.name})
                    for thing in things
                ]
    return choices


def _data(
    store: Store, stored: Question, values: Mapping[str, str], rows: Rows, wanted: str
) -> Reply:
    """An answer in one of the formats for programs."""
    name = _FORMATS[wanted]
    if wanted == JSON:
        items = [{key: _plain(value) for key, value in row.items()} for row in rows.dicts()]
        told = {"question": stored.name, "given": values, "columns": rows.variables, "rows": items}
        return _json(200, told)
    if name in GRAPHS and name != "csv":
        output = io.BytesIO()
        GRAPHS[name](described(store, rows), output)
        body = output.getvalue()
    else:
        text = io.StringIO()
        write(rows.readable() if name == "markdown" else rows, name, text)
        body = text.getvalue().encode()
    return Reply(200, body, with_charset(wanted), (("Vary", "Accept"),))


def _described(stored: Question) -> dict[str, Any]:
    return {
        "name": stored.name,
        "about": stored.about,
        "parameters": [
            {
                "name": parameter.name,
                "type": parameter.type,
                "about": parameter.about,
                "needed": parameter.needed,
                "choices": parameter.choices,
                "default": parameter.default,
            }
            for parameter in stored.parameters
        ],
    }


def _plain(value: Any) -> Any:
    """A value as JSON has it."""
    if isinstance(value, Decimal):
        return float(value)
    return value.isoformat() if isinstance(value, date) else value


_STATUS: tuple[tuple[type[KgError], int], ...] = (
    (OversizeError, 507),
    (AmbiguousError, 409),
    (UsageError, 400),
    (KgError, 404),  # a name that the graph does not have
)


def _status(error: KgError) -> int:
    return next(status for kind, status in _STATUS if isinstance(error, kind))


def _json(status: int, data: Any) -> Reply:
    body = json.dumps(data, ensure_ascii=False).encode()
    return Reply(status, body, JSON, (("Vary", "Accept"),))
