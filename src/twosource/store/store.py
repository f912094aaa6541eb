"""The wall between the ledger and where it is kept: four verbs over rows that are only ever added."""

from collections.abc import Iterable, Iterator
from typing import Any, Protocol

Row = dict[str, Any]
"""A JSON object with an ``id``: text of 1 to 200 characters, none of them a control character."""


class Store(Protocol):
    """Rows in named tables; nothing is ever changed or removed; every store gives the same answers.

    A row whose id is new, or whose content differs from the latest under its id, is added as the next version. The
    same content again adds nothing. Content is compared as JSON: a tuple and a list of the same items are equal.
    """

    def append(self, table: str, rows: Iterable[Row], recorded_at: str) -> int:
        """Add the rows, all of them or, where anything fails, none; return how many versions are new.

        Args:
            table: the name of the table, as an id; it need not exist.
            rows: read once; the same id may come several times, later ones being later versions.
            recorded_at: when, ISO 8601 with a zone. A time before the latest one held is recorded as that one: two
                programs whose clocks differ must not change the past.

        Raises:
            UsageError: a row without a usable id, content that is not JSON, or a time without a zone.
            StoreError: the store refused; nothing was added.
        """
        ...

    def rows(self, table: str, as_of: str | None = None) -> Iterator[Row]:
        """Yield the latest version of each id, in the order of the ids (code points); none for an unknown table.

        Args:
            table: the name of the table.
            as_of: ISO 8601 with a zone; versions recorded after it are left out. None: now.

        Raises:
            UsageError: a time without a zone.
            StoreError: the store cannot be read.
        """
        ...

    def tables(self) -> tuple[str, ...]:
        """Return the names of the tables that hold rows, sorted."""
        ...

    def close(self) -> None:
        """Let go of the file or server; the store cannot be used afterwards."""
        ...
