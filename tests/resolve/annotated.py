"""Who is who in real articles, as annotated, and how well a partition agrees with it."""

import csv
import tarfile
from collections import defaultdict
from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

import pytest

from kg.errors import ReadError
from kg.graph.codec import decode
from kg.model import Reading
from kg.pipeline.work import read_documents
from kg.read import Document, unpack

HERE = Path(__file__).resolve().parent
CORPUS = HERE.parents[2] / "shared" / "corpus"
needs_corpus = pytest.mark.skipif(
    not (CORPUS / "news-2000.tar.gz").exists(),
    reason="the annotated articles belong to others and are not here",
)


@dataclass(frozen=True, slots=True)
class Figures:
    """Precision and recall, by pairs of mentions and by B³ (Bagga and Baldwin, 1998)."""

    pair_precision: float
    pair_recall: float
    b3_precision: float
    b3_recall: float


def readings(folder: Path) -> list[Reading]:
    """What the annotated articles say; the packed ones are unpacked into `folder`."""
    with tarfile.open(CORPUS / "news-2000.tar.gz") as packed:
        packed.extractall(folder, filter="data")
    paths = sorted((*folder.rglob("*.txt"), *(CORPUS / "dev").glob("*.txt")))
    documents = [d for path in paths for d in unpack(path) if isinstance(d, Document)]
    found = [outcome for _, outcome in read_documents(documents)]
    faults = [outcome for outcome in found if isinstance(outcome, str)]
    if faults:
        raise ReadError(faults[0])
    return [decode(outcome.reading) for outcome in found if not isinstance(outcome, str)]


def rows(name: str) -> list[dict[str, str]]:
    """The rows of a CSV file beside this one."""
    with (HERE / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def figures(
    truth: Mapping[tuple[str, str], str], found: Mapping[tuple[str, str], Hashable]
) -> Figures:
    """How a partition of mentions (of a name in an article each) agrees with the true one.

    Mentions of different names are not compared; one that was not found stands alone.
    """
    names: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for mention in truth:
        names[mention[0]].append(mention)
    told = {mention: found.get(mention, mention) for mention in truth}
    right = given = wanted = 0
    precision = recall = 0.0
    for mentions in names.values():
        for one, other in combinations(mentions, 2):
            same, joined = truth[one] == truth[other], told[one] == told[other]
            right, given, wanted = right + (same and joined), given + joined, wanted + same
        for one in mentions:
            ours = {m for m in mentions if told[m] == told[one]}
            theirs = {m for m in mentions if truth[m] == truth[one]}
            precision += len(ours & theirs) / len(ours)
            recall += len(ours & theirs) / len(theirs)
    return Figures(right / given, right / wanted, precision / len(truth), recall / len(truth))
