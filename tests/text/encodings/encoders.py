"""Texts written in the old encodings, for reading them back: what no program needs any more."""

import re
import unicodedata
from collections.abc import Callable, Mapping

from kg.text.encodings.tables import letters, plain

_ASCII_MARKS = str.maketrans(
    {"“": '"', "”": '"', "„": '"', "‘": "'", "’": "'", "–": "-", "—": "-", "…": "...", "•": "*",
     "\u00a0": " "}
)  # fmt: skip
_CP1258_TONES = "\u0300\u0301\u0309\u0303\u0323"
_VIQR_MARKS = str.maketrans(
    "\u0302\u0306\u031b\u0301\u0300\u0309\u0303\u0323", "^(+'`?~.", "\ufeff"
)
_VIQR_OPEN = re.compile(r"(?<=[aAeEiIoOuUyYăâêôơưĂÂÊÔƠƯ])[\^(+'`?~.]|(?<=[dD])[dD]|\\")

Encoder = Callable[[str], bytes]


def table_of(name: str) -> dict[str, bytes]:
    """The bytes of each letter of a table."""
    return {letter: code.encode("latin-1") for code, letter in letters(name).items()
            if all(ord(c) < 256 for c in code)}  # fmt: skip


def _by_table(text: str, table: Mapping[str, bytes], taken: frozenset[str]) -> bytes:
    found: list[bytes] = []
    for c in text:
        if c in table:
            found.append(table[c])
        else:
            code = c.encode("cp1252", "replace")
            found.append(b"?" if c > "\x7f" and plain(code) in taken else code)
    return b"".join(found)


def vni(text: str) -> bytes:
    """VNI-Windows; what it has not becomes a question mark."""
    taken = frozenset(c for code in letters("vni") for c in code if c > "\x7f")
    return _by_table(text, table_of("vni"), taken)


def tcvn3(text: str) -> bytes:
    """TCVN3: capitals with marks by the small letter, as a font of capitals would show them."""
    table = table_of("tcvn3")
    small = "".join(c if c in table else c.lower() if c.lower() in table else c for c in text)
    return _by_table(small, table, frozenset(letters("tcvn3")))


def viscii(text: str) -> bytes:
    """VISCII, with ASCII's quotes and dashes, since it has no others."""
    return _eight_bits(text, "viscii")


def vps(text: str) -> bytes:
    """VPS, likewise."""
    return _eight_bits(text, "vps")


def _eight_bits(text: str, name: str) -> bytes:
    table = table_of(name)
    return b"".join(
        table.get(c) or c.encode("ascii", "replace") for c in text.translate(_ASCII_MARKS)
    )


def windows_1258(text: str) -> bytes:
    """Windows-1258 as Windows writes it: a letter of its own where the page has one."""
    return "".join(map(_apart, text)).encode("cp1258", "replace")


def windows_1258_apart(text: str) -> bytes:
    """Windows-1258 as iconv writes it not, but keyboards do: each tone mark by itself."""
    marks = unicodedata.normalize("NFD", text)
    again = re.sub("[aeouAEOU][\u0302\u0306\u031b]", lambda m: _compose(m[0]), _ordered(marks))
    return again.encode("cp1258", "replace")


def _compose(text: str) -> str:
    return unicodedata.normalize("NFC", text)


def _ordered(text: str) -> str:
    """Tone marks after the other marks: "ộ" has the dot first when it is taken apart."""
    return re.sub("([\u0323])([\u0302\u0306\u031b])", r"\2\1", text)


def _apart(c: str) -> str:
    """A letter with its tone mark beside it, where Windows-1258 has no letter with both."""
    if c.encode("cp1258", "ignore"):
        return c
    marks = unicodedata.normalize("NFD", c)
    tone = next((m for m in marks if m in _CP1258_TONES), "")
    return _compose(marks.replace(tone, "", 1)) + tone if tone else c


def viqr(text: str) -> bytes:
    """VIQR with a backslash wherever a sign could be taken for a mark."""
    return _viqr(_VIQR_OPEN.sub(r"\\\g<0>", text.translate(_ASCII_MARKS)))


def viqr_loose(text: str) -> bytes:
    """VIQR as it was written in letters: without backslashes."""
    return _viqr(text.translate(_ASCII_MARKS))


def _viqr(text: str) -> bytes:
    marks = _ordered(unicodedata.normalize("NFD", text.replace("đ", "dd").replace("Đ", "DD")))
    return marks.translate(_VIQR_MARKS).encode("ascii", "replace")


def utf_8_as_cp1252(text: str) -> bytes:
    """UTF-8 taken for Windows-1252 and saved as UTF-8."""
    return plain(text.encode("utf-8")).encode("utf-8")


def utf_8_as_latin_1(text: str) -> bytes:
    """UTF-8 taken for Latin-1 and saved as UTF-8."""
    return text.encode("utf-8").decode("latin-1").encode("utf-8")


def saved(encoder: Encoder) -> Encoder:
    """The bytes of an encoder taken for Windows-1252 and saved as UTF-8, as in a .docx."""
    return lambda text: plain(encoder(text)).encode("utf-8")


ENCODERS: dict[str, tuple[str, Encoder]] = {
    "UTF-8": ("utf-8", str.encode),
    "UTF-8 with BOM": ("utf-8", lambda text: text.encode("utf-8-sig")),
    "UTF-16 LE with BOM": ("utf-16-le", lambda text: ("\ufeff" + text).encode("utf-16-le")),
    "UTF-16 BE with BOM": ("utf-16-be", lambda text: ("\ufeff" + text).encode("utf-16-be")),
    "UTF-16 LE": ("utf-16-le", lambda text: text.encode("utf-16-le")),
    "UTF-16 BE": ("utf-16-be", lambda text: text.encode("utf-16-be")),
    "Windows-1258": ("windows-1258", windows_1258),
    "Windows-1258, marks apart": ("windows-1258", windows_1258_apart),
    "TCVN3": ("tcvn3", tcvn3),
    "TCVN3 in UTF-8": ("tcvn3", saved(tcvn3)),
    "VNI": ("vni", vni),
    "VNI in UTF-8": ("vni", saved(vni)),
    "VISCII": ("viscii", viscii),
    "VPS": ("vps", vps),
    "VIQR": ("viqr", viqr),
    "VIQR without escapes": ("viqr", viqr_loose),
    "UTF-8 read as cp1252": ("utf-8 read as cp1252", utf_8_as_cp1252),
    "UTF-8 read as Latin-1": ("utf-8 read as cp1252", utf_8_as_latin_1),
}
"""Each encoding: the name that `kg.text.encodings` gives it, and how to write it."""

LETTERS = frozenset("aàáảãạăằắẳẵặâầấẩẫậđeèéẻẽẹêềếểễệiìíỉĩịoòóỏõọôồốổỗộơờớởỡợuùúủũụưừứửữựyỳýỷỹỵ")


def writable(text: str) -> str:
    """The text with all that not every old encoding has made a question mark: "·", "ö", "→"."""
    text = unicodedata.normalize("NFC", text).translate(_ASCII_MARKS)
    return "".join(c if c <= "\x7f" or c.lower() in LETTERS else "?" for c in text)
