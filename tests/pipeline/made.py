"""Graphs of made-up readings: a file holds a reading as JSON, so extraction is not tested here."""

import io
from pathlib import Path

import pytest

from kg.graph import Store
from kg.graph.codec import decode, encode
from kg.model import Reading
from kg.pipeline import work
from kg.read import Document
from kg.resolve import candidates
from kg.resolve.texts import signature
from tests.graph.readings import full, post


def stand_in(document: Document) -> work.Read | str:
    """Read a file that holds a reading as JSON, so that what is tested here is not extraction."""
    try:
        reading = decode(document.data.decode())
    except (ValueError, KeyError, TypeError) as error:
        return f"is no reading ({type(error).__name__})"
    reading = work.renamed(reading, document.name)
    article = reading.article
    compared = tuple(candidates(reading)), article.published, signature(article.text)
    return work.Read(article.id, encode(reading), *compared)


@pytest.fixture
def readings_are_files(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have builds read files by `stand_in`, and know no ontology."""
    monkeypatch.setattr(work, "read_document", stand_in)
    monkeypatch.setattr("kg.pipeline.publish.ontology", list)


def put(folder: Path, *readings: Reading) -> list[Path]:
    """Write each reading into a file of its own."""
    folder.mkdir(exist_ok=True)
    paths = []
    for reading in readings:
        path = folder / f"{reading.article.id}.txt"
        path.write_text(encode(reading), "utf-8")
        paths.append(path)
    return paths


def dump(path: Path) -> bytes:
    out = io.BytesIO()
    Store.open(path).dump(out)
    return out.getvalue()


@pytest.fixture
def corpus(tmp_path: Path) -> list[Path]:
    """Three articles of which two tell of one person."""
    return put(
        tmp_path / "in",
        full("a1"),
        post("a2", "Lê An", "Bí thư", "Huyện ủy Văn Lâm", "2022-01-01"),
        post("a3", "Nguyễn Văn Hùng", "Phó Bí thư", "Tỉnh ủy Hưng Yên"),
    )
