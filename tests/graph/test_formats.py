"""Exports: every format opens in what it is meant for, and is the same each time."""

import csv
import io
import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pyoxigraph
import pytest
import rdflib
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import BlankNode, Dataset, Literal, NamedNode, Quad, RdfFormat, parse

import kg
from kg.graph import Store, part
from kg.graph.formats import FORMATS, PARTS
from kg.graph.namespaces import iri
from kg.graph.ontology import ontology_quads
from kg.model import Reading
from tests.graph.readings import corpora, full, post
from tests.graph.test_facts import store_of

# rdflib of its own parts.
pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph is dep:DeprecationWarning")

ARTICLES = Path(__file__).resolve().parents[2] / "examples" / "articles"
# What Oxigraph and rdflib call the formats.
KINDS = {
    "ttl": (RdfFormat.TURTLE, "turtle"),
    "trig": (RdfFormat.TRIG, "trig"),
    "nq": (RdfFormat.N_QUADS, "nquads"),
    "jsonld": (RdfFormat.JSON_LD, "json-ld"),
}
each_dataset_format = pytest.mark.parametrize("name", PARTS)


def export(name: str, store: Store | None = None) -> bytes:
    out = io.BytesIO()
    FORMATS[name](store or store_of(full()), out)
    return out.getvalue()


def comes_back(name: str, store: Store) -> None:
    """What Oxigraph and rdflib read of an export is just what the graph holds."""
    data, (kind, called) = export(name, store), KINDS[name]
    triples = (Quad(quad.subject, quad.predicate, quad.object) for quad in store)
    wanted = canonical(triples if name == "ttl" else store)
    assert canonical(parse(data, format=kind)) == wanted
    graph = rdflib.Graph() if name == "ttl" else rdflib.Dataset()
    graph.parse(data=data, format=called)
    assert canonical(Quad(*map(of_rdflib, row)) for row in graph) == wanted


def canonical(quads: Iterable[Quad]) -> set[Quad]:
    """Quads with their blank nodes called by what is said of them; all else to the letter."""
    dataset = Dataset(quads)
    dataset.canonicalize(pyoxigraph.CanonicalizationAlgorithm.RDFC_1_0)
    return set(dataset)


def of_rdflib(term: object) -> Any:
    if isinstance(term, rdflib.Literal):
        if term.language:
            return Literal(str(term), language=term.language)
        return Literal(str(term), datatype=NamedNode(term.datatype or rdflib.XSD.string))
    return BlankNode(str(term)) if isinstance(term, rdflib.BNode) else NamedNode(str(term))


