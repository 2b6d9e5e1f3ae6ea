"""What an address may mean and where a name may lead, and what is said of the rest."""

import socket
import threading
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import ReadError
from kg.read.document import Refused
from kg.read.web import Limits, fetch
from kg.read.web.address import joined, parse
from kg.read.web.hosts import Endpoint, refusal
from tests.read.website import World, answer, at_home, moved, page, reason, site

# Addresses


@pytest.mark.parametrize(
    ("url", "said"),
    [
        ("", "write http://"),
        ("bao.example/tin", "write http://"),
        ("//bao.example/", "write http://"),
        ("http:///tin", "write http://"),
        ("http:bao.example", "write http://"),
        ("file:///etc/passwd", "write http://"),
        ("ftp://bao.example/", "write http://"),
        ("gopher://bao.example/", "write http://"),
        ("data:text/html,tin", "write http://"),
        ("javascript:alert(1)", "write http://"),
        ("http://u:p@bao.example/", "user's name"),
        ("http://bao.example@127.0.0.1/", "user's name"),
        ("http://bao.example\\@127.0.0.1/", "backslash"),
        ("http://bao.example\\.ác.example/", "backslash"),
        ("http://bao.example/\r\nX: y", "control character"),
        ("http://bao.\texample/", "control character"),
        ("http://bao.example/\0", "control character"),
        ("http://bao.example/\x85", "control character"),
        ("http://bao example/", "host is no name"),
        ("http://bao..example/", "host is no name"),
        ("http://-bao.example/", "host is no name"),
        ("http://bao%2eexample/", "host is no name"),
        ("http://" + "a" * 64 + ".example/", "host is no name"),
        ("http://" + "a." * 200 + "example/", "host is no name"),
        ("http://xn--/", "host is no name"),
        ("http://bao.example/\ud800", "taken apart"),
        ("http://[::1/", "taken apart"),
        ("http://[::1]bao.example/", "host cannot be read"),
        ("http://[fe80::1%25eth0]/", "host cannot be read"),
        ("http://[v1.a]/", "no web address"),
        ("http://[::g]/", "no web address"),
        ("http://bao.example:8a/", "host cannot be read"),
        ("http://bao.example:٨٠/", "host cannot be read"),
        ("http://bao.example:-1/", "host cannot be read"),
        ("http://bao.example:0/", "port 0"),
        ("http://bao.example:22/", "port 22"),
        ("http://bao.example:25/", "port 25"),
        ("http://bao.example:65536/", "port 65536"),
        ("http://127.1/", "as a number"),
        ("http://2130706433/", "as a number"),
        ("http://0x7f000001/", "as a number"),
        ("http://0x7f.0.0.1/", "as a number"),
        ("http://0177.0.0.1/", "as a number"),
        ("http://127.0.0.01/", "as a number"),
        ("http://127.0.0.0x1/", "as a number"),
        ("http://1.2.3.4.5/", "as a number"),
        ("http://256.1.1.1/", "as a number"),
        ("http://①②⑦.①/", "as a number"),
        ("http://bao.example/" + "a" * 5000, "longer than 4096"),
    ],
)
def test_what_is_no_address(url: str, said: str) -> None:
    with pytest.raises(ReadError, match=said):
        parse(url)


@pytest.mark.parametrize(
    ("url", "meant"),
    [
        (" HTTP://BAO.Example.:80/Tin#x ", "http://bao.example/Tin"),
        ("https://bao.example:443", "https://bao.example/"),
        ("https://bao.example:8443?a=b?c", "https://bao.example:8443/?a=b?c"),
        ("https://báo.example/Tin tức?ngày=3/4", "https://xn--bo-mia.example/Tin%20t%E1%BB%A9c?ng%C3%A0y=3/4"),
        ("http://bao.example/%E1%BB%A9?a=%20", "http://bao.example/%E1%BB%A9?a=%20"),
        ("http://bao.example/a/./b/../%2e%2E/c/..", "http://bao.example/"),
        ("http://bao.example/../../a//b/", "http://bao.example/a//b/"),
        ("http://１２７.0.0.1/", "http://127.0.0.1/"),
        ("http://127。0。0。1/", "http://127.0.0.1/"),
        ("http://[::FFFF:127.0.0.1]:8080/", "http://[::ffff:7f00:1]:8080/"),
    ],
)  # fmt: skip
def test_an_address_is_written_in_one_way(url: str, meant: str) -> None:
    assert parse(url).url == meant
    assert parse(meant).url == meant


