"""The start page, and the search for things by their names."""

import json
from dataclasses import asdict
from typing import Any
from urllib.parse import quote

from kg.graph import Store
from kg.query.names import NAMED, Thing, find, solutions, with_context
from kg.query.questions import questions
from kg.serve.exchange import Reply, Request, sentence
from kg.serve.negotiate import choose
from kg.serve.pages import local, page

_MOST = 50
_COUNTS = """SELECT ?kind (COUNT(DISTINCT ?thing) AS ?number) {
  VALUES (?class ?kind) {
    (schema:NewsArticle "article") (foaf:Person "person") (org:Organization "body")
    (org:Post "post") (vnkg:Directive "directive") (schema:Event "event")
  }
  ?thing a ?class
} GROUP BY ?kind ORDER BY ?kind"""
JSON = "application/json"


def home(store: Store, request: Request) -> Reply:
    """The start page: a search, what the graph holds, and the stored questions."""
    counts = {row["kind"].value: int(row["number"].value) for row in solutions(store, _COUNTS)}
    return page(request, "home", counts=counts, questions=questions())


def search(store: Store, request: Request) -> Reply:
    """The things that a name stands for, as a page or as JSON; a page of the only one instead."""
    wanted = request.value("q").strip()
    is_json = request.path.endswith(".json") or choose(request.accept, ("text/html", JSON)) == JSON
    if is_json and not request.values("q"):
        return _json(400, {"error": "the search wants q=…"})
    found = find(store, wanted, (*NAMED, "article")) if wanted else []
    if len(found) == 1 and not is_json:
        path = local(found[0].iri, store.base)
        return sentence(
            303,
            "It is elsewhere",
            ("Location", f"{quote(path or '/', safe='/%')}{_language(request)}"),
        )
    things = [with_context(store, thing) for thing in found[:_MOST]]
    if is_json:
        return _json(200, _found(things, len(found)))
    paths = [(thing, local(thing.iri, store.base)) for thing in things]
    return page(request, "search", wanted=wanted, things=paths, number=len(found))


def _language(request: Request) -> str:
    return f"?lang={request.value('lang')}" if request.value("lang") in ("vi", "en") else ""


def _found(things: list[Thing], number: int) -> dict[str, Any]:
    return {"number": number, "things": [asdict(thing) for thing in things]}


def _json(status: int, data: dict[str, Any]) -> Reply:
    body = json.dumps(data, ensure_ascii=False).encode()
    return Reply(status, body, JSON, (("Vary", "Accept"),))
