"""The errors of Twosource; every message says what was asked, what was found and what would do.

TwosourceError
├── UsageError         wrong options or arguments; exit status 2
│   └── NoLedgerError  no ledger is where one was named
├── SourceError        the world outside: a path or an address that cannot be read; may be tried again
├── UnreadableError    one input or part that cannot be read; becomes a Reject with its reason
└── StoreError         the ledger file or server; nothing was changed
    ├── LostError      the file of a ledger in use was taken away
    ├── BusyError      another program holds the ledger; may be tried again
    └── TurnTakenError another program wrote first; what it wrote must be read before
"""


class TwosourceError(Exception):
    """Root of every error this package raises on purpose."""


class UsageError(TwosourceError):
    """The call itself is wrong; the message names what would be right."""


class NoLedgerError(UsageError):
    """No ledger is where one was named.

    Args:
        where: the file or address.
    """

    def __init__(self, where: str) -> None:
        super().__init__(f"{where}: no such ledger; name the file that 'twosource run --store' keeps.")


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
    """The store refused or failed; what it held before still stands.

    Args:
        told: what happened, and what would do. Where it names a path or an address of the machine, ``way_out`` is told
            too, for who only looks at pages.
        way_out: what would do, without them.
    """

    def __init__(self, told: str, way_out: str = "") -> None:
        super().__init__(told)
        self.way_out = way_out


class LostError(StoreError):
    """The file of a ledger in use was moved, removed or replaced.

    Args:
        where: the file.
        what: what was done to it.
    """

    def __init__(self, where: str, what: str = "moved or removed") -> None:
        way_out = (
            f"the ledger's file was {what} while it was in use: put it back where it was, or start 'twosource serve'"
            " again with its new place"
        )
        super().__init__(f"Cannot use the ledger {where}: {way_out}.", way_out)


class BusyError(StoreError):
    """Another program holds the ledger; trying again in a moment may help."""


class TurnTakenError(StoreError):
    """Another program has written since the ledger was read; read what it wrote, then try again."""

    def __init__(self) -> None:
        super().__init__("Another program has written to the ledger since it was read; run again.")
