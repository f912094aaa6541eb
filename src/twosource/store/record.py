"""Rows of a store in, the records they hold out."""

from collections.abc import Iterable
from typing import Any, TypeVar

import msgspec

from twosource.errors import StoreError
from twosource.store.store import Store

Record = TypeVar("Record")


def records(
    store: Store, table: str, kind: type[Record], as_of: str | None, ids: Iterable[str] | None = None
) -> list[Record]:
    """Return the records of a table that stand, or of those rows of it that are named, by id.

    Raises:
        StoreError: the store cannot be read, or holds rows of another program.
    """
    rows = store.rows(table, as_of, ids)
    return [record_of(row["record"], kind, table, row["id"]) for row in rows if row["record"] is not None]


def record_of(record: Any, kind: type[Record], table: str, key: str) -> Record:
    """Return what a row holds as a record.

    Raises:
        StoreError: the row is of another program.
    """
    try:
        return msgspec.convert(record, kind, strict=False)
    except msgspec.ValidationError as error:
        raise StoreError(
            f"The ledger's {table} table does not hold {key} as this program writes it: {error}"
        ) from error
