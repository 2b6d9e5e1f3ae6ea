"""When a site may be asked again: one request at a time, and time in between."""

from dataclasses import dataclass, field

from kg.read.web.outside import Outside, UnreachedError


@dataclass(frozen=True, slots=True)
class Pace:
    """What one run remembers of the sites it asks: until when each wants to be left alone.

    `patience` is how many seconds are waited for one site at most.
    """

    outside: Outside
    patience: float
    _free: dict[str, float] = field(default_factory=dict)

    def wait(self, host: str) -> None:
        """Wait for a site's turn; UnreachedError where it asks for more than is waited."""
        seconds = self._free.get(host, 0.0) - self.outside.clock() if host in self._free else 0.0
        if seconds > self.patience:
            raise UnreachedError(
                f"the site asks to be left alone for {seconds:.0f} seconds; come back later"
            )
        if seconds > 0:
            self.outside.sleep(seconds)

    def rest(self, host: str, seconds: float) -> None:
        """Leave a site alone from now on, if it is not left alone for longer already."""
        until = self.outside.clock() + seconds
        self._free[host] = max(until, self._free.get(host, until))
