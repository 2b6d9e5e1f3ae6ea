"""Files in, articles out: which files are found, which are refused, and why."""

import unicodedata
from pathlib import Path

import pytest

from kg.errors import ReadError
from kg.model import Article
from kg.read import Refused, find, opened, read, unpack

PAGE = "Huyện ủy Bình Sơn họp\n\nSáng 3/4, Huyện ủy Bình Sơn họp phiên thường kỳ tại hội trường.\n"


def write(path: Path, content: str | bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def article(path: Path) -> Article:
    """The article in a file; ReadError where there is none."""
    (item,) = unpack(path)
    if isinstance(item, Refused):
        raise ReadError(item.reason)
    return read(item)


def test_read_gives_id_title_and_source(tmp_path: Path) -> None:
    path = write(tmp_path / "huyen-uy-hop.txt", PAGE)
    found = article(path)
    assert (found.id, found.title, found.source) == (
        "huyen-uy-hop",
        "Huyện ủy Bình Sơn họp",
        str(path),
    )
    assert found.text == PAGE.strip()


@pytest.mark.parametrize(
    "content",
    [
        "\ufeff" + PAGE,
        PAGE.replace("\n", "\r\n"),
        unicodedata.normalize("NFD", PAGE),
    ],
    ids=["byte-order-mark", "windows-line-ends", "decomposed"],
)
def test_read_gives_the_same_text_for_every_spelling_of_unicode(
    tmp_path: Path, content: str
) -> None:
    assert article(write(tmp_path / "a.txt", content)).text == PAGE.strip()


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "holds no article"),
        (b"\n \t\n", "holds no article"),
        ("Tăng cỡ chữ Giảm cỡ chữ\nGửi bình luận của bạn\n12/3/2024\n", "holds no article"),
        (b"PK\x03\x04\0\0", "NUL bytes"),
        (b"\x1b\x01\x02" * 20 + b"abc", "control characters"),
        (b"\x81\x8d\x8f\x90\x9d" * 20, "is in no encoding that is known here"),
    ],
    ids=["empty", "blank", "only-furniture", "binary", "control", "no-encoding"],
)
def test_read_refuses_what_is_no_article(tmp_path: Path, content: str | bytes, reason: str) -> None:
    path = write(tmp_path / "bad.txt", content)
    with pytest.raises(ReadError, match=reason):
        article(path)


def test_read_refuses_a_file_that_is_too_large(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opened, "MAX_BYTES", 10)
    with pytest.raises(ReadError, match="split it"):
        article(write(tmp_path / "large.txt", PAGE))


def test_read_refuses_an_unknown_ending(tmp_path: Path) -> None:
    (item,) = unpack(write(tmp_path / "a.jpg", b"\xff\xd8\xff\xe0\0\x10JFIF"))
    assert isinstance(item, Refused)
    assert item.foreign
    assert "of a kind that is not read here (those that are: .txt" in item.reason


@pytest.mark.parametrize("name", ["bad\udcff.txt", "bad\udcff/good.txt"])
def test_read_refuses_a_name_that_is_no_text(tmp_path: Path, name: str) -> None:
    with pytest.raises(ReadError, match="not UTF-8; rename it"):
        article(tmp_path / name)


def test_read_says_that_a_file_is_missing(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match="No such file"):
        article(tmp_path / "none.txt")


def test_find_walks_folders_in_the_order_of_names(tmp_path: Path) -> None:
    saved = "page.html", "page_files/ad.html"
    for name in ("b.txt", "a.TXT", "z/c.txt", "z/a/d.txt", *saved, ".git/x.txt", ".y.txt"):
        write(tmp_path / name, PAGE)
    found = [path.relative_to(tmp_path).as_posix() for path in find([tmp_path])]
    assert found == ["a.TXT", "b.txt", "page.html", "z/c.txt", "z/a/d.txt"]


def test_find_gives_files_as_named_and_each_once(tmp_path: Path) -> None:
    one, two = write(tmp_path / "b.txt", PAGE), write(tmp_path / "a.txt", PAGE)
    other = write(tmp_path / "page.html", PAGE)
    assert list(find([one, other, tmp_path])) == [one, other, two]
    assert list(find([tmp_path / "none"])) == [tmp_path / "none"]
