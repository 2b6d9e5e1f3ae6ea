"""Word: the text of a .docx as it stands, without what Word keeps and prints around it."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta, timezone

from kg.errors import ReadError
from kg.model import Article
from kg.read.claims import Claims, believing
from kg.read.document import Document
from kg.read.docx.body import Body
from kg.read.docx.numbers import Numbers
from kg.read.docx.package import Attributes, Package
from kg.read.docx.styles import Styles

__all__ = ["read_docx"]

_KEPT = ("dc:title", "dc:creator", "dcterms:created")
_HERE = timezone(timedelta(hours=7))
"""Word tells hours of the world; papers print days of Vietnam."""


def read_docx(document: Document) -> Article:
    """The article in a Word document; raises ReadError.

    The article's origins lead to the text as it is copied out of Word, one paragraph a line.
    """
    package = Package(document.data)
    main = _main(package)
    folder = main.rpartition("/")[0]
    styles, numbers = Styles(), Numbers()
    for name, visitor in (("styles.xml", styles), ("numbering.xml", numbers)):
        part = f"{folder}/{name}".lstrip("/")
        if part in package:
            package.visit(part, visitor)
    body = Body(styles, numbers)
    package.visit(main, body)
    if not body.is_word:
        raise ReadError("is no Word document; save it as .docx")
    return believing("\n".join(body.lines), document, _claims(package))


@dataclass(slots=True)
class _Relations:
    """A visitor of the package's list of parts that finds the document."""

    main: str = "word/document.xml"

    def start(self, name: str, attributes: Attributes) -> None:
        kind = attributes.get("Type", "")
        if name == "rel:Relationship" and kind.endswith("/officeDocument"):
            self.main = attributes.get("Target", "").lstrip("/")

    def end(self, name: str) -> None:
        pass

    def text(self, text: str) -> None:
        pass


@dataclass(slots=True)
class _Properties:
    """A visitor of the core properties."""

    told: dict[str, str] = field(default_factory=dict)
    _now: str | None = None

    def start(self, name: str, _: Attributes) -> None:
        self._now = name if name in _KEPT else None

    def end(self, _: str) -> None:
        self._now = None

    def text(self, text: str) -> None:
        if self._now:
            self.told[self._now] = (self.told.get(self._now, "") + text)[:1000]


def _main(package: Package) -> str:
    relations = _Relations()
    if "_rels/.rels" in package:
        package.visit("_rels/.rels", relations)
    return relations.main


def _claims(package: Package) -> Claims:
    properties = _Properties()
    if "docProps/core.xml" in package:
        package.visit("docProps/core.xml", properties)
    told = properties.told
    created = _day(told.get("dcterms:created", ""))
    return Claims(told.get("dc:title"), created, told.get("dc:creator"))


def _day(stamp: str) -> str | None:
    try:
        moment = datetime.fromisoformat(stamp.strip())
        return (moment.astimezone(_HERE) if moment.tzinfo else moment).date().isoformat()
    except (ValueError, OverflowError):
        return None