@pytest.mark.parametrize(
    "place",
    ["file:///etc/passwd", "http://u@b/", "//b:25/", "http://0x7f.1/", "/\r\nX", "http://["],
)
def test_a_place_is_checked_as_an_address_is(place: str) -> None:
    with pytest.raises(ReadError, match=r"^leads to an address that"):
        joined(parse("http://bao.example/"), place)


PARTS = st.sampled_from(
    ["http", "s", "://", "/", "..", ".", "@", ":80", "[::1]", "?", "#", "%2e", "ứ"]
)


@given(st.lists(PARTS | st.text(max_size=5)).map("".join))
def test_any_text_is_one_address_or_none(text: str) -> None:
    for url in (text, f"http://{text}", f"http://bao.example/{text}"):
        with suppress(ReadError):
            address = parse(url)
            assert parse(address.url) == address
            assert address.url.isascii()
            assert not set(address.url) & set(" \r\n\\#@") - set(address.target)


# Hosts


@pytest.mark.parametrize(
    ("ip", "kind"),
    [
        ("0.0.0.0", "an unspecified"),
        ("0.1.2.3", "a private"),
        ("10.0.0.1", "a private"),
        ("100.64.0.1", "a private"),
        ("127.0.0.1", "a loopback"),
        ("127.255.255.254", "a loopback"),
        ("169.254.169.254", "a link-local"),
        ("172.31.255.255", "a private"),
        ("192.0.0.9", "a private"),
        ("192.0.2.1", "a private"),
        ("192.88.99.1", "a private"),
        ("192.168.1.1", "a private"),
        ("198.18.0.1", "a private"),
        ("224.0.0.1", "a multicast"),
        ("239.255.255.250", "a multicast"),
        ("240.0.0.1", "a reserved"),
        ("255.255.255.255", "a reserved"),
        ("::", "an unspecified"),
        ("::1", "a loopback"),
        ("::127.0.0.1", "a reserved"),
        ("::ffff:127.0.0.1", "a loopback"),
        ("::ffff:10.0.0.1", "a private"),
        ("::ffff:169.254.169.254", "a link-local"),
        ("64:ff9b::7f00:1", "a loopback"),
        ("64:ff9b::a00:1", "a private"),
        ("64:ff9b:1::a00:1", "a reserved"),
        ("100::1", "a reserved"),
        ("2001::1", "a private"),
        ("2001:db8::1", "a private"),
        ("2002:7f00:1::", "a loopback"),
        ("2002:a00:1::1", "a private"),
        ("3fff::1", "a private"),
        ("5f00::1", "a reserved"),
        ("fc00::1", "a private"),
        ("fd12:3456::1", "a private"),
        ("fe80::1", "a link-local"),
        ("fe80::1%eth0", "a link-local"),
        ("fec0::1", "a private"),
        ("ff02::1", "a multicast"),
    ],
)
def test_an_address_that_is_not_public(ip: str, kind: str) -> None:
    said = refusal(ip)
    assert said
    assert said.endswith(f" address ({ip})")
    family = socket.AF_INET6 if ":" in ip else socket.AF_INET
    world = World(resolve=lambda _, port: [Endpoint(family, (ip, port))])
    why = reason("http://bao.example/", world=world, private=False)
    assert why == f"leads to {said}; --allow-private lets it"
    assert said == f"{kind} address ({ip})"


