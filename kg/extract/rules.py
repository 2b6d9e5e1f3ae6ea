"""The rules by the names that stand in the evidence: what each reads, with an example.

Every example is a test: the one fact that the rule reads from it is the one that `yields` shows,
written with bars: a post as person, role, body, status and dates; a directive as name, issuer,
date; an event as kind, date, place, organizer; a link as its two ends with its type between.
"""

from dataclasses import dataclass

from kg.errors import UsageError

_FAMILY = "*"


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule: its name in the evidence, what it reads, an example and the fact read from it.

    A name that ends in "*" stands for a family, one member for each concept of the ontology.
    """

    name: str
    reads: str
    example: str
    yields: str


RULES: tuple[Rule, ...] = (
    Rule(
        "person:name",
        "A run of capitalised syllables that begins with a surname, or stands after a title or "
        "a word of address, and is no street, school or credit.",
        "Bà Lò Thị Mây kể chuyện cũ trên đường Nguyễn Văn Linh.",
        "Lò Thị Mây",
    ),
    Rule(
        "body:*",
        "The words of a kind of body, with the name, the unit or the body that they go on with; "
        "bare words mean the body of that kind told last.",
        "Sở Nội vụ tỉnh Cao Bằng đã báo cáo.",
        "Sở Nội vụ tỉnh Cao Bằng | - | tỉnh Cao Bằng",
    ),
    Rule(
        "post:after",
        "Titles right after a name: behind a comma or a dash, or in parentheses.",
        "Đồng chí Trần Văn Khải - Bí thư Huyện ủy Văn Lâm - đi cơ sở.",
        "Trần Văn Khải | Bí thư | Huyện ủy Văn Lâm | current",
    ),
    Rule(
        "post:before",
        "Titles right before a name, and the title of many before a colon.",
        "Nguyên Phó Chủ tịch UBND tỉnh Hà Giang Vàng Thị Súa kể lại.",
        "Vàng Thị Súa | Phó Chủ tịch | Ủy ban nhân dân tỉnh Hà Giang | former",
    ),
    Rule(
        "post:verb",
        "A title that a verb of a career gives to a person or takes away: elect, appoint, hold, "
        "relieve, nominate.",
        "Ngày 12/8/2020, HĐND tỉnh Nghệ An bầu ông Lê Hữu Thông giữ chức Chủ tịch UBND tỉnh.",
        "Lê Hữu Thông | Chủ tịch | Ủy ban nhân dân tỉnh Nghệ An | starts | since 2020-08-12",
    ),
    Rule(
        "post:past",
        "A title after a verb that tells of the past: “từng giữ chức”, “trước đó là”.",
        "Ông Phạm Đình Quý trước đây từng giữ chức Giám đốc Sở Y tế tỉnh Bắc Kạn.",
        "Phạm Đình Quý | Giám đốc | Sở Y tế tỉnh Bắc Kạn | former",
    ),
    Rule(
        "post:joins",
        "A committee that somebody is appointed to join, which makes him its member.",
        "Ban Bí thư chỉ định ông Bùi Văn Thành tham gia Ban Thường vụ và giữ chức Phó Bí thư "
        "Tỉnh ủy Quảng Trị.",
        "Bùi Văn Thành | Ủy viên | Ban Thường vụ Tỉnh ủy Quảng Trị | starts",
    ),
    Rule(
        "directive:number",
        "A kind of document with its number, then its date, issuer and subject in any order.",
        "Nghị quyết số 21-NQ/TW ngày 16/6/2022 của Ban Chấp hành Trung ương Đảng khóa XIII.",
        "Nghị quyết 21-NQ/TW | Ban Chấp hành Trung ương Đảng | 2022-06-16",
    ),
    Rule(
        "directive:list",
        "The further numbers of a list, which share the kind of document and the last symbol.",
        "Các Quy định số 319, 320-QĐ/HU còn hiệu lực.",
        "Quy định 320-QĐ/HU",
    ),
    Rule(
        "directive:back",
        "A directive that is only pointed back to (“Nghị quyết này”): the one of its kind that "
        "was cited last.",
        "Nghị quyết số 21-NQ/TW ra đời năm 2022; Nghị quyết này còn hiệu lực.",
        "Nghị quyết 21-NQ/TW",
    ),
    Rule(
        "directive:plenum",
        "A resolution named by the plenum of the Central Committee that passed it.",
        "Chi bộ học lại Nghị quyết Trung ương 4 khóa XII.",
        "Nghị quyết Trung ương 4 khóa XII | Ban Chấp hành Trung ương Đảng",
    ),
    Rule(
        "directive:congress",
        "A resolution named by the congress that passed it.",
        "Nghị quyết Đại hội XIII của Đảng đã nêu rõ.",
        "Nghị quyết Đại hội XIII của Đảng",
    ),
    Rule(
        "directive:law",
        "A law, a code or an ordinance by its name, with or without its year.",
        "Điều này trái với Luật Đất đai 2013.",
        "Luật Đất đai 2013 | Quốc hội",
    ),
    Rule(
        "directive:scheme",
        "A scheme by the capitalised name that follows the word “Đề án”.",
        "Đề án Nâng cao chất lượng sinh hoạt chi bộ.",
        "Đề án Nâng cao chất lượng sinh hoạt chi bộ",
    ),
    Rule(
        "link:subject",
        "A directive whose subject is another one: to implement, guide or amend it.",
        "Hướng dẫn số 05-HD/BTCTW thi hành Quy định số 24-QĐ/TW.",
        "Hướng dẫn 05-HD/BTCTW | guides | Quy định 24-QĐ/TW",
    ),
    Rule(
        "link:and",
        "A further directive after “và” or a comma, of which the same is told.",
        "Kế hoạch số 12-KH/HU thực hiện Nghị quyết số 03-NQ/TU và Chỉ thị số 08-CT/TU.",
        "Kế hoạch 12-KH/HU | implements | Chỉ thị 08-CT/TU",
    ),
    Rule(
        "link:fulfil",
        "“Thực hiện X, … ban hành Y”: the directive issued implements the first.",
        "Thực hiện Chỉ thị số 05-CT/TW, Tỉnh ủy Lào Cai ban hành Kế hoạch số 12-KH/TU.",
        "Kế hoạch 12-KH/TU | implements | Chỉ thị 05-CT/TW",
    ),
    Rule(
        "link:carry",
        "The body that a clause is about carries out, studies or reviews the directive after "
        "such a verb; one that is only asked to does not.",
        "Huyện ủy Văn Lâm đã sơ kết việc thực hiện Nghị quyết số 21-NQ/TW.",
        "Huyện ủy Văn Lâm | carries_out | Nghị quyết 21-NQ/TW",
    ),
    Rule(
        "link:inspect",
        "As link:carry, of a clause about inspecting or supervising that it is carried out.",
        "Huyện ủy Văn Lâm đã kiểm tra, giám sát việc thực hiện Nghị quyết số 21-NQ/TW.",
        "Huyện ủy Văn Lâm | carries_out | Nghị quyết 21-NQ/TW",
    ),
    Rule(
        "link:present",
        "The person before a verb of presenting, or before “ký” behind the directive.",
        "Đồng chí Trần Văn Khải quán triệt Quy định số 37-QĐ/TW.",
        "Trần Văn Khải | presents | Quy định 37-QĐ/TW",
    ),
    Rule(
        "event:held",
        "The noun of a meeting, visit or ceremony in a sentence that tells of it as held.",
        "Sáng 31/7/2023, Huyện ủy Văn Lâm tổ chức hội nghị sơ kết tại huyện Văn Lâm.",
        "hội nghị sơ kết | 2023-07-31 | huyện Văn Lâm | Huyện ủy Văn Lâm",
    ),
    Rule(
        "event:chairs",
        "The persons before “chủ trì”, and the leader of a visiting delegation.",
        "Đồng chí Trần Văn Khải chủ trì hội nghị.",
        "Trần Văn Khải | chairs",
    ),
    Rule(
        "event:speaks",
        "The persons before or after a verb of speaking in a sentence about the event.",
        "Tại hội nghị tổ chức sáng nay, đồng chí Trần Văn Khải phát biểu.",
        "Trần Văn Khải | speaks",
    ),
    Rule(
        "event:attends",
        "The persons before “dự”, and those listed behind “Dự hội nghị có”.",
        "Dự hội nghị có đồng chí Trần Văn Khải.",
        "Trần Văn Khải | attends",
    ),
)
"""All rules, in the order in which an article is read."""

_BY_NAME = {rule.name: rule for rule in RULES}


def rule_named(name: str) -> Rule:
    """The rule of a name as it stands in `Evidence.rule`; a name that no rule bears is an error."""
    group, colon, _ = name.partition(":")
    rule = _BY_NAME.get(name) or _BY_NAME.get(f"{group}{colon}{_FAMILY}")
    if rule is None:
        raise UsageError(f"no rule is named {name!r}")
    return rule
