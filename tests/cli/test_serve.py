"""What ``twosource serve`` says before it serves."""

import socket
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import uvicorn

from twosource.log import logger

pytestmark = pytest.mark.enable_socket
Call = Callable[..., Any]


def test_a_missing_extra_is_named(call: Call, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setitem(sys.modules, "uvicorn", None)
    monkeypatch.delitem(sys.modules, "twosource.web.server", raising=False)
    outcome = call("serve", tmp_path / "ledger.db")
    assert outcome.status == 2
    assert "pip install 'twosource[web]'" in outcome.err
    assert not (tmp_path / "ledger.db").exists()


def test_it_prints_where_and_serves_this_computer_alone(
    call: Call, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    port = _free_port()
    served: list[tuple[str, int]] = []

    def run(_server: uvicorn.Server, sockets: list[socket.socket]) -> None:
        served.append(sockets[0].getsockname())
        sockets[0].close()

    monkeypatch.setattr(uvicorn.Server, "run", run)
    outcome = call("serve", tmp_path / "ledger.db", "--port", str(port), "--workers", "1")
    assert served == [("127.0.0.1", port)]
    assert f"http://127.0.0.1:{port}/" in outcome.out
    assert "new, empty ledger" in outcome.out


def test_a_file_that_is_no_ledger_is_found_before_it_says_that_it_serves(call: Call, tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("Not a ledger, " * 100)
    outcome = call("serve", tmp_path / "notes.txt", "--port", str(_free_port()))
    assert (outcome.status, outcome.out) == (1, "")
    assert "the file is something else" in outcome.err


@pytest.mark.parametrize("workers", ["1", "2"])
def test_a_port_of_another_program_is_told_before_it_says_that_it_serves(
    call: Call, tmp_path: Path, workers: str
) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        outcome = call("serve", tmp_path / "ledger.db", "--port", str(port), "--workers", workers)
    assert (outcome.status, outcome.out) == (2, "")
    assert f"port {port}: address already in use. Name another with --port" in outcome.err


def test_what_pages_do_not_tell_stands_in_the_output_of_the_server(
    call: Call, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def run(_server: uvicorn.Server, sockets: list[socket.socket]) -> None:
        sockets[0].close()
        logger.warning("GET /events: Cannot use the ledger %s", tmp_path)

    monkeypatch.setattr(uvicorn.Server, "run", run)
    before = list(logger.handlers)
    outcome = call("serve", tmp_path / "ledger.db", "--port", str(_free_port()), "--workers", "1")
    logger.handlers = before
    assert f"GET /events: Cannot use the ledger {tmp_path}" in outcome.err + capsys.readouterr().err


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])
