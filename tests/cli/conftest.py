"""The command line called as the console entry calls it, in this process, so that the models are loaded once."""

import io
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from twosource.cli.main import main


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a call left: its exit status and what it wrote where."""

    status: int
    out: str
    err: str


Call = Callable[..., Outcome]


@pytest.fixture
def call(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Call:
    """Call ``twosource`` with arguments and, where given, bytes on standard input."""

    def called(*arguments: str | Path, stdin: bytes = b"") -> Outcome:
        monkeypatch.setattr(sys, "argv", ["twosource", *map(str, arguments)])
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        capsys.readouterr()
        try:
            main()
        except SystemExit as end:
            status = end.code if isinstance(end.code, int) else 1 if end.code else 0
        else:
            status = 0
        written = capsys.readouterr()
        return Outcome(status, written.out, written.err)

    return called


@pytest.fixture
def good(tmp_path: Path) -> Path:
    """A folder with one readable report."""
    folder = tmp_path / "inputs"
    folder.mkdir()
    text = "Market bombed in Bern\n\nPolice said two people were killed when a bomb went off in Bern on Monday.\n"
    (folder / "good.txt").write_text(text, encoding="utf-8")
    return folder
