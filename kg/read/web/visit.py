"""From an address to its page: robots.txt first, then patience, then where it leads."""

from collections.abc import Callable
from dataclasses import dataclass, field
from http import HTTPStatus

from kg.errors import ReadError
from kg.read.web import robots
from kg.read.web.address import Address, joined
from kg.read.web.outside import GoneError, UnreachedError
from kg.read.web.pace import Pace
from kg.read.web.times import pause
from kg.read.web.wire import OK, Headers, Line, Reply, Wanted, ask

_MOVED = frozenset({301, 302, 303, 307, 308})
_BUSY = frozenset({429, 502, 503, 504})
"""What passes at once, perhaps; it is asked again."""
_GONE = frozenset({404, 410})
_SAME = 304
_TOO_MANY = 429
_NO_PAGE = ("image/", "audio/", "video/", "font/")


@dataclass(frozen=True, slots=True)
class Visitor:
    """Who reads, and what one run remembers: the rules and the pace of each site.

    `delay` is the time in seconds between two requests to a host.
    """

    line: Line
    delay: float
    pace: Pace
    _rules: dict[tuple[str, str], robots.Rules] = field(default_factory=dict)

    def rules(self, address: Address) -> robots.Rules:
        """The rules of the site of an address, read once."""
        site = (address.scheme, address.authority)
        if site not in self._rules:
            self._rules[site] = _read_rules(self, address)
        return self._rules[site]


def page(visitor: Visitor, address: Address, validators: Callable[[Address], Headers]) -> Reply:
    """The page at an address, or 304 where `validators` of that address still hold.

    The address of the answer is where the page was in the end. Raises GoneError where there is
    none any more, UnreachedError for what may pass, ReadError for what does not.
    """

    def step(place: Address) -> Reply:
        rules = visitor.rules(place)
        rules.check(place)
        headers = {"Accept": "text/html,application/xhtml+xml,*/*;q=0.8", **validators(place)}
        wanted = Wanted(visitor.line.limits.size, headers, _refuse_media)
        return _asked(visitor, place, wanted, max(visitor.delay, rules.gap))

    reply = _followed(visitor, address, step)
    if reply.status in OK or (reply.status == _SAME and validators(reply.address)):
        return reply
    refusal = _refusal(reply.status)
    raise refusal if reply.address == address else _led(reply.address, refusal)


def _read_rules(visitor: Visitor, address: Address) -> robots.Rules:
    """A site without a robots.txt allows all; one that cannot show it allows nothing."""
    wanted = Wanted(robots.SIZE, {"Accept": "text/plain,*/*;q=0.8"}, cut=True)

    def step(place: Address) -> Reply:
        return _asked(visitor, place, wanted, visitor.delay)

    try:
        reply = _followed(visitor, address.at(robots.FILE), step)
        if reply.status in OK:
            found = robots.rules(reply.data)
            visitor.pace.rest(address.host, found.gap)
            return found
        if HTTPStatus.BAD_REQUEST <= reply.status < 500 and reply.status != _TOO_MANY:
            return robots.Rules()
        reason = f"robots.txt of the site {_refusal(reply.status)}, so nothing may be fetched"
        return robots.Rules(closed=reason, passing=True)
    except ReadError as error:
        return robots.Rules(closed=str(error), passing=isinstance(error, UnreachedError))


def _followed(visitor: Visitor, address: Address, step: Callable[[Address], Reply]) -> Reply:
    """The answer at the end of the redirects, each of which is a step of its own."""
    reply = step(address)
    for _ in range(visitor.line.limits.redirects):
        location = reply.headers.get("location")
        if reply.status not in _MOVED or location is None:
            return reply
        # Some servers send UTF-8 where only ASCII may stand.
        place = joined(reply.address, location.encode("latin-1").decode("utf-8", "replace"))
        try:
            reply = step(place)
        except ReadError as error:
            raise _led(place, error) from error
    if reply.status in _MOVED:
        raise ReadError(f"leads on more than {visitor.line.limits.redirects} times")
    return reply


def _led(place: Address, error: ReadError) -> ReadError:
    """The same error, of a place that another address led to."""
    return type(error)(f"leads to {place.url}: {error}")


def _asked(visitor: Visitor, address: Address, wanted: Wanted, gap: float) -> Reply:
    """The answer, asked for again where the server is busy or could not be reached."""
    host, outside = address.host, visitor.line.outside
    for attempt in range(visitor.line.limits.retries + 1):
        is_last = attempt == visitor.line.limits.retries
        backoff = float(2**attempt)
        visitor.pace.wait(host)
        try:
            reply = ask(visitor.line, address, wanted)
        except UnreachedError as trouble:
            if is_last or not trouble.again:
                raise
            visitor.pace.rest(host, backoff)
        else:
            if reply.status not in _BUSY:
                return reply
            asked_for = pause(reply.headers, outside.now())
            visitor.pace.rest(host, backoff if asked_for is None else asked_for)
            if is_last:
                return reply
        finally:
            visitor.pace.rest(host, gap)
    raise AssertionError


def _refuse_media(headers: Headers) -> None:
    kind = headers.get("content-type", "").strip().lower()
    if kind.startswith(_NO_PAGE):
        raise ReadError(f"is no article but {kind.split(';')[0]}")


def _refusal(status: int) -> ReadError:
    """What an answer without a page means."""
    phrase = next((f" ({known.phrase})" for known in HTTPStatus if known == status), "")
    reason = f"answers {status}{phrase}"
    if status in _GONE:
        return GoneError(reason)
    if status == _TOO_MANY or status >= HTTPStatus.INTERNAL_SERVER_ERROR:
        return UnreachedError(reason)
    return ReadError(reason)
