"""The layers of the project: imports go down only, and files stay small.

cli
serve
evaluate
pipeline
view
query
read │ extract │ resolve │ graph
vocabulary
text
model · errors
"""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "kg"

# From the bottom up; what stands in one row does not know each other.
LAYERS: tuple[tuple[str, ...], ...] = (
    ("model", "errors"),
    ("text",),
    ("vocabulary",),
    ("read", "extract", "resolve", "graph"),
    ("query",),
    ("view",),
    ("pipeline",),
    ("evaluate",),
    ("__init__",),
    ("serve",),
    ("cli",),
    ("__main__",),
)
LEVEL = {part: level for level, parts in enumerate(LAYERS) for part in parts}
LONGEST_FILE = 400
STANDARD_ONLY = ("model", "errors")
MODULES = sorted(PACKAGE.rglob("*.py"))


def part_of(path: Path) -> str:
    """The part of the package that a file belongs to: "read" for kg/read/page.py."""
    first = path.relative_to(PACKAGE).parts[0]
    return first.removesuffix(".py")


def imported(tree: ast.AST, path: Path) -> Iterator[tuple[int, str]]:
    """Line and dotted name of every import of a file, those inside functions included."""
    package = ("kg", *path.relative_to(PACKAGE).parent.parts)
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            start = package[: len(package) - node.level + 1] if node.level else ()
            module = ".".join((*start, *(node.module or "").split("."))).strip(".")
            if module == "kg":
                yield from ((node.lineno, dotted(alias.name)) for alias in node.names)
            else:
                yield node.lineno, module


def dotted(name: str) -> str:
    """What `from kg import NAME` needs: the module kg.NAME, or the package, which re-exports."""
    is_module = name in LEVEL or (PACKAGE / name).exists() or (PACKAGE / f"{name}.py").exists()
    return f"kg.{name}" if is_module else "kg"


def wrong_imports(source: str, path: Path) -> list[str]:
    """The imports of a file that do not go down, each as "line: why"."""
    here = part_of(path)
    wrong = []
    for line, name in imported(ast.parse(source), path):
        top, *rest = name.split(".")
        if top != "kg":
            continue
        there = rest[0] if rest else "__init__"
        if there == here:
            continue
        if there not in LEVEL:
            wrong.append(f"{line}: kg.{there} has no layer")
        elif LEVEL[there] >= LEVEL[here]:
            direction = "up" if LEVEL[there] > LEVEL[here] else "sideways"
            wrong.append(f"{line}: kg.{here} imports {direction}, kg.{there}")
    return wrong


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_module_has_a_layer_and_imports_go_down(path: Path) -> None:
    assert part_of(path) in LEVEL
    assert not wrong_imports(path.read_text("utf-8"), path)


@pytest.mark.parametrize("part", STANDARD_ONLY)
def test_the_bottom_needs_only_the_standard_library(part: str) -> None:
    import sys

    path = PACKAGE / f"{part}.py"
    names = {name.split(".")[0] for _, name in imported(ast.parse(path.read_text("utf-8")), path)}
    assert names <= sys.stdlib_module_names


@pytest.mark.parametrize(
    ("file", "source", "wrong"),
    [
        (
            "graph/a.py",
            "from kg.extract import extract",
            "1: kg.graph imports sideways, kg.extract",
        ),
        ("text/a.py", "def f():\n    import kg.graph.store", "2: kg.text imports up, kg.graph"),
        ("query/a.py", "from kg import pipeline", "1: kg.query imports up, kg.pipeline"),
        ("read/a/b.py", "from ...view import render", "1: kg.read imports up, kg.view"),
        ("view/a.py", "import kg.helpers", "1: kg.helpers has no layer"),
        ("query/a.py", "from kg import build", "1: kg.query imports up, kg.__init__"),
        ("model.py", "import kg.errors", "1: kg.model imports sideways, kg.errors"),
    ],
)
def test_wrong_imports_are_seen(file: str, source: str, wrong: str) -> None:
    assert wrong_imports(source, PACKAGE / file) == [wrong]


@pytest.mark.parametrize(
    ("file", "source"),
    [
        ("read/a.py", "from kg.text import fold\nfrom kg.read.b import c\nfrom . import d"),
        ("view/a.py", "from kg.query import ask\nimport os, rdflib"),
        ("pipeline.py", "from kg import read, extract, resolve, graph"),
        ("__init__.py", "from kg.pipeline import build"),
        ("cli/a.py", "import kg\nfrom kg import build, errors"),
        ("__main__.py", "from kg.cli import main"),
    ],
)
def test_right_imports_pass(file: str, source: str) -> None:
    assert wrong_imports(source, PACKAGE / file) == []


@pytest.mark.parametrize(
    "path",
    [*MODULES, *sorted((ROOT / "tests").rglob("*.py"))],
    ids=lambda path: str(path.relative_to(ROOT)),
)
def test_no_file_is_long(path: Path) -> None:
    lines = path.read_text("utf-8").count("\n")
    assert lines <= LONGEST_FILE, f"{lines} lines; say one thing in a file"
