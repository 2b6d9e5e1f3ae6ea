"""Which articles are one text, as the records of a graph keep it."""

import sqlite3
from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Text:
    """An article by its text: the day it is of, and the signature by which texts are compared."""

    number: int
    article: str
    published: str | None
    signature: bytes


class Texts:
    """The tables of texts in an open database of records."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db

    def unsigned(self) -> list[str]:
        """The articles whose texts were not yet compared."""
        sql = (
            "SELECT id FROM articles LEFT JOIN texts ON article = id"
            " WHERE gone = 0 AND article IS NULL ORDER BY id"
        )
        return [name for (name,) in self._db.execute(sql)]

    def sign(
        self, article: str, published: str | None, signature: bytes, bands: Iterable[int]
    ) -> None:
        """Keep what a text is compared by, to be compared with all."""
        sql = "INSERT INTO texts (article, published, signature, bands) VALUES (?, ?, ?, ?)"
        listed = array("q", bands)
        row = (article, published, signature, listed.tobytes())
        number = self._db.execute(sql, row).lastrowid
        self._db.executemany("INSERT INTO bands VALUES (?, ?)", ((b, number) for b in listed))
        self._open("SELECT ?", article)

    def forget(self, article: str) -> None:
        """Let a text go; those that were one with it are to be compared again."""
        sql = "SELECT number, bands FROM texts WHERE article = ?"
        if found := self._db.execute(sql, (article,)).fetchone():
            others = "SELECT article FROM texts WHERE first = (SELECT first FROM texts"
            self._open(f"{others} WHERE article = ?1) AND article != ?1", article)
            pairs = ((band, found[0]) for band in array("q", found[1]))
            self._db.executemany("DELETE FROM bands WHERE band = ? AND text = ?", pairs)
            self._db.execute("DELETE FROM texts WHERE article = ?", (article,))
        self._db.execute("DELETE FROM open_texts WHERE article = ?", (article,))

    def forget_all(self) -> None:
        """Let all texts go; the articles that told of others are written anew."""
        self._db.execute(
            "UPDATE articles SET written = 0 WHERE id IN"
            " (SELECT article FROM texts WHERE first != article)"
        )
        for table in ("texts", "bands", "open_texts"):
            self._db.execute(f"DELETE FROM {table}")

    def opened(self) -> list[str]:
        """The articles whose texts are to be compared again."""
        return [n for (n,) in self._db.execute("SELECT article FROM open_texts ORDER BY article")]

    def close(self) -> None:
        """Note that all are compared."""
        self._db.execute("DELETE FROM open_texts")

    def of(self, article: str) -> Text | None:
        """The text of an article."""
        return next(iter(self._texts("article = ?", [article])), None)

    def near(self, bands: Sequence[int]) -> list[Text]:
        """The texts that share one of these bands."""
        marks = ",".join("?" * len(bands))
        return self._texts(f"number IN (SELECT text FROM bands WHERE band IN ({marks}))", bands)

    def first(self, article: str) -> str | None:
        """The first of the articles that are one text with this one; None if there are none."""
        sql = "SELECT first FROM texts WHERE article = ?"
        found = self._db.execute(sql, (article,)).fetchone()
        return found[0] if found else None

    def decide(self, articles: Iterable[str], first: str | None) -> None:
        """Keep which article is the first of some that are one text, and have them written anew."""
        for article in articles:
            if self.first(article) != first:
                sql = "UPDATE texts SET first = ? WHERE article = ?"
                self._db.execute(sql, (first, article))
                self._db.execute("UPDATE articles SET written = 0 WHERE id = ?", (article,))

    def _open(self, sql: str, article: str) -> None:
        self._db.execute(f"INSERT OR IGNORE INTO open_texts {sql}", (article,))

    def _texts(self, where: str, values: Sequence[str | int]) -> list[Text]:
        sql = f"SELECT number, article, published, signature FROM texts WHERE {where}"
        return [Text(*row) for row in self._db.execute(f"{sql} ORDER BY number", values)]
