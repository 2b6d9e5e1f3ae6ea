"""What an article tells of a directive, as far as it decides which directive it is.

Party numbers restart every term, state numbers every year: the term or year comes from the
number, the date, "khóa XIII", or else from the article's date. Who issued it, or when, may be
left open; then what it is about has to agree.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from kg.model import Article, Body, Directive, Mention, Reading
from kg.resolve import sessions
from kg.resolve.numbers import Number, central_term, local_term, parse
from kg.resolve.subjects import about, agree, differ
from kg.text import fold, year_of

# Kinds of bodies (ontology/bodies.ttl) that issue the Party's documents for the whole country.
PARTY_CENTRE = ("body-central-committee", "body-centre", "body-politburo", "body-secretariat")

_TELLING = 9  # words of a name that no two documents share
_DAY = len("2017-01-25")


@dataclass(frozen=True, slots=True)
class Profile:
    """What is known of a directive; None where an article leaves it open.

    `title` is type and digits, or the folded name of one without a number; `issuer` is a path
    of identity; `subject` are the first words of what it is about; `central` says that it is of
    the Party's centre. One that is `weak` is matched only with one of the same subject; `alone`
    is the article of one that can be matched with no other.
    """

    title: tuple[str, ...]
    issuer: str | None = None
    symbol: str | None = None
    term: str | None = None
    year: str | None = None
    subject: frozenset[str] = frozenset()
    central: bool = False
    weak: bool = False
    alone: str | None = None

    @property
    def open(self) -> tuple[str | None, ...]:
        """The parts that an article may leave open."""
        return self.issuer, self.symbol, self.term, self.year

    @property
    def order(self) -> tuple[object, ...]:
        """A fixed order in which those come first of whom more is known."""
        told = sum(part is not None for part in self.open)
        parts = (part or "" for part in self.open)
        subject = sorted(self.subject)
        return (
            self.alone is not None,
            self.weak,
            -told,
            *parts,
            not subject,
            subject,
            self.alone or "",
        )

    def fits(self, other: "Profile") -> bool:
        """Whether nothing that both tell differs, and enough is told."""
        if self.alone or other.alone or (self.weak and other.weak and not self.is_about(other)):
            return False
        if not _agree(self.term, other.term) or not _agree(self.year, other.year):
            return False
        if not _symbols_agree(self.symbol, other.symbol):
            return False
        one_sequence = self.central and other.central and self.term and self.term == other.term
        if not _agree(self.issuer, other.issuer) and not one_sequence:
            return False
        if self.weak or other.weak:
            return self.is_about(other)
        dated = self.symbol and other.symbol and self.term and other.term
        return bool(dated) or not differ(self.subject, other.subject)

    def is_about(self, other: "Profile") -> bool:
        """Whether both tell what they are about, and it is the same."""
        return agree(self.subject, other.subject)

    def filled(self, other: "Profile") -> "Profile":
        """The same with what is open in it taken from another."""
        issuer, symbol, term, year = (a or b for a, b in zip(self.open, other.open, strict=True))
        return replace(
            self,
            issuer=issuer,
            symbol=symbol,
            term=term,
            year=year,
            subject=self.subject or other.subject,
            central=self.central or other.central,
        )


def _agree(one: str | None, other: str | None) -> bool:
    return one is None or other is None or one == other


def _symbols_agree(one: str | None, other: str | None) -> bool:
    """Whether two symbols are the same, or one is the other's end: "cp" of "nđ/cp"."""
    if one is None or other is None:
        return True
    return f"/{one}".endswith(f"/{other}") or f"/{other}".endswith(f"/{one}")


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


def told_when(article: Article) -> str | None:
    """When an article is of: its day, else the latest year that it tells of."""
    year = year_of(fold(article.text), article.published)
    return article.published or (str(year) if year else None)


def profile(
    reading: Reading, directive: Directive, identity: Mapping[Mention, str], when: str | None
) -> Profile:
    """The profile of one directive of an article, which is of `when`."""
    article, name = reading.article, directive.issuer
    issuer = next((body for body in reading.bodies if body.name == name), None)
    path = identity[Mention(article.id, "body", name)] if name else None
    series = path
    if issuer is not None and issuer.kind == "body-standing-committee" and issuer.within:
        series = identity.get(Mention(article.id, "body", issuer.within), path)
    setting = _Setting(article.id, when, issuer, path, series)
    number = parse(directive.number) if directive.number else None
    subject = about(directive.subject)
    if number is None:
        return replace(_named(setting, directive), subject=subject)
    title = (fold(directive.type), number.digits)
    year = number.year or (directive.date or "")[:4] or None
    if number.is_party:
        found = _party(setting, directive, number, title, year)
    elif number.symbol or number.year:
        dated = directive.date is not None and len(directive.date) == _DAY
        weak = not (year and (path or number.year or dated))
        found = Profile(title, path, number.symbol, None, year, weak=weak)
    else:
        found = _short(setting, directive, title, year)
    return replace(found, subject=subject)


def _party(
    setting: _Setting,
    directive: Directive,
    number: Number,
    title: tuple[str, ...],
    year: str | None,
) -> Profile:
    """A Party number with its symbol: "21-NQ/TW", "28-CTr/TU"."""
    central = number.is_central
    term_of = central_term if central else local_term
    term = (directive.term if central else None) or term_of(directive.date)
    term = term or term_of(setting.published)
    alone = None if setting.series or central else setting.article
    weak = not (term or setting.series)
    return Profile(
        title, setting.series, number.symbol, term, year, central=central, weak=weak, alone=alone
    )


def _short(
    setting: _Setting, directive: Directive, title: tuple[str, ...], year: str | None
) -> Profile:
    """Digits alone: "Kết luận 34 của Bộ Chính trị"."""
    term = None
    if setting.is_centre:
        term = directive.term or central_term(directive.date) or central_term(setting.published)
    weak = not (setting.path and (term or year))
    return Profile(title, setting.path, None, term, year, central=setting.is_centre, weak=weak)


def _named(setting: _Setting, directive: Directive) -> Profile:
    """A fixed name: "Nghị quyết Trung ương 4 khóa XII", "Luật Đất đai 2013"."""
    name, kind = " ".join(fold(directive.name).split()), fold(directive.type)
    if congress := sessions.national_congress(name):
        return Profile((kind, f"đại hội {congress}"), central=True)
    term = directive.term or sessions.term(name) or central_term(directive.date)
    plenum = sessions.plenum(name)
    if plenum and (setting.path is None or setting.is_centre):
        term = term or central_term(setting.published)
        return Profile((kind, f"trung ương {plenum}"), term=term, central=True, weak=term is None)
    year = sessions.year(name) or (directive.date or "")[:4] or None
    if setting.is_centre and not year:
        term = term or central_term(setting.published)
    title = sessions.without_year(name)
    telling = len(title.split()) >= _TELLING and "đại hội" not in title
    known = telling or (setting.path and (term or year))
    alone = None if known else setting.article
    return Profile((title,), setting.path, None, term, year, alone=alone)