@pytest.mark.parametrize(
    "ip", ["1.1.1.1", "172.32.0.1", "::ffff:1.1.1.1", "64:ff9b::101:101", "2606:4700::1111"]
)
def test_an_address_that_is_public(ip: str) -> None:
    assert refusal(ip) is None


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1", "[::1]", "[::ffff:127.0.0.1]"])
def test_this_computer_is_not_asked(host: str) -> None:
    with site({"/": answer()}) as there:
        (found,) = fetch([there.url(host=host)])
        assert isinstance(found, Refused)
        assert "a loopback address" in found.reason
        assert there.asked == []


def test_one_bad_address_is_enough() -> None:
    both = [Endpoint(socket.AF_INET, (ip, 80)) for ip in ("1.1.1.1", "10.0.0.1")]
    world = World(resolve=lambda *_: both)
    said = reason("http://bao.example/", world=world, private=False)
    assert said == "leads to a private address (10.0.0.1); --allow-private lets it"


def test_what_was_checked_is_what_is_connected_to(monkeypatch: pytest.MonkeyPatch) -> None:
    """A name that leads outwards and, asked again, inwards: it is never asked in between."""
    places = ["1.1.1.1", "127.0.0.1"]
    connected: list[object] = []

    class Plug(socket.socket):
        def connect(self, place: object) -> None:
            connected.append(place)
            raise ConnectionRefusedError

    def turning(_: str, port: int) -> list[Endpoint]:
        return [Endpoint(socket.AF_INET, (places[len(world.resolved) - 1], port))]

    monkeypatch.setattr("kg.read.web.wire.socket.socket", Plug)
    world = World(resolve=turning)
    said = reason("http://bao.example/", world=world, private=False)
    assert said == "leads to a loopback address (127.0.0.1); --allow-private lets it"
    assert world.resolved == ["bao.example"] * 2  # the second is for another try
    assert connected == [("1.1.1.1", 80)]


def test_every_redirect_is_checked_anew() -> None:
    def outwards(host: str, port: int) -> list[Endpoint]:
        assert host != "inside.example", "it must not be asked for"
        return at_home(host, port)

    with site() as there:
        there.answers["/"] = moved("http://inside.example:22/")
        said = reason(there.url(host="bao.example"), world=World(resolve=outwards))
    assert said == "leads to an address that asks for port 22, which is not one of a web server"


@pytest.mark.parametrize("found", [[], OSError("no such host"), UnicodeError("label too long")])
def test_a_host_that_is_not_there(found: list[Endpoint] | Exception) -> None:
    def resolve(_: str, __: int) -> list[Endpoint]:
        if isinstance(found, Exception):
            raise found
        return found

    said = reason("http://bao.example/", world=World(resolve=resolve))
    assert said.startswith("cannot be reached (")
    assert "bao.example" in said


def test_a_resolver_that_does_not_answer() -> None:
    over = threading.Event()

    def resolve(_: str, __: int) -> list[Endpoint]:
        over.wait(5)
        return []

    limits = Limits(connect=0.05)
    said = reason("http://bao.example/", world=World(resolve=resolve), limits=limits)
    over.set()
    assert said == "cannot be reached (nobody tells where bao.example is)"


def test_the_next_address_is_tried() -> None:
    with socket.create_server(("127.0.0.1", 0)) as closed:
        dead = closed.getsockname()[1]

    def resolve(host: str, port: int) -> list[Endpoint]:
        return [*at_home(host, dead), *at_home(host, port)]

    with site({"/": answer()}) as there:
        assert page(there.url(host="bao.example"), world=World(resolve=resolve)).data
    said = reason(f"http://127.0.0.1:{dead}/")
    assert said == "cannot be reached (Connection refused)"


def test_no_proxy_is_taken_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    with site({"/": answer()}) as there:
        assert page(there.url()).data
