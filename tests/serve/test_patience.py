"""Who is too slow is hung up on; who is only far away is not."""

import asyncio

import pytest
import uvicorn
from starlette.types import Receive, Scope, Send
from uvicorn.server import ServerState

from kg.serve import patience

LARGE = 20_000_000


async def _app(scope: Scope, receive: Receive, send: Send) -> None:  # noqa: ARG001 - as ASGI has it
    length = LARGE if scope["path"] == "/large" else 2
    headers = [(b"content-length", str(length).encode())]
    await send({"type": "http.response.start", "status": 200, "headers": headers})
    await send({"type": "http.response.body", "body": b"x" * length})


async def _connect() -> tuple[asyncio.Server, asyncio.StreamReader, asyncio.StreamWriter]:
    config = uvicorn.Config(_app, log_config=None, log_level="error", lifespan="off")
    config.load()
    state = ServerState()
    server = await asyncio.get_running_loop().create_server(
        lambda: patience.PatientProtocol(config, state, {}), "127.0.0.1", 0
    )
    port = server.sockets[0].getsockname()[1]
    return server, *await asyncio.open_connection("127.0.0.1", port)


async def _until_closed(reader: asyncio.StreamReader) -> bytes:
    try:
        async with asyncio.timeout(3):
            return await reader.read()
    except ConnectionError:
        return b""


@pytest.fixture(autouse=True)
def hurry(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(patience, "HEADERS", 0.3)
    monkeypatch.setattr(patience, "FETCHING", 0.5)


@pytest.mark.parametrize("before", [b"", b"GET / HTTP/1.1\r\nHost: x\r\n\r\n"])
def test_headers_that_trickle_in_end(before: bytes) -> None:
    async def scene() -> float:
        server, reader, writer = await _connect()
        start = asyncio.get_running_loop().time()
        writer.write(before)

        async def trickle() -> None:
            for byte in b"GET / HTTP/1.1\r\nHost: x\r\nX-Slow: " + b"x" * 1000:
                writer.write(bytes([byte]))
                await asyncio.sleep(0.05)

        trickling = asyncio.create_task(trickle())
        await _until_closed(reader)
        trickling.cancel()
        writer.close()
        server.close()
        return asyncio.get_running_loop().time() - start

    assert asyncio.run(scene()) < 1.5


def test_a_reply_that_nobody_fetches_is_dropped() -> None:
    async def scene() -> int:
        server, reader, writer = await _connect()
        writer.write(b"GET /large HTTP/1.1\r\nHost: x\r\n\r\n")
        await asyncio.sleep(1.2)
        found = await _until_closed(reader)
        writer.close()
        server.close()
        return len(found)

    assert asyncio.run(scene()) < LARGE


def test_one_that_is_fetched_comes_whole() -> None:
    async def scene() -> int:
        server, reader, writer = await _connect()
        writer.write(b"GET /large HTTP/1.1\r\nHost: x\r\n\r\n")
        found = await _until_closed(reader)
        writer.close()
        server.close()
        return len(found)

    assert asyncio.run(scene()) > LARGE
