"""The data of underthesea is read without importing it."""

import subprocess
import sys

import pytest

from kg.errors import VocabularyError
from kg.vocabulary import is_compound, package_data


@pytest.mark.parametrize("word", ["dân trí", "đơn vị", "chủ tịch", "vị trí"])
def test_compounds(word: str) -> None:
    assert is_compound(word)


@pytest.mark.parametrize("word", ["dân đăng", "dân", "ủy ban nhân dân", "Dân trí", ""])
def test_no_compounds(word: str) -> None:
    assert not is_compound(word)


def test_a_missing_file_is_named() -> None:
    with pytest.raises(VocabularyError, match=r"nothing\.json.*install the package underthesea"):
        package_data.read("address/data/nothing.json")


def test_a_missing_package_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(package_data, "find_spec", lambda _: None)
    with pytest.raises(VocabularyError, match="install the package underthesea"):
        package_data.path("corpus/data/Viet74K.txt")


def test_the_package_is_not_imported() -> None:
    code = (
        "import sys; from kg.vocabulary import gazetteer, is_compound;"
        "gazetteer(); is_compound('dân trí'); sys.exit('underthesea' in sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
