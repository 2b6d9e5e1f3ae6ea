"""`kg export` of a part: what is known of one thing, or what one article says."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad, RdfFormat, parse

import kg as library
from kg.graph import Store
from kg.graph.formats import PARTS
from kg.graph.namespaces import iri
from tests.cli.running import kg

ODD = 'a "b" #1%, ủy'
ARTICLES = {
    "a1": """Hội nghị sơ kết công tác xây dựng Đảng
Ngày 31/7/2023, Ban Tổ chức Huyện ủy Văn Lâm tổ chức hội nghị sơ kết. Dự hội nghị có đồng chí \
Nguyễn Bật Khánh, Bí thư Huyện ủy Văn Lâm, tỉnh Hưng Yên; đồng chí Trần Thị Liễu, Chủ tịch \
Hội đồng nhân dân huyện Văn Lâm. Huyện ủy thực hiện Nghị quyết số 21-NQ/TW ngày 16/6/2022 của \
Ban Chấp hành Trung ương Đảng.
""",
    "a2": """Huyện ủy Văn Lâm có Bí thư mới
Ngày 1/8/2020, Ban Thường vụ Tỉnh ủy Hưng Yên công bố quyết định điều động đồng chí Nguyễn Bật \
Khánh giữ chức Bí thư Huyện ủy Văn Lâm.
""",
    ODD: """Thành ủy Cần Thơ họp
Đồng chí Lê Quang Mạnh, Bí thư Thành ủy Cần Thơ, chủ trì hội nghị ngày 2/8/2023.
""",
}
KINDS = dict(
    zip(
        PARTS, (RdfFormat.TURTLE, RdfFormat.TRIG, RdfFormat.N_QUADS, RdfFormat.JSON_LD), strict=True
    )
)
PERSON = "nguyen bat khanh"


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A graph of three articles."""
    folder = tmp_path_factory.mktemp("graph")
    for name, text in ARTICLES.items():
        (folder / f"{name}.txt").write_text(text, "utf-8")
    return library.build([folder / f"{name}.txt" for name in ARTICLES], folder / "x.kg").path


@pytest.fixture(scope="module")
def store(graph: Path) -> Iterator[Store]:
    """The same, opened."""
    with Store.open(graph) as opened:
        yield opened


def exported(graph: Path, name: str, *arguments: str) -> set[Quad]:
    """What an export holds."""
    file = graph.parent / f"out.{name}"
    done = kg("export", graph, "-o", file, *arguments)
    assert (done.code, done.out, done.err) == (0, "", "")
    return set(parse(path=str(file), format=KINDS[name]))


def values(quads: set[Quad], name: str) -> set[str]:
    return {str(getattr(quad.object, "value", "")) for quad in quads if quad.predicate == iri(name)}


def things(store: Store, kind: str) -> list[NamedNode]:
    quads = store.quads.quads_for_pattern(None, iri("rdf:type"), iri(kind), DefaultGraph())
    return sorted((q.subject for q in quads if isinstance(q.subject, NamedNode)), key=str)


def test_a_part_tells_of_the_thing_and_of_nothing_else(graph: Path) -> None:
    part = exported(graph, "ttl", "--about", PERSON)
    assert values(part, "foaf:name") == {"Nguyễn Bật Khánh"}
    assert values(part, "vnkg:roleLabel") == {"Bí thư"}
    assert values(part, "dcterms:identifier") == {"a1", "a2"}
    assert values(part, "schema:headline") == {
        "Hội nghị sơ kết công tác xây dựng Đảng",
        "Huyện ủy Văn Lâm có Bí thư mới",
    }
    assert any(
        "Bí thư Huyện ủy Văn Lâm, tỉnh Hưng Yên" in text for text in values(part, "oa:exact")
    )
    labels = values(part, "rdfs:label")
    assert "Huyện ủy Văn Lâm" in labels
    assert not any("Liễu" in label or "Mạnh" in label for label in labels)


@pytest.mark.parametrize(
    "kind",
    [
        "foaf:Person",
        "org:Organization",
        "vnkg:Directive",
        "vnkg:AdministrativeUnit",
        "schema:Event",
        "org:Post",
    ],
)
def test_a_part_holds_all_facts_and_can_be_read_alone(graph: Path, store: Store, kind: str) -> None:
    for thing in things(store, kind):
        part = exported(graph, "trig", "--about", thing.value)
        assert part <= set(store)
        told = {quad.subject for quad in part if quad.predicate == iri("rdf:type")}
        assert all(
            quad.object in told for quad in part if str(quad.object).startswith(f"<{store.base}")
        )
        for name in ("org:Membership", "vnkg:Link", "vnkg:Participation"):
            for fact in things(store, name):
                quads = set(store.quads.quads_for_pattern(fact, None, None, None))
                quads = {q for q in quads if not isinstance(q.graph_name, DefaultGraph)}
                taken = any(quad.object == thing for quad in quads)
                assert not taken or quads <= part
                assert not taken or _proven(fact, part)


