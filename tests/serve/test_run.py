"""What keeps the server from starting is said in a sentence."""

import socket
from pathlib import Path

import pytest

from kg.errors import StoreError, UsageError
from kg.serve import run, serve


def test_a_graph_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="does not exist"):
        serve(tmp_path / "none.kg")


def test_a_port_that_is_taken(graph_to_serve: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        with pytest.raises(UsageError, match=f"127.0.0.1:{port} .*in use.*--port"):
            serve(graph_to_serve, port=port)


@pytest.mark.parametrize(("host", "port"), [("no.such.host.invalid", 0), ("127.0.0.1", 99_999)])
def test_an_address_that_is_none(graph_to_serve: Path, host: str, port: int) -> None:
    with pytest.raises(UsageError, match=host):
        serve(graph_to_serve, host, port)


@pytest.mark.parametrize(("host", "local"), [
    ("127.0.0.1", True), ("127.9.9.9", True), ("::1", True), ("localhost", True),
    ("0.0.0.0", False), ("::", False), ("192.0.2.1", False), ("kg.example.org", False),
])  # fmt: skip
def test_without_a_guard_only_this_computer_is_served(
    caplog: pytest.LogCaptureFixture, host: str, local: bool
) -> None:
    run._guard(True, host, unguarded=False)
    assert not caplog.records
    if not local:
        with pytest.raises(UsageError, match="only this computer"):
            run._guard(False, host, unguarded=False)
    run._guard(False, host, unguarded=True)
    assert "network" in caplog.text


def test_a_proxy_is_one_address(graph_to_serve: Path) -> None:
    with pytest.raises(UsageError, match="'nonsense' is no address"):
        serve(graph_to_serve, port=0, proxy="nonsense")
