"""Hand-made readings, and strategies that make them up: nouns only, no file is read."""

from hypothesis import strategies as st

from kg.model import (
    Article,
    Body,
    Directive,
    Event,
    Evidence,
    Link,
    Membership,
    Participation,
    Person,
    Reading,
    Span,
    Unit,
)

HUNG_YEN = Unit("tỉnh Hưng Yên", "province")
VAN_LAM = Unit("huyện Văn Lâm", "district", HUNG_YEN)
HANOI = Unit("thành phố Hà Nội", "province")
TEXT = "Dự hội nghị có đồng chí Lê An, Bí thư Huyện ủy. Huyện ủy thực hiện Nghị quyết 21-NQ/TW."


def seen(
    start: int = 0, end: int = 47, rule: str = "rule", sure: float = 1.0
) -> tuple[Evidence, ...]:
    """One piece of evidence."""
    return (Evidence(Span(start, end), rule, sure),)


def article(name: str, published: str | None = None) -> Article:
    """An article of that id."""
    return Article(name, TEXT, title=f"Bài {name}", published=published)


PEOPLE = {
    "Lê An": ("Bí thư", "Huyện ủy Văn Lâm"),
    "Trần Thị Bích Liễu": ("Chủ tịch", "Hội đồng nhân dân huyện Văn Lâm"),
    "Nguyễn Văn Hùng": ("Phó Bí thư", "Tỉnh ủy Hưng Yên"),
}
BODIES = {
    "Huyện ủy Văn Lâm": Body(
        "Huyện ủy Văn Lâm", "body-district-party-committee", None, VAN_LAM, evidence=seen()
    ),
    "Hội đồng nhân dân huyện Văn Lâm": Body(
        "Hội đồng nhân dân huyện Văn Lâm", "body-peoples-council", None, VAN_LAM, evidence=seen()
    ),
    "Tỉnh ủy Hưng Yên": Body(
        "Tỉnh ủy Hưng Yên", "body-provincial-party-committee", None, HUNG_YEN, evidence=seen()
    ),
    "Ban Tổ chức Huyện ủy Văn Lâm": Body(
        "Ban Tổ chức Huyện ủy Văn Lâm",
        "body-organisation-commission",
        "Huyện ủy Văn Lâm",
        VAN_LAM,
        evidence=seen(48, 60),
    ),
    "Tỉnh ủy": Body("Tỉnh ủy", "body-provincial-party-committee", local=True, evidence=seen()),
    "Bộ Chính trị": Body("Bộ Chính trị", "body-politburo", evidence=seen(48, 86)),
}
RESOLUTION = Directive(
    "d1",
    "Nghị quyết",
    "Nghị quyết số 21-NQ/TW ngày 16/6/2022 của Bộ Chính trị",
    "document-nghi-quyet",
    "21-NQ/TW",
    "2022-06-16",
    "Bộ Chính trị",
    "xây dựng tổ chức cơ sở đảng",
    "XIII",
    seen(48, 86),
)
PLAN = Directive(
    "d2",
    "Kế hoạch",
    "Kế hoạch 68-KH/HU",
    "document-ke-hoach",
    "68-KH/HU",
    "2022-09",
    "Huyện ủy Văn Lâm",
    evidence=seen(48, 86),
)


def full(name: str = "a1", published: str | None = "2023-07-31") -> Reading:
    """A reading that holds one of everything."""
    return Reading(
        article(name, published),
        tuple(Person(person, (person.upper(),), seen()) for person in PEOPLE),
        tuple(BODIES.values()),
        (
            Membership(
                "Lê An",
                "Bí thư",
                "Huyện ủy Văn Lâm",
                "position-bi-thu",
                "starts",
                "2020-08",
                None,
                "2020-2025",
                "Tỉnh ủy Hưng Yên",
                "d1",
                seen(),
            ),
            Membership(
                "Nguyễn Văn Hùng",
                "Chủ tịch nước",
                None,
                None,
                "former",
                "2015",
                "2020",
                evidence=seen(),
            ),
        ),
        (RESOLUTION, PLAN),
        (
            Link("d2", "implements", "d1", seen(48, 86)),
            Link("Huyện ủy Văn Lâm", "carries_out", "d1", seen(48, 86)),
            Link("Lê An", "presents", "d1", seen(48, 86)),
        ),
        (
            Event(
                "hội nghị sơ kết",
                "2023-07-31",
                "hội trường huyện",
                "Huyện ủy Văn Lâm",
                (
                    Participation("Lê An", "chairs", seen()),
                    Participation("Nguyễn Văn Hùng", "attends", seen(0, 20)),
                ),
                seen(),
            ),
        ),
    )


def post(name: str, person: str, role: str, body: str, published: str | None = None) -> Reading:
    """A reading that tells of one person in one post."""
    return Reading(
        article(name, published),
        (Person(person, (), seen()),),
        (BODIES[body],),
        (Membership(person, role, body, evidence=seen()),),
    )


@st.composite
def readings(draw: st.DrawFn, name: str) -> Reading:
    """A reading of the article `name` with some people, posts and directives."""
    published = draw(st.sampled_from([None, "2021-05-01", "2023-07-31"]))
    people = draw(st.lists(st.sampled_from(sorted(PEOPLE)), unique=True, max_size=3))
    status = st.sampled_from(["current", "former", "starts", "ends", "proposed", "acting"])
    bodies = [BODIES[name] for name in dict.fromkeys(PEOPLE[person][1] for person in people)]
    documents = draw(st.lists(st.sampled_from([RESOLUTION, PLAN]), unique=True, max_size=2))
    issuers = [BODIES[d.issuer] for d in documents if d.issuer]
    return Reading(
        article(name, published),
        tuple(Person(person, (), seen()) for person in people),
        tuple(dict.fromkeys([*bodies, *issuers])),
        tuple(
            Membership(person, *PEOPLE[person], status=draw(status), evidence=seen())
            for person in people
        ),
        tuple(documents),
    )


@st.composite
def corpora(draw: st.DrawFn, most: int = 5) -> list[Reading]:
    """Readings of up to `most` articles."""
    count = draw(st.integers(1, most))
    return [draw(readings(f"a{n}")) for n in range(count)]
