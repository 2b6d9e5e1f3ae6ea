"""What a process gives up, it has no more; each is tried in a process of its own."""

import subprocess
import sys

import pytest

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="seccomp is of Linux")


def run(code: str) -> str:
    start = "import os, socket, ctypes\nfrom kg.serve import sandbox\n"
    done = subprocess.run(
        [sys.executable, "-c", start + code], capture_output=True, text=True, check=False
    )
    assert "Traceback" not in done.stderr, done.stderr
    return done.stdout.strip() or str(done.returncode)


@pytest.fixture(autouse=True)
def has_filters() -> None:
    if run("print(sandbox.no_network())") != "True":
        pytest.skip("this system has no seccomp filters")


def test_no_socket_of_any_kind_can_be_opened() -> None:
    code = """
sandbox.no_network()
for family in (socket.AF_INET, socket.AF_INET6, socket.AF_UNIX):
    try:
        socket.socket(family)
        print("open")
    except PermissionError:
        pass
try:
    socket.create_connection(("127.0.0.1", 1))
except OSError as error:
    print(type(error).__name__)
"""
    assert run(code) == "PermissionError"


def test_threads_and_children_are_bound_too_and_no_program_runs() -> None:
    code = """
import threading
sandbox.no_network()
found = []
def attempt():
    try:
        socket.socket()
    except PermissionError:
        found.append("thread")
thread = threading.Thread(target=attempt)
thread.start()
thread.join()
if not os.fork():
    attempt()
    os._exit(len(found))
found.append(os.waitstatus_to_exitcode(os.wait()[1]))
try:
    os.execv("/bin/true", ["true"])
except PermissionError:
    found.append("program")
print(found)
"""
    assert run(code) == "['thread', 2, 'program']"


def test_a_pipe_that_is_open_stays_so() -> None:
    code = """
ours, theirs = socket.socketpair()
sandbox.no_network()
ours.sendall(b"on")
print(theirs.recv(2), open("/dev/null").read() == "")
"""
    assert run(code) == "b'on' True"


@pytest.mark.skipif("x86_64" not in __import__("platform").machine(), reason="of x86_64")
def test_no_other_name_of_a_call_gets_through() -> None:
    code = """
sandbox.no_network()
call = ctypes.CDLL(None, use_errno=True).syscall
for number in (41, 0x40000000 + 41, 425, 0x40000000 + 425):
    assert call(number, 2, 1, 0) == -1
    print(ctypes.get_errno(), end=" ")
"""
    assert run(code) == "1 1 1 1"


def test_memory_ends_where_it_was_set() -> None:
    code = """
print(sandbox.limit_memory(64))
bytes(32 * 2**20)
try:
    bytes(128 * 2**20)
except MemoryError:
    print("full")
"""
    assert run(code).split() == ["True", "full"]
