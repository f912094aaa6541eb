"""How long one must wait before trying again to log in: per account and per address, longer with each failure."""

from datetime import datetime, timedelta

from sqlalchemy import Connection, delete, func, insert, select
from sqlalchemy.schema import Column

from twosource.accounts.moment import before, read, told
from twosource.accounts.schema import ATTEMPT

REMEMBERED = timedelta(hours=1)
FREE_PER_ACCOUNT = 5
FREE_PER_ADDRESS = 20  # an office shares an address
LONGEST_WAIT = 300  # seconds: a guesser gets at most 12 attempts an hour, a person locked out by one waits 5 minutes


def wait(connection: Connection, name: str, address: str, now: datetime) -> int:
    """Return for how many seconds (0: none) an account or an address must wait."""
    connection.execute(delete(ATTEMPT).where(ATTEMPT.c.at < before(now, REMEMBERED)))
    return max(
        _wait(connection, (ATTEMPT.c.account, name), FREE_PER_ACCOUNT, now),
        _wait(connection, (ATTEMPT.c.address, address), FREE_PER_ADDRESS, now),
    )


def attempt(connection: Connection, name: str, address: str, now: datetime) -> None:
    """Count an attempt before it is known to fail, so that many at once count as many."""
    connection.execute(insert(ATTEMPT), {"account": name, "address": address, "at": told(now)})


def forgive(connection: Connection, name: str) -> None:
    """Forget the attempts on an account after its owner logged in."""
    connection.execute(delete(ATTEMPT).where(ATTEMPT.c.account == name))


def _wait(connection: Connection, whose: tuple[Column[str], str], free: int, now: datetime) -> int:
    column, value = whose
    query = select(func.count(), func.max(ATTEMPT.c.at)).where(column == value)
    failed, last = connection.execute(query).one()
    if failed < free:
        return 0
    due = read(last) + timedelta(seconds=min(LONGEST_WAIT, 2 ** min(failed - free, 16)))
    return max(0, -((now - due) // timedelta(seconds=1)))
