"""The RO-Crate: read by the rocrate library, and by rdflib as JSON-LD."""

import json
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
import rdflib
from pyoxigraph import RdfFormat, parse
from rocrate.rocrate import ROCrate

import kg
from kg.errors import StoreError
from kg.graph import Store
from kg.graph.exports.package import NO_LICENCE
from kg.graph.formats import FOLDERS
from tests.graph.exports.made import ODD, PAGE, store, things

LICENCE = "https://creativecommons.org/licenses/by/4.0/"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The crate of a graph that states no licence."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    FOLDERS["rocrate"](store(), tmp_path, None)
    return tmp_path


def entities(folder: Path) -> dict[str, dict[str, Any]]:
    text = (folder / "ro-crate-metadata.json").read_text("utf-8")
    return {entity["@id"]: entity for entity in json.loads(text)["@graph"]}


def test_the_library_reads_the_root_and_its_file(folder: Path) -> None:
    crate = ROCrate(folder)
    assert crate.name == "People, posts, bodies and directives in Vietnamese news"
    assert crate.root_dataset["datePublished"] == "2023-11-14"
    assert crate.root_dataset["temporalCoverage"] == "2023-07-31/2025-03-04"
    assert "dcat:Dataset" in crate.root_dataset.type
    (file,) = crate.data_entities
    assert file.id == "graph.nq"
    assert file["contentSize"] == str((folder / "graph.nq").stat().st_size)
    assert set(file.type) == {"File", "dcat:Distribution"}


def test_the_file_is_the_graph(folder: Path) -> None:
    assert set(parse(path=str(folder / "graph.nq"), format=RdfFormat.N_QUADS)) == set(store())


def test_every_article_is_what_the_graph_was_made_of(folder: Path) -> None:
    crate = ROCrate(folder)
    action = crate.get("#build")
    articles = {article["identifier"]: article for article in action["object"]}
    assert set(articles) == {"a1", "a2", "a3", ODD}
    page = articles["a2"]
    assert (page.type, page["url"], page["datePublished"]) == ("NewsArticle", PAGE, "2024-01-02")
    assert page["publisher"]["name"] == "Báo Thử"
    assert action["instrument"]["softwareVersion"] == kg.__version__
    assert action["result"].id == "graph.nq"


def test_every_reference_leads_to_an_entity(folder: Path) -> None:
    told = entities(folder)
    named = {
        value["@id"]
        for entity in told.values()
        for values in entity.values()
        for value in (values if isinstance(values, list) else [values])
        if isinstance(value, dict)
    }
    assert named - set(told) == {"https://w3id.org/ro/crate/1.1"}


def test_no_licence_is_claimed_but_the_one_that_is_given(folder: Path, tmp_path: Path) -> None:
    assert ROCrate(folder).license == NO_LICENCE
    given = tmp_path / "given"
    given.mkdir()
    FOLDERS["rocrate"](store(), given, LICENCE)
    licence = ROCrate(given).license
    assert (licence.id, licence.type) == (LICENCE, "CreativeWork")
    assert NO_LICENCE not in (given / "ro-crate-metadata.json").read_text("utf-8")


def test_the_day_is_that_of_the_build(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    (tmp_path / "a.txt").write_text("Ông Lê An, Bí thư Huyện ủy Văn Lâm.", "utf-8")
    kg.build([tmp_path / "a.txt"], tmp_path / "x.kg")
    (tmp_path / "crate").mkdir()
    with Store.open(tmp_path / "x.kg") as graph:
        FOLDERS["rocrate"](graph, tmp_path / "crate", None)
    day = entities(tmp_path / "crate")["./"]["datePublished"]
    assert len(day) == 10
    with pytest.raises(StoreError, match="set SOURCE_DATE_EPOCH"):
        FOLDERS["rocrate"](store(), tmp_path / "crate", None)


# rdflib of its own parts.
@pytest.mark.filterwarnings("ignore:ConjunctiveGraph is dep:DeprecationWarning")
def test_as_rdf_it_is_a_dataset_of_dcat(folder: Path) -> None:
    text = json.loads((folder / "ro-crate-metadata.json").read_text("utf-8"))
    assert text["@context"][0] == "https://w3id.org/ro/crate/1.1/context"
    # The context of a later version, which has the same terms, travels with the library.
    terms = files("rocrate").joinpath("data", "ro-crate.jsonld").read_text("utf-8")
    text["@context"][0] = json.loads(terms)["@context"]
    graph = rdflib.Graph().parse(data=json.dumps(text), format="json-ld", publicID="arcp://x/")
    root = rdflib.URIRef("arcp://x/")
    (file,) = graph.objects(root, rdflib.DCAT.distribution)
    assert (root, rdflib.RDF.type, rdflib.DCAT.Dataset) in graph
    assert (file, rdflib.RDF.type, rdflib.DCAT.Distribution) in graph
    articles = set(graph.subjects(rdflib.RDF.type, rdflib.URIRef("http://schema.org/NewsArticle")))
    assert {rdflib.URIRef(store().base + path) for path in things("schema:NewsArticle")} == articles
