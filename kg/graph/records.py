"""What was read of each article, and who was decided to be who: an SQLite file beside the store.

An article is kept as soon as it is read, so that a build that is stopped loses nothing; what was
decided is kept together with the generation of the store that shows it.
"""

import os
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from types import TracebackType
from typing import Self

from kg.errors import StoreError
from kg.graph.codec import decode, encode
from kg.graph.texts import Texts
from kg.model import INSIDE, Candidate, EntityKind, Mention, Reading

FILE = "records.db"
_WAIT = 10.0  # seconds for another process that writes


@dataclass(frozen=True, slots=True)
class Entry:
    """One article: its file, the file's SHA-256, and the version of what read it."""

    source: str
    sha256: str
    version: str


@dataclass(frozen=True, slots=True)
class Decided:
    """A candidate with the path of the entity that it was decided to be of; None before that.

    `points` says that its own path, another one, points there.
    """

    candidate: Candidate
    path: str | None
    points: bool


class Records:
    """The records of one graph; `Records.reading` and `Records.writing` open them."""

    def __init__(self, path: Path, connection: sqlite3.Connection) -> None:
        self._path = path
        self._db = connection

    @classmethod
    def writing(cls, folder: Path) -> Self:
        """The records of a folder, which are made, empty, if there are none."""
        path = folder / FILE
        try:
            db = sqlite3.connect(path, timeout=_WAIT, isolation_level=None)
            db.execute("PRAGMA journal_mode = WAL")
            db.execute("PRAGMA synchronous = NORMAL")
            db.executescript(files("kg.graph").joinpath("records.sql").read_text("utf-8"))
        except sqlite3.Error as error:
            raise _damaged(path, error) from None
        return cls(path, db)

    @classmethod
    def reading(cls, folder: Path) -> Self:
        """The records of a folder, to be read only; StoreError if there are none."""
        path = folder / FILE
        error: sqlite3.Error | None = None
        # Where nothing can be written, the file is taken as one that nobody changes.
        for how in ("mode=ro", "mode=ro&immutable=1"):
            try:
                uri = f"{path.absolute().as_uri()}?{how}"
                db = sqlite3.connect(uri, uri=True, timeout=_WAIT, isolation_level=None)
                db.execute("SELECT count(*) FROM state")
                return cls(path, db)
            except sqlite3.Error as reason:
                error = reason
        raise _damaged(path, error)

    @property
    def texts(self) -> Texts:
        """Which articles are one text."""
        return Texts(self._db)

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Let all changes count together, or, after an error or a kill, none."""
        self._db.execute("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            self._db.execute("ROLLBACK")
            raise
        self._db.execute("COMMIT")

    # --- Articles

    def entries(self, names: Iterable[str] | None = None) -> dict[str, Entry]:
        """The articles of these names, or all, but for those to be dropped."""
        sql = "SELECT id, source, sha256, version FROM articles WHERE gone = 0"
        if names is None:
            rows = self._db.execute(f"{sql} ORDER BY id").fetchall()
        else:
            rows = [r for n in names for r in self._db.execute(f"{sql} AND id = ?", (n,))]
        return {name: Entry(os.fsdecode(source), *rest) for name, source, *rest in rows}

    def inside(self, place: Path | str) -> dict[str, str]:
        """The sources of the articles that lie in a folder or a file, by the articles' names."""
        found: dict[str, str] = {}
        for separator in (os.sep, INSIDE):
            inside = os.fsencode(f"{place}{separator}")
            sql = "SELECT id, source FROM articles WHERE gone = 0 AND source >= ? AND source < ?"
            rows = self._db.execute(sql, (inside, inside[:-1] + bytes([inside[-1] + 1])))
            found |= {name: os.fsdecode(source) for name, source in rows}
        return found

    def count(self) -> int:
        """The number of articles."""
        (number,) = self._db.execute("SELECT count(*) FROM articles WHERE gone = 0").fetchone()
        return int(number)

    def reading_of(self, name: str) -> Reading:
        """What was read of an article."""
        return decode(self.encoded(name))

    def encoded(self, name: str) -> str:
        """What was read of an article, as `kg.graph.codec` encodes it."""
        (text,) = self._db.execute("SELECT reading FROM articles WHERE id = ?", (name,)).fetchone()
        return str(text)

    def readings(self) -> Iterator[Reading]:
        """What was read of every article, by their names."""
        sql = "SELECT reading FROM articles WHERE gone = 0 ORDER BY id"
        for (text,) in self._db.execute(sql):
            yield decode(text)

    def at(self, source: str) -> dict[str, Entry]:
        """The articles that were read from a place."""
        sql = "SELECT id, sha256, version FROM articles WHERE gone = 0 AND source = ?"
        rows = self._db.execute(sql, (os.fsencode(source),))
        return {name: Entry(source, *rest) for name, *rest in rows.fetchall()}

    def put(self, entry: Entry, reading: Reading, candidates: Sequence[Candidate]) -> None:
        """Keep what was read of an article in place of what was known of it."""
        self.put_encoded(entry, reading.article.id, encode(reading), candidates)

    def put_encoded(
        self, entry: Entry, name: str, reading: str, candidates: Sequence[Candidate]
    ) -> None:
        """Keep what was read of an article, given as `kg.graph.codec` encodes it."""
        self._db.execute(
            "INSERT OR REPLACE INTO articles (id, source, sha256, version, reading)"
            " VALUES (?, ?, ?, ?, ?)",
            (name, os.fsencode(entry.source), entry.sha256, entry.version, reading),
        )
        self.texts.forget(name)
        self.compare(name, candidates)

    def compare(self, name: str, candidates: Sequence[Candidate]) -> None:
        """Have these candidates of an article compared in place of those it had."""
        self._forget_candidates(name)
        rows = [_row(candidate) for candidate in candidates]
        self._db.executemany("INSERT INTO candidates VALUES (?, ?, ?, ?, ?, ?, ?, ?, 0)", rows)
        self.open_blocks((c.mention.kind, c.block) for c in candidates if c.block != c.own)

    def move(self, name: str, source: str) -> None:
        """Keep where the file of an article now lies."""
        self._db.execute("UPDATE articles SET source = ? WHERE id = ?", (os.fsencode(source), name))

    def drop(self, name: str) -> None:
        """Let an article go with the next state of the store."""
        self.texts.forget(name)
        self._forget_candidates(name)
        self._db.execute("UPDATE articles SET gone = 1 WHERE id = ?", (name,))

    def stale(self, version: str) -> list[str]:
        """The articles that were read by another version."""
        sql = "SELECT id FROM articles WHERE gone = 0 AND version != ? ORDER BY id"
        return [name for (name,) in self._db.execute(sql, (version,))]

    def write_all(self) -> None:
        """Have every article written anew."""
        self._db.execute("UPDATE articles SET written = 0")

    def to_write(self) -> list[str]:
        """The articles whose graph is not as it should be."""
        sql = "SELECT id FROM articles WHERE written = 0 AND gone = 0 ORDER BY id"
        return [name for (name,) in self._db.execute(sql)]

    def pending(self) -> bool:
        """Whether anything is to be decided, written or dropped."""
        articles = "SELECT 1 FROM articles WHERE written = 0 OR gone = 1"
        opened = "SELECT 1 FROM open_blocks UNION ALL SELECT 1 FROM open_texts"
        sql = f"{opened} UNION ALL {articles} LIMIT 1"
        return self._db.execute(sql).fetchone() is not None

    def gone(self) -> list[str]:
        """The articles that are to be dropped."""
        return [
            n for (n,) in self._db.execute("SELECT id FROM articles WHERE gone = 1 ORDER BY id")
        ]

    def all_written(self) -> None:
        """Note that the store shows all, and no longer what is gone."""
        self._db.execute("DELETE FROM articles WHERE gone = 1")
        self._db.execute("UPDATE articles SET written = 1 WHERE written = 0")

    # --- Candidates

    def open_blocks(self, blocks: Iterable[tuple[str, str]]) -> None:
        """Have these blocks (of a kind and a name each) decided again."""
        self._db.executemany(
            "INSERT OR IGNORE INTO open_blocks (kind, block) VALUES (?, ?)", blocks
        )

    def opened(self) -> list[tuple[str, str]]:
        """The blocks that are to be decided again."""
        return self._db.execute(
            "SELECT kind, block FROM open_blocks ORDER BY kind, block"
        ).fetchall()

    def close_blocks(self) -> None:
        """Note that all is decided."""
        self._db.execute("DELETE FROM open_blocks")

    def blocks(self, kind: str) -> list[str]:
        """The names of all blocks of a kind."""
        sql = "SELECT DISTINCT block FROM candidates WHERE kind = ? ORDER BY block"
        return [block for (block,) in self._db.execute(sql, (kind,))]

    def shared_blocks(self, kind: str) -> list[str]:
        """The names of the blocks of a kind in which there are several entities."""
        sql = (
            "SELECT block FROM candidates WHERE kind = ? GROUP BY block"
            " HAVING count(DISTINCT path) > 1 ORDER BY block"
        )
        return [block for (block,) in self._db.execute(sql, (kind,))]

    def block(self, kind: str, block: str) -> list[Decided]:
        """The candidates of a block with what was decided."""
        return self._decided("WHERE kind = ? AND block = ? ORDER BY article, name", kind, block)

    def of_article(self, name: str) -> list[Decided]:
        """The candidates of an article with what was decided."""
        return self._decided("WHERE article = ?", name)

    def home(self, own: str) -> tuple[str, str] | None:
        """The kind and the block of the mentions that have a path of their own."""
        sql = "SELECT kind, block FROM candidates WHERE own = ? LIMIT 1"
        found: tuple[str, str] | None = self._db.execute(sql, (own,)).fetchone()
        return found

    def decide(self, mention: Mention, block: str, path: str, points: bool) -> None:
        """Keep what was decided on, and have the article written anew."""
        self._db.execute(
            "UPDATE candidates SET path = ?, points = ?"
            " WHERE kind = ? AND block = ? AND article = ? AND name = ?",
            (path, points, mention.kind, block, mention.article, mention.name),
        )
        self._db.execute("UPDATE articles SET written = 0 WHERE id = ?", (mention.article,))

    # --- State

    def get(self, name: str) -> str:
        """A value of the state; "" if it was never set."""
        found = self._db.execute("SELECT value FROM state WHERE name = ?", (name,)).fetchone()
        return str(found[0]) if found else ""

    def set(self, values: Mapping[str, str]) -> None:
        """Set values of the state."""
        self._db.executemany("INSERT OR REPLACE INTO state VALUES (?, ?)", values.items())

    def close(self) -> None:
        """Close the file."""
        self._db.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()
        if isinstance(error, sqlite3.Error):
            raise _damaged(self._path, error) from None

    def _forget_candidates(self, article: str) -> None:
        sql = "SELECT DISTINCT kind, block FROM candidates WHERE article = ?"
        self.open_blocks(self._db.execute(sql, (article,)).fetchall())
        self._db.execute("DELETE FROM candidates WHERE article = ?", (article,))

    def _decided(self, where: str, *values: str) -> list[Decided]:
        columns = "kind, name, article, block, own, published, known, path, points"
        sql = f"SELECT {columns} FROM candidates {where}"
        return [
            Decided(Candidate(_mention(kind, name, article), *rest), path, bool(points))
            for kind, name, article, *rest, path, points in self._db.execute(sql, values)
        ]


def _mention(kind: EntityKind, name: str, article: str) -> Mention:
    return Mention(article, kind, name)


def _row(candidate: Candidate) -> tuple[str | None, ...]:
    """A row of the table; a block that is a path has nothing to decide but rulings."""
    mention, own = candidate.mention, candidate.own
    return (
        mention.kind,
        candidate.block,
        mention.article,
        mention.name,
        own,
        candidate.published,
        candidate.known,
        own if candidate.block == own else None,
    )


def _damaged(path: Path, error: object) -> StoreError:
    folder = path.parent
    return StoreError(
        f"{path} is damaged or cannot be used ({error}); if it is damaged, keep rulings.csv,"
        f" delete {folder} and build it anew"
    )
