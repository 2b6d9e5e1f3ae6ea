"""Names of directives without a number: by congress, by session of the Central Committee, by year.

"Nghị quyết Hội nghị lần thứ tư Ban Chấp hành Trung ương khóa XII" is "Nghị quyết Trung ương 4
khóa XII", and "Nghị quyết Đại hội 12 của Đảng" is that of Đại hội XII.
"""

import re

_ORDINALS = {
    "nhất": 1, "hai": 2, "ba": 3, "tư": 4, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7, "tám": 8,
    "chín": 9, "mười": 10, "mười một": 11, "mười hai": 12, "mười ba": 13, "mười bốn": 14,
    "mười lăm": 15,
}  # fmt: skip
_ROMAN = ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii",
          "xiv", "xv", "xvi")  # fmt: skip
_WHICH = "|".join(sorted(_ORDINALS, key=len, reverse=True)) + r"|\d{1,2}"
_CENTRE = r"(?:trung ương|t\.?ư\.?|tw)"
_CONGRESS = re.compile(
    r"đại hội (?:đảng |đại biểu |toàn quốc |lần thứ |khóa )*([ivx]+|\d{1,2})\b(?! ?/)"
)
_LOCAL_CONGRESS = re.compile(r"đảng bộ|đại hội (?!đảng|đại biểu|toàn quốc|lần|khóa|[ivx]+\b|\d)")
_PLENUMS = (
    re.compile(rf"(?<!\w){_CENTRE} ?(?:lần thứ )?(\d{{1,2}})\b(?! ?/)"),
    re.compile(rf"hội nghị (?:{_CENTRE} )?(?:lần )?(?:thứ )?({_WHICH})\b.*?{_CENTRE}"),
    re.compile(rf"hội nghị {_CENTRE} (?:lần )?(?:thứ )?({_WHICH})\b"),
)
_TERM = re.compile(r"\bkhóa (?:thứ )?([ivx]+|\d{1,2})\b")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_OF_YEAR = re.compile(r"[ ,(]*(?:năm )?(?:19|20)\d\d\)?(?=$| )")


def national_congress(name: str) -> str | None:
    """Which national congress a folded name speaks of: "xii"."""
    found = _CONGRESS.search(name)
    return _roman(found[1]) if found and not _LOCAL_CONGRESS.search(name) else None


def plenum(name: str) -> int | None:
    """Which session of the Central Committee a folded name speaks of."""
    for pattern in _PLENUMS:
        if found := pattern.search(name):
            return _ORDINALS.get(found[1]) or int(found[1])
    return None


def term(name: str) -> str | None:
    """The term that a folded name tells: "XII" of "khóa 12"."""
    found = _TERM.search(name)
    return _roman(found[1]).upper() if found else None


def year(name: str) -> str | None:
    """The first year in a folded name."""
    found = _YEAR.search(name)
    return found[0] if found else None


def without_year(name: str) -> str:
    """A folded name without its year and marks: "luật báo chí" of "luật báo chí năm 2016"."""
    return " ".join(re.findall(r"[\w-]+", _OF_YEAR.sub("", name)))


def _roman(number: str) -> str:
    if number.isdigit():
        return _ROMAN[int(number)] if int(number) < len(_ROMAN) else number
    return number
