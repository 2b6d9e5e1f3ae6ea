"""Graphs for the page's tests: two articles written by hand, and many made by rule."""

from pathlib import Path

from pyoxigraph import Literal, NamedNode, Quad, RdfFormat
from pyoxigraph import Store as Quads

from kg.graph import Store
from kg.query.names import plain

HERE = Path(__file__).parent
PREFIXES = (HERE / "prefixes.trig").read_text(encoding="utf-8")
HOSTILE = "<img src=x onerror=alert(1)></script><script>alert(2)</script>"

LABEL = NamedNode("http://www.w3.org/2000/01/rdf-schema#label")
HIDDEN = NamedNode("http://www.w3.org/2004/02/skos/core#hiddenLabel")

FAMILIES = ("Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Đặng", "Bùi", "Đỗ", "Vũ", "Ngô")
MIDDLES = ("Văn", "Thị Thu", "Hữu", "Minh", "Quốc", "Thanh", "Đức")
GIVEN = ("Hùng", "Hà", "Dũng", "Lan", "Sơn", "Tuyết", "Khánh", "Phương", "Ước", "Ân", "Bình")
PLACES = ("Văn Lâm", "Khoái Châu", "Ân Thi", "Phù Cừ", "Tiên Lữ", "Kim Động", "Mỹ Hào", "Yên Mỹ")
BODIES = ("Huyện ủy", "Ban Tổ chức Huyện ủy", "Ủy ban nhân dân huyện", "Hội đồng nhân dân huyện")
ROLES = ("Bí thư", "Trưởng ban", "Chủ tịch", "Phó Chủ tịch Thường trực")
STATUSES = ("current", "former", "starts", "current", "proposed")


def handmade() -> Store:
    """Load the two articles, hostile text in their titles, roles and sentences."""
    text = (HERE / "handmade.trig").read_text(encoding="utf-8")
    return load(text.replace("HOSTILE", HOSTILE))


def many(articles: int) -> Store:
    """Make a graph of many articles, with about four nodes to each."""
    return load("\n".join(map(_article, range(articles))))


def load(trig: str) -> Store:
    """Load a graph from TriG; the names by which things are found come of themselves."""
    loaded = Quads()
    loaded.load((PREFIXES + trig).encode(), format=RdfFormat.TRIG)
    labelled = loaded.quads_for_pattern(None, LABEL, None)
    found = [
        Quad(q.subject, HIDDEN, Literal(plain(q.object.value)), q.graph_name) for q in labelled
    ]
    return Store.memory([*loaded, *found])


def _article(number: int) -> str:
    """Write one article's graph: a meeting, two persons, a body, a directive."""
    place = PLACES[number % len(PLACES)]
    above = f"body/0-{number % len(PLACES)}-0"
    kind, round_ = number % len(BODIES), number // 32
    words = {
        "number": number,
        "earlier": number // 3,
        "place": place,
        "above": above,
        "body": f"body/{kind}-{number % len(PLACES)}-{round_}",
        "label": f"{BODIES[kind]} {place}" + (f" khu {round_}" if round_ else ""),
        "day": f"2023-{number % 12 + 1:02}-{number % 28 + 1:02}",
        "name": _name(number * 2),
        "sure": number % 9 + 1,
    }
    persons = "\n".join(_person(person, words) for person in (number * 2, number * 2 + 1))
    return f"<article/{number}> {{\n{ARTICLE % words}{persons}}}"


def _person(person: int, words: dict[str, object]) -> str:
    """Write a person with a post and a part in the meeting."""
    more = {
        "person": person,
        "name": _name(person),
        "role": ROLES[person % len(ROLES)],
        "status": STATUSES[person % len(STATUSES)],
    }
    return PERSON % {**words, **more}


def _name(person: int) -> str:
    """Give the nth person's name."""
    return f"{FAMILIES[person % 10]} {MIDDLES[person * 3 % 7]} {GIVEN[person * 7 % 11]}"


ARTICLE = """
<article/%(number)s> a schema:NewsArticle ; rdfs:label "%(place)s họp lần %(number)s" ;
  schema:datePublished "%(day)s"^^xsd:date ; schema:publisher "Báo Hưng Yên" .
<body/tinh> a org:Organization ; rdfs:label "Tỉnh ủy Hưng Yên" .
<%(above)s> a org:Organization ; rdfs:label "Huyện ủy %(place)s" ;
  org:subOrganizationOf <body/tinh> ; vnkg:evidence <evidence/%(number)s> .
<%(body)s> a org:Organization ; rdfs:label "%(label)s" ;
  org:subOrganizationOf <%(above)s> ; vnkg:evidence <evidence/%(number)s> .
<directive/%(number)s> a vnkg:Directive ; rdfs:label "Nghị quyết %(number)s-NQ/HU" ;
  eli:id_local "%(number)s-NQ/HU" ; eli:passed_by <%(body)s> ;
  vnkg:evidence <evidence/%(number)s> .
<link/%(number)s> a vnkg:Link ; rdf:subject <directive/%(number)s> ;
  rdf:predicate vnkg:implements ; rdf:object <directive/%(earlier)s> ;
  vnkg:evidence <evidence/%(number)s> .
<event/%(number)s> a schema:Event ; rdfs:label "hội nghị sơ kết tại %(place)s" ;
  schema:startDate "%(day)s"^^xsd:date ; schema:organizer <%(body)s> .
<evidence/%(number)s> a vnkg:Evidence ; oa:hasSource <article/%(number)s> ;
  oa:hasSelector <article/%(number)s#char=0,60> ;
  vnkg:rule "held" ; vnkg:confidence 0.%(sure)s .
<article/%(number)s#char=0,60> oa:start 0 ; oa:end 60 ;
  oa:exact "%(name)s dự hội nghị sơ kết Nghị quyết %(number)s-NQ/HU của %(label)s." .
"""

PERSON = """
<person/%(person)s> a foaf:Person ; rdfs:label "%(name)s" ; vnkg:evidence <evidence/%(number)s> .
<membership/%(person)s> a org:Membership ; org:member <person/%(person)s> ;
  org:organization <%(body)s> ; vnkg:roleLabel "%(role)s" ;
  vnkg:status vnkg:status-%(status)s ; vnkg:evidence <evidence/%(number)s> .
<participation/%(person)s> a vnkg:Participation ; vnkg:event <event/%(number)s> ;
  vnkg:participant <person/%(person)s> ; vnkg:part vnkg:part-attends ;
  vnkg:evidence <evidence/%(number)s> .
"""
