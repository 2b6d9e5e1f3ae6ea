"""Facts of one article as plain items, whether gold tells them or the graph."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias

Fields: TypeAlias = Mapping[str, str]


@dataclass(frozen=True, slots=True, eq=False)
class Item:
    """One fact: its fields as text, and whether careful readers may differ on it.

    Two items of the same fields are two items, since an article may be told one fact twice.
    """

    fields: Fields
    optional: bool = False

    def __getitem__(self, name: str) -> str:
        """A field's value, "" where it is not known."""
        return self.fields.get(name, "")


@dataclass(frozen=True, slots=True)
class Facts:
    """What one article says, by the list in which gold files have it; participants by themselves.

    A link has besides its two ends, "from" and "to", their readable names: "source", "target".
    """

    article: str
    published: str
    items: Mapping[str, tuple[Item, ...]]


def facts_of(raw: Mapping[str, Any]) -> Facts:
    """The facts in the JSON of a gold file, or of `kg export --format facts`."""
    titles = {item["id"]: directive_title(_fields(item)) for item in raw["directives"]}
    return Facts(
        article=raw["article"],
        published=raw["published"] or "",
        items={
            "persons": tuple(_items(_named(item) for item in raw["persons"])),
            "organizations": tuple(_items(raw["organizations"])),
            "positions": tuple(_items(raw["positions"])),
            "directives": tuple(_items(raw["directives"])),
            "links": tuple(_items(_with_titles(item, titles) for item in raw["links"])),
            "participants": tuple(_items(_participants(raw["events"]))),
        },
    )


def directive_title(fields: Fields) -> str:
    """How a directive is called in short: "Nghị quyết 21-NQ/TW", else by its name."""
    number = fields.get("number")
    return f"{fields['type']} {number}" if number else fields["name"]


def _items(raw: Iterable[Mapping[str, Any]]) -> Iterator[Item]:
    for item in raw:
        yield Item(_fields(item), item.get("optional") is True)


def _fields(item: Mapping[str, Any]) -> dict[str, str]:
    return {name: value for name, value in item.items() if value and isinstance(value, str)}


def _named(item: Any) -> Mapping[str, Any]:
    return item if isinstance(item, dict) else {"name": item}


def _with_titles(link: Mapping[str, Any], titles: Mapping[str, str]) -> Mapping[str, Any]:
    ends = {"source": link["from"], "target": link["to"]}
    return {**link, **{name: titles.get(end, end) for name, end in ends.items()}}


def _participants(events: Iterable[Mapping[str, Any]]) -> Iterator[Mapping[str, Any]]:
    for event in events:
        yield from ({**one, "event": event["type"]} for one in event["participants"])
