"""GraphML and GEXF, read back by networkx."""

import io
import re
from collections.abc import Callable
from typing import Any
from xml.etree import ElementTree

import networkx
import pytest

from kg.graph.formats import FORMATS
from tests.graph.exports.made import store, things

READ: dict[str, Callable[[io.BytesIO], Any]] = {
    "graphml": lambda data: networkx.read_graphml(data, force_multigraph=True),
    "gexf": networkx.read_gexf,
}
each = pytest.mark.parametrize("name", READ)


def written(name: str) -> bytes:
    output = io.BytesIO()
    FORMATS[name](store(), output)
    return output.getvalue()


def edges(name: str) -> list[tuple[str, str, dict[str, str]]]:
    """The edges, each with the labels of its ends."""
    graph = READ[name](io.BytesIO(written(name)))
    label = dict(graph.nodes(data="label"))
    return [(label[a], label[b], told) for a, b, told in graph.edges(data=True)]


@each
def test_nodes_have_what_gephi_and_cytoscape_show(name: str) -> None:
    graph = READ[name](io.BytesIO(written(name)))
    assert {kind for _, kind in graph.nodes(data="kind")} == {
        *("person", "body", "post", "directive", "event")
    }
    assert all(
        told["label"] and told["iri"].startswith(store().base) for _, told in graph.nodes(data=True)
    )
    wanted = {path.replace("/", ":") for path in things("foaf:Person")}
    assert {node for node, kind in graph.nodes(data="kind") if kind == "person"} == wanted
    (resolution,) = (
        told for _, told in graph.nodes(data=True) if told["label"].endswith("21-NQ/TW")
    )
    assert (resolution["sort"], resolution["date"]) == ("Nghị quyết", "2022-06-16")


@each
def test_ids_are_names_of_xml_and_no_edge_shares_one(name: str) -> None:
    tree = ElementTree.fromstring(written(name))
    ids = [e.get("id") or "" for e in tree.iter() if e.tag.endswith(("}node", "}edge"))]
    assert len(ids) == len(set(ids)) > 20
    # NMTOKEN, as the schemas ask for.
    assert [i for i in ids if not re.fullmatch(r"[\w:.-]+", i)] == []


@each
def test_a_holding_has_its_status_and_dates(name: str) -> None:
    told = {
        (a, b, e["relation"]): (e["status"], e.get("since"), e.get("until"))
        for a, b, e in edges(name)
        if "status" in e
    }
    post = "Bí thư Huyện ủy Văn Lâm"
    assert told["Lê An", post, "holds"] == ("starts", "2020-08", None)
    assert told["Lê An", post, "proposed"] == ("proposed", None, None)
    assert told["Nguyễn Văn Hùng", "Chủ tịch nước", "held"] == ("former", "2015", "2020")


@each
def test_other_relations(name: str) -> None:
    told = {(a, e["relation"], b) for a, b, e in edges(name)}
    assert ("Lê An", "chairs", "hội nghị sơ kết, 2023-07-31") in told
    assert ("Kế hoạch 68-KH/HU", "implements", "Nghị quyết 21-NQ/TW") in told
    assert ("Nghị quyết 21-NQ/TW", "passed_by", "Bộ Chính trị") in told
    assert ("Ban Tổ chức Huyện ủy Văn Lâm", "subOrganizationOf", "Huyện ủy Văn Lâm") in told


def test_gexf_has_no_day_of_writing_and_no_keys_of_the_library() -> None:
    text = written("gexf").decode()
    assert "meta" not in text
    assert "networkx" not in text
    assert 'label="holds"' in text
