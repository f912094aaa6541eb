"""Passwords: which are good enough, what is kept of them, and whether one is right, in the same time for any name."""

from threading import BoundedSemaphore

from twosource.errors import UsageError

SHORTEST = 12  # NIST SP 800-63B asks 8 with a list of leaked ones, 15 without another factor; no composition rules
LONGEST = 512  # characters; what is longer costs time and guards no better
AT_ONCE = 2  # hashes made at the same time: one takes 64 MiB of memory


class PasswordHashes:
    """Argon2id hashes in the settings of RFC 9106 for little memory (3 passes, 64 MiB, 4 lanes): about 50 ms each.

    Raises:
        UsageError: argon2-cffi is not installed.
    """

    def __init__(self) -> None:
        try:
            import argon2  # noqa: PLC0415 - of the extra ``web``; loaded only where accounts are
        except ImportError as error:
            raise UsageError("Accounts need argon2-cffi; pip install 'twosource[web]' brings it.") from error
        self._hasher = argon2.PasswordHasher()
        self._wrong = (argon2.exceptions.VerificationError, argon2.exceptions.InvalidHashError)
        self._turns = BoundedSemaphore(AT_ONCE)
        self._nobodys = self._hasher.hash("the password of no account")

    def of(self, password: str) -> str:
        """Return what is kept of a password."""
        with self._turns:
            return self._hasher.hash(password)

    def is_right(self, kept: str | None, password: str) -> bool:
        """Tell whether a password is the one kept; None (nobody has that name) takes as long and is never right."""
        with self._turns:
            try:
                return self._hasher.verify(kept or self._nobodys, password[:LONGEST]) and kept is not None
            except self._wrong:
                return False

    def is_outdated(self, kept: str) -> bool:
        """Tell whether a hash was made with older settings."""
        return self._hasher.check_needs_rehash(kept)


def checked(password: str, name: str) -> str:
    """Return the password as it is.

    Raises:
        UsageError: it is too short, too long, or easy to guess from the name.
    """
    if not SHORTEST <= len(password) <= LONGEST:
        raise UsageError(f"The password has {len(password)} characters; use {SHORTEST} to {LONGEST}.")
    if len(set(password)) < 5 or password.lower().replace(name, "") == "":
        raise UsageError("The password is easy to guess; use several words, or what a password program makes.")
    return password
