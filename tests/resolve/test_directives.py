"""Which directives are the same: a wrong merge is worse than a missed one."""

from dataclasses import replace
from itertools import permutations

import pytest

from kg.model import Body, Directive, Mention, Reading
from kg.resolve import candidates, decide, pointing, resolve
from tests.graph.readings import BODIES, article

POLITBURO, COMMITTEE = "Bộ Chính trị", "Ban Chấp hành Trung ương Đảng"
DISTRICT, PROVINCE, PLACELESS = "Huyện ủy Văn Lâm", "Tỉnh ủy Hưng Yên", "Tỉnh ủy"
GOVERNMENT = "Chính phủ"
ISSUERS = BODIES | {
    COMMITTEE: Body(COMMITTEE, "body-central-committee"),
    GOVERNMENT: Body(GOVERNMENT, "body-government"),
}


def said(
    number: str | None,
    issuer: str | None = None,
    date: str | None = None,
    kind: str = "Nghị quyết",
    published: str | None = None,
    term: str | None = None,
    name: str | None = None,
    subject: str | None = None,
) -> Reading:
    """A reading (of an article that is named later) that tells of one directive."""
    directive = Directive(
        "d1", kind, name or f"{kind} {number}", None, number, date, issuer, subject, term
    )
    bodies = (ISSUERS[issuer],) if issuer else ()
    return Reading(article("", published), bodies=bodies, directives=(directive,))


def paths(*readings: Reading) -> list[str]:
    """The path of each reading's directive; the same in whatever order they come."""
    named = [
        replace(reading, article=replace(reading.article, id=f"a{n}"))
        for n, reading in enumerate(readings)
    ]
    found = [
        [resolve(order)[Mention(reading.article.id, "directive", "d1")] for reading in named]
        for order in permutations(named)
    ]
    assert all(other == found[0] for other in found)
    return found[0]


def same(*readings: Reading) -> bool:
    return len(set(paths(*readings))) == 1


SAME = {
    "the same number and date": (
        said("21-NQ/TW", COMMITTEE, "2022-06-16"),
        said("21-NQ/TW", COMMITTEE, "2022-06-16"),
    ),
    "a number without its symbol": (
        said("21-NQ/TW", COMMITTEE, "2022-06-16"),
        said("21", COMMITTEE, term="XIII"),
    ),
    "a misspelt symbol": (
        said("28-CTr/TU", PROVINCE, "2022-09-01", "Chương trình"),
        said("28-Ctr/TU", PROVINCE, None, "Chương trình", "2023-01-01"),
    ),
    "a central number without an issuer": (
        said("21-NQ/TW", COMMITTEE, "2022-06-16"),
        said("21-NQ/TW", published="2023-07-31"),
    ),
    "only the year of the date": (
        said("21-NQ/TW", COMMITTEE, "2022-06-16"),
        said("21-NQ/TW", COMMITTEE, "2022"),
    ),
    "a term and a date in it": (
        said("21-NQ/TW", COMMITTEE, "2022-06-16"),
        said("21-NQ/TW", COMMITTEE, term="XIII"),
    ),
    "a date of the one and an article of the other in one term": (
        said("540-QĐ/TU", PROVINCE, "2022-03-01", "Quy định"),
        said("540-QĐ/TU", PROVINCE, None, "Quy định", "2023-07-31"),
    ),
    "a state number with its year": (
        said("35/2017/NĐ-CP", GOVERNMENT, None, "Nghị định"),
        said("35/2017/NĐ-CP", None, None, "Nghị định"),
    ),
    "a fixed name with a year": (
        said(None, GOVERNMENT, name="Luật Đất đai 2013", kind="Luật"),
        said(None, GOVERNMENT, name="Luật đất đai 2013", kind="Luật"),
    ),
    "a national congress, however it is named": (
        said(None, name="Nghị quyết Đại hội XIII của Đảng"),
        said(None, name="Nghị quyết Đại hội đại biểu toàn quốc lần thứ XIII"),
    ),
    "two issuers of one number in one term, for the centre has one sequence": (
        said("21-NQ/TW", POLITBURO, "2022-06-16"),
        said("21-NQ/TW", COMMITTEE, "2022-06-16"),
    ),
    "a symbol written another way": (
        said("68/QĐ-TW", POLITBURO, "2007-07-04", "Quyết định"),
        said("68-QĐ/TW", POLITBURO, "2007-07-04", "Quyết định"),
    ),
    "a symbol cut short": (
        said("108/2014/NĐ-CP", GOVERNMENT, None, "Nghị định"),
        said("108/2014/CP", GOVERNMENT, None, "Nghị định"),
    ),
    "digits alone, but about the same": (
        said("5", POLITBURO, kind="Chỉ thị", subject="đẩy mạnh học tập và làm theo Bác"),
        said("05-CT/TW", POLITBURO, None, "Chỉ thị", subject="học tập và làm theo Bác"),
    ),
    "a national congress by its number": (
        said(None, name="Nghị quyết Đại hội 12 của Đảng"),
        said(None, name="Nghị quyết Đại hội Đảng toàn quốc lần thứ XII"),
    ),
    "a session told in words": (
        said(None, COMMITTEE, name="Nghị quyết Hội nghị lần thứ tư Ban Chấp hành T.Ư (khóa 12)"),
        said(None, COMMITTEE, name="Nghị quyết Trung ương 4, khóa XII"),
    ),
    "a law and its year": (
        said(None, GOVERNMENT, name="Luật Báo chí năm 2016", kind="Luật"),
        said(None, GOVERNMENT, name="Luật Báo chí 2016", kind="Luật"),
    ),
    "a session of the Central Committee": (
        said(None, name="Nghị quyết Trung ương 4 (khóa XII)"),
        said(None, COMMITTEE, name="Nghị quyết Trung ương 4 khóa XII"),
    ),
}
OTHER = {
    "another term": (
        said("21-NQ/TW", POLITBURO, "2012-11-22"),
        said("21-NQ/TW", POLITBURO, "2022-06-16"),
    ),
    "articles of two terms": (
        said("28-CTr/TU", PROVINCE, kind="Chương trình", published="2018-01-01"),
        said("28-CTr/TU", PROVINCE, kind="Chương trình", published="2023-01-01"),
    ),
    "another type under one code": (
        said("102-QĐ/TW", POLITBURO, "2022-01-01", "Quy định"),
        said("102-QĐ/TW", POLITBURO, "2022-01-01", "Quyết định"),
    ),
    "another issuer, and nothing that tells the term": (
        said("21-NQ/TW", POLITBURO),
        said("21-NQ/TW", COMMITTEE),
    ),
    "another subject": (
        said("21-NQ/TW", subject="công tác luân chuyển cán bộ lãnh đạo"),
        said("21-NQ/TW", subject="phát triển kinh tế vùng đồng bằng sông Hồng"),
    ),
    "two resolutions of one session": (
        said(None, name="Nghị quyết Trung ương 4 khóa XII", subject="xây dựng, chỉnh đốn Đảng"),
        said(None, name="Nghị quyết Trung ương 4 khóa XII", subject="hội nhập kinh tế quốc tế"),
    ),
    "digits alone, by the centre, in no known term": (
        said("5", POLITBURO, kind="Chỉ thị"),
        said("5", POLITBURO, kind="Chỉ thị"),
    ),
    "another symbol": (
        said("21-HD/TW", POLITBURO, "2022-06-16"),
        said("21-HĐ/TW", POLITBURO, "2022-06-16"),
    ),
    "two bodies of no known place": (
        said("28-NQ/TU", PLACELESS, "2022-06-16"),
        said("28-NQ/TU", PLACELESS, "2022-06-16"),
    ),
    "no issuer at all": (
        said("28-NQ/TU", None, "2022-06-16"),
        said("28-NQ/TU", None, "2022-06-16"),
    ),
    "a state number of another year": (
        said("35/2017/NĐ-CP", GOVERNMENT, None, "Nghị định"),
        said("35/2021/NĐ-CP", GOVERNMENT, None, "Nghị định"),
    ),
    "a state number without a year": (
        said("35", GOVERNMENT, None, "Nghị định", "2022-01-01"),
        said("35", GOVERNMENT, None, "Nghị định", "2022-02-01"),
    ),
    "a law without a year": (
        said(None, GOVERNMENT, name="Luật Đất đai", kind="Luật", published="2023-01-01"),
        said(None, GOVERNMENT, name="Luật Đất đai", kind="Luật", published="2024-09-01"),
    ),
    "two local congresses": (
        said(None, name="Nghị quyết Đại hội Đảng bộ tỉnh lần thứ XIX"),
        said(None, name="Nghị quyết Đại hội Đảng bộ tỉnh lần thứ XIX"),
    ),
    "two terms of one session": (
        said(None, name="Nghị quyết Trung ương 4 khóa XI"),
        said(None, name="Nghị quyết Trung ương 4 khóa XII"),
    ),
    "a session of no known term": (
        said(None, name="Nghị quyết Trung ương 4"),
        said(None, name="Nghị quyết Trung ương 4 khóa XII"),
    ),
}


