"""What the styles of a document say of fonts, numbers and headings."""

from dataclasses import dataclass, field

from kg.read.docx.package import Attributes

_CHAIN = 20
"""So many styles may be based on each other; Word allows eleven."""
_HEADINGS = ("heading", "title", "subtitle")


@dataclass(slots=True)
class Style:
    """A style as it is written down; what it does not say, the one it is based on says."""

    based_on: str | None = None
    font: str | None = None
    number: str | None = None
    level: str | None = None
    is_heading: bool = False


@dataclass(slots=True)
class Styles:
    """A visitor of `styles.xml` that can tell what a style comes to."""

    known: dict[str, Style] = field(default_factory=dict)
    usual: Style = field(default_factory=Style)
    paragraph: str | None = None
    _now: Style | None = None
    _whole: dict[str | None, Style] = field(default_factory=dict)

    def start(self, name: str, attributes: Attributes) -> None:
        """Note what an element says of the style it stands in."""
        value = attributes.get("w:val", "")
        if name == "w:style":
            self._now = self.known.setdefault(attributes.get("w:styleId", ""), Style())
            if attributes.get("w:type") == "paragraph" and "w:default" in attributes:
                self.paragraph = attributes.get("w:styleId")
            return
        style = self._now or self.usual
        if name == "w:name":
            style.is_heading |= value.lower().startswith(_HEADINGS)
        elif name == "w:jc":
            style.is_heading |= value == "center"
        elif name == "w:basedOn":
            style.based_on = value
        elif name == "w:rFonts":
            style.font = font_of(attributes) or style.font
        elif name == "w:numId":
            style.number = value
        elif name == "w:ilvl":
            style.level = value

    def end(self, name: str) -> None:
        """Leave a style."""
        if name == "w:style":
            self._now = None

    def text(self, text: str) -> None:
        """Styles have no text."""

    def come_to(self, name: str | None) -> Style:
        """A style with all that it is based on."""
        if (known := self._whole.get(name)) is not None:
            return known
        found = self._whole[name] = Style()
        for _ in range(_CHAIN):
            style = self.known.get(name or "")
            if style is None:
                break
            found.font = found.font or style.font
            found.number = found.number or style.number
            found.level = found.level or style.level
            found.is_heading |= style.is_heading
            name = style.based_on
        return found

    def font(self, run: str | None, paragraph: str | None) -> str:
        """The font of a run by its style, its paragraph's, and what is usual."""
        styles = (run, paragraph or self.paragraph)
        fonts = (self.come_to(style).font for style in styles)
        return next(filter(None, fonts), None) or self.usual.font or ""


def font_of(attributes: Attributes) -> str | None:
    """The font that `w:rFonts` names for Vietnamese letters."""
    return attributes.get("w:hAnsi") or attributes.get("w:ascii")
