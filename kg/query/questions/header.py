"""The header of a stored question: what it asks and what has to be given, in both languages.

    # What it asks, in one sentence.
    # vi: The same in Vietnamese.
    #
    # NAME (TYPE): what is given
    # NAME (TYPE, optional): what may be given
    # NAME (TYPE, else VALUE): what is VALUE if it is not given
    #   vi: the same in Vietnamese
    # walk: levels

It may end in a second query after the line `# of each row:`, which tells more of one row, whose
values stand for its variables: to join all evidence there is takes longer than to look some up.

TYPE is one of `kg.query.questions.given.TYPES`, or words to choose from: `one|other`. The
variable ?NAME of the query stands for the value. A line that ends in `# if NAME` stands only where
NAME is given, one that ends in `# unless NAME` only where it is not, and one that ends in
`# each NAME` once for each of its words.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import takewhile

_PARAMETER = re.compile(r"# (\w+) \((\w+(?:\|\w+)*)(?:, (?:(optional)|else (\S+)))?\): (.+)")
_TRANSLATION = re.compile(r"#\s+vi: (.+)")
_WALK = re.compile(r"# walk: (\w+)")
_DETAIL = "# of each row:\n"
_CONDITION = re.compile(r"(.*?)\s*# (if|unless|each) (\w+)")


@dataclass(frozen=True, slots=True)
class Parameter:
    """What a question is asked about: its type, and what it means by language ("en", "vi")."""

    name: str
    type: str
    about: Mapping[str, str]
    needed: bool = True
    default: str | None = None

    @property
    def choices(self) -> tuple[str, ...]:
        """The words to choose from; none where anything of the type may be given."""
        return tuple(self.type.split("|")) if "|" in self.type else ()


@dataclass(frozen=True, slots=True)
class Question:
    """A stored question: its name, what it asks by language, its parameters, its SPARQL.

    `walk` names the way in which the query is asked again from what it has found; `detail` is
    the SPARQL that tells more of each row.
    """

    name: str
    about: Mapping[str, str]
    parameters: tuple[Parameter, ...]
    sparql: str
    walk: str | None = None
    detail: str | None = None

    def with_given(self, names: Mapping[str, int]) -> str:
        """The SPARQL for these parameters, each with the number of its words.

        ?NAME in a line that is repeated becomes ?NAME_1, ?NAME_2 and so on.
        """
        return "\n".join(_lines(self.sparql.splitlines(), names))


def _lines(lines: list[str], names: Mapping[str, int]) -> Iterator[str]:
    for line in lines:
        condition = _CONDITION.fullmatch(line)
        if condition is None:
            yield line
            continue
        text, kind, name = condition.groups()
        if kind != "each" and (name in names) == (kind == "if"):
            yield text
        elif kind == "each":
            numbers = range(1, names.get(name, 0) + 1)
            yield from (re.sub(rf"\?{name}\b", f"?{name}_{n}", text) for n in numbers)


def question(name: str, text: str) -> Question:
    """Read a question from the text of its file."""
    lines = [*takewhile(lambda line: line.startswith("#"), text.splitlines())]
    about = {"en": lines[0].removeprefix("# ")}
    parameters: list[Parameter] = []
    walk = None
    meaning = about
    for line in lines[1:]:
        if found := _TRANSLATION.fullmatch(line):
            meaning["vi"] = found[1]
        elif found := _PARAMETER.fullmatch(line):
            meaning = {"en": found[5]}
            parameters.append(
                Parameter(found[1], found[2], meaning, not (found[3] or found[4]), found[4])
            )
        elif found := _WALK.fullmatch(line):
            walk = found[1]
    sparql, _, detail = text.split("\n", len(lines))[-1].partition(_DETAIL)
    return Question(name, about, tuple(parameters), sparql, walk, detail or None)