@pytest.mark.parametrize("case", SAME)
def test_the_same(case: str) -> None:
    assert same(*SAME[case])


@pytest.mark.parametrize("case", OTHER)
def test_not_the_same(case: str) -> None:
    assert not same(*OTHER[case])


def test_one_that_fits_two_belongs_to_neither() -> None:
    found = paths(
        said("21-NQ/TW", POLITBURO, "2012-11-22"),
        said("21-NQ/TW", POLITBURO, "2022-06-16"),
        said("21-NQ/TW", POLITBURO),
    )
    assert len(set(found)) == 3


def test_the_path_stays_when_a_later_article_tells_the_date() -> None:
    before = paths(said("21-NQ/TW", COMMITTEE, term="XIII"))
    after = paths(
        said("21-NQ/TW", COMMITTEE, term="XIII"), said("21-NQ/TW", COMMITTEE, "2022-06-16")
    )
    assert set(before) == set(after)
    assert before[0].startswith("directive/nghi-quyet-21-nq-tw-")


def test_a_standing_committee_numbers_with_its_committee() -> None:
    standing = Body(f"Ban Thường vụ {PROVINCE}", "body-standing-committee", PROVINCE)
    of_province = said("45-CTr/TU", PROVINCE, "2023-02-20", "Chương trình")
    of_standing = said("45-CTr/TU", PROVINCE, "2023-02-20", "Chương trình")
    of_standing = replace(
        of_standing,
        bodies=(*of_standing.bodies, standing),
        directives=(replace(of_standing.directives[0], issuer=standing.name),),
    )
    assert same(of_province, of_standing)


def test_a_path_that_several_have_as_their_own_points_to_none() -> None:
    """What two articles tell is the same, and fits two; so each is kept apart."""
    told = [
        said("21-NQ/TW", POLITBURO, "2012-11-22"),
        said("21-NQ/TW", POLITBURO, "2022-06-16"),
        said("21-NQ/TW", POLITBURO),
        said("21-NQ/TW", POLITBURO),
    ]
    block = [
        candidate
        for number, reading in enumerate(told)
        for candidate in candidates(
            replace(reading, article=replace(reading.article, id=f"a{number}"))
        )
        if candidate.mention.kind == "directive"
    ]
    identity = decide(block)
    assert len(set(identity.values())) == 4
    assert block[2].own == block[3].own
    assert pointing(block, identity) == frozenset()
