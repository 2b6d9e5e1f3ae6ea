"""Looking into who is who, and ruling on it by hand."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from kg.errors import QueryError, UsageError
from kg.graph import Records, Store, writing
from kg.graph.writing import RULINGS
from kg.model import Candidate
from kg.pipeline.publish import publish, read_rulings
from kg.pipeline.steps import Progress, silent
from kg.resolve import Ruling, candidates, explain, tied
from kg.resolve.explain import Entity, Pair
from kg.resolve.rulings import made, parse, path_of, written
from kg.text import slug, unaccent

_KINDS = ("person", "directive", "body")
MOST = 20  # names that may be meant


@dataclass(frozen=True, slots=True)
class Block:
    """The entities that share a name, and all pairs of them."""

    name: str
    entities: tuple[Entity, ...]
    pairs: tuple[Pair, ...]


def look_up(store: Store, name: str) -> list[Block]:
    """The blocks of a name (without accents, or a part of it) or of an IRI; QueryError if none."""
    with store.records() as records:
        rulings = _applied(records)
        found = _places(records, name)
        if not found:
            raise QueryError(f"{store.path} compares nobody called {name!r}")
        if len(found) > MOST:
            raise QueryError(f"{len(found)} names hold {name!r}; give more of it")
        return [_block(records, kind, blocks, rulings) for kind, blocks in found]


def undecided(store: Store) -> Iterator[Pair]:
    """The pairs of entities that only a person can decide on, in a fixed order."""
    with store.records() as records:
        rulings = _applied(records)
        for kind in ("person", "directive"):
            for blocks in _together(records, kind, records.shared_blocks(kind), rulings):
                yield from filter(_is_undecided, _block(records, kind, blocks, rulings).pairs)


def rule(
    target: Path | str,
    ruling: str,
    one: str,
    other: str,
    *,
    who: str = "",
    when: str = "",
    why: str = "",
    progress: Progress = silent,
) -> None:
    """Rule that two entities are "same" or "different", or that it is "unsure".

    Each is named by its path or IRI, or by that of one of its mentions; UsageError if the graph
    has no such mention. The ruling stands in the graph's folder (rulings.csv) and counts at once.
    """
    _change(target, made(one, other, ruling, who, when, why), progress, keep=True)


def take_back(target: Path | str, one: str, other: str, *, progress: Progress = silent) -> None:
    """Take back the ruling on two entities; UsageError if there is none."""
    _change(target, made(one, other, "same"), progress, keep=False)


def _change(target: Path | str, ruling: Ruling, tell: Progress, *, keep: bool) -> None:
    with writing(target, None, candidates) as writer:
        rulings = {known.pair: known for known in read_rulings(writer.folder)}
        if keep:
            for path in ruling.pair:
                if writer.records.home(path) is None:
                    raise UsageError(f"{target} has no mention whose own path is {path}")
            rulings[ruling.pair] = ruling
        elif rulings.pop(ruling.pair, None) is None:
            raise UsageError(f"{target} has no ruling on {ruling.one} and {ruling.other}")
        fresh = writer.folder / f"{RULINGS}.new"
        fresh.write_text(written(rulings.values()), "utf-8")
        fresh.replace(writer.folder / RULINGS)
        publish(writer, tell)


def _applied(records: Records) -> tuple[Ruling, ...]:
    """The rulings by which the graph was built."""
    return parse(records.get("rulings"), "the rulings of the graph")


def _places(records: Records, name: str) -> list[tuple[str, tuple[str, ...]]]:
    """Kinds and blocks of what is called so; those called just so go before parts of names."""
    try:
        home = records.home(path_of(name))
    except UsageError:
        home = None
    if home:
        return [(home[0], _ties(records, *home))]
    wanted = " ".join(unaccent(name).split())
    exact: list[tuple[str, tuple[str, ...]]] = []
    parts: list[tuple[str, tuple[str, ...]]] = []
    for kind in _KINDS:
        looked_for = slug(name) if kind == "body" else wanted
        for block in records.blocks(kind):
            plain = block if kind == "body" else unaccent(block)
            if plain == wanted:
                exact.append((kind, _ties(records, kind, block)))
            elif looked_for in plain:
                parts.append((kind, _ties(records, kind, block)))
    return list(dict.fromkeys(exact or parts))


def _ties(records: Records, kind: str, block: str) -> tuple[str, ...]:
    (together,) = _together(records, kind, [block], _applied(records))
    return together


def _together(
    records: Records, kind: str, blocks: Iterable[str], rulings: tuple[Ruling, ...]
) -> Iterator[tuple[str, ...]]:
    """Blocks of a kind, those that rulings tie together as one."""
    places = {path: records.home(path) for ruling in rulings for path in ruling.pair}
    homes = {path: home[1] for path, home in places.items() if home and home[0] == kind}
    ties = tied(homes, rulings)
    seen: set[str] = set()
    for block in blocks:
        if block not in seen:
            together = ties.get(block, (block,))
            seen.update(together)
            yield together


def _block(
    records: Records, kind: str, blocks: Iterable[str], rulings: tuple[Ruling, ...]
) -> Block:
    names = tuple(blocks)
    found: list[Candidate] = [d.candidate for name in names for d in records.block(kind, name)]
    things = explain.entities(found, rulings)
    return Block(names[0], tuple(things), tuple(explain.pairs(things, rulings)))


def _is_undecided(pair: Pair) -> bool:
    return pair.is_undecided
