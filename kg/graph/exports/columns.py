"""What a table is: columns of types, a key, and ids that lead to other tables."""

from dataclasses import dataclass
from typing import Literal, TypeAlias

Type: TypeAlias = Literal[
    "id", "string", "integer", "number", "boolean", "date", "partial", "names"
]


@dataclass(frozen=True, slots=True)
class Column:
    """A column; `to` is the table whose ids it holds, `needed` says that it is never empty.

    A "partial" date is a text, "2018" or "2018-04", beside which two columns of days stand: the
    earliest and the latest that it can mean. "names" are a list of texts.
    """

    name: str
    type: Type
    about: str
    to: str | None = None
    needed: bool = False

    def flat(self) -> tuple["Column", ...]:
        """The columns that this one is written as."""
        if self.type != "partial":
            return (self,)
        return (
            self,
            Column(f"{self.name}_earliest", "date", "The first day that it can mean."),
            Column(f"{self.name}_latest", "date", "The last day that it can mean."),
        )


@dataclass(frozen=True, slots=True)
class Table:
    """A table; `things` is the class whose other names one of its columns holds."""

    name: str
    about: str
    columns: tuple[Column, ...]
    key: tuple[str, ...] = ("id",)
    things: str | None = None

    @property
    def flat(self) -> tuple[Column, ...]:
        """The columns as they are written."""
        return tuple(flat for column in self.columns for flat in column.flat())