@pytest.fixture(scope="module")
def examples(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """The graph of the example articles, with the ontology."""
    target = tmp_path_factory.mktemp("examples") / "x.kg"
    kg.build([ARTICLES], target)
    with Store.open(target) as store:
        yield store


@pytest.fixture(scope="module")
def pieces(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """The same, the last three articles first and then the others."""
    target = tmp_path_factory.mktemp("pieces") / "x.kg"
    kg.build(sorted(ARTICLES.iterdir())[-3:], target)
    kg.build([ARTICLES], target)
    with Store.open(target) as store:
        yield store


@pytest.mark.parametrize("name", FORMATS)
def test_the_same_graph_gives_the_same_bytes(name: str) -> None:
    assert export(name) == export(name) != b""


@each_dataset_format
@settings(max_examples=25)
@given(readings=corpora(), data=st.data())
def test_order_leaves_no_trace(name: str, readings: list[Reading], data: st.DataObject) -> None:
    store = store_of(*readings)
    turned = Store.memory(data.draw(st.permutations(list(store))))
    turned.quads.extend(data.draw(st.permutations(list(store)))[:5])
    turned.quads.add_graph(NamedNode("https://example.org/empty"))
    assert export(name, turned) == export(name, store)


@each_dataset_format
def test_neither_do_pieces(name: str, examples: Store, pieces: Store) -> None:
    data = export(name, examples)
    assert data == export(name, pieces)
    assert data == export(name, Store.memory(reversed(list(examples))))


@each_dataset_format
def test_examples_come_back(name: str, examples: Store) -> None:
    comes_back(name, examples)


@each_dataset_format
@settings(max_examples=15)
@given(readings=corpora())
def test_made_up_graphs_come_back(name: str, readings: list[Reading]) -> None:
    comes_back(name, store_of(*readings))


@each_dataset_format
@pytest.mark.parametrize("kind", ["foaf:Person", "vnkg:Directive", "schema:Event"])
def test_parts_come_back(name: str, kind: str, examples: Store) -> None:
    thing = min(examples.quads.quads_for_pattern(None, None, iri(kind), None), key=str).subject
    assert isinstance(thing, NamedNode)
    comes_back(name, part.about(examples, thing))


STRANGE = (
    '"quoted" \'twice\' """thrice""" \'\'\'so\'\'\' and at the end"',
    "back\\slash \\u0041 \\n \\",
    "line\nline\r\nline\rtab\tend\n",
    "controls \x00\x01\x08\x0b\x0c\x1f\x7f\x80\x85\x9f",
    "lines\u2028of\u2029Unicode\ufeff\u200b\u200e",
    "beyond 😀 𝒳 \U0010ffff \ufffe\uffff\ufdd0",
    "é \u0065\u0301 ủy uỷ",
    "<a> . # no comment @prefix a: <b> . {}^^@vi",
    "",
)
IDS = (
    *("..", ".", ".a", "a.b", "a.b.", "-a", "a-", "_", "a b", "a/b", "a#b", "a%20b", "a?b=c&d;e,f"),
    *("Ăn-cơm", "a\u0301", "²", "ª", "·", "“x”", "a'b", "a\\b", 'a"b', "a<b>", "{}", "|^`", "a:b"),
    *("😀", "𝒳", "中文", "ไทย", "ελ", "a\nb", "\x00", "\u200d", "\u00a0", "~", "true", "1e5", "a"),
)
strange = st.text(st.characters(exclude_categories=["Cs"])) | st.sampled_from(STRANGE)


def saying(name: str, text: str) -> Reading:
    """A reading of the article `name` that says `text` wherever it can."""
    reading = full(name)
    told = replace(reading.article, text=text + "." * 90, title=text, publisher=text, url=text)
    return replace(reading, article=told, events=(replace(reading.events[0], place=text),))


@each_dataset_format
def test_strange_characters_come_back(name: str) -> None:
    comes_back(name, store_of(*(saying(f"a{n}", text) for n, text in enumerate(STRANGE))))
    store = store_of(*(post(id_, "Lê An", "Bí thư", "Huyện ủy Văn Lâm") for id_ in IDS))
    assert len(list(store.quads.named_graphs())) == len(IDS)
    comes_back(name, store)


@each_dataset_format
@settings(max_examples=25)
@given(id_=strange.filter(bool), text=strange)
def test_any_characters_come_back(name: str, id_: str, text: str) -> None:
    comes_back(name, store_of(saying(id_, text)))


ONTOLOGY = """
@prefix : <https://w3id.org/vnkg/ontology#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
:a owl:unionOf ( :b [ owl:onProperty :p ; owl:hasValue 1.00 ] [] ) ; :text "x"@vi-VN, "x"@VI, "x" ;
    :number 1.0, 1.50, -0.5, .5, 01, +7, "x"^^xsd:integer, "1"^^xsd:nonNegativeInteger, true ;
    :day "2020"^^xsd:gYear, "2020-08"^^xsd:gYearMonth, "2020-08-01"^^xsd:date ; a [] .
[] :of <https://w3id.org/vnkg/id/>, <https://w3id.org/vnkg/id/article/>, <urn:x:y>, <x:é#ủ> .
"""


@each_dataset_format
def test_blank_nodes_numbers_and_languages_come_back(name: str, tmp_path: Path) -> None:
    (tmp_path / "o.ttl").write_text(ONTOLOGY, "utf-8")
    quads = list(ontology_quads([tmp_path / "o.ttl"]))
    comes_back(name, Store.memory(quads))
    again = ontology_quads([tmp_path / "o.ttl"])
    assert export(name, Store.memory(again)) == export(name, Store.memory(reversed(quads)))


def test_turtle_is_laid_out_to_be_read() -> None:
    text = export("ttl", store_of(post("a1", "Lê An", "Bí thư", "Bộ Chính trị"))).decode()
    head, *blocks = text.split("\n\n")
    declared = re.findall(r"^@prefix (\w+): <\S+> \.$", head, re.MULTILINE)
    used = re.findall(r"(?<![\w\"/<])(\w+):(?=[\w-])", "\n".join(blocks))
    assert declared == sorted(set(used))
    assert len(declared) == len(head.splitlines())
    assert blocks[0].splitlines() == [
        "article:a1 a schema:NewsArticle ;",
        '    dcterms:identifier "a1" ;',
        '    rdfs:label "Bài a1" ;',
        '    schema:headline "Bài a1" ;',
        '    schema:inLanguage "vi" .',
    ]
    assert blocks[1].startswith(
        "<https://w3id.org/vnkg/id/article/a1#char=0,47>"
        " a oa:TextPositionSelector, oa:TextQuoteSelector ;\n    oa:end 47 ;\n"
    )


def test_trig_is_turtle_article_by_article() -> None:
    text = export("trig", store_of(full("a1"), Reading(full("a2").article))).decode()
    start = text.index("\narticle:a1 {\n    article:a1 a schema:NewsArticle ;\n        dcterms:")
    assert text.index("\n}\n\narticle:a2 {\n    article:a2 a schema:NewsArticle ;\n") > start
    assert text.endswith(" .\n}\n")


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
