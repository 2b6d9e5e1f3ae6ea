"""`kg resolve`: who is taken to be who, why, and what a person has ruled on it."""

import getpass
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TypeAlias

import typer

from kg.cli.arguments import Graph, unicode
from kg.errors import UsageError

if TYPE_CHECKING:
    from kg.pipeline.identity import Block
    from kg.resolve.explain import Entity, Pair

_REASONS = 2  # shown of why a mention is of its entity
_Pair: TypeAlias = tuple[str, str] | None


def resolve(
    graph: Graph,
    name: Annotated[
        str | None, typer.Argument(metavar="[NAME]", help="A name, or a part of one; or an IRI.")
    ] = None,
    same: Annotated[
        _Pair, typer.Option("--same", metavar="ONE OTHER", help="Rule that two are the same.")
    ] = None,
    different: Annotated[
        _Pair, typer.Option("--different", metavar="ONE OTHER", help="Rule that two are different.")
    ] = None,
    unsure: Annotated[
        _Pair, typer.Option("--unsure", metavar="ONE OTHER", help="Rule that nobody can tell.")
    ] = None,
    back: Annotated[
        _Pair, typer.Option("--take-back", metavar="ONE OTHER", help="Take back the ruling on two.")
    ] = None,
    who: Annotated[str | None, typer.Option(help="Who rules (default: the user).")] = None,
    when: Annotated[str | None, typer.Option(help="On which day (default: today).")] = None,
    why: Annotated[str, typer.Option(help="Why.")] = "",
) -> None:
    """Show who is taken to be who under a name, with the clues for and against; or rule on it.

    A ruling goes before every clue and counts at once. It stands in rulings.csv in the graph's
    folder, which can be edited by hand and counts with the next build.

        kg resolve news.kg "nguyen thanh quang"
        kg resolve news.kg --same person:le-an-1f0c9a2b person:le-an-77ab01c2 --why "same story"
        kg resolve news.kg --take-back person:le-an-1f0c9a2b person:le-an-77ab01c2
    """
    from kg.pipeline.identity import rule, take_back

    asked = {"same": same, "different": different, "unsure": unsure, "back": back}
    given = {ruling: pair for ruling, pair in asked.items() if pair}
    if len(given) + (name is not None) != 1:
        raise UsageError("give a name, or one of --same, --different, --unsure and --take-back")
    if name is not None:
        _show(graph, unicode(name))
        return
    ((ruling, (one, other)),) = given.items()
    if ruling == "back":
        take_back(graph, unicode(one), unicode(other))
        print(f"{graph}: no longer ruled: {one} and {other}")
        return
    by, day = _user() if who is None else who, when or date.today().isoformat()
    rule(graph, ruling, unicode(one), unicode(other), who=by, when=day, why=unicode(why))
    print(f"{graph}: {ruling}: {one} and {other}")


def _user() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return ""


def _show(graph: Path, name: str) -> None:
    from kg.graph import Store
    from kg.pipeline.identity import look_up

    with Store.open(graph) as store:
        blocks = look_up(store, name)
    print("\n\n".join("\n".join(_block(block)) for block in blocks))


def _block(block: "Block") -> Iterator[str]:
    number = {entity.path: n for n, entity in enumerate(block.entities, 1)}
    for entity in block.entities:
        yield from _entity(number[entity.path], entity)
    for pair in block.pairs:
        if pair.clues or pair.ruling:
            yield from _apart(number[pair.one.path], number[pair.other.path], pair)


def _entity(number: int, entity: "Entity") -> Iterator[str]:
    from kg.resolve.explain import reasons

    count = len(entity.candidates)
    yield f"{number}. {entity.name}  {entity.iri}  ({count} mention{'s' * (count > 1)})"
    for candidate in entity.candidates:
        day = f" {candidate.published}" if candidate.published else ""
        why = "; ".join(reasons(entity, candidate)[:_REASONS])
        own = candidate.own.replace("/", ":", 1)
        yield f"     {candidate.mention.article}{day}  {own}{'  ' * bool(why)}{why}"


def _apart(one: int, other: int, pair: "Pair") -> Iterator[str]:
    ruling = pair.ruling
    verdict = "undecided" if pair.is_undecided else "different"
    if ruling:
        told = ", ".join(part for part in (ruling.who, ruling.when, ruling.why) if part)
        verdict = f"ruled {ruling.ruling} ({told})" if told else f"ruled {ruling.ruling}"
    yield f"{one} and {other}: {verdict}; the clues add up to {pair.score:.1f}"
    for weight, reason in pair.clues:
        yield f"     {weight:+.1f}  {reason}"
