"""Passwords are right for the account that has them, and for nobody else."""

from twosource.accounts.password import PasswordHashes


def test_no_password_is_that_of_nobody() -> None:
    """What a name that is none is compared with stands in the program for all to read."""
    hashes = PasswordHashes()
    assert not hashes.is_right(None, "the password of no account")
    assert hashes.is_right(hashes.of("nine quiet harbours"), "nine quiet harbours")
    assert not hashes.is_right(hashes.of("nine quiet harbours"), "nine quiet harbour")
    assert not hashes.is_right("no hash at all", "nine quiet harbours")
