"""The command line: data on standard output, errors in one line, exit codes that mean something."""

import csv
import io
import json
import os
import re
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from inspect import cleandoc
from pathlib import Path

import pytest

import kg
from kg.cli import COMMANDS, main, root

ROOT = Path(__file__).resolve().parent.parent.parent
ARTICLE = """Hội nghị sơ kết công tác xây dựng Đảng
Ngày 31/7/2023, Ban Tổ chức Huyện ủy Văn Lâm tổ chức hội nghị sơ kết. Dự hội nghị có đồng chí \
Nguyễn Bật Khánh, Bí thư Huyện ủy Văn Lâm, tỉnh Hưng Yên. Huyện ủy thực hiện Nghị quyết số \
21-NQ/TW ngày 16/6/2022 của Ban Chấp hành Trung ương Đảng.
"""


@dataclass(frozen=True)
class Done:
    """What a command gave."""

    code: int
    out: str
    err: str


Run = Callable[..., Done]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run `kg` with arguments, in this process."""

    def call(*arguments: object, stdin: str = "") -> Done:
        monkeypatch.setattr(sys, "argv", ["kg", *map(str, arguments)])
        monkeypatch.setattr(sys, "stdin", io.StringIO(stdin))
        try:
            main()
            code: object = 0
        except SystemExit as end:
            code = end.code or 0
        out, err = capsys.readouterr()
        assert "Traceback" not in out + err
        return Done(int(str(code)), out, err)

    return call


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A graph of one article."""
    folder = tmp_path_factory.mktemp("graph")
    (folder / "a1.txt").write_text(ARTICLE, "utf-8")
    return kg.build([folder / "a1.txt"], folder / "a.kg").path


def test_version(run: Run) -> None:
    assert run("--version").out == f"kg {kg.__version__}\n"


def test_help_names_all_commands(run: Run) -> None:
    out = run("--help").out
    assert all(name in out for name in ("build", "query", "ask", "show", "view", "export", "check"))


@pytest.mark.parametrize("function", [None, *COMMANDS])
def test_help_shows_examples_each_on_its_line(
    run: Run, function: Callable[..., None] | None
) -> None:
    name = function.__name__ if function else ""
    done = run(*name.split(), "--help")
    assert done.code == 0
    text = cleandoc((function or root).__doc__ or "")
    examples = re.findall(r"^ *((?:echo .*)?kg [a-z]+(?: .*)?)$", text, re.MULTILINE)
    assert any(f"kg {name}" in example for example in examples)
    shown = done.out.splitlines()
    assert [example for example in examples if f"      {example}" not in shown] == []


