"""What ``twosource serve`` says before it serves."""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import uvicorn

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
    served: list[tuple[str, int]] = []
    monkeypatch.setattr(uvicorn, "run", lambda _app, host, port, **_options: served.append((host, port)))
    outcome = call("serve", tmp_path / "ledger.db", "--port", "8123", "--workers", "1")
    assert served == [("127.0.0.1", 8123)]
    assert "http://127.0.0.1:8123/" in outcome.out
    assert "new, empty ledger" in outcome.out
