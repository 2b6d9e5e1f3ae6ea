"""Every file of the ontology is clean Turtle, and every text in it is normalised."""

import logging
import unicodedata
import warnings
from pathlib import Path

import pytest
from rdflib import Graph
from rdflib.term import Literal

from .turtle import FILES, graph, ontology

NAMES = {"core", "positions", "bodies", "documents", "names", "fields", "shapes"}


def test_all_files_are_there() -> None:
    assert {f.stem for f in FILES} >= NAMES


@pytest.mark.parametrize("file", FILES, ids=lambda f: f.stem)
def test_a_file_parses_without_a_warning(file: Path, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.WARNING), warnings.catch_warnings():
        warnings.simplefilter("error")
        assert len(Graph().parse(file, format="turtle")) > 0
    assert caplog.records == []


@pytest.mark.parametrize("file", FILES, ids=lambda f: f.stem)
def test_texts_are_composed_and_trimmed(file: Path) -> None:
    texts = [str(o) for o in graph(file).objects() if isinstance(o, Literal)]
    wrong = [t for t in texts if t != " ".join(unicodedata.normalize("NFC", t).split())]
    assert wrong == []


@pytest.mark.parametrize("file", FILES, ids=lambda f: f.stem)
def test_a_file_begins_by_saying_what_it_is(file: Path) -> None:
    comments = [line for line in file.read_text("utf-8").splitlines() if line.startswith("# ")]
    assert comments


def test_no_literal_is_ill_typed() -> None:
    assert [o for o in ontology().objects() if isinstance(o, Literal) and o.ill_typed] == []
