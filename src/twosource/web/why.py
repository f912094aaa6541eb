"""An error raised on purpose in, how it is answered out: the status, what would do in plain words, headers.

Whoever looks at pages may not know the machine: no path and no address of it is told, nor a database's own words.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from twosource.errors import BusyError, NoLedgerError, StoreError, TwosourceError, UsageError
from twosource.publish.wording import capitalised

LOUD = 500  # from this status on whoever keeps the server is told too
SOON = "5"  # seconds, after which a program may ask again
GONE = (
    "There is no ledger where one should be: put its file back where it was, or start 'twosource serve' again with its"
    " new place. Nothing was changed."
)
NOT_NOW = "{way_out}. What the ledger held still stands."


@dataclass(frozen=True, slots=True, kw_only=True)
class Why:
    """Why not, and what would do."""

    status: int
    told: str
    headers: Mapping[str, str] = field(default_factory=dict)


def why(error: TwosourceError) -> Why:
    """Return how an error is answered."""
    if isinstance(error, NoLedgerError):
        return Why(status=503, told=GONE)
    if isinstance(error, BusyError):
        return Why(status=503, told=NOT_NOW.format(way_out=capitalised(error.way_out)), headers={"Retry-After": SOON})
    if isinstance(error, StoreError) and error.way_out:
        return Why(status=503, told=NOT_NOW.format(way_out=capitalised(error.way_out)))
    return Why(status=400 if isinstance(error, UsageError) else 503, told=str(error))
