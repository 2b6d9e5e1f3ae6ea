"""What a site's robots.txt lets be read, as RFC 9309 says, and how often."""

from dataclasses import dataclass

from protego import Protego

from kg.errors import ReadError
from kg.read.web.address import Address
from kg.read.web.outside import UnreachedError

TOKEN = "kg"
"""The name that a robots.txt may speak of."""
FILE = "/robots.txt"
SIZE = 512 * 1024
"""What is read of it; the RFC asks for at least 500 KiB."""


@dataclass(frozen=True, slots=True)
class Rules:
    """What a site allows; `gap` is how many seconds it wants between requests.

    Where its robots.txt could not be read, `closed` says why and nothing is allowed; `passing`
    says that this may be otherwise later.
    """

    file: Protego | None = None
    gap: float = 0.0
    closed: str | None = None
    passing: bool = False

    def check(self, address: Address) -> None:
        """Raise ReadError where the address may not be fetched."""
        if self.closed is not None:
            raise UnreachedError(self.closed) if self.passing else ReadError(self.closed)
        if self.file is not None and not self.file.can_fetch(address.url, TOKEN):
            raise ReadError("robots.txt of the site forbids it")


def rules(data: bytes) -> Rules:
    """The rules in a robots.txt."""
    file = Protego.parse(data.decode("utf-8-sig", "replace"))
    rate = file.request_rate(TOKEN)
    spread = rate.seconds / rate.requests if rate else 0.0
    return Rules(file, max(file.crawl_delay(TOKEN) or 0.0, spread))
