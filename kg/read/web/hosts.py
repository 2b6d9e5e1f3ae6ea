"""The addresses behind a host's name, and which of them are public.

A page may not lead into the network of who reads it: to its router, its intranet, or the
computer itself. So the address is checked to which the connection then goes; the name is not
resolved a second time, when it could lead elsewhere.
"""

import socket
from collections.abc import Callable
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address

_GLOBAL = IPv6Network("2000::/3")
_SPECIAL = tuple(
    map(
        IPv6Network,
        (
            "2001::/23",  # protocol assignments: Teredo, ORCHID, benchmarks
            "2001:db8::/32",  # documentation, RFC 3849
            "3fff::/20",  # documentation, RFC 9637
        ),
    )
)
_SPECIAL_FOUR = (
    IPv4Network("192.0.0.0/24"),  # protocol assignments, of which older Pythons know a part
    IPv4Network("192.88.99.0/24"),  # relays of 6to4, given up by RFC 7526
)
_NAT64 = IPv6Network("64:ff9b::/96")
"""How a network that has only IPv6 reaches the IPv4 address in the last four bytes."""
_KINDS: tuple[tuple[str, Callable[[IPv4Address | IPv6Address], bool]], ...] = (
    ("an unspecified", lambda ip: ip.is_unspecified),
    ("a loopback", lambda ip: ip.is_loopback),
    ("a link-local", lambda ip: ip.is_link_local),
    ("a multicast", lambda ip: ip.is_multicast),
    ("a reserved", lambda ip: ip.is_reserved),
    ("a private", lambda _: True),
)


@dataclass(frozen=True, slots=True)
class Endpoint:
    """One address of a host, as a socket connects to it: its family, and the place there."""

    family: socket.AddressFamily
    place: tuple[str | int, ...]

    @property
    def ip(self) -> str:
        """The address that is connected to."""
        return str(self.place[0])


def resolve(host: str, port: int) -> list[Endpoint]:
    """The addresses of a host, as the system knows them; raises OSError."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    # A place without text is one of IPv6 on a system that was built without it.
    return [
        Endpoint(family, (ip, *rest)) for family, *_, (ip, *rest) in found if isinstance(ip, str)
    ]


def refusal(ip: str) -> str | None:
    """Why an address is not connected to: "a loopback address (127.0.0.1)"; None if it is."""
    try:
        # A scope ("%eth0") belongs to addresses of this network alone.
        address = ip_address(ip.partition("%")[0])
    except ValueError:
        return f"what is no address ({ip})"
    if _is_public(address):
        return None
    inner = (_inner(address) if isinstance(address, IPv6Address) else None) or address
    kind = next(kind for kind, is_so in _KINDS if is_so(inner))
    return f"{kind} address ({ip})"


def _is_public(address: IPv4Address | IPv6Address) -> bool:
    if isinstance(address, IPv4Address):
        is_special = any(address in special for special in _SPECIAL_FOUR)
        return address.is_global and not (is_special or address.is_multicast or address.is_reserved)
    inner = _inner(address)
    if inner is not None:
        return _is_public(inner)
    return address in _GLOBAL and not any(address in special for special in _SPECIAL)


def _inner(address: IPv6Address) -> IPv4Address | None:
    """The IPv4 address to which an IPv6 address leads: mapped, by 6to4 or by NAT64."""
    if address in _NAT64:
        return IPv4Address(int(address) & 0xFFFFFFFF)
    return address.ipv4_mapped or address.sixtofour
