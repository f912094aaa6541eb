"""The errors of Twosource; every message says what was asked, what was found and what would do.

TwosourceError
├── UsageError         wrong options or arguments; exit status 2
├── SourceError        the world outside: a path or an address that cannot be read; may be tried again
├── UnreadableError    one input or part that cannot be read; becomes a Reject with its reason
└── StoreError         the ledger file or server; nothing was changed
    └── TurnTakenError another program wrote first; what it wrote must be read before
"""


class TwosourceError(Exception):
    """Root of every error this package raises on purpose."""


class UsageError(TwosourceError):
    """The call itself is wrong; the message names what would be right."""


class SourceError(TwosourceError):
    """Something outside could not be reached or read; trying again may help."""


class UnreadableError(TwosourceError):
    """One input cannot be read; the rest goes on.

    Args:
        reason: a short fixed word for counting, such as ``"empty"`` or ``"too large"``.
        detail: what was found, for a person.
    """

    def __init__(self, reason: str, detail: str) -> None:
        super().__init__(f"{reason}: {detail}")
        self.reason = reason
        self.detail = detail


class StoreError(TwosourceError):
    """The store refused or failed; what it held before still stands."""


class TurnTakenError(StoreError):
    """Another program has written since the ledger was read; read what it wrote, then try again."""

    def __init__(self) -> None:
        super().__init__("Another program has written to the ledger since it was read; run again.")
