"""Headers that every response carries: what a browser may do with it, and who may read it."""

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

# A page that brings no policy of its own loads nothing but this server's own files, runs nothing
# written into it, and is framed
# by nobody: text of an article that got into a page unescaped would still not run.
POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data:",
        "font-src 'self'",
        "connect-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)
_ALWAYS = (
    ("Content-Security-Policy", POLICY),
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "no-referrer"),
)
_PAGE = (("Cross-Origin-Resource-Policy", "same-origin"),)
# Data is for every site's scripts, errors included; without cookies there is nothing to steal.
_DATA = (
    ("Access-Control-Allow-Origin", "*"),
    ("Access-Control-Expose-Headers", "Retry-After, Allow, Location"),
    ("Cross-Origin-Resource-Policy", "cross-origin"),
)


class SafeHeaders:
    """Puts the headers on whatever the application inside answers."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer as the application does, with the headers."""

        async def send_safely(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                is_page = headers.get("Content-Type", "").startswith("text/html")
                for name, value in (*_ALWAYS, *(_PAGE if is_page else _DATA)):
                    headers.setdefault(name, value)
            await send(message)

        await self._app(scope, receive, send_safely)
