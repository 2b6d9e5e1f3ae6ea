"""What an article tells of a directive, as far as it decides which directive it is.

Party numbers restart every term, state numbers every year: the term or year comes from the
number, the date, "khóa XIII", or else from the article's date.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from kg.model import Body, Directive, Mention, Reading
from kg.resolve.numbers import Number, central_term, local_term, parse
from kg.text import fold

# Kinds of bodies (ontology/bodies.ttl) that issue the Party's documents for the whole country.
PARTY_CENTRE = ("body-central-committee", "body-centre", "body-politburo", "body-secretariat")

_CONGRESS = re.compile(r"đại hội (?:đảng |đại biểu |toàn quốc |lần thứ )*([ivx]+)\b")
_LOCAL_CONGRESS = re.compile(r"đảng bộ|đại hội (?!đảng|đại biểu|toàn quốc|lần|[ivx]+\b)")
# A session of the Central Committee: "Nghị quyết Trung ương 4 (khóa XII)", "Nghị quyết TW4".
_PLENUM = re.compile(r"\b(?:trung ương|tw|tư) ?(?:lần thứ )?(\d{1,2})\b")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_TERM = re.compile(r"\bkhóa ([ivx]+)\b")


@dataclass(frozen=True, slots=True)
class Profile:
    """What is known of a directive; None where an article leaves it open.

    `title` is type and digits, or the folded name of one without a number; `issuer` is a path
    of identity; `alone` is the article of one that can be matched with no other.
    """

    title: tuple[str, ...]
    issuer: str | None = None
    symbol: str | None = None
    term: str | None = None
    year: str | None = None
    alone: str | None = None

    @property
    def open(self) -> tuple[str | None, ...]:
        """The parts that an article may leave open."""
        return self.issuer, self.symbol, self.term, self.year

    @property
    def order(self) -> tuple[object, ...]:
        """A fixed order in which those come first of whom more is known."""
        told = sum(part is not None for part in self.open)
        return (
            self.alone is not None,
            -told,
            *(part or "" for part in self.open),
            self.alone or "",
        )

    def fits(self, other: "Profile") -> bool:
        """Whether nothing that both tell differs."""
        pairs = zip(self.open, other.open, strict=True)
        return not (self.alone or other.alone) and all(
            a is None or b is None or a == b for a, b in pairs
        )

    def filled(self, other: "Profile") -> "Profile":
        """The same with what is open in it taken from another."""
        issuer, symbol, term, year = (a or b for a, b in zip(self.open, other.open, strict=True))
        return Profile(self.title, issuer, symbol, term, year)


@dataclass(frozen=True, slots=True)
class _Setting:
    """Where a directive is told of: the article, its date, the issuer and its path.

    `series` is the path of the body whose numbers the issuer's run among: a Ban Thường vụ
    numbers with its committee ("/TU", "/HU").
    """

    article: str
    published: str | None
    issuer: Body | None
    path: str | None
    series: str | None

    @property
    def is_centre(self) -> bool:
        """Whether the issuer is one of the Party's central bodies."""
        return self.issuer is not None and self.issuer.kind in PARTY_CENTRE


def profile(reading: Reading, directive: Directive, identity: Mapping[Mention, str]) -> Profile:
    """The profile of one directive of an article."""
    article, name = reading.article, directive.issuer
    issuer = next((body for body in reading.bodies if body.name == name), None)
    path = identity[Mention(article.id, "body", name)] if name else None
    series = path
    if issuer is not None and issuer.kind == "body-standing-committee" and issuer.within:
        series = identity.get(Mention(article.id, "body", issuer.within), path)
    setting = _Setting(article.id, article.published, issuer, path, series)
    number = parse(directive.number) if directive.number else None
    if number is None:
        return _named(setting, directive)
    title = (fold(directive.type), number.digits)
    year = number.year or (directive.date or "")[:4] or None
    if number.is_party:
        return _party(setting, directive, number, title, year)
    if number.symbol or number.year:
        known = year and (path or number.year)
        return Profile(title, path, number.symbol, None, year, None if known else article.id)
    return _short(setting, directive, title, year)


def _party(
    setting: _Setting,
    directive: Directive,
    number: Number,
    title: tuple[str, ...],
    year: str | None,
) -> Profile:
    """A Party number with its symbol: "21-NQ/TW", "28-CTr/TU"."""
    term_of = central_term if number.is_central else local_term
    told = directive.term if number.is_central else None
    term = told or term_of(directive.date) or term_of(setting.published)
    alone = None if setting.series or number.is_central else setting.article
    return Profile(title, setting.series, number.symbol, term, year, alone)


def _short(
    setting: _Setting, directive: Directive, title: tuple[str, ...], year: str | None
) -> Profile:
    """Digits alone: "Kết luận 34 của Bộ Chính trị"."""
    term = None
    if setting.is_centre:
        told = directive.term or central_term(directive.date)
        term = told or central_term(setting.published)
    known = setting.path and (term or year)
    return Profile(title, setting.path, None, term, year, None if known else setting.article)


def _named(setting: _Setting, directive: Directive) -> Profile:
    """A fixed name: "Nghị quyết Trung ương 4 khóa XII", "Luật Đất đai 2013"."""
    name = " ".join(fold(directive.name).split())
    congress = _CONGRESS.search(name)
    if congress and not _LOCAL_CONGRESS.search(name):
        return Profile((fold(directive.type), f"đại hội {congress[1]}"))
    term = directive.term or _found(_TERM, name) or central_term(directive.date)
    plenum = _PLENUM.search(name)
    if plenum and (setting.path is None or setting.is_centre):
        term = term or central_term(setting.published)
        title = (fold(directive.type), f"trung ương {int(plenum[1])}")
        return Profile(title, term=term, alone=None if term else setting.article)
    year = _found(_YEAR, name) or (directive.date or "")[:4] or None
    if setting.is_centre and not year:
        term = term or central_term(setting.published)
    known = setting.path and (term or year)
    return Profile((name,), setting.path, None, term, year, None if known else setting.article)


def _found(pattern: re.Pattern[str], text: str) -> str | None:
    match = pattern.search(text)
    return match[match.lastindex or 0].upper() if match else None