def test_build_says_what_it_did(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a1.txt").write_text(ARTICLE, "utf-8")
    target = tmp_path / "x.kg"
    done = run("build", tmp_path / "a1.txt", "-o", target)
    assert done == Done(0, f"{target}: 1 article (1 new)\n", "")
    assert run("build", tmp_path / "a1.txt", "-o", target).out.endswith("(nothing new)\n")


def test_build_names_what_it_left_out(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a1.txt").write_text(ARTICLE, "utf-8")
    (tmp_path / "empty.txt").write_text("")
    (tmp_path / "binary.txt").write_bytes(b"\0\1\2\3")
    (tmp_path / "latin.txt").write_bytes(b"\x81\x8d\x8f\x90\x9d" * 9)
    done = run("build", tmp_path, tmp_path / "no.txt", "-o", tmp_path / "x.kg")
    assert done.code == 3
    assert ": 1 article (1 new)" in done.out
    lines = done.err.splitlines()
    assert [line.split(": ")[1].removeprefix("left out ") for line in lines] == [
        str(tmp_path / name) for name in ("binary.txt", "empty.txt", "latin.txt", "no.txt")
    ]


def test_build_without_articles(run: Run, tmp_path: Path) -> None:
    done = run("build", tmp_path, "-o", tmp_path / "x.kg")
    assert done.code == 2
    assert done.err.startswith("kg: no article files found")


def test_build_over_something_else(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a1.txt").write_text(ARTICLE, "utf-8")
    done = run("build", tmp_path / "a1.txt", "-o", tmp_path)
    assert done.code == 1
    assert "holds other files (a1.txt)" in done.err


NAMES = "SELECT ?name { ?p a foaf:Person ; foaf:name ?name }"


def test_query_from_argument_file_and_input(run: Run, graph: Path, tmp_path: Path) -> None:
    file = tmp_path / "names.rq"
    file.write_text(NAMES, "utf-8")
    wanted = Done(0, "name\nNguyễn Bật Khánh\n", "")
    assert run("query", graph, NAMES) == wanted
    assert run("query", graph, file) == wanted
    assert run("query", graph, "-", stdin=NAMES) == wanted


@pytest.mark.parametrize(
    "text", ["DESCRIBE <http://nope.vn>", "# a.rq\nbase <http://nope.vn/> describe<x.y>"]
)
def test_a_query_without_braces_is_no_file(run: Run, graph: Path, text: str) -> None:
    assert run("query", graph, text, "-f", "nq") == Done(0, "\n", "")


def test_query_into_a_file(run: Run, graph: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.csv"
    assert run("query", graph, NAMES, "-f", "csv", "-o", out) == Done(0, "", "")
    rows = csv.reader(io.StringIO(out.read_text("utf-8")))
    assert list(rows) == [["name"], ["Nguyễn Bật Khánh"]]
    assert [path.name for path in tmp_path.iterdir()] == ["out.csv"]


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (["SELECT ?x { ?x a }"], 1, "The query cannot be parsed: line 1, column"),
        (["SELECT ?x { ?x a no:thing }"], 1, "the prefix no: is not declared"),
        (["DELETE WHERE { ?s ?p ?o }"], 1, "DELETE would change the graph"),
        ([""], 1, "The query is empty"),
        (["no.rq"], 1, "no.rq cannot be read: No such file"),
        (["ask.rq"], 1, "ask.rq cannot be read: No such file"),
        (["select/x"], 1, "select/x cannot be read: No such file"),
        (["LOAD <http://example.org/x.ttl>"], 1, "LOAD would change the graph"),
        (["# why\nPREFIX x: <http://example.org/> clear all"], 1, "CLEAR would change"),
        (["PREFIX x: <http://example.org/>"], 1, "The query cannot be parsed"),
        (["select ?x from <http://example.org/x.ttl>"], 1, "is no graph that is here"),
        ([NAMES, "-f", "docx"], 2, "docx cannot hold rows; choose one of table, csv"),
        ([NAMES, "-o", "no/such/folder/x"], 2, "cannot be written: No such file"),
    ],
)
def test_query_errors(run: Run, graph: Path, arguments: list[str], code: int, message: str) -> None:
    done = run("query", graph, *arguments)
    assert (done.code, done.out) == (code, "")
    assert done.err.startswith("kg: ")
    assert message in done.err


@pytest.mark.parametrize(
    "arguments",
    [
        ["query", "no.kg", NAMES],
        ["show", "no.kg", "x"],
        ["export", "no.kg", "-f", "ttl"],
        ["view", "no.kg"],
        ["check", "no.kg"],
        ["ask", "no.kg", "career", "person=x"],
        ["ask", "no.kg"],
    ],
)
def test_a_missing_graph(run: Run, arguments: list[str]) -> None:
    done = run(*arguments)
    assert done == Done(
        1, "", "kg: no.kg does not exist; make it with: kg build ARTICLES -o no.kg\n"
    )


def test_what_is_no_graph(run: Run, tmp_path: Path) -> None:
    assert "is not a graph made by kg build" in run("check", tmp_path).err


@pytest.mark.parametrize("arguments", [["nonsense"], ["query"], ["export", "x", "--no"]])
def test_wrong_arguments(run: Run, arguments: list[str]) -> None:
    done = run(*arguments)
    assert done.code == 2
    assert done.out == ""
    assert "Error: " in done.err


def test_export_by_ending_and_by_format(run: Run, graph: Path, tmp_path: Path) -> None:
    assert run("export", graph, "-o", tmp_path / "x.ttl").code == 0
    assert "@prefix" in (tmp_path / "x.ttl").read_text("utf-8")
    found = json.loads(run("export", graph, "-f", "facts").out)
    assert found["article"] == "a1"
    assert "Nguyễn Bật Khánh" in found["persons"]


def test_export_of_an_unknown_format(run: Run, graph: Path) -> None:
    done = run("export", graph, "-f", "docx")
    assert done.code == 2
    assert "'docx' is not a format; choose one of ttl, trig" in done.err
    assert "say which --format" in run("export", graph).err


def test_show(run: Run, graph: Path) -> None:
    done = run("show", graph, "nguyen bat khanh")
    assert done.code == 0
    assert "Nguyễn Bật Khánh: Bí thư Huyện ủy Văn Lâm (current)" in done.out
    assert "[a1" in done.out


def test_show_of_several_and_of_none(run: Run, graph: Path) -> None:
    many = run("show", graph, "van lam")
    assert many.code == 0
    assert len(many.out.splitlines()) > 1
    none = run("show", graph, "Không Ai")
    assert none.code == 1
    assert none.err == f"kg: {graph} has nothing called 'Không Ai'\n"


KHANH = ("career", "person=nguyen bat khanh")


def test_ask_lists_and_answers(run: Run, graph: Path) -> None:
    assert "career  The career of a person" in run("ask").out
    assert run("ask", graph).out == run("ask").out
    assert "Nguyễn Bật Khánh  Bí thư" in run("ask", graph, *KHANH).out


def test_ask_takes_parameters_as_options_too(run: Run, graph: Path) -> None:
    wanted = run("ask", graph, *KHANH)
    assert wanted.code == 0
    for given in (["--person", "nguyen bat khanh"], ["--person=Nguyễn Bật Khánh"]):
        assert run("ask", graph, "career", *given) == wanted


def test_ask_says_what_a_question_is_given(run: Run, graph: Path) -> None:
    done = run("ask", graph, "holders", "--help")
    assert done.code == 0
    assert "Usage: kg ask GRAPH holders position=… [on=…]" in done.out
    assert "Ai giữ một chức vụ" in done.out
    assert "(day, else newest)" in done.out
    assert "Ask a stored question; without one, list them all." in run("ask", "--help").out


def test_ask_writes_every_format(run: Run, graph: Path, tmp_path: Path) -> None:
    assert run("ask", graph, *KHANH, "-f", "csv").out.startswith("name,role,body,status,")
    assert "_iri" not in run("ask", graph, *KHANH, "-f", "markdown").out
    assert "name_iri" in json.loads(run("ask", graph, *KHANH, "-f", "json").out)["head"]["vars"]
    turtle = tmp_path / "a.ttl"
    assert run("ask", graph, *KHANH, "-f", "ttl", "-o", turtle) == Done(0, "", "")
    assert "a org:Membership" in turtle.read_text("utf-8")
    assert run("ask", graph, *KHANH, "-f", "docx").code == 2


def test_ask_explains_itself(run: Run, graph: Path) -> None:
    done = run("ask", graph, *KHANH, "--explain")
    assert done.code == 0
    assert "person/nguyen-bat-khanh-" in done.out
    assert run("query", graph, done.out).code == 0


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (["career"], 2, "the question career wants person=…"),
        (["career", "--person"], 2, "the question career wants person=…"),
        (["career", "khánh"], 2, "'khánh' is no NAME=VALUE"),
        (["career", "person=a", "person=b"], 2, "person is given twice, as 'a' and as 'b'"),
        (["career", "person=không ai"], 1, "There is no person called 'không ai'"),
        (["members", "body=van lam"], 1, "things are called 'van lam'; choose one:\n  body:"),
        (["no-such"], 2, "there is no question 'no-such'; there are bodies-under"),
    ],
)
def test_ask_errors(run: Run, graph: Path, arguments: list[str], code: int, message: str) -> None:
    done = run("ask", graph, *arguments)
    assert (done.code, done.out) == (code, "")
    assert done.err.startswith("kg: ")
    assert message in done.err


