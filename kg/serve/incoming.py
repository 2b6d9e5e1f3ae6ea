"""What comes in by HTTP, read with care: how long it may be, how long it may take."""

import asyncio
import re
from ipaddress import IPv6Address, ip_address

from starlette.requests import Request as HttpRequest

from kg.serve.exchange import Request, pairs, rejected
from kg.serve.limits import Limits

_HOST = re.compile(r"(?:[A-Za-z0-9._-]+|\[[0-9A-Fa-f:.]+\])(?::\d{1,5})?")


async def incoming(http: HttpRequest, limits: Limits) -> Request:
    """What a client asks, once all of it is here; Rejected if that is not to be."""
    if len(http.scope["raw_path"]) + len(http.scope["query_string"]) > limits.url:
        raise rejected(414, f"The URL is longer than {limits.url:,} bytes; send the query by POST")
    headers = http.headers
    if not _HOST.fullmatch(headers.get("host", "localhost")):
        raise rejected(400, "The header Host is no address")
    return Request(
        path=http.scope["path"],
        method="GET" if http.method == "HEAD" else http.method,
        query=pairs(http.scope["query_string"]),
        accept=", ".join(headers.getlist("accept")),
        language=headers.get("accept-language", ""),
        content_type=headers.get("content-type", ""),
        body=await _body(http, limits) if http.method == "POST" else b"",
        root=str(http.base_url).rstrip("/"),
        limits=limits,
    )


async def _body(http: HttpRequest, limits: Limits) -> bytes:
    """The body, as long as it is not too long and does not take longer than a query may."""
    too_long = rejected(413, f"What is sent has more than {limits.body:,} bytes")
    if int(http.headers.get("content-length", 0)) > limits.body:
        raise too_long
    body = bytearray()
    try:
        async with asyncio.timeout(limits.seconds):
            async for chunk in http.stream():
                body += chunk
                if len(body) > limits.body:
                    raise too_long
    except TimeoutError:
        raise rejected(408, "The request took too long to come") from None
    return bytes(body)


def client_of(http: HttpRequest) -> str:
    """Who asks, as one whose turns are counted."""
    return network_of(http.client.host) if http.client else ""


def network_of(host: str) -> str:
    """An address; of IPv6 its network (/64), since one client has billions of those addresses."""
    try:
        address = ip_address(host)
    except ValueError:
        return host
    return address.exploded[:19] if isinstance(address, IPv6Address) else host


async def gone(http: HttpRequest) -> None:
    """Wait until the client has left; to be called once all it sends has come."""
    while (await http.receive())["type"] != "http.disconnect":
        pass
