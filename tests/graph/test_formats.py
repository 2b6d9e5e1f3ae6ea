"""Exports: every format opens in what it is meant for, and is the same each time."""

import csv
import io
import json

import pytest
from pyoxigraph import Dataset, RdfFormat, parse

from kg.graph.formats import FORMATS
from tests.graph.readings import full
from tests.graph.test_facts import store_of


def export(name: str) -> bytes:
    out = io.BytesIO()
    FORMATS[name](store_of(full()), out)
    return out.getvalue()


@pytest.mark.parametrize("name", FORMATS)
def test_the_same_graph_gives_the_same_bytes(name: str) -> None:
    assert export(name) == export(name) != b""


@pytest.mark.parametrize(
    ("name", "kind"),
    [("nq", RdfFormat.N_QUADS), ("trig", RdfFormat.TRIG), ("jsonld", RdfFormat.JSON_LD)],
)
def test_datasets_hold_all_quads(name: str, kind: RdfFormat) -> None:
    assert Dataset(parse(export(name), format=kind)) == Dataset(iter(store_of(full())))


def test_turtle_is_read_by_rdflib_and_has_prefixes() -> None:
    from rdflib import Graph

    data = export("ttl")
    assert len(Graph().parse(data=data)) == len({tuple(q)[:3] for q in store_of(full())})
    assert b"@prefix org: <http://www.w3.org/ns/org#>" in data
    assert b"org:Membership" in data


@pytest.mark.parametrize("name", ["graphml", "gexf"])
def test_networks_are_read_by_networkx(name: str) -> None:
    import networkx

    read = {"graphml": networkx.read_graphml, "gexf": networkx.read_gexf}[name]
    graph = read(io.BytesIO(export(name)))
    kinds = {data["kind"] for _, data in graph.nodes(data=True)}
    assert kinds == {"person", "body", "post", "directive", "event"}
    assert "Lê An" in {data["label"] for _, data in graph.nodes(data=True)}
    assert graph.number_of_edges() > 5


def test_the_table_has_a_row_for_each_fact() -> None:
    rows = list(csv.DictReader(io.StringIO(export("csv").decode())))
    told = {(row["subject"], row["relation"], row["object"]) for row in rows}
    assert ("Lê An", "Bí thư", "Huyện ủy Văn Lâm") in told
    assert ("Kế hoạch 68-KH/HU", "implements", "Nghị quyết 21-NQ/TW") in told
    assert ("Lê An", "chairs", "hội nghị sơ kết, 2023-07-31") in told
    assert all(row["sentence"] and row["article"] == "a1" for row in rows)


def test_facts_are_json_lines() -> None:
    assert json.loads(export("facts").splitlines()[0])["article"] == "a1"