def _proven(fact: NamedNode, part: set[Quad]) -> bool:
    """Whether the sentences of a fact stand in a part."""
    proofs = {q.object for q in part if (q.subject, q.predicate) == (fact, iri("vnkg:evidence"))}
    places = {
        q.object for q in part if q.subject in proofs and q.predicate == iri("oa:hasSelector")
    }
    said = {q.subject for q in part if q.predicate == iri("oa:exact")}
    return bool(places) and places <= said


def test_what_is_named_has_its_type_and_label(graph: Path) -> None:
    part = exported(graph, "ttl", "--about", PERSON)
    (body,) = {q.object for q in part if q.predicate == iri("org:organization")}
    told = {(q.predicate, q.object) for q in part if q.subject == body}
    assert told == {
        (iri("rdf:type"), iri("org:Organization")),
        (iri("rdfs:label"), Literal("Huyện ủy Văn Lâm")),
        (iri("skos:prefLabel"), Literal("Huyện ủy Văn Lâm")),
    }
    assert (
        Quad(iri("vnkg:position-bi-thu"), iri("skos:prefLabel"), Literal("Bí thư", language="vi"))
        in part
    )


def test_a_thing_is_found_by_name_number_and_iri(graph: Path, store: Store) -> None:
    (directive,) = things(store, "vnkg:Directive")
    part = exported(graph, "nq", "--about", directive.value)
    assert values(part, "eli:id_local") == {"21-NQ/TW"}
    short = f"directive:{directive.value.rpartition('/')[2]}"
    for name in ("21-nq/tw", "NGHỊ QUYẾT 21-NQ/TW", short, f"<{directive.value}>"):
        assert exported(graph, "nq", "--about", name) == part


@pytest.mark.parametrize("name", PARTS)
@pytest.mark.parametrize("article", ARTICLES)
def test_an_article_is_just_its_graph(graph: Path, store: Store, name: str, article: str) -> None:
    wanted = {quad for quad in store if quad.graph_name == store.article(article)}
    if name == "ttl":
        wanted = {Quad(quad.subject, quad.predicate, quad.object) for quad in wanted}
    assert exported(graph, name, "--article", article) == wanted != set()


@pytest.mark.parametrize("name", PARTS)
def test_each_format_holds_the_same_part(graph: Path, name: str) -> None:
    part = exported(graph, name, "--about", PERSON)
    triples = {(quad.subject, quad.predicate, quad.object) for quad in part}
    turtle = exported(graph, "ttl", "--about", PERSON)
    assert triples == {(quad.subject, quad.predicate, quad.object) for quad in turtle}


def test_several_matches_are_listed(graph: Path) -> None:
    done = kg("export", graph, "-f", "ttl", "--about", "van lam")
    assert (done.code, done.out) == (1, "")
    first, *listed = done.err.splitlines()
    assert first == "kg: several things are called 'van lam'; name one of them:"
    assert len(listed) > 2
    assert any("  Huyện ủy Văn Lâm  huyện Văn Lâm" in line for line in listed)
    for line in listed:
        assert exported(graph, "ttl", "--about", line.split()[0])


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (["-f", "ttl", "--about", "Không Ai"], 1, "has nothing called 'Không Ai'"),
        (["-f", "ttl", "--about", "person:nobody"], 1, "has nothing called 'person:nobody'"),
        (["-f", "ttl", "--about", "<no iri>"], 1, "no iri is not an IRI"),
        (["-f", "trig", "--article", "a3"], 1, "x.kg has no article called 'a3'"),
        (["-f", "trig", "--article", ""], 1, "x.kg has no article called ''"),
        (["-f", "csv", "--about", PERSON], 2, "csv cannot hold a part of a graph; choose one of"),
        (["-f", "gexf", "--article", "a1"], 2, "choose one of ttl, trig, nq, jsonld"),
        (["-f", "ttl", "--article", "a1", "--about", PERSON], 2, "do not go together"),
        (["--article", "a1"], 2, "say which --format"),
    ],
)
def test_what_cannot_be_is_said(
    graph: Path, tmp_path: Path, arguments: list[str], code: int, message: str
) -> None:
    out = () if "-f" not in arguments else ("-o", tmp_path / "out")
    done = kg("export", graph, *arguments, *out)
    assert (done.code, done.out) == (code, "")
    assert done.err.startswith("kg: ")
    assert message in done.err
    assert list(tmp_path.iterdir()) == []
