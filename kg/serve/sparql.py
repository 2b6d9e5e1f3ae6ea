"""The endpoint for SPARQL queries, as the SPARQL 1.1 Protocol (2.1) has it."""

from kg.graph import Store
from kg.query import query
from kg.serve import answers
from kg.serve.description import service
from kg.serve.exchange import Reply, Request, pairs, rejected, sentence
from kg.serve.negotiate import choose

_FORM, _QUERY = "application/x-www-form-urlencoded", "application/sparql-query"
_UPDATE = "application/sparql-update"
_HTML = "text/html"


def sparql(store: Store, request: Request) -> Reply:
    """The answer to a query; without one, what the endpoint can do, or the editor for a browser."""
    if request.method == "GET" and not request.query:
        return _welcome(store, request)
    parameters = _parameters(request)
    if any(name == "update" for name, _ in (*parameters, *request.query)):
        raise _no_update()
    answer = query(
        store,
        _only([value for name, value in parameters if name == "query"]),
        default_graphs=[value for name, value in parameters if name == "default-graph-uri"],
        named_graphs=[value for name, value in parameters if name == "named-graph-uri"],
        most=request.limits.rows,
    )
    return answers.reply(answer, request.accept)


def _welcome(store: Store, request: Request) -> Reply:
    kind = choose(request.accept, (*answers.TRIPLES, _HTML))
    if kind is None:
        raise rejected(400, "The parameter query is missing: /sparql?query=SELECT …")
    if kind == _HTML:
        return sentence(303, "The editor is at /editor", ("Location", "editor"), ("Vary", "Accept"))
    return service(store, request)


def _parameters(request: Request) -> tuple[tuple[str, str], ...]:
    """Names and values of all that a request sends in the URL or its body."""
    if request.method == "GET":
        return request.query
    kind, _, parameters = request.content_type.lower().partition(";")
    kind = kind.strip()
    if kind == _UPDATE:
        raise _no_update()
    if kind not in (_FORM, _QUERY) or not _is_utf8(parameters):
        raise rejected(
            415,
            f"A query is sent in UTF-8 as {_QUERY} or {_FORM}",
            ("Accept-Post", f"{_QUERY}, {_FORM}"),
        )
    if kind == _FORM:
        return pairs(request.body)
    try:
        return (*request.query, ("query", request.body.decode()))
    except UnicodeDecodeError:
        raise rejected(400, "The query is not text in UTF-8") from None


def _is_utf8(parameters: str) -> bool:
    """Whether the parameters of a media type name no other encoding."""
    for parameter in parameters.split(";"):
        name, _, value = parameter.partition("=")
        if name.strip() == "charset" and value.strip().strip('"') not in ("utf-8", "utf8"):
            return False
    return True


def _only(queries: list[str]) -> str:
    if len(queries) != 1:
        found = "missing" if not queries else "given more than once"
        raise rejected(400, f"The parameter query is {found}")
    if "\0" in queries[0]:
        raise rejected(400, "The query holds a character that no text has (U+0000)")
    return queries[0]


def _no_update() -> Exception:
    return rejected(403, "This endpoint only reads: the graph is changed by kg build alone")
