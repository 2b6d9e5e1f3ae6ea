"""Facts as short readable lines, so that a test's table reads like the text it is about.

person      Trần Văn A
body        Ban Tổ chức Huyện ủy Văn Lâm | Huyện ủy Văn Lâm | huyện Văn Lâm, tỉnh Hưng Yên
post        Trần Văn A | Bí thư | Huyện ủy Văn Lâm | starts | since 2020-08-12
directive   Nghị quyết 21-NQ/TW | Ban Chấp hành Trung ương Đảng | 2022-06-16
link        Huyện ủy Văn Lâm | carries_out | Nghị quyết 21-NQ/TW
event       hội nghị sơ kết | 2023-07-31
part        Trần Văn A | chairs

What is not known is left out, but for "-" where another value follows.
"""

from collections.abc import Iterable, Iterator

from kg.extract import extract
from kg.model import (
    Article,
    Body,
    Directive,
    Event,
    Evidence,
    Link,
    Membership,
    Reading,
)
from kg.text import normalise


def read(text: str, published: str | None = None) -> Reading:
    """What the extractor reads in a text; a year for bare days comes from `published`."""
    return extract(Article("a", normalise(text), published=published))


def facts(reading: Reading) -> Iterator[tuple[str, tuple[Evidence, ...]]]:
    """Every fact as a line, with its evidence."""
    for person in reading.persons:
        yield person.name, person.evidence
    for body in reading.bodies:
        yield body_line(body), body.evidence
    for membership in reading.memberships:
        yield post_line(membership), membership.evidence
    for directive in reading.directives:
        yield directive_line(directive), directive.evidence
    for link in reading.links:
        yield link_line(link, reading), link.evidence
    for event in reading.events:
        yield event_line(event), event.evidence
        for part in event.participants:
            yield f"{part.person} | {part.part}", part.evidence


def by_rule(reading: Reading, rule: str) -> list[str]:
    """The facts that a rule read; of a name with a "*" at its end, those of the whole family."""
    family = rule.removesuffix("*")
    return [
        line
        for line, evidence in facts(reading)
        if any(e.rule == rule or (family != rule and e.rule.startswith(family)) for e in evidence)
    ]


def persons(text: str) -> list[str]:
    """The persons of a text."""
    return [person.name for person in read(text).persons]


def names(text: str) -> list[str]:
    """The canonical names of a text's bodies."""
    return [body.name for body in read(text).bodies]


def bodies(text: str) -> list[str]:
    """The bodies of a text, each with what it is part of and the unit it serves."""
    return [body_line(body) for body in read(text).bodies]


def posts(text: str, published: str | None = None) -> list[str]:
    """The memberships of a text."""
    return [post_line(membership) for membership in read(text, published).memberships]


def directives(text: str) -> list[str]:
    """The directives of a text."""
    return [directive_line(directive) for directive in read(text).directives]


def links(text: str) -> list[str]:
    """The links of a text."""
    reading = read(text)
    return [link_line(link, reading) for link in reading.links]


def events(text: str, published: str | None = None) -> list[str]:
    """The events of a text, each followed by who took which part."""
    lines = []
    for event in read(text, published).events:
        lines.append(event_line(event))
        lines += [f"{part.person} | {part.part}" for part in event.participants]
    return lines


def body_line(body: Body) -> str:
    return _line(body.name, body.within, body.unit.path if body.unit else None)


def post_line(membership: Membership) -> str:
    dates = [
        f"{word} {date}"
        for word, date in (("since", membership.since), ("until", membership.until))
        if date
    ]
    return " | ".join(
        (membership.person, membership.role, membership.body or "-", membership.status, *dates)
    )


def directive_line(directive: Directive) -> str:
    return _line(_label(directive), directive.issuer, directive.date)


def link_line(link: Link, reading: Reading) -> str:
    labels = {directive.id: _label(directive) for directive in reading.directives}
    source, target = (labels.get(end, end) for end in (link.source, link.target))
    return f"{source} | {link.type} | {target}"


def event_line(event: Event) -> str:
    return _line(event.type, event.date, event.place, event.organizer)


def _label(directive: Directive) -> str:
    return f"{directive.type} {directive.number}" if directive.number else directive.name


def _line(*parts: str | None) -> str:
    return " | ".join(part or "-" for part in _trimmed(parts))


def _trimmed(parts: Iterable[str | None]) -> list[str | None]:
    kept = list(parts)
    while kept and kept[-1] is None:
        kept.pop()
    return kept
