"""Logging in: sessions that begin, rotate and end; guessing that is slowed; names that are not told."""

from concurrent.futures import ThreadPoolExecutor
from statistics import median
from time import perf_counter

import pytest
from tests.accounts.conftest import PASSWORD, Clock

from twosource.accounts import (
    Accounts,
    LoggedIn,
    Refused,
    TooSoon,
    add,
    deeds,
    end,
    let_in,
    log_in,
    make_token,
    person_here,
    revoke,
    tokens,
)


@pytest.fixture
def team(accounts: Accounts, clock: Clock) -> Accounts:
    add(accounts, "ada", "reviewer", PASSWORD, clock.by())
    add(accounts, "ben", "reader", PASSWORD, clock.by())
    return accounts


def _here(accounts: Accounts, clock: Clock, name: str = "ada", before: str | None = None) -> str:
    found = log_in(accounts, PASSWORD, clock.by(name), before)
    assert isinstance(found, LoggedIn)
    return found.secret


def test_a_session_is_of_256_bits_and_another_at_each_login(team: Accounts, clock: Clock) -> None:
    secrets = {_here(team, clock) for _ in range(3)}
    assert len(secrets) == 3
    assert {len(one) for one in secrets} == {43}


def test_the_session_a_browser_brings_ends_at_login(team: Accounts, clock: Clock) -> None:
    planted = _here(team, clock, "ben")
    mine = _here(team, clock, "ada", planted)
    assert mine != planted
    assert person_here(team, planted, clock.now) is None


def test_a_session_ends_at_logout(team: Accounts, clock: Clock) -> None:
    secret = _here(team, clock)
    end(team, secret)
    assert person_here(team, secret, clock.now) is None


def test_a_session_ends_when_it_idles(team: Accounts, clock: Clock) -> None:
    secret = _here(team, clock)
    for _ in range(3):
        clock.pass_by(hours=7.9)
        assert person_here(team, secret, clock.now) is not None
    clock.pass_by(hours=8.1)
    assert person_here(team, secret, clock.now) is None


def test_a_session_ends_after_a_week_however_busy(team: Accounts, clock: Clock) -> None:
    secret = _here(team, clock)
    for _ in range(7 * 4):
        clock.pass_by(hours=5.9)
        assert person_here(team, secret, clock.now) is not None
    clock.pass_by(hours=4)
    assert person_here(team, secret, clock.now) is None


@pytest.mark.parametrize("secret", ["", "x", "'; DROP TABLE account; --", "\ud800", "a" * 100_000])
def test_what_is_no_secret_opens_nothing(team: Accounts, clock: Clock, secret: str) -> None:
    assert person_here(team, secret, clock.now) is None
    assert let_in(team, secret, clock.now) is None


@pytest.mark.parametrize("name", ["ada", "nobody", "ada' OR '1'='1", "ADA\x00", "x" * 10_000])
def test_a_wrong_password_is_refused_alike_whoever_is_named(team: Accounts, clock: Clock, name: str) -> None:
    assert log_in(team, "wrong", clock.by(name)) == Refused()
    assert deeds(team)[0].what == "login failed"


def test_guessing_at_an_account_is_slowed_from_any_address(team: Accounts, clock: Clock) -> None:
    for number in range(5):
        assert log_in(team, "wrong", clock.by("ada", f"198.51.100.{number}")) == Refused()
    waits = []
    for number in range(10):
        found = log_in(team, PASSWORD, clock.by("ada", f"198.51.100.{number}"))
        assert isinstance(found, TooSoon), "even with the right password"
        waits.append(found.seconds)
        clock.pass_by(seconds=found.seconds)
        log_in(team, "wrong", clock.by("ada", "203.0.113.9"))
    assert waits == [1, 2, 4, 8, 16, 32, 64, 128, 256, 300]


def test_another_account_is_not_slowed(team: Accounts, clock: Clock) -> None:
    for _ in range(6):
        log_in(team, "wrong", clock.by("ada", "198.51.100.1"))
    assert isinstance(log_in(team, PASSWORD, clock.by("ben", "198.51.100.2")), LoggedIn)


def test_one_address_that_tries_many_names_is_slowed(team: Accounts, clock: Clock) -> None:
    found = [log_in(team, "wrong", clock.by(f"name{number}", "198.51.100.1")) for number in range(21)]
    assert found[:20] == [Refused()] * 20
    assert isinstance(found[20], TooSoon)
    assert isinstance(log_in(team, PASSWORD, clock.by("ada", "198.51.100.2")), LoggedIn)


def test_names_that_are_none_wait_alike(team: Accounts, clock: Clock) -> None:
    found = [log_in(team, "wrong", clock.by("nobody", f"198.51.100.{number}")) for number in range(6)]
    assert isinstance(found[5], TooSoon)


def test_many_attempts_at_once_count_as_many(team: Accounts, clock: Clock) -> None:
    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(lambda _: log_in(team, "wrong", clock.by("ada")), range(16)))
    assert found.count(Refused()) == 5


def test_a_login_forgives_and_an_hour_forgets(team: Accounts, clock: Clock) -> None:
    for _ in range(4):
        log_in(team, "wrong", clock.by("ada"))
    _here(team, clock)
    for _ in range(5):
        assert log_in(team, "wrong", clock.by("ada")) == Refused()
    clock.pass_by(hours=1.1)
    _here(team, clock)


def test_an_unknown_name_takes_as_long_as_a_known_one(team: Accounts, clock: Clock) -> None:
    """The hash, most of the time by far, is made for both: without it an unknown name took a twentieth."""

    def taken(name: str) -> float:
        begun = perf_counter()
        log_in(team, "wrong", clock.by(name, "198.51.100.9"))
        spent = perf_counter() - begun
        clock.pass_by(hours=2)
        return spent

    taken("ada")
    known, unknown = median(taken("ada") for _ in range(5)), median(taken("zoe") for _ in range(5))
    assert 0.4 < unknown / known < 2.5


def test_logins_and_failures_are_told_in_the_audit(team: Accounts, clock: Clock) -> None:
    log_in(team, "wrong", clock.by("ada", "198.51.100.1"))
    _here(team, clock)
    assert [(one.who, one.what, one.address) for one in deeds(team, limit=2)] == [
        ("ada", "login", "192.0.2.1"),
        ("ada", "login failed", "198.51.100.1"),
    ]


def test_a_token_speaks_for_its_account_until_it_is_ended(team: Accounts, clock: Clock) -> None:
    secret = make_token(team, "ada", "notebook", clock.now)
    found = let_in(team, secret, clock.now)
    assert found is not None
    assert (found.name, found.role) == ("ada", "reviewer")
    (kept,) = tokens(team, "ada")
    assert not revoke(team, "ben", kept.id), "another's token"
    assert revoke(team, "ada", kept.id)
    assert let_in(team, secret, clock.now) is None


def test_a_token_ends_after_a_year(team: Accounts, clock: Clock) -> None:
    secret = make_token(team, "ada", "notebook", clock.now)
    clock.pass_by(days=364)
    assert let_in(team, secret, clock.now) is not None
    clock.pass_by(days=2)
    assert let_in(team, secret, clock.now) is None
