"""The web application: what comes in goes to a worker, what the worker says goes out."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect
from starlette.requests import Request as HttpRequest
from starlette.responses import Response
from starlette.routing import Mount
from starlette.routing import Route as HttpRoute
from starlette.staticfiles import StaticFiles

from kg.serve.exchange import Rejected, Reply, sentence
from kg.serve.incoming import client_of, gone, incoming
from kg.serve.limits import Limits
from kg.serve.pool import Pool
from kg.serve.routes import POOLS, ROUTES, Route
from kg.serve.seat import LEFT

_STANDARD = Limits()


def app(
    graph: Path | str, limits: Limits = _STANDARD, routes: Sequence[Route] = ROUTES
) -> Starlette:
    """The application over a graph; its workers, `state.pools`, start and end with it."""
    pools = {
        name: Pool(graph, replace(limits, workers=number or limits.workers), nice)
        for name, (nice, number) in POOLS.items()
    }

    @asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
        await asyncio.gather(*(pool.start() for pool in pools.values()))
        yield
        await asyncio.gather(*(pool.close() for pool in pools.values()))

    made = Starlette(
        routes=[
            *(_http_route(route, pools[route.pool], limits) for route in routes),
            Mount("/static", StaticFiles(packages=[("kg.serve", "static")])),
        ],
        exception_handlers={HTTPException: _http_error, Exception: _error},
        lifespan=lifespan,
    )
    made.router.redirect_slashes = False
    made.state.pools = tuple(pools.values())
    return made


def _http_route(route: Route, pool: Pool, limits: Limits) -> HttpRoute:
    return HttpRoute(
        route.path, _endpoint(route, pool, limits), methods=[*route.methods, "OPTIONS"]
    )


def _endpoint(
    route: Route, pool: Pool, limits: Limits
) -> Callable[[HttpRequest], Awaitable[Response]]:
    methods = ", ".join((*route.methods, "HEAD", "OPTIONS"))

    async def endpoint(http: HttpRequest) -> Response:
        if http.method == "OPTIONS":
            return _response(_options(methods))
        try:
            request = await incoming(http, limits)
        except Rejected as end:
            return _response(end.reply)
        except ClientDisconnect:
            return _response(LEFT)
        return _response(await pool.run(route.handler, request, client_of(http), gone(http)))

    return endpoint


def _options(methods: str) -> Reply:
    """What may be asked here, also by scripts of other sites (a preflight, Fetch 4.8)."""
    return Reply(
        204,
        headers=(
            ("Allow", methods),
            ("Access-Control-Allow-Methods", methods),
            ("Access-Control-Allow-Headers", "Accept, Accept-Language, Content-Type"),
            ("Access-Control-Max-Age", "86400"),
        ),
    )


def _response(reply: Reply) -> Response:
    response = Response(reply.body, reply.status)
    if reply.status != 204:
        response.headers["Content-Type"] = reply.media_type
    for name, value in reply.headers:
        response.headers.append(name, value)
    return response


async def _http_error(http: HttpRequest, error: Exception) -> Response:
    """404 and 405 of the router, as sentences."""
    assert isinstance(error, HTTPException)
    said = {
        404: f"There is nothing at {http.scope['path']}",
        405: f"{http.method} is not for {http.scope['path']}",
    }
    headers = tuple((error.headers or {}).items())
    return _response(sentence(error.status_code, said.get(error.status_code, "No"), *headers))


async def _error(_: HttpRequest, error: Exception) -> Response:  # noqa: ARG001 - Starlette logs it
    return _response(sentence(500, "Something went wrong here; the server's log tells what"))
