"""The directives of an article: one for each document, however often and however it is cited."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from kg.extract.evidence import kept
from kg.extract.page import Page, words
from kg.extract.registry import Registry
from kg.extract.scan import Row
from kg.extract.terms import BodyTerm, DirectiveTerm, TitleTerm, is_one_body
from kg.model import Directive, Evidence
from kg.text import fold

_CODE_TYPE = {"document-chuong-trinh-hanh-dong": "document-chuong-trinh"}
_HEAD = re.compile(r"\d+")
_PREFIX = {
    "tu": ("Tỉnh ủy", "Thành ủy"),
    "hu": ("Huyện ủy",),
    "qu": ("Quận ủy",),
    "đu": ("Đảng ủy",),
    "ubnd": ("Ủy ban nhân dân",),
    "hđnd": ("Hội đồng nhân dân",),
}


@dataclass(frozen=True, slots=True)
class Citation:
    """One citation: the term, its row, and the local id of its directive."""

    term: DirectiveTerm
    row: Row
    index: int
    id: str


@dataclass(frozen=True, slots=True)
class Citations:
    """The directives of an article and where each is cited."""

    directives: tuple[Directive, ...]
    cited: tuple[Citation, ...]


def citations(page: Page, rows: Sequence[Row], registry: Registry) -> Citations:
    """Merges the citations of the rows into directives d1, d2 … in order of first citation."""
    found: dict[str, Directive] = {}
    cited: list[Citation] = []
    for row, index, term in _cited(rows):
        if term.name == "back":
            back = _pointed_back(found, cited, Citation(term, row, index, ""))
            cited += [back] if back is not None else []
            continue
        one = _directive(page, row, index, term, registry)
        key = _same(found, one)
        if key is None:
            key = f"d{len(found) + 1}"
            found[key] = replace(one, id=key)
        else:
            found[key] = _joined(found[key], one)
        cited.append(Citation(term, row, index, key))
    return Citations(tuple(found.values()), tuple(cited))


def _cited(rows: Sequence[Row]) -> Iterator[tuple[Row, int, DirectiveTerm]]:
    for row in rows:
        for i, chunk in enumerate(row.chunks):
            if isinstance(chunk.term, DirectiveTerm):
                yield row, i, chunk.term
                yield from ((row, i, other) for other in chunk.term.others)


def _pointed_back(
    found: dict[str, Directive], cited: Sequence[Citation], back: Citation
) -> Citation | None:
    """The citation of "Nghị quyết này": of the resolution cited last; none where none was."""
    for known in reversed(cited):
        if _kind(known.term.concept.id) == _kind(back.term.concept.id):
            directive = found[known.id]
            seen = Evidence(back.row.span, "directive:back", 0.8)
            found[known.id] = replace(directive, evidence=kept((*directive.evidence, seen)))
            return replace(back, id=known.id)
    return None


def _directive(
    page: Page, row: Row, index: int, term: DirectiveTerm, registry: Registry
) -> Directive:
    issuer = registry.name_of(term.issuer, row.chunks, index) if term.issuer else None
    issuer = issuer or _issued_by(row, index, registry) or _usual_issuer(term, registry)
    return Directive(
        id="",
        type=term.concept.label,
        name=_name(page, term),
        concept=term.concept.id,
        number=_spelt(term.number),
        date=term.date,
        issuer=issuer,
        subject=term.subject,
        term=term.term,
        evidence=(Evidence(row.span, f"directive:{term.name or 'number'}", 0.95),),
    )


def _name(page: Page, term: DirectiveTerm) -> str:
    if term.name == "list":
        return f"{term.concept.label} số {_spelt(term.number)}"
    name = page.proper(term.start, term.end).rstrip(" ,.")
    return name[:1].upper() + name[1:]


def _spelt(number: str | None) -> str | None:
    """The symbol with its usual capitals: "28-Ctr/TU" is "28-CTr/TU"."""
    if number is None:
        return None
    return number.replace("Ctr", "CTr").replace("CTR", "CTr").replace("/TƯ", "/TW")


def _issued_by(row: Row, index: int, registry: Registry) -> str | None:
    """The body right before "ban hành": "tham mưu Ban Thường vụ Huyện ủy ban hành Kế hoạch …"."""
    match = re.search(r"([BT])P?w?i[w]?$", row.letters[:index])
    if not match:
        return None
    chunk = row.chunks[match.start(1)]
    if isinstance(chunk.term, BodyTerm):
        return registry.name_of(chunk.term, row.chunks, match.start(1))
    if isinstance(chunk.term, TitleTerm):
        return registry.of_title(chunk.term, row.chunks, match.start(1))
    return None


def _usual_issuer(term: DirectiveTerm, registry: Registry) -> str | None:
    """Who issues by the kind of document or the symbol: a law the Quốc hội, "/TU" the Tỉnh ủy."""
    if term.concept.id in ("document-luat", "document-bo-luat"):
        return registry.ensure("body-national-assembly", term.start)
    number = (term.number or "").lower()
    if term.concept.id == "document-nghi-dinh" or number.endswith("-ttg"):
        return registry.ensure("body-government", term.start)
    if re.search(r"/qh\d+$", number):
        return registry.ensure("body-national-assembly", term.start)
    symbol = number.rpartition("/")[2]
    for part in re.split(r"[-/]", term.number or ""):
        phrase = words().bodies.longest(fold(part), part, 0) if part.isupper() else None
        if phrase is not None and is_one_body(phrase.concept):
            return registry.ensure(phrase.concept.id, term.start)
    for head in _PREFIX.get(symbol.rpartition("-")[2], ()):
        named = [n for n, b in registry.bodies.items() if n.startswith(head + " ") and b.unit]
        if len(named) == 1:
            return named[0]
    return None


def _same(found: dict[str, Directive], one: Directive) -> str | None:
    """The id of the directive that `one` cites again, or None."""
    for key, known in found.items():
        if _kind(known.concept) != _kind(one.concept) and not (
            known.number and known.number == one.number
        ):
            continue
        if known.number and one.number and _same_number(known, one):
            return key
        if not known.number and not one.number and _same_name(known, one):
            return key
    return None


def _kind(concept: str | None) -> str | None:
    """The type of a document, a "Chương trình hành động" being a "Chương trình"."""
    return _CODE_TYPE.get(concept or "", concept)


def _same_number(a: Directive, b: Directive) -> bool:
    x, y = fold(a.number or ""), fold(b.number or "")
    if x == y:
        return not (x.isdigit() and _other_issuer(a, b))
    first, second = _HEAD.match(x), _HEAD.match(y)
    if not first or not second or int(first.group()) != int(second.group()):
        return False
    if not (x.isdigit() or y.isdigit()):
        return False
    return not _other_issuer(a, b) and not (a.date and b.date and a.date != b.date)


def _other_issuer(a: Directive, b: Directive) -> bool:
    """Whether two authorities issued them; a committee and its Ban Thường vụ count as one."""
    if not a.issuer or not b.issuer:
        return False
    return not (a.issuer.endswith(b.issuer) or b.issuer.endswith(a.issuer))


_CONGRESS_WORDS = {"đại", "biểu", "lần", "thứ", "của", "toàn", "quốc", "hội", "nghị", "quyết"}


def _same_name(a: Directive, b: Directive) -> bool:
    if a.term and b.term and a.term != b.term:
        return False
    x, y = _essence(a.name), _essence(b.name)
    return x == y or (bool(x) and bool(y) and (x <= y or y <= x) and _numerals(x) == _numerals(y))


def _essence(name: str) -> frozenset[str]:
    text = fold(name).replace("tw", "trung ương ").replace("tư", "trung ương ")
    return frozenset(w.strip("(),") for w in text.split()) - _CONGRESS_WORDS


def _numerals(words: frozenset[str]) -> frozenset[str]:
    return frozenset(w for w in words if re.fullmatch(r"[ivxl]+|\d+", w))


def _joined(known: Directive, one: Directive) -> Directive:
    """Both citations as one: the fullest number and name, whatever either tells."""
    number = known.number
    if one.number and len(one.number) > len(number or ""):
        number = one.number
    name = one.name if len(one.name) > len(known.name) else known.name
    return replace(
        known,
        name=name,
        number=number,
        date=known.date or one.date,
        issuer=known.issuer or one.issuer,
        subject=known.subject or one.subject,
        term=known.term or one.term,
        evidence=kept((*known.evidence, *one.evidence)),
    )
