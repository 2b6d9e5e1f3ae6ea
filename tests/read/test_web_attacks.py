"""What a server, a certificate or an interrupt may do, and what comes of it."""

import gzip
import os
import signal
import socket
import ssl
import subprocess
import sys
import threading
import time
import tracemalloc
from collections.abc import Iterator
from contextlib import suppress
from functools import cache
from pathlib import Path

import pytest
import trustme

from kg.errors import ReadError
from kg.read.document import Refused
from kg.read.web import Limits, fetch
from kg.read.web.body import whole
from tests.read.website import Answer, World, answer, moved, page, reason, site

# Servers


def drip(head: bytes, piece: bytes) -> Answer:
    """A server that sends a piece now and then, for as long as somebody listens."""

    def send(plug: socket.socket, _: str) -> None:
        plug.sendall(head)
        with suppress(OSError):
            while True:
                plug.sendall(piece)
                time.sleep(0.005)

    return send


@pytest.mark.parametrize(
    ("head", "piece"),
    [
        (b"", b"H"),
        (b"HTTP/1.1 200 OK\r\nX: ", b"y"),
        (b"", b"HTTP/1.1 103 Early Hints\r\n\r\n"),
        (b"HTTP/1.1 200 OK\r\nContent-Length: 99999\r\n\r\n", b"x"),
        (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n", b"1\r\nx\r\n"),
        (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1;", b"x"),
    ],
    ids=["status", "header", "hints", "body", "chunks", "chunk-extension"],
)
def test_a_server_that_drips_is_left(head: bytes, piece: bytes) -> None:
    limits = Limits(whole=0.08)
    with site({"/": drip(head, piece)}) as there:
        start = time.monotonic()
        # The clock is the real one: time passes while the server goes on.
        (found,) = fetch([there.url()], private=True, delay=0, limits=limits)
        assert there.asked.count("/") <= 1
    assert time.monotonic() - start < 2
    assert found == Refused(there.url(), "does not answer in time")


def test_a_server_that_says_nothing_is_left() -> None:
    with site({"/": lambda *_: time.sleep(0.15)}) as there:
        for limits in (Limits(silence=0.05), Limits(whole=0.05)):
            (found,) = fetch([there.url()], private=True, delay=0, limits=limits)
            assert found == Refused(there.url(), "does not answer in time")
        assert there.asked.count("/") <= 2


HUGE = 5 * 10**6
LIMITS = Limits(silence=5, whole=5, size=10**5, retries=0)


@pytest.mark.parametrize(
    "told",
    [
        answer(b"x" * 100_001),
        answer("", Content_Length="99999999999999999999"),
        answer(b"x" * HUGE, Content_Length=None),
        answer(gzip.compress(b"\0" * HUGE), Content_Encoding="gzip"),
        answer(gzip.compress(b"") * 20_000, Content_Encoding="gzip", Content_Length=None),
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + b"5\r\n" + b"x" * HUGE,
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + b"8\r\nxxxxxxxx\r\n" * 20_000,
    ],
    ids=["body", "told", "endless", "bomb", "hollow", "chunk", "chunks"],
)
def test_no_body_is_longer_than_the_limit(told: bytes) -> None:
    with site({"/": told}) as there:
        said = reason(there.url(), limits=LIMITS)
    if not said.startswith("answers, but not"):  # the chunk that is longer than it says
        assert said == "is longer than 100000 bytes, which is more than is read"


def test_a_bomb_is_not_unpacked_to_be_measured() -> None:
    bomb = gzip.compress(b"\0" * 2 * 10**7)
    tracemalloc.start()
    try:
        with pytest.raises(ReadError, match="longer than"):
            whole([bomb], "gzip", 10**5)
        assert tracemalloc.get_traced_memory()[1] < 2 * 10**6
    finally:
        tracemalloc.stop()


def test_a_body_as_long_as_the_limit() -> None:
    packed = gzip.compress(b"x" * 100_000)
    with site({"/": answer(packed, Content_Encoding="gzip")}) as there:
        assert len(page(there.url(), limits=LIMITS).data) == 100_000


def test_a_robots_txt_that_is_a_bomb_is_cut() -> None:
    bomb = gzip.compress(b"User-agent: *\nDisallow: /b\n" + b"\n" * HUGE)
    with site({"/robots.txt": answer(bomb, Content_Encoding="gzip"), "/a": answer()}) as there:
        assert page(there.url("/a")).data
        assert reason(there.url("/b")) == "robots.txt of the site forbids it"


@pytest.mark.parametrize(
    ("told", "said"),
    [
        (b"", "not in whole and proper HTTP"),
        (b"SSH-2.0-OpenSSH_9.2\r\n", "not in whole and proper HTTP"),
        (b"220 mail.example ESMTP\r\n" * 50, "not in whole and proper HTTP"),
        (b"\0" * 5000, "not in whole and proper HTTP"),
        (b"HTTP/1.1 200 OK\r\n" + b"X: y\r\n" * 20_000, "not in whole and proper HTTP"),
        (b"HTTP/1.1 200 OK\r\nX: " + b"y" * 200_000, "not in whole and proper HTTP"),
        (b"HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n", "not in whole and proper HTTP"),
        (b"HTTP/1.1 200 OK\r\nContent-Length: " + b"9" * 5000 + b"\r\n\r\n", "proper HTTP"),
        (b"HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nxx", "proper HTTP"),
        (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n", "proper HTTP"),
        (b"HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nshort", "not in whole and proper HTTP"),
        (b"HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\n\r\n", "not in whole"),
        (answer(b"no gzip", Content_Encoding="gzip"), "packed wrongly"),
        (answer(gzip.compress(b"x" * 99)[:-9], Content_Encoding="gzip"), "ends too early"),
        (answer(b"x", Content_Encoding="br"), "not asked for (br)"),
        (answer(b"x", Content_Encoding="gzip, gzip"), "not asked for (gzip, gzip)"),
        (moved("file:///etc/passwd"), "leads to an address that is no web address"),
        (answer("", "302 Found"), "answers 302"),
    ],
)
def test_a_server_that_answers_badly(told: bytes, said: str) -> None:
    with site({"/": told}) as there:
        assert said in reason(there.url())


# Certificates


@cache
def authority() -> trustme.CA:
    return trustme.CA()


def server_of(name: str) -> ssl.SSLContext:
    trust = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority().issue_cert(name).configure_cert(trust)
    return trust


def trusting() -> World:
    trust = ssl.create_default_context()
    authority().configure_trust(trust)
    return World(trust=lambda: trust)


def test_the_certificate_is_that_of_the_name_and_not_of_the_address() -> None:
    with site({"/": answer()}, server_of("bao.example")) as there:
        url = there.url(host="bao.example", scheme="https")
        assert page(url, world=trusting()).url == url
        said = reason(there.url(host="other.example", scheme="https"), world=trusting())
        assert said.startswith("shows no valid certificate (Hostname mismatch")
        said = reason(there.url(scheme="https"), world=trusting())
        assert said.startswith("shows no valid certificate (IP address mismatch")


def test_a_certificate_that_nobody_vouches_for() -> None:
    with site({"/": answer()}, server_of("bao.example")) as there:
        said = reason(there.url(host="bao.example", scheme="https"))
        assert said.startswith("shows no valid certificate (")
        assert there.asked == []


def test_a_server_without_encryption() -> None:
    with site({"/": answer()}) as there:
        said = reason(there.url(scheme="https"), limits=Limits(silence=0.2, whole=0.2, retries=0))
        assert said.startswith(("cannot be reached (", "does not answer"))


# Interrupts

_READ = """
import sys
from pathlib import Path
from kg.read.web import fetch
print("on", flush=True)
for found in fetch([sys.argv[1]], private=True, delay=0, cache=Path(sys.argv[2])):
    print(found)
"""


@pytest.fixture
def stuck() -> Iterator[tuple[str, threading.Event]]:
    """A page that never ends, and whether it was asked for."""
    asked = threading.Event()

    def hang(plug: socket.socket, _: str) -> None:
        plug.sendall(b"HTTP/1.1 200 OK\r\n\r\nHuy")
        asked.set()
        plug.recv(1)

    with site({"/": hang}) as there:
        yield there.url(), asked


@pytest.mark.skipif(os.name != "posix", reason="signals as on Unix")
def test_an_interrupt_ends_at_once_and_leaves_nothing(
    stuck: tuple[str, threading.Event], tmp_path: Path
) -> None:
    url, asked = stuck
    process = subprocess.Popen(
        [sys.executable, "-c", _READ, url, str(tmp_path)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        assert asked.wait(20)
        process.send_signal(signal.SIGINT)
        _, told = process.communicate(timeout=5)
    finally:
        process.kill()
    assert "KeyboardInterrupt" in told
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []
