"""Rows that are new or changed in, entries of the chain written out, with what they are found by: one transaction."""

from typing import Any

from sqlalchemy import Connection, func, insert, select

from twosource.errors import TurnTakenError
from twosource.store.chain import link
from twosource.store.content import Sealed
from twosource.store.derived import derive
from twosource.store.latest import held as held_versions
from twosource.store.schema import RECORD

Values = dict[str, Any]


class Writer:
    """One transaction's time, and the chain as it grows."""

    def __init__(self, connection: Connection, moment: str, chain: str) -> None:
        self._connection = connection
        self._moment = moment
        self._chain = chain

    def add(self, table: str, batch: list[Sealed], *, is_turn: bool) -> int:
        """Write the rows of a batch that are new or changed; return how many."""
        held = held_versions(self._connection, table, [row.id for row in batch])
        if is_turn and held:
            raise TurnTakenError
        new = []
        for row in batch:
            version, digest = held.get(row.id, (0, ""))
            if digest != row.sha256:
                held[row.id] = (version + 1, row.sha256)
                self._chain = link(self._chain, (table, row.id, str(version + 1), self._moment, row.sha256))
                new.append(self._values(table, row, version + 1))
        write(self._connection, new)
        return len(new)

    def _values(self, table: str, row: Sealed, version: int) -> Values:
        return {
            "table_name": table,
            "id": row.id,
            "version": version,
            "recorded_at": self._moment,
            "sha256": row.sha256,
            "content": row.content,
            "chain": self._chain,
        }


def write(connection: Connection, new: list[Values]) -> None:
    """Insert entries, and what they are found by."""
    if not new:
        return
    last = connection.scalar(select(func.max(RECORD.c.sequence))) or 0
    numbered = [{"sequence": last + number, **values} for number, values in enumerate(new, 1)]
    connection.execute(insert(RECORD), numbered)
    derive(connection, numbered)
