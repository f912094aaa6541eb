"""Accounts made and changed, and what each change ends."""

import pytest
from tests.accounts.conftest import PASSWORD, Clock

from twosource.accounts import (
    Accounts,
    LoggedIn,
    add,
    change_password,
    deeds,
    let_in,
    log_in,
    make_token,
    people,
    person_here,
    reset_password,
    set_disabled,
    set_role,
)
from twosource.accounts.session import begin
from twosource.errors import UsageError


def _here(accounts: Accounts, clock: Clock, name: str) -> str:
    found = log_in(accounts, PASSWORD, clock.by(name))
    assert isinstance(found, LoggedIn)
    return found.secret


@pytest.fixture
def team(accounts: Accounts, clock: Clock) -> Accounts:
    add(accounts, "root", "admin", PASSWORD, clock.by())
    add(accounts, "Ada", "reviewer", PASSWORD, clock.by())
    return accounts


def test_accounts_are_listed_by_name_and_names_know_no_case(team: Accounts, clock: Clock) -> None:
    assert [(one.name, one.role, one.is_disabled) for one in people(team)] == [
        ("ada", "reviewer", False),
        ("root", "admin", False),
    ]
    with pytest.raises(UsageError, match="already"):
        add(team, "ADA", "reader", PASSWORD, clock.by())


@pytest.mark.parametrize("name", ["", " ", "../x", "a b", "a\nb", "é", "x" * 65, "<b>", "-a", "a;drop"])
def test_odd_names_are_no_names(accounts: Accounts, clock: Clock, name: str) -> None:
    with pytest.raises(UsageError, match="cannot be the name"):
        add(accounts, name, "reader", PASSWORD, clock.by())


@pytest.mark.parametrize("password", ["short", "x" * 12, "adaadaadaada", "a b" * 200])
def test_easy_passwords_are_refused(accounts: Accounts, clock: Clock, password: str) -> None:
    with pytest.raises(UsageError, match="password"):
        add(accounts, "ada", "reader", password, clock.by())


def test_a_password_is_kept_only_as_an_argon2_hash(team: Accounts) -> None:
    with team.reading() as connection:
        rows = connection.exec_driver_sql("SELECT password FROM account").scalars().all()
    assert len(set(rows)) == 2, "each has a salt of its own"
    assert all(row.startswith("$argon2id$") and PASSWORD not in row for row in rows)


def test_what_a_browser_or_a_program_holds_is_kept_nowhere(team: Accounts, clock: Clock) -> None:
    secrets = {_here(team, clock, "ada"), make_token(team, "ada", "notebook", clock.now)}
    with team.reading() as connection:
        kept = [
            str(row)
            for table in ("account_session", "account_token", "account_audit", "account_attempt")
            for row in connection.exec_driver_sql(f"SELECT * FROM {table}").all()  # noqa: S608 - names from this test
        ]
    assert not [secret for secret in secrets for row in kept if secret in row]


def test_another_role_holds_from_the_next_request_on(team: Accounts, clock: Clock) -> None:
    token = make_token(team, "ada", "notebook", clock.now)
    set_role(team, "ada", "reader", clock.by())
    found = let_in(team, token, clock.now)
    assert found is not None
    assert found.role == "reader"


def test_a_disabled_account_is_nowhere_any_more(team: Accounts, clock: Clock) -> None:
    secret, token = _here(team, clock, "ada"), make_token(team, "ada", "notebook", clock.now)
    set_disabled(team, "ada", clock.by(), is_disabled=True)
    assert person_here(team, secret, clock.now) is None
    assert let_in(team, token, clock.now) is None
    assert not isinstance(log_in(team, PASSWORD, clock.by("ada")), LoggedIn)
    set_disabled(team, "ada", clock.by(), is_disabled=False)
    assert person_here(team, secret, clock.now) is None, "an old session stays over"
    assert let_in(team, token, clock.now) is None, "an old token stays over"
    assert isinstance(log_in(team, PASSWORD, clock.by("ada")), LoggedIn)


def test_what_begins_just_as_an_account_is_disabled_opens_nothing(team: Accounts, clock: Clock) -> None:
    """A password was checked before, and the session or token is written after all others were ended."""
    set_disabled(team, "ada", clock.by(), is_disabled=True)
    token = make_token(team, "ada", "notebook", clock.now)
    with team.writing() as connection:
        secret = begin(connection, "ada", clock.now)
    assert (person_here(team, secret, clock.now), let_in(team, token, clock.now)) == (None, None)


def test_a_reset_password_ends_sessions_and_tokens(team: Accounts, clock: Clock) -> None:
    secret, token = _here(team, clock, "ada"), make_token(team, "ada", "notebook", clock.now)
    reset_password(team, "ada", "another long password", clock.by())
    assert person_here(team, secret, clock.now) is None
    assert let_in(team, token, clock.now) is None
    assert not isinstance(log_in(team, PASSWORD, clock.by("ada")), LoggedIn)
    assert isinstance(log_in(team, "another long password", clock.by("ada")), LoggedIn)


def test_a_changed_password_ends_every_session_but_gives_a_new_one(team: Accounts, clock: Clock) -> None:
    mine, elsewhere = _here(team, clock, "ada"), _here(team, clock, "ada")
    with pytest.raises(UsageError, match="not right"):
        change_password(team, "wrong wrong wrong", "another long password", clock.by("ada"))
    assert person_here(team, mine, clock.now) is not None
    new = change_password(team, PASSWORD, "another long password", clock.by("ada"))
    assert [person_here(team, one, clock.now) is None for one in (mine, elsewhere, new)] == [True, True, False]


def test_the_last_admin_stays(team: Accounts, clock: Clock) -> None:
    with pytest.raises(UsageError, match="last admin"):
        set_role(team, "root", "reader", clock.by())
    with pytest.raises(UsageError, match="last admin"):
        set_disabled(team, "root", clock.by(), is_disabled=True)
    set_role(team, "ada", "admin", clock.by())
    set_disabled(team, "root", clock.by("ada"), is_disabled=True)
    with pytest.raises(UsageError, match="last admin"):
        set_role(team, "ada", "reader", clock.by())


def test_every_change_is_told_in_the_audit(team: Accounts, clock: Clock) -> None:
    set_role(team, "ada", "reader", clock.by("root", "192.0.2.7"))
    set_disabled(team, "ada", clock.by(), is_disabled=True)
    set_disabled(team, "ada", clock.by(), is_disabled=False)
    reset_password(team, "ada", "another long password", clock.by())
    told = [(one.who, one.what, one.about, one.address) for one in deeds(team)]
    assert told == [
        ("root", "password reset", "ada", "192.0.2.1"),
        ("root", "account enabled", "ada", "192.0.2.1"),
        ("root", "account disabled", "ada", "192.0.2.1"),
        ("root", "role changed", "ada to reader", "192.0.2.7"),
        ("root", "account added", "ada as reviewer", "192.0.2.1"),
        ("root", "account added", "root as admin", "192.0.2.1"),
    ]
    assert {one.at for one in deeds(team)} == {"2031-05-06T09:00:00.000000Z"}


def test_the_audit_is_read_in_parts(team: Accounts) -> None:
    first = deeds(team, limit=1)
    assert [one.about for one in deeds(team, first[0].sequence)] == ["root as admin"]
