"""``twosource account`` and who ``serve`` opens a ledger to."""

from pathlib import Path

import pytest
from tests.cli.conftest import Call


@pytest.fixture
def keeping(call: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Call:
    """Call ``twosource account`` on one ledger, with a password in the environment."""
    monkeypatch.setenv("TWOSOURCE_PASSWORD", "nine quiet harbours")
    return lambda *told: call("account", *told, "--store", tmp_path / "ledger.db")


def test_the_first_admin_is_made_on_the_command_line(keeping: Call) -> None:
    assert keeping("list").out == "No accounts yet.\n"
    assert keeping("add", "Root", "--role", "admin").out == "root is added as admin.\n"
    assert keeping("add", "ada", "--role", "reader").status == 0
    assert keeping("role", "ada", "--role", "reviewer").status == 0
    assert keeping("disable", "ada").status == 0
    told = keeping("list").out.splitlines()
    assert [line.rsplit("  since", 1)[0] for line in told] == ["ada  reviewer  closed", "root  admin"]
    assert keeping("enable", "ada").status == 0
    assert keeping("password", "ada").status == 0


@pytest.mark.parametrize(
    ("told", "said"),
    [
        (("add", "root"), "needs --role"),
        (("add", "root", "--role", "king"), "no role 'king'"),
        (("add", "../root", "--role", "admin"), "cannot be the name"),
        (("enrich", "root"), "choose one of: list, add"),
        (("disable", "nobody"), "no account 'nobody'"),
    ],
)
def test_what_cannot_be_done_names_what_would_do(keeping: Call, told: tuple[str, ...], said: str) -> None:
    found = keeping(*told)
    assert (found.status, said in found.err) == (2, True)


def test_there_is_no_password_by_default(keeping: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("TWOSOURCE_PASSWORD")
    assert keeping("add", "root", "--role", "admin").status != 0
    assert keeping("list").out == "No accounts yet.\n"


@pytest.mark.parametrize("host", ["0.0.0.0", "192.0.2.1", "::", "ledger.example"])  # noqa: S104 - it is refused
def test_a_ledger_is_not_opened_to_others_without_accounts(call: Call, tmp_path: Path, host: str) -> None:
    found = call("serve", tmp_path / "ledger.db", "--host", host)
    assert (found.status, "add --accounts" in found.err) == (2, True)
    assert not (tmp_path / "ledger.db").exists()


def test_a_team_without_an_admin_is_not_served(call: Call, tmp_path: Path) -> None:
    found = call("serve", tmp_path / "ledger.db", "--accounts")
    assert (found.status, "twosource account add" in found.err) == (2, True)


def test_a_short_secret_is_refused(call: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TWOSOURCE_SECRET", "swordfish")
    found = call("serve", tmp_path / "ledger.db")
    assert (found.status, "at least 32" in found.err, "swordfish" in found.err) == (2, True, False)
