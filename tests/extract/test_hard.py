"""What a careful reader takes from a sentence and the rules do not yet, kept in view."""

from collections.abc import Callable

import pytest

from tests.extract.told import names, posts


@pytest.mark.parametrize(
    ("read", "text", "expected"),
    [
        pytest.param(
            posts,
            "Ông Võ Tá Đinh nghỉ hưu, trước đó ông là Giám đốc Sở Xây dựng tỉnh Hà Tĩnh.",
            "Võ Tá Đinh | Giám đốc | Sở Xây dựng tỉnh Hà Tĩnh | former",
            marks=pytest.mark.xfail(strict=True, reason="“ông” inside a sentence means nobody"),
            id="a pronoun inside the sentence",
        ),
        pytest.param(
            posts,
            "Tỉnh ủy quyết định cách tất cả chức vụ trong Đảng đối với ông Lê Bá Tùng, Phó Bí thư "
            "Huyện ủy Nông Cống.",
            "Lê Bá Tùng | Phó Bí thư | Huyện ủy Nông Cống | ends",
            marks=pytest.mark.xfail(strict=True, reason="which posts end is only implied"),
            id="all posts in the Party",
        ),
        pytest.param(
            names,
            "Ban Tuyên giáo Huyện ủy Kim Động và Văn Giang, tỉnh Hưng Yên đã họp.",
            "Ban Tuyên giáo Huyện ủy Văn Giang",
            marks=pytest.mark.xfail(strict=True, reason="“và X” may begin anything else"),
            id="a list without a kind word",
        ),
    ],
)
def test_hard_cases(read: Callable[[str], list[str]], text: str, expected: str) -> None:
    assert expected in read(text)
