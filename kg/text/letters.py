"""Letter classes and one spelling of Vietnamese.

Ranges such as `[A-ZÀ-Ỹ]` also take small letters ("được"), because Unicode interleaves the
cases, so the classes are built from `str.isupper` and `str.islower`.
"""

import re
import unicodedata
from itertools import product

_LETTERS = [chr(c) for c in (*range(0x41, 0x250), *range(0x1E00, 0x1F00)) if chr(c).isalpha()]
UPPER = "".join(c for c in _LETTERS if c.isupper())
LOWER = "".join(c for c in _LETTERS if c.islower())

_TYPED = {
    **dict.fromkeys("–—−‐‑‒", "-"),
    **dict.fromkeys("“”„«»", '"'),
    **dict.fromkeys("‘’´`", "'"),
    **dict.fromkeys("\u00a0\u2002\u2003\u2009\u202f\t", " "),
    "ð": "đ",
    "Ð": "Đ",
}

# Rhymes of two vowels whose tone mark is written on either: on the first where the syllable
# ends with them ("hòa", "ủy"), on the second before another letter ("hoàn", "huỳnh").
_RHYMES = (
    ("òa", "oà"), ("óa", "oá"), ("ỏa", "oả"), ("õa", "oã"), ("ọa", "oạ"),
    ("òe", "oè"), ("óe", "oé"), ("ỏe", "oẻ"), ("õe", "oẽ"), ("ọe", "oẹ"),
    ("ùy", "uỳ"), ("úy", "uý"), ("ủy", "uỷ"), ("ũy", "uỹ"), ("ụy", "uỵ"),
)  # fmt: skip


def _cases(pair: str) -> list[str]:
    return ["".join(letters) for letters in product(*((c, c.upper()) for c in pair))]


_TO_FIRST = {o: n for new, old in _RHYMES for n, o in zip(_cases(new), _cases(old), strict=True)}
_TO_SECOND = {new: old for old, new in _TO_FIRST.items()}

_WORD = re.compile("[a-z0-9]+")

# Each pattern begins with one set of letters, by which `re` finds its places ten times faster
# than by alternatives. After q the u is no vowel: "quý" has its mark on the y in both styles.
_LETTER = r"[^\W\d_]"
_ANY_TYPED = re.compile(f"[{''.join(_TYPED)}]")
_OPEN = re.compile(
    "[oOuU](?:(?<=[oO])[àáảãạèéẻẽẹÀÁẢÃẠÈÉẺẼẸ]|(?<=[uU])(?<![qQ].)[ỳýỷỹỵỲÝỶỸỴ])"
    rf"(?!{_LETTER})"
)
_CLOSED = re.compile(
    r"[òóỏõọÒÓỎÕỌùúủũụÙÚỦŨỤ]"
    rf"(?:(?<=[òóỏõọÒÓỎÕỌ])[aAeE](?={_LETTER})"
    rf"|(?<=[ùúủũụÙÚỦŨỤ])[yY](?:(?={_LETTER})|(?<=[qQ]..)))"
)


def plain(text: str) -> str:
    """One spelling of tone marks, dashes, quotes and blanks; as long as `text`, case kept.

    "uỷ" becomes "ủy" and "hoà" becomes "hòa" at a syllable's end; "hoàn" and "quý" stay, and
    "hòan" and "qúy" become them. Expects NFC, as `normalise` gives it.
    """
    text = _ANY_TYPED.sub(lambda m: _TYPED[m[0]], text)
    text = _OPEN.sub(lambda m: _TO_FIRST[m[0]], text)
    return _CLOSED.sub(lambda m: _TO_SECOND[m[0]], text)


def fold(text: str) -> str:
    """`plain` in small letters, of the same length as `text`, for matching words."""
    text = plain(text)
    small = text.lower()
    return small if len(small) == len(text) else "".join(c.lower()[:1] for c in text)


def unaccent(text: str) -> str:
    """Small letters without marks: "Nguyễn Bật Khánh" gives "nguyen bat khanh"."""
    marks = unicodedata.normalize("NFD", text.lower().replace("đ", "d").replace("ð", "d"))
    return unicodedata.normalize("NFC", "".join(c for c in marks if not unicodedata.combining(c)))


def slug(text: str) -> str:
    """A readable part of an IRI: "Ủy ban nhân dân tỉnh" gives "uy-ban-nhan-dan-tinh"."""
    return "-".join(_WORD.findall(unaccent(text))) or "x"
