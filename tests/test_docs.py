"""What the documents say is true: commands exist, links lead somewhere, both READMEs agree."""

import os
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from kg.query.questions import questions

ROOT = Path(__file__).resolve().parent.parent
READMES = ("README.md", "README.vi.md")
OUTSIDE = frozenset({".git", ".venv", "venv", "node_modules", "build", "dist"})
DOCUMENTS = sorted(
    path
    for path in ROOT.rglob("*.md")
    if not any(part in OUTSIDE or part.startswith(".") for part in path.relative_to(ROOT).parts)
)
# Marks of unfinished work, and folders that are nobody else's.
FORBIDDEN = re.compile(r"\bTODO\b|\bFIXME\b|\bXXX\b|/tmp/|/root/|/home/|/work/", re.IGNORECASE)


def text_of(name: str) -> str:
    """A document of the repository's top."""
    return (ROOT / name).read_text("utf-8")


def blocks(text: str) -> Iterator[str]:
    """The code blocks of a document, fenced or indented."""
    yield from re.findall(r"^```[^\n]*\n(.*?)^```", text, re.MULTILINE | re.DOTALL)
    plain = re.sub(r"^```.*?^```", "", text, flags=re.MULTILINE | re.DOTALL)
    yield from re.findall(r"(?:^ {4}\S[^\n]*\n)+", plain, re.MULTILINE)


def commands(text: str) -> set[str]:
    """The kg commands that a document's code shows: "build" of "kg build PATH"."""
    found = (
        re.findall(r"(?:^|[|;&$] ?)\s*(?:\$ )?kg ([a-z]+)", b, re.MULTILINE) for b in blocks(text)
    )
    inline = re.findall(r"`kg ([a-z]+)", text)
    return {name for names in found for name in names} | set(inline)


@cache
def help_of(*arguments: str) -> str:
    """What `kg … --help` prints."""
    done = subprocess.run(
        [sys.executable, "-m", "kg", *arguments, "--help"],
        capture_output=True,
        text=True,
        check=True,
        cwd=ROOT,
    )
    return done.stdout


@pytest.mark.parametrize(
    "name", [*READMES, "CHANGELOG.md", "CONTRIBUTING.md", "examples/README.md"]
)
def test_commands_of_the_documents_exist(name: str) -> None:
    known = set(re.findall(r"[a-z]+", help_of()))
    assert commands(text_of(name)) <= known


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the examples, where the README's commands can be run."""
    folder = tmp_path_factory.mktemp("readme")
    (folder / "examples").symlink_to(ROOT / "examples")
    return folder


def test_the_readme_shows_what_its_commands_print(place: Path) -> None:
    text = text_of("README.md")
    shown = re.findall(r"^ {4}kg (.*)\n(?:\n```text\n((?:.*\n)*?)```)?", text, re.MULTILINE)
    assert shown
    for command, output in shown:
        if command.startswith("serve "):
            _serves(command, place)
            continue
        done = subprocess.run(
            [sys.executable, "-m", "kg", *shlex.split(command)],
            capture_output=True,
            text=True,
            check=False,
            cwd=place,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
        )
        assert done.returncode == 0, f"kg {command}: {done.stderr}"
        if output:
            assert output.split("\n") == re.split(r" *\n", done.stdout), f"kg {command}"


def _serves(command: str, place: Path) -> None:
    """A server does not end: see that it begins, on a port that is free."""
    with subprocess.Popen(
        [sys.executable, "-m", "kg", *shlex.split(command), "--port", "0"],
        stderr=subprocess.PIPE,
        text=True,
        cwd=place,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    ) as server:
        assert server.stderr
        assert "is at http://127.0.0.1:" in server.stderr.readline(), f"kg {command}"
        server.terminate()
        assert server.wait(10) == 0


def test_the_python_of_the_readme_runs(
    place: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(place)
    code = re.findall(r"^```python\n(.*?)^```", text_of("README.md"), re.MULTILINE | re.DOTALL)
    exec("\n".join(code), {})
    assert "Võ Thị Bích Liễu" in capsys.readouterr().out


@pytest.mark.parametrize("name", READMES)
def test_targets_of_make_exist(name: str) -> None:
    targets = set(re.findall(r"^([a-z]+):", text_of("Makefile"), re.MULTILINE))
    assert set(re.findall(r"\bmake ([a-z]+)", "\n".join(blocks(text_of(name))))) <= targets


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_relative_links_lead_somewhere(path: Path) -> None:
    links = re.findall(r"\]\((?!https?:|mailto:|#)([^)#\s]+)", path.read_text("utf-8"))
    assert [link for link in links if not (path.parent / link).exists()] == []


@pytest.mark.parametrize("name", READMES)
def test_files_named_in_commands_exist(name: str) -> None:
    named = re.findall(r"\bexamples/[\w./-]+\w", text_of(name))
    assert [file for file in named if not (ROOT / file).exists()] == []


def test_both_readmes_have_the_same_sections() -> None:
    levels = [re.findall(r"^(#+) ", text_of(name), re.MULTILINE) for name in READMES]
    assert levels[0] == levels[1]
    assert commands(text_of(READMES[0])) == commands(text_of(READMES[1]))


def test_both_readmes_show_the_same_commands_and_outputs() -> None:
    shown = [re.findall(r"^(?:\$ )?((?:kg|make) .*)$", text_of(n), re.MULTILINE) for n in READMES]
    assert shown[0] == shown[1]
    outputs = [
        re.findall(r"^```\w+\n(.*?)^```", text_of(n), re.MULTILINE | re.DOTALL) for n in READMES
    ]
    assert outputs[0] == outputs[1]


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_documents_are_finished(path: Path) -> None:
    assert FORBIDDEN.findall(path.read_text("utf-8")) == []


def test_examples_are_all_described() -> None:
    described = text_of("examples/README.md")
    files = [p for p in (ROOT / "examples").rglob("*") if p.suffix in {".txt", ".rq"}]
    assert [p.name for p in files if f"`{p.name.removesuffix('.txt')}`" not in described] == []


def test_the_table_of_clues_is_that_of_the_code() -> None:
    from kg.resolve.clues import CLUES

    shown = re.findall(
        r"^\| ([+-][\d.]+) \| `(\w+)` \| (.+) \|$", text_of("docs/identity.md"), re.M
    )
    assert shown == [(f"{c.weight:+.1f}", c.holds.__name__, c.holds.__doc__) for c in CLUES]


def test_the_page_of_questions_lists_them_all() -> None:
    rows = re.findall(
        r"^\| `([\w-]+)` \| (.*) \| (.*) \|$", text_of("docs/questions.md"), re.MULTILINE
    )
    assert rows == [
        (
            question.name,
            question.about["en"],
            ", ".join(f"`{p.name}`" if p.needed else f"[`{p.name}`]" for p in question.parameters),
        )
        for question in questions()
    ]