@pytest.mark.parametrize(
    ("words", "completed"),
    [
        ("kg ask a.kg ho", ["holders"]),
        ("kg ask a.kg holders po", ["position="]),
        ("kg ask a.kg changes to=2020 p", ["person="]),
        ("kg ask a.kg changes to=2020 t", []),
    ],
)
def test_ask_completes_names_and_parameters(words: str, completed: list[str]) -> None:
    done = subprocess.run(
        [sys.executable, "-c", "import sys; sys.argv = ['kg']; from kg.cli import main; main()"],
        env=os.environ
        | {"_KG_COMPLETE": "complete_bash", "COMP_WORDS": words}
        | {"COMP_CWORD": str(len(words.split()) - 1)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stdout.split() == completed


def test_check(run: Run, graph: Path) -> None:
    done = run("check", graph)
    assert done.code in (0, 1)
    assert done.out


def test_view(run: Run, graph: Path, tmp_path: Path) -> None:
    assert run("view", graph, "-o", tmp_path / "g.html").code == 0
    assert "Nguyễn Bật Khánh" in (tmp_path / "g.html").read_text("utf-8")


def process(*arguments: str) -> subprocess.CompletedProcess[str]:
    """Run `kg` as a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "kg", *arguments],
        capture_output=True,
        text=True,
        check=False,
        cwd=ROOT,
        timeout=120,
    )


def test_help_loads_nothing_heavy() -> None:
    code = "import sys, kg.cli; print(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT
    )
    heavy = {
        "rdflib",
        "pyshacl",
        "networkx",
        "pandas",
        "underthesea",
        "rich",
        "pyoxigraph",
        "jinja2",
    }
    assert heavy & set(done.stdout.split()) == set()


def test_a_closed_pipe_is_no_error(graph: Path) -> None:
    command = [sys.executable, "-m", "kg", "export", str(graph), "-f", "nq"]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=ROOT
    ) as child:
        assert child.stdout
        assert child.stderr
        child.stdout.read(10)
        child.stdout.close()
        assert child.stderr.read() == b""


@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGINT to send")
def test_ctrl_c_says_one_line_and_leaves_a_graph_that_opens(tmp_path: Path) -> None:
    import signal

    for number in range(300):
        (tmp_path / f"a{number}.txt").write_text(ARTICLE * 5, "utf-8")
    target = tmp_path / "x.kg"
    command = [sys.executable, "-m", "kg", "build", str(tmp_path), "-o", str(target), "-j", "2"]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=ROOT, start_new_session=True
    ) as child:
        until = time.monotonic() + 60
        while not (target / "manifest.json").exists() and time.monotonic() < until:
            time.sleep(0.05)
        os.killpg(child.pid, signal.SIGINT)
        out, err = child.communicate(timeout=60)
    wanted = b"kg: the build was stopped; the same command goes on where it ended\n"
    assert (child.returncode, out, err) == (130, b"", wanted)
    assert process(
        "query", str(target), "SELECT (COUNT(*) AS ?n) { ?a a schema:NewsArticle }"
    ).stdout


def test_as_a_module() -> None:
    assert process("--version").stdout == f"kg {kg.__version__}\n"
