"""A graph as Python has it: asked, looked at, and handed to rdflib, networkx and pandas."""

from collections.abc import Collection, Iterable
from datetime import date
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

from kg.errors import QueryError
from kg.graph import Store
from kg.query import analysis
from kg.query.answer import Answer, Rows
from kg.query.ask import query
from kg.query.known import Known, known
from kg.query.names import NAMED, Thing, find, one
from kg.query.questions import Question, ask, questions

if TYPE_CHECKING:
    from rdflib import Dataset

KINDS = ("person", "body", "directive")


class Graph:
    """A graph made by kg build, to be asked in Python.

        with kg.open("news.kg") as graph:
            graph.ask("holders", position="Bí thư Huyện ủy Văn Lâm", on="2023-07-31")
            graph.query("SELECT ?name { ?person foaf:name ?name }").to_pandas()

    It is one fixed state: a build that runs meanwhile makes a new one. `store` is its quads.
    """

    def __init__(self, store: Store) -> None:
        self.store = store

    @classmethod
    def open(cls, path: Path | str) -> Self:
        """Open the graph at a path; StoreError says what to run if there is none."""
        return cls(Store.open(path))

    def ask(self, question: str, **given: str | date) -> Rows:
        """The answer to a stored question (docs/questions.md) about what is given, by parameter.

        Names may be written without marks and in any case. A parameter whose name Python keeps
        for itself has a line after it: `from_="2020"`. UsageError, QueryError and AmbiguousError
        say what is wrong, or which things are called so.
        """
        return ask(self.store, question, {n.removesuffix("_"): str(v) for n, v in given.items()})

    def questions(self) -> tuple[Question, ...]:
        """All stored questions, with what they are given."""
        return questions()

    def query(self, sparql: str) -> Answer:
        """The answer to a SPARQL query: rows, triples, or yes or no."""
        return query(self.store, sparql)

    def find(self, text: str, kinds: Iterable[str] = NAMED) -> list[Thing]:
        """The things that a name, words of one or an IRI stand for."""
        return find(self.store, text, kinds)

    def known(self, thing: Thing | str) -> Known:
        """All that is known of a thing, or of the one that a name stands for."""
        found = thing if isinstance(thing, Thing) else one(self.store, thing, (*NAMED, "article"))
        return known(self.store, found)

    def rdflib(self) -> "Dataset":
        """A copy in memory as an rdflib Dataset, whose default graph is the union of all."""
        return self.store.rdflib()

    def network(self, kinds: Collection[str] = KINDS) -> Any:
        """A networkx.MultiDiGraph of people, bodies and directives; a held post is one edge."""
        return analysis.network(self.store, kinds)

    def central(self, by: str = "degree", most: int = 20, kinds: Collection[str] = KINDS) -> Rows:
        """The nodes of the network that are most central: name, kind and score.

        `by` is one of `kg.query.analysis.MEASURES`; QueryError if it is not.
        """
        if by not in analysis.MEASURES:
            raise QueryError(f"{by!r} is none of {', '.join(analysis.MEASURES)}")
        return analysis.central(self.store, by, most, kinds)

    def communities(self, kinds: Collection[str] = KINDS) -> Rows:
        """The communities of the network (Louvain), the largest first: number, name and kind."""
        return analysis.communities(self.store, kinds)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let a build delete this state; the graph is not to be used after."""
        self.store.close()
